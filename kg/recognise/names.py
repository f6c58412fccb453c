"""Mentions by a name, an adjective or the first part of a compound."""

from __future__ import annotations

from kg.model import Actor, ActorKind, ActorMention, MentionForm, Span
from kg.recognise.complements import bracketed
from kg.recognise.context import Context
from kg.recognise.described import Described
from kg.recognise.nametree import Meaning
from kg.recognise.organisations import OrganisationName
from kg.recognise.owners import is_genitive_hit
from kg.recognise.people import PersonName
from kg.recognise.scan import Hit, Scan

__all__ = ["by_adjective", "by_both", "by_compound", "by_hit", "by_name", "by_part", "two_states"]

_TALK = 12
"""Words from a capital to "die Rede", at most."""
_DATELINE_ENDS = frozenset({"–", "—", "-", "(", "/"})


def by_name(context: Context, name: PersonName | OrganisationName) -> list[ActorMention]:
    """The mention of a person or organisation by the name alone."""
    span = context.scan.text.span(name.first, name.last)
    actor = name.actor
    return [ActorMention(span, name.first, name.last, actor, MentionForm.NAME, span, actor.gender, plural=False)]


def by_hit(context: Context, hit: Hit) -> list[ActorMention]:
    """The mention of an actor of the gazetteer; none where a capital is only the city."""
    scan = context.scan
    for meaning in (_as_people(scan, hit, meaning) for meaning in hit.meanings):
        actor = context.gazetteer.actors.get(meaning.key)
        city = meaning.form is MentionForm.METONYM and (_is_place_here(scan, hit) or _is_first_name(scan, hit))
        if actor is None or city:
            continue
        name = scan.text.span(hit.first, hit.last)
        last = _widened(scan, hit, actor)
        span = scan.text.span(hit.first, last)
        return [ActorMention(span, hit.first, last, actor, meaning.form, name, actor.gender, meaning.plural)]
    return []


def _as_people(scan: Scan, hit: Hit, meaning: Meaning) -> Meaning:
    """As in "den Polen", "die Polen": what names a state and its people means these behind their article."""
    led = hit.last == hit.first + 1 and hit.first > 0 and scan.joined(hit.first - 1, "people's article")
    people = led and scan.tokens[hit.first].form in scan.lexicon.states_and_people
    return meaning._replace(form=MentionForm.DEMONYM, plural=True) if people else meaning


def by_adjective(context: Context, place: int) -> list[ActorMention]:
    """The mention of a state by its adjective."""
    actor = context.gazetteer.actors.get(context.scan.states[place])
    if actor is None:
        return []
    span = context.scan.tokens[place].span
    return [ActorMention(span, place, place + 1, actor, MentionForm.ADJECTIVE, span, None, plural=False)]


def two_states(scan: Scan, place: int) -> tuple[str, str] | None:
    """As in "russisch-chinesisch": the keys of the two states that one adjective names."""
    token = scan.tokens[place]
    parts = token.form.split("-") if token.tag == "ADJA" else []
    keys = [m.key for part in parts for m in scan.lexicon.tree.single(part)[:1] if m.form is MentionForm.ADJECTIVE]
    return (keys[0], keys[1]) if len(parts) == 2 and len(keys) == 2 and keys[0] != keys[1] else None


def by_both(context: Context, place: int) -> list[ActorMention]:
    """The mentions of two states by one adjective: "das russisch-chinesische Abkommen"."""
    token, keys = context.scan.tokens[place], two_states(context.scan, place)
    actors = [context.gazetteer.actors.get(key) for key in keys or ()]
    cut = token.start + token.form.find("-")
    found: list[ActorMention] = []
    for actor, span in zip(actors, (Span(token.start, cut), Span(cut + 1, token.end)), strict=False):
        if actor is not None:
            found.append(ActorMention(span, place, place + 1, actor, MentionForm.ADJECTIVE, span, None, plural=False))
    return found


def by_compound(context: Context, place: int) -> list[ActorMention]:
    """The mention of an actor by the first part of a compound."""
    token = context.scan.tokens[place]
    owner = context.scan.lexicon.compound_owner(token.form)
    actor = None if owner is None else context.gazetteer.actors.get(owner[0])
    if actor is None or owner is None:
        return []
    name = Span(token.start, token.start + owner[1])
    return [ActorMention(token.span, place, place + 1, actor, MentionForm.COMPOUND, name, None, plural=False)]


def by_part(context: Context, phrase: Described) -> list[ActorMention]:
    """What is left of a phrase that is no actor itself: its adjective, genitive or first part of its compound."""
    if phrase.first in context.scan.states:
        return by_adjective(context, phrase.first)
    if phrase.first in context.scan.hits:
        return by_hit(context, context.scan.hits[phrase.first])
    if phrase.sense.owners and phrase.first == phrase.head:
        return by_compound(context, phrase.head)
    return []


def _widened(scan: Scan, hit: Hit, actor: Actor) -> int:
    """The end of a body's name with the same name behind it, in brackets or not, and its state in the genitive."""
    last = hit.last
    if actor.kind is ActorKind.STATE:
        return last
    again = scan.hits.get(last)
    if again is not None and again.meanings[0].key == actor.id:
        last = again.last
    last = bracketed(scan, last, actor.id)
    state = scan.hits.get(last)
    if state is not None and state.meanings[0].key == actor.acts_for and is_genitive_hit(scan, last):
        return state.last
    return last


def _is_place_here(scan: Scan, hit: Hit) -> bool:
    """Whether a capital is the city here: behind a local preposition or "Hauptstadt", or in a dateline.

    "In Washington hieß es", "hieß es in Washington" and "Regierungskreise in Riga" are the government all the same.
    """
    before = hit.first - 1
    said = scan.joined(before - 1, "impersonal") and scan.joined(before - 2, "is heard")
    if said or scan.joined(before - 1, "circles") or scan.joined(hit.last + 1, "impersonal") or _talked(scan, hit):
        return False
    if scan.joined(before, "local") or scan.joined(before, "site") or _goes_on(scan, hit):
        return True
    opens = scan.text.sentence_at(hit.first).first == hit.first
    if not opens and scan.tokens[before].tag in {"NN", "NE"} and not _stands_alone(scan, hit):
        return True
    return opens and hit.last < len(scan.tokens) and scan.tokens[hit.last].form in _DATELINE_ENDS


def _is_first_name(scan: Scan, hit: Hit) -> bool:
    """As in "sagte Riad Haddad": one name that nobody knows stands right behind; not "warf Kiew Otto Kranz vor"."""
    behind = [token.tag for token in scan.tokens[hit.last : hit.last + 2]]
    return hit.last == hit.first + 1 and behind[:1] == ["NE"] and behind[1:] != ["NE"] and hit.last not in scan.hits


def _talked(scan: Scan, hit: Hit) -> bool:
    """As in "In Riga war von 40 Toten die Rede", "in Riga, wo von 40 Toten die Rede war": who is there speaks."""
    last = min(hit.last + _TALK, scan.text.sentence_at(hit.first).last)
    local = scan.joined(hit.first - 1, "local")
    return local and any(scan.joined(p, "talk") and scan.joined(p - 1, "definite") for p in range(hit.last, last))


def _goes_on(scan: Scan, hit: Hit) -> bool:
    """Whether it goes on a list of cities or a dateline: "in Budapest, London und Rom", "Kiew/Moskau –"."""
    joins = scan.joined(hit.first - 1, "and") or scan.tokens[hit.first - 1].form in {",", "/"}
    listed = scan.ends.get(hit.first - 1) if joins and hit.first else None
    return listed is not None and listed.meanings[0].form is MentionForm.METONYM and _is_place_here(scan, listed)


def _stands_alone(scan: Scan, hit: Hit) -> bool:
    """Whether the noun before a capital is a name of its own, or the capital stands in the genitive."""
    return hit.first in scan.ends or scan.lexicon.tree.single(scan.tokens[hit.last - 1].form[:-1]) != ()
