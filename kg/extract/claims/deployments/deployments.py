"""Deployments: who sends how many of what people where, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.bystanders import bystanders
from kg.extract.claims.deployments.denials import echoes
from kg.extract.claims.deployments.dispatch import nobodys
from kg.extract.claims.deployments.elsewhere import elsewhere
from kg.extract.claims.deployments.filling import filled, placed
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.deployments.gapped import gapped
from kg.extract.claims.deployments.headcounts import headcounts
from kg.extract.claims.deployments.hints import before_sentence, hints, lending
from kg.extract.claims.deployments.mixed import guests_among
from kg.extract.claims.deployments.more import more_people
from kg.extract.claims.deployments.nearby import located
from kg.extract.claims.deployments.needs import meets
from kg.extract.claims.deployments.nouns import noun_roles
from kg.extract.claims.deployments.parts import is_counted_out, parts
from kg.extract.claims.deployments.people import extent
from kg.extract.claims.deployments.presence import is_headline, is_repeated, once, people_matches
from kg.extract.claims.deployments.roles import Roles
from kg.extract.claims.deployments.standins import earlier, later
from kg.extract.claims.deployments.taken_up import taken_up
from kg.extract.claims.deployments.theatre import theatre
from kg.extract.claims.deployments.verbs import verb_roles
from kg.extract.claims.deployments.writing import written
from kg.extract.claims.grammar.frames import Frames, How, Match, matches
from kg.extract.claims.grammar.nominals import Nominal
from kg.lang import Language
from kg.lang.deployment import DeploymentRow
from kg.model import Clause, ClauseKind, MentionForm, Modality, Role, Sentence

__all__ = ["deployments"]

_INFINITIVE = 2
"""Verbs of "sollen" with a bare infinitive."""
_READ = (Role.PROSE, Role.HEADLINE)


@cache
def _frames(language: Language) -> Frames[DeploymentRow]:
    return Frames.of(language.table(DeploymentRow).values())


def deployments(desk: Desk) -> tuple[Found, ...]:
    """The deployments of an article in the order of the text, each proposition once a sentence.

    Headlines are read for what they tell of whose people go where, and make no claims themselves.
    """
    in_order = _in_order(desk)
    full = _read_all(desk, in_order, ())
    pair = theatre(desk.scene, full) if full else None
    if pair is not None and (known := hints(desk.scene, pair)):
        full = _read_all(desk, in_order, known)
    full = placed(full, theatre(desk.scene, full)) if any(f.open and f.claim.host is None for f in full) else full
    asked = [f for f in full if not f.claim.rule]
    told = [f for f in full if f.claim.rule and not is_headline(desk, f)]
    told = [one for one in once(told) if not any(_is_fuller(other, one) for other in told)]
    counts = [f for match, roles in headcounts(desk, [*told, *asked]) for f in written(desk, match, roles, told)]
    some = parts(desk, sorted([*told, *counts], key=lambda f: f.core))
    counts += [f for match, roles in some for f in written(desk, match, roles, told)]
    they = taken_up(desk, [*told, *counts], theatre(desk.scene, told))
    counts += [f for match, roles in they for f in written(desk, match, roles, told)]
    every = located(desk, [*told, *counts, *echoes(desk, told)])
    return tuple(sorted(every, key=lambda f: f.claim.evidence))


def _read_all(desk: Desk, in_order: list[Match], known: tuple[Found, ...]) -> list[Found]:
    """All deployments that the matches tell; `known`: where an earlier reading has found whose soldiers it is about."""
    found: list[Found] = []
    done: set[int] = set()
    early: list[Match] = []
    missed: list[Match] = []
    natives, people = _natives(desk), _people(desk)
    for match in in_order:
        sentence = desk.scene.sentence_of(match.at)
        if missed and desk.scene.sentence_of(missed[0].at) != sentence:
            missed = []
        before = before_sentence(known, found, sentence)
        worth = bool(before) or sentence.number in natives or _worth(desk, match, sentence, people)
        more = _tried(desk, match, before, done) if worth else []
        again = [one for late in missed if more for one in _tried(desk, late, [*before, *more], done)]
        missed = [] if more else [*missed, match]
        found += [*more, *again]
        early += [match] if not found else []
    early = [match for match in early if match.at not in done]
    return filled(desk.scene, [*_before_all(desk, early, found), *found])


def _is_fuller(other: Found, one: Found) -> bool:
    """Whether another claim of the same words says the same and where more exactly ("sprach von 900 Mann, die bei Riga
    ausgebildet würden")."""
    same = other.core == one.core and other.claim.number == one.claim.number is not None
    return same and other.claim.sender == one.claim.sender and len(other.claim.places) > len(one.claim.places)


def _in_order(desk: Desk) -> list[Match]:
    """The matches in the order in which they are read, those left out that can be about nobody."""
    met = [*matches(desk.scene, _frames(desk.language), _READ), *people_matches(desk)]
    return sorted(met, key=lambda match: _rank(desk, match))


def _natives(desk: Desk) -> frozenset[int]:
    """The numbers of the sentences that name citizens."""
    named = (m for m in desk.scene.mentions.actors if m.form is MentionForm.DEMONYM)
    return frozenset(desk.scene.sentence_of(m.first).number for m in named)


def _tried(desk: Desk, match: Match, found: list[Found], done: set[int]) -> list[Found]:
    """What a match tells that is not told yet; `done` grows by where it stands."""
    row, real = match.row, [one for one in found if one.claim.rule]
    if not isinstance(row, DeploymentRow) or match.at in done or _taken(desk, match, real):
        return []
    read = list(_read(desk, match, row, found)) if not (row.bare and nobodys(desk, match)) else []
    if row.bare and not read and (there := bystanders(desk, match, found)) is not None:
        read = list(written(desk, there[0], there[1], found))
    more = [f for f in read if not is_repeated(f, real) and not _is_same(desk, match, f, real)]
    done |= {match.at} if more else set()
    return more


def _is_same(desk: Desk, match: Match, one: Found, found: list[Found]) -> bool:
    """Whether a relative clause tells nothing but the deployment before it again ("in Mali, wo sie Dienst tun")."""
    start = desk.scene.sentence_of(match.at).start
    near = bool(found) and found[-1].core.start >= start
    last = found[-1].claim if near and _hangs(desk, match.clause) else None
    claim = one.claim
    aim = claim.modality is Modality.PLANNED or _is_ought(desk, match.clause)
    if last is None or (set(claim.places) - set(last.places) and not aim):
        return False
    if claim.number is not None and not (aim and claim.number == last.number):
        return False
    same = claim.modality is last.modality or (aim and claim.number is None)
    return same and (last.sender, last.host) == (claim.sender, claim.host)


def _is_ought(desk: Desk, clause: Clause) -> bool:
    """Whether a relative clause tells what people are sent for ("Soldaten, die dort ausbilden sollen")."""
    finite = clause.finite
    return finite is not None and desk.scene.is_a(finite, "ought") and len(clause.verbs) == _INFINITIVE


def _hangs(desk: Desk, clause: Clause) -> bool:
    opener = clause.opener
    return clause.kind is ClauseKind.RELATIVE or (opener is not None and desk.scene.is_a(opener, "where"))


def _before_all(desk: Desk, early: list[Match], found: list[Found]) -> Iterator[Found]:
    """Numbers of people told before anything names whose they are, where all of the article tells of one sender."""
    if len({f.claim.sender for f in found}) != 1:
        return
    done: set[int] = set()
    for match in early:
        if not isinstance(match.row, DeploymentRow) or match.at in done:
            continue
        more = [f for f in _read(desk, match, match.row, found[:1]) if f.claim.number is not None]
        yield from (f for f in more if f.claim.host is not None)
        done |= {match.at} if more else set()


def _people(desk: Desk) -> frozenset[str]:
    """The nouns of the article, and some more, for people who can be deployed."""
    scene, people = desk.scene, desk.scene.words.people
    known = ((noun, people.nearest(noun)) for noun in scene.nouns_in(people))
    named = {noun for noun, row in known if row is not None and (row.holds or row.personnel is not None)}
    return frozenset(named).union(*(scene.words.jobs[job] for job in ("heads", "lives", "observer")))


def _worth(desk: Desk, match: Match, sentence: Sentence, people: frozenset[str]) -> bool:
    """Whether a verb's sentence names people who can be deployed."""
    if match.how is not How.VERB or (isinstance(match.row, DeploymentRow) and match.row.anyone):
        return True
    return not people.isdisjoint(desk.scene.nouns[sentence.first : sentence.last])


def _rank(desk: Desk, match: Match) -> tuple[int, int, int, int, int]:
    """Sentences in order; in a clause its verb before its nouns, and mere people last in the sentence."""
    bare = isinstance(match.row, DeploymentRow) and match.row.bare
    sentence = desk.scene.sentence_of(match.at).number
    return sentence, int(bare), match.clause.first, int(match.how is not How.VERB), match.at


def _taken(desk: Desk, match: Match, found: list[Found]) -> bool:
    """Whether a claim of the same clause has told it already (a verb and its own object noun)."""
    here = desk.scene.text.tokens[match.at].span
    last = found[-4:] if match.how is not How.VERB else []
    if match.how is How.PARTICIPLE and _is_whole(desk, match, last):
        return False
    if is_counted_out(desk.scene, match.nominal, match.clause, last):
        return True
    return any(other.claim.evidence.overlaps(here) or other.core.contains(here) for other in last)


def _is_whole(desk: Desk, match: Match, last: list[Found]) -> bool:
    """Whether people are all those of whom a part is told ("von 9000 dort stationierten Soldaten")."""
    people = match.nominal
    if people is None or people.quantity is None or people.quantity.number is None or people.determiner is None:
        return False
    here = desk.scene.sentence_of(match.at).span
    told = {f.claim.number for f in last if f.claim.evidence.overlaps(here)}
    return people.quantity.number not in told and None not in told


def _read(desk: Desk, match: Match, row: DeploymentRow, found: list[Found]) -> Iterator[Found]:
    roles = verb_roles(desk, match, row, found) if match.how is How.VERB else noun_roles(desk, match, row, found)
    if roles is None:
        return
    guests = guests_among(desk, roles.people, roles.where.host) if match.how is How.VERB else []
    for nominal, whose in guests:
        there = roles._replace(people=nominal, sender=whose, positions=(*roles.positions, *extent(nominal)))
        yield from written(desk, match, there, found)
    if not meets(desk, match, row, roles, found):
        return
    at_home = {roles.where.host} if not roles.open else set()
    senders = (roles.sender, *(one for one in roles.others if one not in at_home))
    told = [f for sender in senders for f in written(desk, match, roles._replace(sender=sender), found)]
    yield from told or _asked(desk, match, roles)
    apart = list(elsewhere(desk, match, roles))
    for other in (*gapped(desk, match, row, roles), *apart):
        yield from written(desk, match, other, found)
    told_of = [*(one for one, _ in guests), *(other.people for other in apart)]
    for nominal in _more(desk, match, roles.people):
        if nominal in told_of:
            continue
        wider = (*roles.positions, *extent(nominal))
        yield from written(desk, match, roles._replace(people=nominal, positions=wider), found)


def _asked(desk: Desk, match: Match, roles: Roles) -> Iterator[Found]:
    """What a question is about, "ob …" as well, which lends its roles to the answers and makes no claim."""
    sentence, opener = desk.scene.sentence_of(match.at), match.clause.opener
    asks = desk.scene.text.tokens[sentence.last - 1].form == "?"
    asks = asks or (opener is not None and desk.scene.is_a(opener, "whether"))
    if asks and match.how is How.VERB and roles.sender is not None and roles.where.host not in {None, roles.sender}:
        yield lending(
            desk.scene.text.span(match.at, match.at + 1), sentence.span, (roles.sender, roles.where.host or "")
        )


def _more(desk: Desk, match: Match, people: Nominal | None) -> list[Nominal]:
    """More people of the same deployment: others beside them, and other numbers of them."""
    if people is None:
        return []
    return [*more_people(desk, match, people), *later(desk, match.clause, people), *earlier(desk, people)]
