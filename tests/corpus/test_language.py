import pytest

from corpus import SHIPPED, Document, language_of, read_documents


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The convoy reached the town on Tuesday.", "en"),
        ("YEREVAN, July 3.", "en"),
        ("Колонна прибыла в город.", "ru"),
        ("Шуша", "ru"),
        ("Karvan dünən şəhərə çatıb, üç nəfər yaralanıb.", "az"),
        ("Շարասյունը հասել է քաղաք։", "hy"),
        ("1234", "en"),
        ("", "en"),
        ("Dışişleri Bakanlığı bugün yazılı bir açıklama yaptı.", "tr"),
        ("Şuşada atışma olub.", "az"),
        ("Laçın yolu bağlandı. Şuşada atışma oldu.", "az"),
        ("Agdam istiqametinde ates acilib.", "az"),
        ("Dunen Terterde uc nefer yaralanib.", "az"),
        ("Lacin yolu baglandi.", "az"),
        ("BAKI, 3 oktyabr.", "az"),
        ("Qubadli ve Zengilan azad olundu", "az"),
        ("Xankendi", "az"),
        ("Azerbaycan ordusu Şuşa'yı aldı.", "tr"),
        ("Dağlık Karabağ'da ateşkes sağlandı, Ankara bugün açıklama yaptı.", "tr"),
        ("In Susa and Agdam, Xankendi and Qubadli nobody slept.", "en"),
        ("Habib met Najib at the club in Qubadli.", "en"),
        ("AGDAM, Azerbaijan (AP)", "en"),
        ("The paper Azərbaycan wrote on Monday that the road to the town was open again for trucks and buses.", "en"),
    ],
)
def test_a_text_is_known_by_its_letters_and_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_shipped_digests_are_found_to_be_in_the_language_they_state() -> None:
    documents = [d for d in read_documents([SHIPPED]) if isinstance(d, Document)]
    assert {d.doc_id: language_of(d.text) for d in documents} == {d.doc_id: d.language for d in documents}
