"""What the next sentence says about the telling: "This was reported by the ministry"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.agency import speaker_of
from extract.lexicon_model import EventType, Language
from extract.merging import Draft
from extract.modality import Judgement, party_speaks
from extract.reading import Sentence

_BEGINS_WITHIN = 3


def attributed(
    drafts: Iterable[Draft], sentences: Iterable[Sentence], language: Language, types: Mapping[str, EventType]
) -> tuple[Draft, ...]:
    """The drafts, those as claims of which the next sentence says which party told of them.

    Only what the sides contest becomes a claim, as in a sentence that names its source itself.
    """
    telling = {each.number - 1: (each, told) for each in sentences if (told := _telling(each, language))}
    return tuple(
        _claimed(draft, *telling[draft.sentence.number])
        if draft.sentence.number in telling
        and draft.event.status == "reported"
        and types[draft.event.event_type].contested
        else draft
        for draft in drafts
    )


def _claimed(draft: Draft, following: Sentence, telling: Judgement) -> Draft:
    speaker = speaker_of(telling, following)
    event = replace(
        draft.event,
        status=telling.status,
        claimed_by=speaker.hit.name if speaker else None,
        rules=(*draft.event.rules, f"status: told in the next sentence, {telling.rule}"),
    )
    return replace(draft, event=event)


def _telling(sentence: Sentence, language: Language) -> Judgement | None:
    """The claim that a sentence makes about the one before: an accusation, or a statement that begins with it."""
    marks = sentence.marks.get("about_it", ())
    if not marks:
        return None
    begins = any(mark.first < _BEGINS_WITHIN for mark in marks)
    claims = [
        Judgement("claimed", f"{cue.kind}: “{' '.join(sentence.words(match.first, match.last))}”", cue.kind, at)
        for match in sentence.cues
        if (cue := language.cues[match.key]).effect == "claimed"
        and (begins or cue.kind == "accusation")
        and (not cue.source or party_speaks(match, sentence))
        and (at := (match.first, match.last))
    ]
    return min(claims, key=lambda claim: claim.kind != "accusation", default=None)
