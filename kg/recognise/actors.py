"""Mentions of actors in the order of the text: each noun phrase and each name once."""

from __future__ import annotations

from kg.lang.nouns import Bodies, Groups, Offices, Organisations, Reports, Titles
from kg.model import ActorKind, ActorMention, MentionForm, PartialDate
from kg.recognise.bodies import body_of_place, body_phrase, organisation_phrase, page_phrase, report_phrase
from kg.recognise.context import Context
from kg.recognise.described import Described, described
from kg.recognise.history import History
from kg.recognise.home import home_state
from kg.recognise.names import by_adjective, by_both, by_compound, by_hit, by_name, by_part, two_states
from kg.recognise.officers import is_person
from kg.recognise.offices import group_phrase, person_phrase
from kg.recognise.organisations import find_organisations, organisation_at
from kg.recognise.people import find_people
from kg.recognise.rows import organisations_at
from kg.recognise.scan import Scan
from kg.recognise.short import with_short_names

__all__ = ["actor_mentions"]


def actor_mentions(scan: Scan, when: PartialDate | None) -> tuple[ActorMention, ...]:
    """All mentions of actors; `when` is the day on which offices are looked up."""
    context = _context(scan, when)
    phrases = _phrases(context)
    mentions: list[ActorMention] = []
    end = 0
    for start in sorted(
        {*phrases, *context.people, *context.organisations, *scan.hits, *scan.states, *_compounds(scan), *_double(scan)}
    ):
        found = [] if start < end else _at(context, start, phrases)
        if found:
            mentions += found
            end = start + 1 if _is_open(found[0]) else found[0].last
            context.history.add(found, phrases.get(start))
    return tuple(with_short_names(scan, mentions))


def _context(scan: Scan, when: PartialDate | None) -> Context:
    people = find_people(scan)
    taken = {place for name in people.values() for place in range(name.first, name.last)}
    taken |= {place for hit in scan.hits.values() for place in range(hit.first, hit.last)}
    gazetteer = scan.lexicon.gazetteer
    return Context(
        scan=scan,
        gazetteer=gazetteer,
        when=when,
        people=people,
        people_ends={name.last: name for name in people.values()},
        organisations=find_organisations(scan, taken),
        named=frozenset(name.actor.id for name in people.values()),
        home=home_state(scan),
        history=History(gazetteer),
    )


def _phrases(context: Context) -> dict[int, Described]:
    """Noun phrases by their first token; of two that begin there the longer."""
    phrases: dict[int, Described] = {}
    inside = {place for name in context.people.values() for place in range(name.first, name.last)}
    for head in context.scan.senses:
        if head in inside:
            continue
        found = described(context.scan, head, context.people)
        if found.first not in phrases or found.last > phrases[found.first].last:
            phrases[found.first] = found
    return phrases


def _compounds(scan: Scan) -> list[int]:
    """Positions of hyphenated words whose first part names an entry of the gazetteer."""
    owner = scan.lexicon.compound_owner
    found = [token for token in scan.capitals if "-" in token.form and token.form[-1] != "-" and owner(token.form)]
    return [token.position for token in found if token.position not in scan.senses and token.position not in scan.hits]


def _double(scan: Scan) -> list[int]:
    """Positions of adjectives that name two states."""
    joined = (token.position for token in scan.tokens if "-" in token.form and token.form[0].islower())
    return [place for place in joined if two_states(scan, place) is not None]


def _at(context: Context, start: int, phrases: dict[int, Described]) -> list[ActorMention]:
    """The mentions that begin at a position: the widest first."""
    scan = context.scan
    if is_person(scan, phrases[start].head if start in phrases else start):
        return []
    if start in phrases:
        return _of_phrase(context, phrases[start])
    name = context.people.get(start) or context.organisations.get(start)
    if name is not None:
        return by_name(context, name)
    if start in scan.hits:
        return by_hit(context, scan.hits[start])
    if start in scan.states:
        return by_adjective(context, start)
    return by_both(context, start) or by_compound(context, start)


def _of_phrase(context: Context, phrase: Described) -> list[ActorMention]:
    row = phrase.sense.row
    if isinstance(row, Offices | Titles) or phrase.name is not None:
        return person_phrase(context, phrase)
    placed = body_of_place(context, phrase)
    if placed is not None:
        return [placed]
    if isinstance(row, Bodies):
        return body_phrase(context, phrase, row)
    if isinstance(row, Reports):
        return report_phrase(context, phrase)
    named = organisation_at(context.scan, phrase)
    listed = [named] if named is not None else organisations_at(context.scan, phrase)
    if listed:
        return listed
    if phrase.named is not None:
        return [context.mention(phrase, context.actor_of(phrase.named), MentionForm.NAME, phrase.named)]
    return _of_kind(context, phrase)


def _of_kind(context: Context, phrase: Described) -> list[ActorMention]:
    """A group or organisation without a name of its own."""
    row = phrase.sense.row
    if isinstance(row, Groups):
        return group_phrase(context, phrase, alone=row.alone)
    if context.scan.tokens[phrase.head].form.lower().endswith(context.scan.joints["somebody's page"]):
        return page_phrase(context, phrase)
    if isinstance(row, Organisations):
        return organisation_phrase(context, phrase, row)
    return by_part(context, phrase)


def _is_open(mention: ActorMention) -> bool:
    """Whether what stands inside a description counts by itself as well: whose soldiers, whose spokesman."""
    return mention.form is MentionForm.DESCRIPTION and mention.actor.kind is ActorKind.GROUP
