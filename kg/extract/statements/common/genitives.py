"""Names that end inside what looks like one noun phrase: "Angaben Kiews", "die Armee Moskaus", "Kranz Montagmittag"."""

from __future__ import annotations

from dataclasses import replace

from kg.model import ActorKind, ActorMention, MentionForm, Phrase, Text

__all__ = ["split_names"]

_OPEN = frozenset({"nom", "acc"})
_GENITIVE = frozenset({"gen"})
_OBLIQUE = frozenset({"acc", "dat", "gen"})
_OBJECT = frozenset({"acc", "dat"})
_GENITIVE_ENDS = ("s", "'", "’")


def split_names(
    text: Text,
    named: dict[int, tuple[ActorMention, ...]],
    words: dict[str, frozenset[str]],
    dates: frozenset[tuple[int, int]],
) -> Text:
    """The text with such names as phrases of their own; a title and a name ("Präsident Cyrus") stay together.

    So do "nach Angaben" before what is told and a date before what follows it: `words` are the groups of words of
    speech, `dates` where dates begin and end.
    """
    reports, things = words["reports of several"], words["things"]
    parts: list[Phrase] = []
    for phrase in text.phrases:
        if phrase.head == phrase.first:
            parts.append(phrase)
            continue
        end = _frame_end(text, phrase, reports, dates)
        if end is not None:
            head = phrase._replace(last=end, head=end - 1, plural=None, gender=None)
            parts += [head, phrase._replace(first=end, preposition=None, cases=_OPEN | _OBLIQUE)]
            continue
        end = _name_end(text, phrase, named)
        told = None if end is not None else _description_end(text, phrase, named, things, dates)
        if told is not None:
            head = phrase._replace(last=told, head=told - 1)
            parts += [head, phrase._replace(first=told, preposition=None, cases=_OBJECT)]
            continue
        start = _named_behind(text, phrase, named)
        if start is not None:
            parts += _parts(phrase, start)
        else:
            parts += [phrase] if end is None else _behind_name(phrase, end)
    return text if len(parts) == len(text.phrases) else replace(text, phrases=tuple(parts))


def _frame_end(text: Text, phrase: Phrase, reports: frozenset[str], dates: frozenset[tuple[int, int]]) -> int | None:
    """Where "Angaben" or a date ends that a preposition governs, and another noun follows."""
    if phrase.preposition is None:
        return None
    for place in range(phrase.first + 1, phrase.head):
        form = text.tokens[place].form.lower()
        dated = any(last == place + 1 and first <= phrase.preposition + 1 for first, last in dates)
        told = bool({form, form.removesuffix("n")} & reports)
        if (dated or told) and {text.tokens[place].tag, text.tokens[place + 1].tag} <= {"NN", "NE"}:
            return place + 1
    return None


def _name_end(text: Text, phrase: Phrase, named: dict[int, tuple[ActorMention, ...]]) -> int | None:
    """Where a person's name ends before the head: what follows is somebody or something else."""
    if not any(place in named for place in range(phrase.first, phrase.head)):
        return None
    ends = {m.last for m in named.get(phrase.head, ())} | {phrase.last}
    for place in range(phrase.first, phrase.head):
        for mention in named.get(place, ()):
            person = mention.actor.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
            inside = mention.last <= phrase.head and mention.last not in ends
            if (
                person
                and inside
                and not _agent(text, mention, phrase)
                and not text.tokens[mention.last - 1].form.endswith(_GENITIVE_ENDS)
            ):
                return mention.last
    return None


def _agent(text: Text, mention: ActorMention, phrase: Phrase) -> bool:
    """As in "die von Kranz geführte Behörde": a name behind a preposition, before the participle that it belongs to."""
    led = mention.first > phrase.first and text.tokens[mention.first - 1].tag == "APPR"
    return led and text.tokens[mention.last].tag == "ADJA"


def _description_end(
    text: Text,
    phrase: Phrase,
    named: dict[int, tuple[ActorMention, ...]],
    things: frozenset[str],
    dates: frozenset[tuple[int, int]],
) -> int | None:
    """Where "einigen Fachleuten" ends before a thing, or "der Konzern" before a time."""
    head = phrase.head
    dated = any(first == head for first, _ in dates)
    if dated and text.tokens[head - 1].tag in {"NN", "NE"} and phrase.last == head + 1:
        return head
    thing = text.tokens[head].lemma.lower().endswith(tuple(things))
    if text.tokens[head].tag != "NN" or named.get(head) or not thing:
        return None
    ends = {m.last for m in named.get(head - 1, ()) if m.form is MentionForm.DESCRIPTION and m.plural}
    plain = text.tokens[head - 1].tag == "NN" and phrase.last == head + 1
    return head if plain and head in ends and text.tokens[head].form[0].isupper() else None


def _behind_name(phrase: Phrase, end: int) -> list[Phrase]:
    """As in "empfiehlt Kranz Reisenden", "sagte Kranz Montagmittag"."""
    cases = phrase.cases | _OPEN if phrase.preposition is None else phrase.cases
    name = phrase._replace(last=end, head=end - 1, cases=cases, plural=False)
    return [name, phrase._replace(first=end, preposition=None, cases=_OBJECT)]


def _named_behind(text: Text, phrase: Phrase, named: dict[int, tuple[ActorMention, ...]]) -> int | None:
    """Where the name in the genitive begins behind a noun; "sein Kollege Otto Klaas" is whose colleague already."""
    head = phrase.head
    if text.tokens[phrase.first].tag == "PPOSAT":
        return None
    if head <= phrase.first or phrase.last != head + 1 or not text.tokens[head].form.endswith("s"):
        return None
    names = [mention for mention in named.get(head, ()) if not _body(mention)]
    start = names[0].first if names else head
    if start <= phrase.first or text.tokens[start - 1].tag != "NN" or not named.get(head):
        return None
    return start if all(mention.first == start for mention in names) else None


def _body(mention: ActorMention) -> bool:
    """As in "Regierung Kiews": a description of a body takes in whose it is."""
    return mention.form is MentionForm.DESCRIPTION and mention.actor.kind is not ActorKind.PERSON


def _parts(phrase: Phrase, start: int) -> list[Phrase]:
    cases = phrase.cases | _OPEN if phrase.preposition is None else phrase.cases
    noun = phrase._replace(last=start, head=start - 1, cases=cases, plural=None, gender=None)
    return [noun, phrase._replace(first=start, preposition=None, cases=_GENITIVE, plural=None)]
