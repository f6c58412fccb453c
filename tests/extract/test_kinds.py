"""What kind of actor a speaker is of whom no registry knows."""

from __future__ import annotations

import pytest

from tests.extract.claim_cases import facts_of

SAID = {
    "Laut Innenministerium brennt der Wald.": "Ministry",
    "Das Hafenressort teilte mit, der Pegel steige.": "Group",
    "Die Küstenwache teilte mit, der Pegel steige.": "Organisation",
    "Der Oberste Gerichtshof (OGH) teilte mit, das Gesetz gelte.": "Organisation",
    "Der Sender teilte mit, der Pegel steige.": "MediaOrganisation",
    "Die Armee teilte mit, der Pegel steige.": "ArmedForces",
    "Experten sagten, der Pegel steige.": "Group",
    "Ein Sprecher der Polizei sagte, der Pegel steige.": "Group",
    "Die Sender teilten mit, der Pegel steige.": "Group",
}


@pytest.mark.parametrize(("text", "kind"), SAID.items())
def test_the_noun_of_a_description_tells_its_kind(text: str, kind: str) -> None:
    facts = facts_of(text)
    kinds = {actor.id: actor.kind for actor in facts.actors}
    assert [kinds[speaker] for statement in facts.statements for speaker in statement.speakers] == [kind]


def test_the_source_of_a_claim_is_who_says_it() -> None:
    facts = facts_of("Das Ministerium teilte mit, der Iran habe Mali 40 Panzer geliefert.")
    spoken = {speaker for statement in facts.statements for speaker in statement.speakers}
    assert spoken == {claimant for claim in facts.claims for claimant in claim.claimants} == {"x-ministry-ministerium"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Preis steige, teilte Halmo mit.", "Organisation"),
        ("„Es regnet“, erzählt Otto. Otto lacht.", "Person"),
        ("Ein Team um Tiberu Halmar zählte Käfer. Laut Halmar werden es weniger.", "Person"),
        ("Zeugen kündigten an, sie würden schweigen.", "Group"),
    ],
)
def test_a_bare_word_is_a_name(text: str, kind: str) -> None:
    facts = facts_of(text)
    kinds = {actor.id: actor.kind for actor in facts.actors}
    assert [kinds[speaker] for statement in facts.statements for speaker in statement.speakers] == [kind]
