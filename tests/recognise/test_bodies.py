"""Bodies of states by adjective, name, capital or compound; bodies that refer back; organisations by their noun."""

from __future__ import annotations

import pytest

from kg.model import ActorKind
from tests.recognise.reading import actors, ids, read


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        ("Der südkoreanische Geheimdienst meldete das.", "südkoreanische Geheimdienst", "nis"),
        ("Der südkoreanische Geheimdienst NIS meldete das.", "südkoreanische Geheimdienst NIS", "nis"),
        ("Südkoreas Geheimdienst meldete das.", "Südkoreas Geheimdienst", "nis"),
        ("Laut dem Geheimdienst Südkoreas fehlt etwas.", "Geheimdienst Südkoreas", "nis"),
        ("Ukrainische Geheimdienste meldeten das.", "Ukrainische Geheimdienste", "ukrainian-intelligence"),
        ("Die US-Geheimdienste meldeten das.", "US-Geheimdienste", "us-intelligence"),
        ("Das russische Verteidigungsministerium schwieg.", "russische Verteidigungsministerium", "russian-mod"),
        ("Die US-Regierung schwieg.", "US-Regierung", "usa"),
        ("Die dänische Regierung schwieg.", "dänische Regierung", "denmark"),
        ("Die Regierung in Seoul prüft das.", "Regierung in Seoul", "south-korea"),
        ("Das Regime in Pjöngjang schwieg.", "Regime in Pjöngjang", "north-korea"),
        ("Das Pentagon schwieg.", "Pentagon", "us-department-of-defense"),
        ("Die Pentagon-Behörden schwiegen.", "Pentagon-Behörden", "us-department-of-defense"),
        ("Das Weiße Haus schwieg.", "Weiße Haus", "white-house"),
        ("Im Weißen Haus schwieg man.", "Weißen Haus", "white-house"),
        ("Der Sprecher des Kremls schwieg.", "Kremls", "kremlin"),
        ("Das südkoreanische Präsidialamt schwieg.", "südkoreanische Präsidialamt", "south-korean-presidential-office"),
        ("Der ukrainische Generalstab schwieg.", "ukrainische Generalstab", "ukrainian-general-staff"),
        ("Die russische Armee schwieg.", "russische Armee", "russian-armed-forces"),
        ("Das Moskauer Außenministerium schwieg.", "Moskauer Außenministerium", "russian-mfa"),
    ],
)
def test_a_body_of_the_gazetteer(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)


@pytest.mark.parametrize(
    ("words", "label", "label_en", "kind"),
    [
        (
            "Das französische Innenministerium schwieg.",
            "französisches Innenministerium",
            "Ministry of the Interior (France)",
            ActorKind.MINISTRY,
        ),
        (
            "Das Innenministerium in Paris schwieg.",
            "französisches Innenministerium",
            "Ministry of the Interior (France)",
            ActorKind.MINISTRY,
        ),
        (
            "Die nordkoreanische Militärführung schwieg.",
            "nordkoreanische Militärführung",
            "North Korean military leadership",
            ActorKind.ARMED_FORCES,
        ),
        (
            "Der britische Geheimdienst schwieg.",
            "britischer Geheimdienst",
            "British intelligence",
            ActorKind.INTELLIGENCE_SERVICE,
        ),
    ],
)
def test_a_body_that_no_registry_knows(words: str, label: str, label_en: str, kind: ActorKind) -> None:
    actor = read(words).mentions.actors[0].actor
    assert (actor.label_de, actor.label_en, actor.kind, actor.registered) == (label, label_en, kind, False)


@pytest.mark.parametrize(
    ("words", "bodies"),
    [
        ("Geheimdienste aus den USA und Südkorea melden das.", {"us-intelligence", "nis"}),
        ("Laut südkoreanischen und US-Geheimdienstberichten fehlt Munition.", {"nis", "us-intelligence"}),
        ("Die ukrainischen und südkoreanischen Geheimdienste melden das.", {"ukrainian-intelligence", "nis"}),
    ],
)
def test_bodies_of_several_states(words: str, bodies: set[str]) -> None:
    assert set(ids(words)) == bodies


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Der südkoreanische Geheimdienst tagte. Der Geheimdienst schwieg.", "nis"),
        ("Das Pentagon prüft. Das Ministerium schwieg.", "us-department-of-defense"),
        ("Das Weiße Haus und der Kreml prüfen. Der Dienst schwieg. NIS und BND auch.", "white-house"),
    ],
)
def test_a_bare_body_refers_back(words: str, actor: str) -> None:
    found = ids(words)
    assert found[0] == actor
    assert found[1] == (actor if "Geheimdienst" in words or "Ministerium" in words else "kremlin")


def test_a_bare_body_without_any_before_it_is_a_description() -> None:
    assert ids("Der Geheimdienst schwieg.") == ["x-group-geheimdienst"]


@pytest.mark.parametrize(
    ("words", "mention", "actor"),
    [
        ("Die Denkfabrik Atlaskreis warnt.", "Denkfabrik Atlaskreis", "x-thinktank-atlaskreis"),
        (
            "Die Zeitung „Halmblatt Heute“ meldet das.",
            "Zeitung „Halmblatt Heute“",
            "x-mediaorganisation-halmblatt-heute",
        ),
        ("Die Nachrichtenagentur Halmpress meldet das.", "Nachrichtenagentur Halmpress", "x-newsagency-halmpress"),
        ("Die Halmstein GmbH warnt.", "Halmstein GmbH", "x-organisation-halmstein-gmbh"),
        (
            "Das Halmstein Institute for Peace (HIP) warnt.",
            "Halmstein Institute for Peace (HIP)",
            "x-organisation-halmstein-institute-for-peace",
        ),
        ("Die Denkfabrik ISW warnt.", "Denkfabrik ISW", "isw"),
        ("Die Universität Halmstadt schweigt.", "Universität Halmstadt", "x-organisation-universitaet-halmstadt"),
        ("Laut HZDK sank der Umsatz.", "HZDK", "x-organisation-hzdk"),
    ],
)
def test_organisations(words: str, mention: str, actor: str) -> None:
    assert (mention, actor) in actors(words)


def test_an_acronym_in_brackets_is_an_alias() -> None:
    words = "Das Halmstein Institute for Peace (HIP) warnt. Später korrigierte HIP die Zahl."
    assert ids(words) == ["x-organisation-halmstein-institute-for-peace"] * 2
    assert read(words).mentions.actors[0].actor.aliases == ("HIP",)


@pytest.mark.parametrize(
    "words", ["Das TV lief.", "Im Osten schneite es.", "Es blieb keine Zeit.", "Das Fest dauerte."]
)
def test_what_is_no_organisation(words: str) -> None:
    assert ids(words) == []


def test_reports_belong_to_whom_they_name() -> None:
    assert ids("Die KCNA-Meldung kam.") == ["kcna"]
    assert ids("Laut ISW-Beobachtungen fehlt Munition.") == ["isw"]
    assert ids("Laut Polizeiangaben fehlt Munition.") == ["x-group-polizeiangaben"]


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("In Seoul war die Freude groß. Das Präsidialamt sprach von Fortschritt.", "south-korean-presidential-office"),
        ("Die Bundesregierung prüft das, teilte das Verteidigungsministerium mit.", "german-mod"),
        ("Wolodymyr Selenskyj dankte. Das Außenministerium schwieg.", "ukrainian-mfa"),
    ],
)
def test_a_bare_body_of_the_one_state_nearby(words: str, actor: str) -> None:
    assert ids(words)[-1] == actor


@pytest.mark.parametrize(
    "words",
    [
        "Selenskyj traf Putin. Das Außenministerium schwieg.",
        "Russland lieferte Gas. Das Außenministerium schwieg.",
    ],
)
def test_a_bare_body_that_may_be_of_several_states_or_none(words: str) -> None:
    assert ids(words)[-1] == "x-group-aussenministerium"


def test_a_seat_that_speaks_impersonally() -> None:
    assert ids("In Washington hieß es, das stimme.") == ["usa"]
    assert ids("In Washington schwieg er.") == []


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Das Nationale Gesundheitsinstitut warnt.", "x-organisation-nationales-gesundheitsinstitut"),
        (
            "Laut der Halmer Allgemeinen Sonntagszeitung fehlt Geld.",
            "x-mediaorganisation-halmer-allgemeine-sonntagszeitung",
        ),
        ("Der Oberste Gerichtshof in Pretoria gab nach.", "x-organisation-suedafrikanischer-oberster-gerichtshof"),
        ("Der Oberste Gerichtshof Estlands gab nach.", "x-organisation-estnischer-oberster-gerichtshof"),
        (
            "An der Technischen Universität Halmstadt wird gestreikt.",
            "x-organisation-technische-universitaet-halmstadt",
        ),
        ("Das Institut für Angewandte Systemanalyse warnt.", "x-organisation-institut-fuer-angewandte-systemanalyse"),
    ],
)
def test_adjectives_with_a_capital_are_part_of_a_name(words: str, actor: str) -> None:
    assert actor in ids(words)


def test_a_town_before_a_paper_tells_where_it_is() -> None:
    assert "x-mediaorganisation-halmblick" in ids("Die Turiner Zeitung Halmblick schrieb das.")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Das Amt für Luftfahrt (AFL) warnt. Später schwieg die AFL.", "x-organisation-amt-fuer-luftfahrt"),
        ("Das Oberlandesgericht (OLG) Kassel tagt. Das OLG schwieg.", "x-organisation-oberlandesgericht-kassel"),
        ("Der Rechnungshof (RH) rügt das. Der RH schwieg.", "x-organisation-rechnungshof"),
    ],
)
def test_a_short_name_in_brackets_means_the_body(words: str, actor: str) -> None:
    assert ids(words)[-1] == actor


def test_a_party_or_a_town_in_brackets_is_no_short_name() -> None:
    assert ids("Der Abgeordnete (SPD) kam. Die SPD schwieg.")[-1] == "spd"
    assert (
        "x-organisation-amt-fuer-luftfahrt" not in ids("Das Amt für Luftfahrt (Kassel) tagt. In Kassel brannte es.")[1:]
    )


def test_what_a_thing_is_called_is_no_body() -> None:
    assert ids("Der Fall Halmgau erregte alle.") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Graz – In der Steiermark fehlen Lehrer. Die Bundesregierung half.", "austrian-federal-government"),
        ("Berlin – In Sachsen fehlen Lehrer, in Wien nicht. Die Bundesregierung half.", "german-federal-government"),
        ("Die Bundesregierung half.", "german-federal-government"),
        ("Linz – In Kärnten gibt es Plätze, heißt es im BMI.", "austrian-interior"),
        ("Köln – In Bonn gibt es Plätze, heißt es im BMI.", "german-interior"),
    ],
)
def test_a_body_of_two_states_is_that_of_the_state_told_of(words: str, found: str) -> None:
    assert found in ids(words)


def test_the_government_named_before_governs_still() -> None:
    words = "Graz – Die österreichische Regierung half. Brüssel schwieg. Die Regierung prüft das."
    assert ("Regierung", "austrian-federal-government") in actors(words)


@pytest.mark.parametrize(
    ("words", "mention", "label"),
    [
        ("Hessens Verkehrsministerium schwieg.", "Hessens Verkehrsministerium", "Verkehrsministerium Hessen"),
        ("Das Verkehrsministerium Hessen schwieg.", "Verkehrsministerium Hessen", "Verkehrsministerium Hessen"),
        ("Kärntens Feuerwehr schwieg.", "Kärntens Feuerwehr", "Feuerwehr Kärnten"),
        ("Europas größte Bank schwieg.", "Europas größte Bank", "Europas größte Bank"),
        ("Seitens des Landgerichts Kassel hieß es das.", "Landgerichts Kassel", "Landgericht Kassel"),
        ("Die Sprecherin des Militärkommandos Tirol schwieg.", "Militärkommandos Tirol", "Militärkommando Tirol"),
        ("Die dänische Botschaft in Riga schwieg.", "dänische Botschaft in Riga", "dänische Botschaft in Riga"),
        (
            "Die Botschaft der Schweiz in Rom schwieg.",
            "Botschaft der Schweiz in Rom",
            "schweizerische Botschaft in Rom",
        ),
        ("Das dänische Konsulat in Izmir half.", "dänische Konsulat in Izmir", "dänisches Konsulat in Izmir"),
        ("Die dänische Botschaft half in Riga.", "dänische Botschaft", "dänische Botschaft"),
    ],
)
def test_a_body_keeps_the_place_that_it_is_called_by(words: str, mention: str, label: str) -> None:
    found = read(words)
    assert {found.words(m): m.actor.label_de for m in found.mentions.actors}[mention] == label


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Graz liegt in der Steiermark. Linz wächst. Tirol auch. Das Innenministerium half.", "austrian-interior"),
        ("Graz wächst. Köln auch. Bonn schrumpft. Linz auch. Das Innenministerium half.", "x-group-innenministerium"),
        ("Graz liegt in der Steiermark. Linz wächst. Tirol auch. Die Polizei half.", "x-group-polizei"),
    ],
)
def test_a_bare_ministry_is_that_of_the_one_state_told_of(words: str, found: str) -> None:
    assert ids(words)[-1] == found
