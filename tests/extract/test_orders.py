"""Who gives and who gets, who sends and where to, in every order of words and for names of every gender."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from kg.model import ArmsTransfer, Casualties, Deployment
from tests.extract.claim_cases import facts_of
from tests.extract.forms import STATES, State, sentence

Words = Callable[[State, State], str]

TRANSFERS: dict[str, Words] = {
    "subject, dative": lambda s, r: f"{s.nominative} {s.verb('liefert', 'liefern')} {r.dative} 40 Panzer.",
    "participle": lambda s, r: f"{s.nominative} {s.verb('hat', 'haben')} 40 Panzer {r.to} geliefert.",
    "received": lambda s, r: f"{r.nominative} {r.verb('hat', 'haben')} {s.of} 40 Panzer erhalten.",
    "bought off": lambda s, r: f"{r.nominative} {r.verb('kaufte', 'kauften')} {s.dative} 40 Panzer ab.",
    "passive": lambda s, r: f"40 Panzer wurden {s.of} {r.to} geliefert.",
    "passive, dative first": lambda s, r: f"{r.dative} wurden {s.of} 40 Panzer überlassen.",
    "whom": lambda s, r: f"{r.nominative}, {r.to_whom} {s.nominative} 40 Panzer {s.verb('gab', 'gaben')}, blieb still.",
    "who": lambda s, r: f"{s.nominative}, {s.relative} {r.dative} 40 Panzer {s.verb('gab', 'gaben')}, blieb still.",
    "that": lambda s, r: f"Es heißt, dass {s.nominative} {r.dative} 40 Panzer geliefert {s.verb('hat', 'haben')}.",
    "that, bought": lambda s, r: f"Es heißt, dass {r.nominative} {s.of} 40 Panzer gekauft {r.verb('hat', 'haben')}.",
    "with": lambda s, r: f"{s.nominative} {s.verb('rüstet', 'rüsten')} {r.accusative} mit Panzern aus.",
    "denied": lambda s, r: f"{s.nominative} {s.verb('dementiert', 'dementieren')}, {r.dative} Panzer zu liefern.",
    "origin": lambda s, r: f"{s.adjective}e Panzer sind {r.inside} eingetroffen.",
    "noun": lambda s, r: f"Die Lieferung von 40 Panzern durch {s.accusative} {r.to} hat begonnen.",
    "goods, who": lambda s, r: (
        f"Die Panzer, die {s.nominative} {r.dative} geliefert {s.verb('hat', 'haben')}, sind alt."
    ),
    "goods, whence": lambda s, r: f"Die Panzer, die {r.nominative} {s.of} erhalten {r.verb('hat', 'haben')}, sind alt.",
    "goods first": lambda s, r: f"40 Panzer {s.verb('schickte', 'schickten')} {s.nominative} im Mai {r.to}.",
    "will": lambda s, r: f"{s.nominative} {s.verb('will', 'wollen')} {r.dative} 40 Panzer verkaufen.",
}

DEPLOYMENTS: dict[str, Words] = {
    "sends": lambda s, r: f"{s.nominative} {s.verb('schickt', 'schicken')} 3000 Soldaten {r.into}.",
    "sent": lambda s, r: f"{s.nominative} {s.verb('hat', 'haben')} 3000 Soldaten {r.into} entsandt.",
    "arrived": lambda s, r: f"3000 {s.adjective}e Soldaten sind {r.inside} eingetroffen.",
    "stationed": lambda s, r: f"3000 Soldaten {s.out_of} sind {r.inside} stationiert.",
    "place first": lambda s, r: f"{r.into} {s.verb('hat', 'haben')} {s.nominative} 3000 Soldaten verlegt.",
    "noun": lambda s, r: f"Die Entsendung von 3000 Soldaten {r.into} durch {s.accusative} begann im Mai.",
    "took in": lambda s, r: f"{r.nominative} {r.verb('hat', 'haben')} 3000 {s.adjective}e Soldaten aufgenommen.",
    "who": lambda s, r: (
        f"{s.nominative}, {s.relative} 3000 Soldaten {r.into} {s.verb('schickte', 'schickten')}, blieb."
    ),
    "that": lambda s, r: f"Es heißt, dass 3000 {s.adjective}e Soldaten {r.into} verlegt wurden.",
    "number": lambda s, r: f"Die Zahl der {s.adjective}en Soldaten {r.inside} liegt bei 3000.",
    "fight": lambda s, r: f"{r.inside} kämpfen 3000 {s.adjective}e Soldaten.",
    "trained": lambda s, r: f"3000 {s.adjective}e Soldaten werden {r.inside} ausgebildet.",
    "will": lambda s, r: f"{s.nominative} {s.verb('will', 'wollen')} bis zu 3000 Soldaten {r.into} schicken.",
    "denied": lambda s, r: f"{s.nominative} {s.verb('leugnet', 'leugnen')}, Soldaten {r.into} geschickt zu haben.",
    "with": lambda s, r: f"{s.nominative} {s.verb('hilft', 'helfen')} {r.dative} mit 3000 Soldaten.",
}

CASUALTIES = (
    "3000 {0}e Soldaten wurden getötet.",
    "3000 {0}e Soldaten sind gefallen.",
    "3000 {0}e Soldaten kamen ums Leben.",
    "Die Zahl der getöteten {0}en Soldaten liegt bei 3000.",
    "Unter den Toten sind 3000 {0}e Soldaten.",
    "Der Dienst geht von 3000 getöteten {0}en Soldaten aus.",
    "Von den 9000 {0}en Soldaten sind 3000 gefallen.",
    "Bisher sollen 3000 {0}e Soldaten getötet worden sein.",
    "Mehr als 3000 {0}e Soldaten haben ihr Leben verloren.",
)


@pytest.mark.parametrize("words", TRANSFERS.values(), ids=TRANSFERS)
def test_transfers(words: Words) -> None:
    wrong = []
    for giver, taker in permutations(STATES, 2):
        text = sentence(words(giver, taker))
        found = {(c.supplier, c.recipient) for c in facts_of(text).claims if isinstance(c, ArmsTransfer)}
        if found != {(giver.id, taker.id)}:
            wrong.append((text, found))
    assert not wrong


@pytest.mark.parametrize("words", DEPLOYMENTS.values(), ids=DEPLOYMENTS)
def test_deployments(words: Words) -> None:
    wrong = []
    for sender, host in permutations(STATES, 2):
        text = sentence(words(sender, host))
        found = {(c.sender, c.host) for c in facts_of(text).claims if isinstance(c, Deployment)}
        if found != {(sender.id, host.id)}:
            wrong.append((text, found))
    assert not wrong


@pytest.mark.parametrize("words", CASUALTIES)
def test_casualties(words: str) -> None:
    wrong = []
    for state in STATES:
        text = words.format(state.adjective)
        found = {(c.of, c.type, c.number) for c in facts_of(text).claims if isinstance(c, Casualties)}
        if found != {(state.id, "killed", 3000)}:
            wrong.append((text, found))
    assert not wrong
