"""One mention of an agreement, with what its clause, its sentence and the visit told before it say; and the sentence
that goes on about it ("Unterzeichnet wurde er von …")."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.claims.agreements.meetings import Meeting, city_of, meeting_before
from kg.extract.claims.agreements.parties import Telling, named
from kg.extract.claims.agreements.relatives import relative_behind, row_of
from kg.extract.claims.agreements.signed import signing_day
from kg.extract.claims.agreements.signers import signers
from kg.extract.claims.agreements.spots import signing_place
from kg.extract.claims.agreements.types import ties
from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.common.pairs import both_sign, persons_of
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import subject
from kg.lang.agreement import AgreementRow, Tie
from kg.model import Clause, PartialDate, Role, Sentence

__all__ = ["Mention", "followed", "mention_of"]

_LONGEST = 60
"""Tokens of a clause at most; longer ones are lists of headlines."""


class Mention(NamedTuple):
    """One mention of an agreement, with what it tells."""

    noun: Nominal
    row: AgreementRow
    clause: Clause
    """The clause that tells of it."""
    tie: Tie | None
    parties: tuple[str, ...]
    """Fewer than two where the mention leaves them open."""
    signatories: tuple[str, ...]
    signed: PartialDate | None
    place: str | None
    first: int
    last: int
    """Positions of the first token that tells of it and behind the last."""
    attribute: bool = False
    """Whether a participle in front of the noun tells of it, and not the verb of its clause."""

    @property
    def signs(self) -> bool:
        """Whether it tells of the signing."""
        return self.tie is Tie.SIGNS


def mention_of(desk: Desk, noun: Nominal, row: AgreementRow) -> Mention | None:
    """What a noun that names an agreement tells, with what stands around it; None where that is a list."""
    scene = desk.scene
    telling = None if noun.determiner is not None and scene.is_a(noun.determiner, "no") else _telling(desk, noun)
    if telling is None or telling.clause.last - telling.clause.first > _LONGEST:
        return None
    clause, signs = telling.clause, telling.tie is Tie.SIGNS
    meeting = meeting_before(scene, clause)
    people = signers(scene, telling, meeting) if signs else ()
    acts = telling.tie in {Tie.SIGNS, Tie.CONCLUDES}
    agreed = named(scene, telling, people if acts else (), meeting) or _bound(desk, noun, meeting)
    if signs and not people and telling.relative and both_sign(scene, clause):
        people = persons_of(scene, agreed, clause.first)
    place = (signing_place(scene, telling) or (None if telling.zone else meeting.place)) if signs else None
    when = signing_day(scene, telling) or (meeting.when if signs and not telling.zone else None)
    if signs and len(agreed) == 1 and place is not None and not _has_fellow(scene, clause):
        agreed = tuple(sorted({*agreed, *_host(scene, place)}))
    country = meeting.country if signs and place is None and not telling.zone else None
    place = place or city_of(scene, country)
    told = signs and meeting.used and scene.sentence_of(meeting.first).role is Role.PROSE
    first = min(noun.first, clause.first, meeting.first if told else noun.first)
    last = max(noun.last, clause.last)
    attribute = bool(telling.zone) and row_of(desk, clause) is None
    return Mention(noun, row, clause, telling.tie, agreed, people, when, place, first, last, attribute)


def _bound(desk: Desk, noun: Nominal, meeting: Meeting) -> tuple[str, ...]:
    """As in "Der Vertrag, mit dem X und Y einander Hilfe zusagen, trat in Kraft": whom a clause behind it binds."""
    behind = relative_behind(desk, noun)
    row = None if behind is None else row_of(desk, behind)
    if behind is None or row is None or row.tie is not Tie.OBLIGES:
        return ()
    return named(desk.scene, Telling(noun, behind, row.tie, (), relative=True), (), meeting)


def _has_fellow(scene: Scene, clause: Clause) -> bool:
    """Whether somebody else is joined to the subject whom nobody knows ("die Regierung und 14 Gruppen")."""
    top = subject(scene, clause)
    after = (n for n in scene.inside(clause) if top is not None and n.first >= top.last and n.preposition is None)
    return any(n.coordinated and n.actor is None and not n.pronoun for n in after)


def _host(scene: Scene, place: str) -> set[str]:
    """The state where one party alone is told to sign: "der Vertrag, den X in Riga unterzeichnet hat"."""
    known = [mention.place.country for mention in scene.mentions.places if mention.place.id == place]
    return {country for country in known[:1] if country is not None}


def _telling(desk: Desk, noun: Nominal) -> Telling | None:
    """The clause or participle that tells of an agreement, and what it does with it."""
    scene = desk.scene
    clause = scene.clause_at(noun.head)
    if clause is None:
        return None
    own = _tie(desk, noun, clause)
    zone = _zone(desk, noun)
    if zone:
        return Telling(noun, clause, Tie.SIGNS, zone, relative=False, ends=own is Tie.CONCLUDES)
    behind = relative_behind(desk, noun)
    row = None if behind is None else row_of(desk, behind)
    if behind is not None and row is not None and own is not Tie.SIGNS and (own is None or row.tie is Tie.SIGNS):
        return Telling(noun, behind, row.tie, (), relative=True)
    return Telling(noun, clause, own, (), relative=False)


def _tie(desk: Desk, noun: Nominal, clause: Clause) -> Tie | None:
    """What the verb of the noun's own clause does with it."""
    scene, row = desk.scene, row_of(desk, clause)
    if _is_signed_below(scene, noun, clause):
        return Tie.SIGNS
    if row is None:
        return None
    if noun.preposition is None:
        return None if row.tie is Tie.NEGOTIATES or (row.tie is Tie.OBLIGES and not _first(scene, noun)) else row.tie
    by = clause.passive and scene.is_a(noun.preposition, "agent")
    if by and row.tie is Tie.SIGNS:
        return row.tie
    return row.tie if scene.lemma(noun.preposition) in row.prepositions else None


def _is_signed_below(scene: Scene, noun: Nominal, clause: Clause) -> bool:
    """ "setzten ihre Unterschriften unter den Pakt"."""
    below = noun.preposition is not None and scene.is_a(noun.preposition, "below")
    signature = any(n.lemma in scene.words.jobs["signature"] for n in scene.inside(clause))
    return below and signature and clause.lemma in scene.words.jobs["put"]


def _first(scene: Scene, noun: Nominal) -> bool:
    """Whether the noun can be the subject: no genitive, and neither an accusative."""
    return "nom" in noun.cases and not scene.is_a(noun.determiner or 0, "possessor")


def _zone(desk: Desk, noun: Nominal) -> tuple[Nominal, ...]:
    """The noun phrases between the article and a participle of signing in front of the noun; the noun alone where there
    is nothing but a date."""
    scene = desk.scene
    tokens = scene.text.tokens
    stems = tuple(stem for row in ties(desk.language).values() if row.tie is Tie.SIGNS for stem in row.participles)
    at = next((p for p in range(noun.first, noun.head) if tokens[p].tag == "ADJA" and _is(tokens[p].form, stems)), None)
    if at is None:
        return ()
    begin = at
    while begin > scene.sentence_of(at).first and tokens[begin].tag[0] != "V":
        begin -= 1
        if tokens[begin].tag in {"ART", "PDS", "APPRART"} and not _holds_noun(scene, begin, at):
            break
    return tuple(n for n in scene.nominals[scene.sentence_of(at).number] if begin <= n.head < at) or (noun,)


def _is(form: str, stems: tuple[str, ...]) -> bool:
    return any(form.lower().startswith(stem) and len(form) <= len(stem) + 2 for stem in stems)


def _holds_noun(scene: Scene, article: int, at: int) -> bool:
    """Whether an article belongs to a noun in front of the participle ("von den USA unterzeichnete")."""
    tags = [scene.text.tokens[p].tag for p in range(article + 1, at)]
    nearest = next((tag for tag in tags if tag not in {"ADJA", "CARD", "ADV"}), "")
    return scene.text.tokens[article].tag == "APPRART" or nearest in {"NN", "NE"}


def followed(desk: Desk, last: Mention, sentence: Sentence) -> Mention | None:
    """The mention with what a sentence after it tells of the signing: "Unterzeichnet wurde er von X und Y in Z."."""
    scene = desk.scene
    for clause in scene.text.clauses:
        if not sentence.first <= clause.first < sentence.last or (row := row_of(desk, clause)) is None:
            continue
        it = next((n for n in scene.inside(clause) if _points_back(scene, n, clause)), None)
        if it is None or row.tie is not Tie.SIGNS:
            continue
        telling = Telling(it, clause, Tie.SIGNS, (), relative=False)
        meeting = meeting_before(scene, clause)
        people = signers(scene, telling, meeting._replace(persons=()))
        parties = last.parties if len(last.parties) > 1 else named(scene, telling, people, meeting)
        return last._replace(
            clause=clause,
            tie=Tie.SIGNS,
            parties=tuple(sorted({*last.parties, *parties})),
            signatories=tuple(dict.fromkeys([*last.signatories, *people])),
            signed=signing_day(scene, telling) or last.signed,
            place=signing_place(scene, telling) or last.place,
            last=max(last.last, clause.last),
        )
    return None


def _points_back(scene: Scene, nominal: Nominal, clause: Clause) -> bool:
    """Whether a pronoun or "das Dokument" is what is signed: the subject of a passive, the object else."""
    if nominal.preposition is not None:
        return False
    if nominal.pronoun:
        return scene.is_a(nominal.head, "it") and ("nom" if clause.passive else "acc") in nominal.cases
    definite = nominal.determiner is not None and not scene.is_a(nominal.determiner, "a")
    return scene.is_noun(nominal, "document") and definite
