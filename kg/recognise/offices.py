"""Mentions of people by title, office or description."""

from __future__ import annotations

from dataclasses import replace

from kg.lang.nouns import Groups, Offices, Titles
from kg.model import Actor, ActorKind, ActorMention, MentionForm
from kg.recognise.context import Context
from kg.recognise.described import Described
from kg.recognise.labels import label_of
from kg.recognise.names import by_part
from kg.recognise.unknown import described_actor

__all__ = ["group_phrase", "person_phrase"]


def person_phrase(context: Context, phrase: Described) -> list[ActorMention]:
    """A title with a name, an office with its holder, a description that refers back, or somebody undetermined."""
    row = phrase.sense.row
    if phrase.name is not None:
        return [context.mention(phrase, _titled(context, phrase), MentionForm.NAME, phrase.name)]
    if isinstance(row, Titles) and (row.address or not row.speaks):
        return by_part(context, phrase)
    known = _apposed(context, phrase)
    if known is None and isinstance(row, Offices):
        known = _holder(context, phrase, row)
    if known is None and _refers_back(context, phrase):
        known = context.history.person(phrase)
        if known is None and isinstance(row, Titles) and row.anyone:
            known = context.history.last_person(phrase.reading.gender, phrase.owners)
    if known is not None:
        return [context.mention(phrase, known, MentionForm.OFFICE)]
    return group_phrase(context, phrase, alone=True)


def group_phrase(context: Context, phrase: Described, *, alone: bool) -> list[ActorMention]:
    """Unnamed or collective sources under their description; the bare word only where `alone`."""
    bare = phrase.first == phrase.head and phrase.last == phrase.head + 1 and not phrase.sense.part
    if bare and not alone:
        return []
    row = phrase.sense.row
    if isinstance(row, Groups) and row.owned and not _owned(context, phrase):
        return by_part(context, phrase)
    label = label_of(context.scan, phrase)
    gender = None if phrase.reading.plural else phrase.reading.gender
    acts_for = phrase.owners[0] if phrase.owners else None
    actor = described_actor(ActorKind.GROUP, label, context.words(phrase), acts_for=acts_for, gender=gender)
    return [*context.described(phrase, actor), *by_part(context, phrase)]


def _titled(context: Context, phrase: Described) -> Actor:
    """The person named, with what the title tells of gender, role and employer where no registry knows them."""
    assert phrase.name is not None
    actor = phrase.name.actor
    if actor.registered:
        return actor
    return replace(
        actor,
        gender=actor.gender or phrase.reading.gender,
        acts_for=actor.acts_for or (phrase.owners[0] if phrase.owners else None),
        role_de=actor.role_de or _role(context, phrase),
    )


def _role(context: Context, phrase: Described) -> str | None:
    assert phrase.name is not None
    if isinstance(phrase.sense.row, Titles) and phrase.sense.row.address:
        return None
    return label_of(context.scan, phrase._replace(last=phrase.name.first, name=None))


def _apposed(context: Context, phrase: Described) -> Actor | None:
    """The person whose name stands before or behind the description, parted by a comma."""
    tokens = context.scan.tokens
    before = phrase.first - 1
    if context.scan.joined(before, "article"):
        before -= 1
    if before > 0 and tokens[before].form == "," and before in context.people_ends:
        return context.people_ends[before].actor
    behind = context.people.get(phrase.last + 1)
    if behind is not None and tokens[phrase.last].form == "," and phrase.definite and not phrase.reading.plural:
        return behind.actor
    return None


def _holder(context: Context, phrase: Described, row: Offices) -> Actor | None:
    """Who holds the office: where its title alone means the holder, or the article names them."""
    if phrase.reading.plural or _out_of_office(context, phrase):
        return None
    gazetteer = context.gazetteer
    posts = [gazetteer.posts.get(row.post)] if row.post else []
    if row.role is not None:
        owners = phrase.owners or _meant(context, row.of)
        posts = [gazetteer.post(owner, row.role) for owner in owners]
    for post in posts:
        holder = None if post is None else gazetteer.holder(post.id, context.when)
        if post is not None and holder is not None and (post.alone or holder.id in context.named):
            return holder
    return None


def _meant(context: Context, states: tuple[str, ...]) -> tuple[str, ...]:
    """Of the states that a word may mean the first, unless the article names only another one."""
    if len(states) < 2:
        return states
    scan = context.scan
    named = {meaning.key for hit in scan.hits.values() for meaning in hit.meanings} | set(scan.states.values())
    return tuple(state for state in states if state in named)[:1] or states[:1]


def _out_of_office(context: Context, phrase: Described) -> bool:
    """Whether "ehemalig", "Ex-" or "Vize" stands before the office."""
    scan = context.scan
    if any(scan.joined(place, "out of office") for place in range(phrase.first, phrase.head)):
        return True
    part = phrase.sense.part.lower()
    return bool(part) and (part in scan.joints["out of office"] or part.strip("-") in scan.joints["out of office"])


def _refers_back(context: Context, phrase: Described) -> bool:
    """Whether the description is definite, single and bare but for whose it is: "der Minister"."""
    bare = phrase.last == phrase.head + 1 and (not phrase.sense.part or bool(phrase.sense.owners))
    return bare and phrase.definite and not phrase.reading.plural and not _out_of_office(context, phrase)


def _owned(context: Context, phrase: Described) -> bool:
    """Whether a state's adjective stands before the noun and no preposition governs it."""
    before = phrase.first - 1 - context.scan.joined(phrase.first - 1, "article")
    governed = before >= 0 and context.scan.tokens[before].tag in {"APPR", "APPRART"}
    return phrase.first in context.scan.states and not governed
