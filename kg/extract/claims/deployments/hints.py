"""Where an article names the soldiers it is about, so that "sie" and "die Männer" behind it are those."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.claims.common.contingent import is_troop, troop_sentences
from kg.extract.claims.deployments.found import Found
from kg.extract.claims.grammar.scene import Scene
from kg.extract.claims.grammar.slots import owner
from kg.model import Deployment, Modality, Personnel, Sentence, Span

__all__ = ["before_sentence", "hints", "lending"]


def hints(scene: Scene, pair: tuple[str, str]) -> tuple[Found, ...]:
    """A deployment that lends its roles before the article, and one for every sentence of it that names the soldiers
    whom it is about; `pair`: whose they are and in what country."""
    named = (s for s in troop_sentences(scene) if _names(scene, s, pair[0]))
    return (lending(Span(0, 0), Span(0, 0), pair), *(lending(_first(scene, s, pair[0]), s.span, pair) for s in named))


def before_sentence(known: Sequence[Found], found: list[Found], sentence: Sentence) -> list[Found]:
    """What is told before a sentence, in the order of the text."""
    if not known:
        return found
    last = found[-4:]
    near = [one for one in known if one.claim.evidence.end <= sentence.start]
    near = [one for one in near if not any(one.claim.evidence.contains(f.core) for f in last)]
    return sorted([*near, *found], key=lambda one: one.core.start)


def _names(scene: Scene, sentence: Sentence, sender: str) -> bool:
    if any(scene.is_a(place, "caught") for place in range(sentence.first, sentence.last)):
        return False
    return any(owner(scene, n) == sender for n in scene.nominals[sentence.number] if is_troop(n))


def _first(scene: Scene, sentence: Sentence, sender: str) -> Span:
    soldiers = next(n for n in scene.nominals[sentence.number] if is_troop(n) and owner(scene, n) == sender)
    return scene.text.span(soldiers.first, soldiers.last)


def lending(core: Span, evidence: Span, pair: tuple[str, str]) -> Found:
    """A deployment that is no claim and only lends its roles; `pair`: who sends people, and where they are."""
    sender, host = pair
    claim = Deployment(
        key="",
        claimants=(),
        statement=None,
        modality=Modality.FACT,
        evidence=evidence,
        rule="",
        sender=sender,
        host=host,
        personnel=Personnel.SOLDIERS,
    )
    return Found(claim, (), core, lent=True)
