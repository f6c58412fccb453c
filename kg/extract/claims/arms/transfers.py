"""Arms transfers: who gives what to whom, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product

from kg.extract.claims.arms.aided import aided
from kg.extract.claims.arms.any_verb import any_verbs
from kg.extract.claims.arms.apart import answered, purposed
from kg.extract.claims.arms.attributes import bound_for
from kg.extract.claims.arms.denials import denials
from kg.extract.claims.arms.goods import Goods, counted, weapon_in
from kg.extract.claims.arms.known import known_roles
from kg.extract.claims.arms.made import made_abroad, made_roles
from kg.extract.claims.arms.open import settled
from kg.extract.claims.arms.openings import packages_told
from kg.extract.claims.arms.parties import Roles
from kg.extract.claims.arms.parts import contrast, gapped, instead
from kg.extract.claims.arms.returns import paid_for
from kg.extract.claims.arms.roles import Transfer
from kg.extract.claims.arms.sides import fights_for
from kg.extract.claims.arms.stand_ins import with_stand_ins
from kg.extract.claims.arms.suppliers import each_giver
from kg.extract.claims.arms.told import Told
from kg.extract.claims.arms.unknown import names_unknown, nobody
from kg.extract.claims.common.drafts import Desk, amounts, date_in, evidence, judged
from kg.extract.claims.grammar.frames import Frames, How, Match, matches
from kg.extract.claims.grammar.modality import Effect
from kg.extract.claims.grammar.wordlists import words
from kg.lang import Language
from kg.lang.arms_transfer import ArmsTransferRow, Pattern
from kg.model import ArmsTransfer, Deployment, Modality, PartialDate, Role, Span

__all__ = ["arms_transfers"]

_READ = (Role.PROSE, Role.HEADLINE)
_DONE = frozenset({Modality.FACT, Modality.ALLEGED})


@cache
def _frames(language: Language) -> Frames[ArmsTransferRow]:
    return Frames.of(language.table(ArmsTransferRow).values())


def arms_transfers(desk: Desk, moved: Sequence[Deployment] = ()) -> tuple[Transfer, ...]:
    """The arms transfers of an article in the order of the text; `moved`: its deployments, for "seinem Verbündeten"."""
    if not _about_arms(desk):
        return ()
    desk = with_stand_ins(_weighing(desk))
    desk = replace(desk, pairs=_sent(desk, moved))
    found: list[tuple[Transfer, bool]] = []
    told: list[Told] = []
    lumps = packages_told(desk)
    done: set[int] = set()
    for asked in _asked(desk):
        if asked.at in done or _taken(desk, asked, found):
            continue
        while lumps and lumps[0].at < max(asked.at, asked.clause.last):
            told.append(lumps.pop(0))
        roles = known_roles(desk, asked, told, moved)
        if roles is None:
            continue
        here, match = purposed(desk, answered(desk, asked))
        claims = [t for one in each_giver(desk, match, roles) for t in _claims(here, match, one)]
        planned = any(t.claim.modality is Modality.PLANNED for t in claims)
        if claims or match.how is How.VERB:
            told.append(Told(roles.supplier, roles.recipient, roles.goods, match.at, planned))
        done.add(match.at)
        more = _but(desk, match, roles) if match.how is How.VERB else []
        found += [(transfer, names_unknown(desk, match)) for transfer in [*claims, *more]]
    found += [(transfer, False) for transfer in _made(desk, [f.claim for f, _ in found])]
    found += [(Transfer(claim, ()), False) for claim in denials(desk, told, [f.claim for f, _ in found])]
    return tuple(sorted(settled(desk.scene.text, found), key=lambda f: f.claim.evidence.start))


def _asked(desk: Desk) -> list[Match]:
    """Every place that may tell of a transfer, in the order of the text."""
    every = [*matches(desk.scene, _frames(desk.language), _READ), *bound_for(desk), *any_verbs(desk), *aided(desk)]
    return sorted(every, key=lambda m: (m.at, m.how.value))


def _sent(desk: Desk, moved: Sequence[Deployment]) -> tuple[tuple[str, str], ...]:
    """Who has sent people to whom."""
    real = [m for m in moved if m.modality is not Modality.DENIED]
    sent = ((m.sender, fights_for(desk, m.sender, m.host)) for m in real if m.sender is not None and m.host is not None)
    return tuple((sender, host) for sender, host in sent if sender != host)


def _made(desk: Desk, found: Sequence[ArmsTransfer]) -> Iterator[Transfer]:
    """The transfers that weapons of a foreign make tell where no other claim has told of them."""
    tokens = desk.scene.text.tokens
    for match in made_abroad(desk):
        clause = desk.scene.text.span(match.clause.first, match.clause.last)
        here = tokens[match.at].span
        if not any(c.evidence.contains(here) or c.evidence.overlaps(clause) for c in found):
            roles = made_roles(desk, match, found)
            yield from _claims(desk, match, roles) if roles is not None else ()


def _weighing(desk: Desk) -> Desk:
    """The desk with "ob" and "falls" as signs of what could be: whether weapons are given is told as possible."""
    open_words = desk.scene.words.jobs["if-at-all"]
    adverbs = {**desk.signs.adverbs, **dict.fromkeys(open_words, Effect.POSSIBLE)}
    return replace(desk, signs=replace(desk.signs, adverbs=adverbs, conjunctions=desk.signs.conjunctions - open_words))


def _but(desk: Desk, match: Match, roles: Roles) -> list[Transfer]:
    """Who gets nothing, or what is given after all, in a part behind "nicht aber" or "wohl aber"."""
    sides = (
        (contrast(desk, match, roles), Modality.DENIED),
        (instead(desk, match, roles), Modality.FACT),
        (paid_for(desk, match, roles), Modality.FACT),
    )
    same = [f for other in gapped(desk, match, roles) for f in _claims(desk, match, other)]
    return same + [
        f._replace(claim=replace(f.claim, modality=modality))
        for other, modality in sides
        if other is not None
        for f in _claims(desk, match, other)
    ]


def _about_arms(desk: Desk) -> bool:
    """Whether the article has a weapon, alone or in a compound, or a word of war; without one no transfer counts."""
    return any(map(_tells_of_arms(desk.language), desk.scene.vocabulary))


@cache
def _tells_of_arms(language: Language) -> Callable[[str], bool]:
    known, nouns = words(language), _frames(language).nouns

    @lru_cache(maxsize=50_000)
    def tells(noun: str) -> bool:
        row, item = known.spheres.get(noun), known.item(noun)
        arms = (row is not None and row.conflict) or (item is not None and item.arms)
        given = None if arms else nouns.nearest(noun)
        return arms or (given is not None and any(weapon_in(known, noun, last) is not None for last in given.nouns))

    return tells


def _taken(desk: Desk, match: Match, found: list[tuple[Transfer, bool]]) -> bool:
    here = desk.scene.text.tokens[match.at].span
    last = [f.claim for f, _ in found[-3:] if f.claim.evidence.contains(here)]
    if isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.ANY:
        clause = desk.scene.text.span(match.clause.first, match.clause.last)
        return any(f.claim.evidence.overlaps(clause) for f, _ in found[-6:])
    return any(match.how is not How.VERB or claim.rule == match.row.rule for claim in last)


def _claims(desk: Desk, match: Match, roles: Roles) -> Iterator[Transfer]:
    """One claim for each number: "zehn Panzer und 5000 Granaten" are two."""
    core = _core(desk, match, roles)
    for part in counted(desk, roles.goods):
        sides = judged(desk, match, core, explicit=roles.explicit, giver=roles.supplier)
        for number, (judgement, voice) in product(amounts(part.quantity), sides):
            modality = Modality.PLANNED if roles.planned and judgement in _DONE else judgement
            if modality is Modality.PLANNED and _is_use(match):
                continue
            claim = ArmsTransfer(
                key="",
                claimants=voice.claimants,
                statement=voice.key,
                number=number.number,
                qualifier=number.qualifier,
                minimum=number.minimum,
                maximum=number.maximum,
                modality=modality,
                when=_when(desk, match, roles.goods),
                evidence=evidence(desk, _with_list(desk, match, roles.goods), roles.positions, voice),
                rule=match.row.rule,
                supplier=roles.supplier,
                recipient=roles.recipient,
                items=part.items,
            )
            yield Transfer(claim, roles.actors)


def _with_list(desk: Desk, match: Match, goods: Goods) -> Match:
    """The match with its clause grown over a list behind it, or over the goods that it is a relative clause of."""
    last = max((n.last for n in goods.phrases), default=0)
    if match.how is How.VERB and goods.number is None and last and last <= match.clause.first:
        first = min(p for p in goods.positions)
        near = desk.scene.sentence_of(match.at).first <= first
        return match._replace(clause=match.clause._replace(first=first)) if near else match
    listed = bool(goods.phrases) and goods.phrases[0].first >= match.clause.last
    return match._replace(clause=match.clause._replace(last=last)) if listed else match


def _is_use(match: Match) -> bool:
    """Whether goods are used: a use that is only planned tells of no transfer."""
    return isinstance(match.row, ArmsTransferRow) and match.row.pattern is Pattern.FIRE


def _when(desk: Desk, match: Match, goods: Goods) -> PartialDate | None:
    """The date of the clause, if it is no number in a name ("Panzerhaubitzen 2000")."""
    ends = {phrase.last for phrase in goods.phrases}
    named = any(date.first in ends and date.last == date.first + 1 for date in desk.scene.mentions.dates)
    return None if named else date_in(desk.scene, match.clause)


def _core(desk: Desk, match: Match, roles: Roles) -> Span:
    if roles.goods.number is not None:
        return roles.goods.number.span
    if match.how is not How.VERB or not roles.goods.phrases:
        return desk.scene.text.tokens[match.at].span
    phrase, none = roles.goods.phrases[0], nobody(desk, match)
    ends = (phrase.first, phrase.last, *((none.first, none.last) if none is not None else ()))
    return desk.scene.text.span(min(ends), max(ends))
