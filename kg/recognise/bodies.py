"""Mentions of bodies of states, of reports by their authors, and of organisations that a noun names."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Groups, Offices, Organisations, Titles
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.acronyms import in_brackets, is_acronym
from kg.recognise.context import Context
from kg.recognise.described import Described
from kg.recognise.labels import label_of, of_name, strong_adjective
from kg.recognise.ministers import belongs_to_somebody, ministry_phrase
from kg.recognise.names import by_part
from kg.recognise.nearby import state_ahead, states_near
from kg.recognise.offices import group_phrase
from kg.recognise.placed import behind_bracket, place_before, place_end
from kg.recognise.possessed import body_of_person, state_possessing
from kg.recognise.scan import Scan
from kg.recognise.unknown import described_actor, unknown

__all__ = ["body_of_place", "body_phrase", "organisation_phrase", "page_phrase", "report_phrase"]

_FREE = frozenset({"APPR", "KOUS", "KOKOM", "KON", "PWAV"})
"""Tags of the words behind which a noun stands without an article."""
_ONE_OF_EACH = frozenset({ActorKind.MINISTRY, ActorKind.ARMED_FORCES, ActorKind.GOVERNMENT})
"""Kinds of bodies that a state has one of each."""
_GOVERNMENT = "government"
"""What a government is to its state."""
_MEDIA = frozenset({ActorKind.MEDIA_ORGANISATION, ActorKind.NEWS_AGENCY})


def body_phrase(context: Context, phrase: Described, row: Bodies) -> list[ActorMention]:
    """A body named behind its noun, the body of the state beside it, one named before, or an undetermined one."""
    if phrase.named is not None:
        return [context.mention(phrase, context.actor_of(phrase.named), MentionForm.NAME, phrase.named)]
    if phrase.owners:
        actors = [_body_of(context, phrase, row, owner) for owner in phrase.owners]
        return [context.mention(phrase, actor, MentionForm.DESCRIPTION) for actor in actors]
    bare = phrase.first == phrase.head and phrase.last == phrase.head + 1
    bare = bare and (not phrase.sense.part or _special(phrase, row))
    known = None
    led = phrase.definite or belongs_to_somebody(context, phrase)
    if bare and (led or (not row.state and _alone(context, phrase))):
        known = _known_body(context, phrase, row)
    elif bare and context.scan.joined(phrase.first - 1, "possessive"):
        state = state_possessing(context, phrase)
        known = body_of_person(context, row) if state is None else _body_of(context, phrase, row, state)
    if known is not None:
        return context.described(phrase, known)
    kind = ActorKind.GROUP if bare and not phrase.sense.part else row.kind
    return context.described(phrase, described_actor(kind, label_of(context.scan, phrase), context.words(phrase)))


def _known_body(context: Context, phrase: Described, row: Bodies) -> Actor | None:
    """The body that a bare noun means: one named before, or that of the state near it or of the whole article."""
    ahead = state_ahead(context, phrase) if _one_of_each(phrase, row) else None
    if ahead is not None:
        return _body_of(context, phrase, row, ahead)
    history, noun = context.history, phrase.reading.nominative
    alike = (row.state or row.kind is not ActorKind.GOVERNMENT) and not phrase.sense.part
    known = history.body(row, noun, alike=alike, part=phrase.sense.part)
    known = known or _body_nearby(context, phrase, row) or history.body(row, noun, part=phrase.sense.part)
    return known or _of_minister(context, phrase) or _body_at_home(context, phrase, row)


def _of_minister(context: Context, phrase: Described) -> Actor | None:
    """The ministry of the minister told of before: "Innenministerin Holm … das Ministerium"."""
    told = ministry_phrase(context, phrase)
    row = None if told is None else told.sense.row
    if told is None or not isinstance(row, Bodies):
        return None
    known = _body_of(context, told, row, told.owners[0]) if told.owners else _known_body(context, told, row)
    return known or described_actor(row.kind, label_of(context.scan, told), context.words(phrase))


def _special(phrase: Described, row: Bodies) -> bool:
    """As in "das Bildungsministerium": a ministry that a compound tells apart."""
    part = phrase.sense.part
    return row.general and row.kind is ActorKind.MINISTRY and part.isalpha() and not phrase.sense.owners


def _one_of_each(phrase: Described, row: Bodies) -> bool:
    """Whether a state has one such body: a ministry told apart, the armed forces, the government."""
    one = row.kind in _ONE_OF_EACH and not row.abroad and (not row.state or row.body == _GOVERNMENT)
    return one and (not row.general or _special(phrase, row))


def _body_at_home(context: Context, phrase: Described, row: Bodies) -> Actor | None:
    """The ministry, the armed forces, the government of the one state that the article is of."""
    if context.home is None or not _one_of_each(phrase, row):
        return None
    return _body_of(context, phrase, row, context.home)


def _body_nearby(context: Context, phrase: Described, row: Bodies) -> Actor | None:
    """The body of the one state shown nearby, of several the one that is known."""
    states = states_near(context, phrase)
    found = [body for body in (context.gazetteer.body(state, row.body) for state in states) if body is not None]
    if row.state and not found and len(states) == 1:
        return context.gazetteer.actors.get(states[0])
    if not found and (_one_of_each(phrase, row) or row.kind in _MEDIA):
        states = states_near(context, phrase, seats=context.home is None)
        return _body_of(context, phrase, row, states[0]) if len(states) == 1 else None
    return found[0] if len(found) == 1 else None


def _alone(context: Context, phrase: Described) -> bool:
    """As in "laut Armee", "wie Armee und Polizei mitteilten": a body in the singular without an article."""
    before = context.scan.tokens[phrase.first - 1].tag if phrase.first else ""
    return not phrase.reading.plural and before in _FREE


def _body_of(context: Context, phrase: Described, row: Bodies, owner: str) -> Actor:
    """The body of an owner: the gazetteer's, else the state itself, else one described by the owner's adjective."""
    gazetteer = context.gazetteer
    known = gazetteer.body(owner, row.body)
    if known is not None:
        return known
    state = gazetteer.actors[owner]
    if state.kind is ActorKind.PERSON and state.acts_for is not None and state.acts_for in gazetteer.actors:
        return _body_of(context, phrase, row, state.acts_for)
    named = any(of_name(context.scan, place) for place in range(phrase.first, phrase.head))
    if not named and (row.state if state.kind is ActorKind.STATE else row.general):
        return state
    label = label_of(context.scan, phrase)
    if (
        phrase.first >= phrase.head - 1
        and (not phrase.sense.part or _special(phrase, row))
        and not _of_person(context, phrase)
    ):
        label = strong_adjective(context.scan, gazetteer.words[owner].adjectives, phrase) or label
    where = _where(context.scan, phrase) if row.abroad else ""
    label = label if label.endswith(where) else f"{label} {where}"
    english = None if phrase.sense.part.strip("-").islower() else gazetteer.adjectives_en.get(owner)
    label_en = None if named or where else english and _english(row, english, state)
    return described_actor(row.kind, label, context.words(phrase), acts_for=owner, label_en=label_en)


def _where(scan: Scan, phrase: Described) -> str:
    """Where a body stands: "in Riga" of "die dänische Botschaft in Riga"; "" where nothing tells it."""
    place = next((place for place in range(phrase.head + 1, phrase.last) if scan.joined(place, "at")), phrase.last)
    return scan.text.words(scan.text.span(place, phrase.last)) if place < phrase.last else ""


def _of_person(context: Context, phrase: Described) -> bool:
    """As in "das Amt des britischen Premiers": whose body it is by the post behind it, not by a country's adjective."""
    senses = context.scan.senses
    behind = (senses[place].row for place in range(phrase.head + 1, phrase.last) if place in senses)
    return any(isinstance(row, Offices | Titles) for row in behind)


def _english(row: Bodies, adjective: str, state: Actor) -> str:
    """The English name: "Ministry of Defence (France)", "French intelligence"."""
    return f"{row.en} ({state.label_en})" if row.en[0].isupper() else f"{adjective} {row.en}"


def report_phrase(context: Context, phrase: Described) -> list[ActorMention]:
    """Whose a report is: the body, people or actor that the first part of the compound names."""
    lexicon = context.scan.lexicon
    part = phrase.sense.part.rstrip("-")
    if part and not phrase.sense.owners and (is_acronym(part, lexicon.no_names) or in_brackets(context.scan, part)):
        return [context.mention(phrase, unknown(ActorKind.ORGANISATION, part), MentionForm.COMPOUND)]
    inner = lexicon.part_sense(part)
    if inner is None or (isinstance(inner.row, Titles) and inner.row.address):
        return by_part(context, phrase)
    if isinstance(inner.row, Bodies) and phrase.owners:
        owned = phrase._replace(sense=inner._replace(owners=phrase.sense.owners), reading=inner.readings[-1])
        actors = [_body_of(context, owned, inner.row, owner) for owner in phrase.owners]
        return [context.mention(phrase, actor, MentionForm.DESCRIPTION) for actor in actors]
    if isinstance(inner.row, Bodies) and inner.row.kind in _ONE_OF_EACH and phrase.first == phrase.head:
        known = _known_body(context, phrase._replace(sense=inner, reading=inner.readings[0]), inner.row)
        if known is not None:
            return context.described(phrase, known)
    label = label_of(context.scan, phrase)
    return context.described(phrase, described_actor(ActorKind.GROUP, label, context.words(phrase)))


def page_phrase(context: Context, phrase: Described) -> list[ActorMention]:
    """Whose page it is on which something stands: "Polizei" of "die Polizei-Website"; nobody of "die Website"."""
    owners = [context.gazetteer.actors[owner] for owner in phrase.sense.owners]
    part = phrase.sense.part.rstrip("-")
    if not owners and is_acronym(part, context.scan.lexicon.no_names):
        owners = [unknown(ActorKind.ORGANISATION, part)]
    return [mention for owner in owners[:1] for mention in context.described(phrase, owner)]


def organisation_phrase(context: Context, phrase: Described, row: Organisations) -> list[ActorMention]:
    """An organisation that only a noun names: "die Wirtschaftskammer", "der Konzern", "eine Bauerngewerkschaft"."""
    named = of_name(context.scan, phrase.head - 1) or _national(context.scan, phrase)
    if phrase.definite and not phrase.reading.plural and named:
        return [context.mention(phrase, unknown(row.kind, label_of(context.scan, phrase)), MentionForm.NAME)]
    whole = phrase.last == phrase.head + 1
    bare = phrase.first == phrase.head and not phrase.sense.part
    if phrase.definite and not phrase.reading.plural:
        if bare and whole:
            known = context.history.organisation(phrase, row)
            return group_phrase(context, phrase, alone=True) if known is None else context.described(phrase, known)
        if phrase.sense.part or (bare and row.kind is ActorKind.ORGANISATION and not phrase.owners):
            return context.described(phrase, unknown(row.kind, label_of(context.scan, phrase)))
    paper = _titled(context, phrase, row) if row.kind in _MEDIA else None
    if paper is not None:
        return [context.mention(paper, unknown(row.kind, label_of(context.scan, paper)), MentionForm.NAME)]
    if phrase.owners or phrase.sense.part or phrase.reading.plural or row.kind in _MEDIA:
        return group_phrase(context, phrase, alone=True)
    return by_part(context, phrase)


def _national(scan: Scan, phrase: Described) -> bool:
    """As in "die Deutsche Bank": a state's adjective with a capital is part of a name."""
    place = phrase.head - 1
    capital = place in scan.states and scan.tokens[place].form[0].isupper() and not phrase.sense.part
    return capital and scan.text.sentence_at(place).first != place and not scan.lexicon.is_seat(scan.tokens[place].form)


def _titled(context: Context, phrase: Described, row: Organisations) -> Described | None:
    """As in "die Halmer Zeitung", "die Mittelhalmische Zeitung": a paper called by an adjective with a capital."""
    scan = context.scan
    adjective = scan.tokens[phrase.head - 1] if phrase.head else None
    if adjective is None or phrase.sense.part or phrase.last > phrase.head + 1 or phrase.reading.plural:
        return None
    named = adjective.form[0].isupper() and adjective.form.endswith(("er", "sche", "schen", "ine"))
    begins = scan.text.sentence_at(phrase.head).first == phrase.head - 1
    known = scan.tokens[phrase.head].form in row.after and phrase.first >= phrase.head - 1
    if not (named and known) or begins or scan.joined(phrase.head - 2, "indefinite"):
        return None
    return phrase._replace(first=phrase.head - 1)


def _placed(scan: Scan, phrase: Described, end: int, owner: str | None) -> str:
    """A body with its place: "Polizei Hessen" as well for "Hessens Polizei", not for "Hessens größte Bank"."""
    bare = phrase._replace(last=phrase.head + 1)
    if owner is None:
        return f"{label_of(scan, bare)} {scan.text.words(scan.text.span(behind_bracket(scan, phrase.head + 1), end))}"
    alone = scan.hits[phrase.first].last == phrase.head
    return f"{label_of(scan, bare._replace(first=phrase.head))} {owner}" if alone else label_of(scan, bare)


def body_of_place(context: Context, phrase: Described) -> ActorMention | None:
    """The body that a noun and the place behind it or before it name: "Bergamt Halmau", "Halmaus Bergamt"; None where
    no place stands there."""
    row, scan = phrase.sense.row, context.scan
    if not isinstance(row, Bodies | Groups | Organisations) or phrase.reading.plural or phrase.named is not None:
        return None
    end, owner = place_end(scan, phrase.head), place_before(scan, phrase.first)
    if end == phrase.head + 1 and (owner is None or phrase.last > end):
        return None
    kind = ActorKind.ORGANISATION if isinstance(row, Groups) else row.kind
    actor = unknown(kind, _placed(scan, phrase, end, owner))
    span = scan.text.span(phrase.first, end)
    return ActorMention(span, phrase.first, end, actor, MentionForm.NAME, span, None, plural=False)
