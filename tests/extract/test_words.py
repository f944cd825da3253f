from extract.text.words import words


def test_words_know_where_they_stand_and_what_precedes_them() -> None:
    text = "Azerbaijan's army, Şuşa-Laçın: ո՛չ"
    found = words(text)
    assert [text[w.start : w.end] for w in found] == ["Azerbaijan", "army", "Şuşa", "Laçın", "ո՛չ"]
    assert [w.word for w in found] == ["azerbaijan", "army", "şuşa", "laçin", "ոչ"]
    assert [w.before for w in found] == ["", "'s ", ", ", "-", ": "]


def test_words_of_a_stretch_keep_the_offsets_of_the_text() -> None:
    text = "one two three"
    assert [(w.start, w.end) for w in words(text, 4, 7)] == [(4, 7)]
