"""Denials that name no event of their own: "Aus Moskau kamen Dementis", of the deployment that the article tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kg.extract.claims.common.drafts import Desk
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.nominals import Nominal
from kg.extract.claims.grammar.scene import Scene
from kg.model import Deployment, Modality, Personnel, Sentence, Span, Stance, Statement, Token, Topic

__all__ = ["echoes"]

_DOUBTFUL = Decimal("0.6")
_AFTER = 9
"""Sentences after a deployment in which a denial is still taken for one of it."""
_SHORT = 6
"""Tokens that a content without an event of its own has at most."""
_ENOUGH = 2
"""How often a deployment must have been told before a bare denial is taken to mean it."""


def echoes(desk: Desk, found: list[Found]) -> Iterator[Found]:
    """Denials that name no event of their own ("Aus Moskau kamen Dementis"): of the deployment that the article tells
    most often, where a party to it denies."""
    told = Counter((f.claim.sender, f.claim.host) for f in found if f.claim.host is not None and f.claim.sender)
    if not told:
        return
    (sender, host), times = told.most_common(1)[0]
    for statement in desk.scene.statements:
        told_of = times >= _ENOUGH or _is_near(desk.scene, statement, found)
        if not (told_of and _is_echo(desk.scene, statement, found)):
            continue
        powers = {desk.scene.power(desk.scene.actors.get(speaker)) for speaker in statement.speakers}
        if powers & {sender, host}:
            yield Found(_denial(desk.scene, statement, sender, host), (), statement.content)


def _is_near(scene: Scene, statement: Statement, found: list[Found]) -> bool:
    """Whether a statement stands right behind a deployment."""
    before = scene.text.sentences[max(_sentence(scene, statement).number - 1, 0)].start
    return any(before <= f.claim.evidence.start < statement.content.start for f in found)


def _is_echo(scene: Scene, statement: Statement, found: list[Found]) -> bool:
    if statement.stance is not Stance.DENIES or not (
        Topic.DEPLOYMENT in statement.topics or _follows(scene, statement, found)
    ):
        return False
    if _is_of_goods(scene, statement, found):
        return False
    inside = [scene.text.tokens[place] for place in scene.inside_of(statement.content)]
    fresh = not any(f.claim.evidence.overlaps(statement.content) for f in found)
    accounts = any(scene.is_a(t.position, "accounts") and t.tag != "ART" for t in inside)
    hurt = any(scene.is_a(t.position, "hurt") for t in inside)
    words = [t for t in _object(scene, statement) if not t.tag.startswith("$")]
    short = (len(words) <= _SHORT and not _is_about(scene, statement)) or (
        len(words) <= 2 * _SHORT and _is_mere(scene, statement)
    )
    return fresh and accounts and not hurt and short


def _is_of_goods(scene: Scene, statement: Statement, found: list[Found]) -> bool:
    """Whether the sentence before tells of goods and of no deployment: the denial is then of them."""
    before = scene.text.sentences[max(_sentence(scene, statement).number - 1, 0)]
    goods = any(nominal.item is not None for nominal in scene.nominals[before.number])
    return goods and not any(f.claim.evidence.overlaps(before.span) for f in found)


def _object(scene: Scene, statement: Statement) -> list[Token]:
    """The words of a denial before "als", which tells what it calls them."""
    inside = [scene.text.tokens[place] for place in scene.inside_of(statement.content)]
    end = next((place for place, t in enumerate(inside) if t.tag == "KOKOM"), len(inside))
    return inside[:end]


def _follows(scene: Scene, statement: Statement, found: list[Found]) -> bool:
    """Whether a denial of something that it does not name stands close behind a deployment, and names no goods; of
    "das" right behind it."""
    start = statement.content.start
    number = _sentence(scene, statement).number
    named = any(t.tag == "NN" for t in _object(scene, statement))
    before = scene.text.sentences[max(number - (_AFTER if named else 1), 0)].start
    goods = any(n.item is not None for s in scene.nominals[max(number - 1, 0) : number + 1] for n in s)
    near = any(before <= f.claim.evidence.start < start for f in found)
    return near and not goods and _is_mere(scene, statement)


def _is_about(scene: Scene, statement: Statement) -> bool:
    """ "die Vorwürfe zur Lage der Bauern": whether a preposition tells what they are about, and it is nobody."""
    named = _of_nobody(scene, statement)
    return any(n.preposition is not None and scene.is_a(n.preposition, "on-topic") for n in named)


def _is_mere(scene: Scene, statement: Statement) -> bool:
    """Whether a denial names reports, or whose they are, and nothing that they are about ("wies die Berichte als Lüge
    zurück", not "den Vorwurf der Korruption")."""
    named = _of_nobody(scene, statement)
    return not any(not scene.is_a(n.head, "accounts") and n.lemma not in scene.words.jobs["west"] for n in named)


def _of_nobody(scene: Scene, statement: Statement) -> Iterator[Nominal]:
    """The noun phrases behind others in the sentence and the words of a denial that name nobody and no place."""
    tokens = scene.text.tokens
    for n in scene.nominals[_sentence(scene, statement).number]:
        inside = n.attached and statement.content.contains(tokens[n.head].span)
        if inside and n.actor is None and n.place is None and n.people is None and not n.owners:
            yield n


def _sentence(scene: Scene, statement: Statement) -> Sentence:
    """The sentence that the words of a statement begin in."""
    return scene.sentence_of(scene.text.place_of(statement.content.start))


def _denial(scene: Scene, statement: Statement, sender: str | None, host: str | None) -> Deployment:
    return Deployment(
        key="",
        claimants=statement.speakers,
        statement=statement.key,
        modality=Modality.DENIED,
        evidence=_clause(scene, statement),
        rule="deployment/denial",
        certainty=_DOUBTFUL,
        sender=sender,
        host=host,
        personnel=Personnel.SOLDIERS,
    )


def _clause(scene: Scene, statement: Statement) -> Span:
    """The clause of the denial without the clauses that hang on it."""
    clause = scene.clause_at(scene.text.place_of(statement.content.start))
    if clause is None:
        return statement.content
    own = [p for p in scene.own_tokens(clause) if not scene.text.tokens[p].tag.startswith("$")]
    return scene.text.span(own[0], own[-1] + 1)
