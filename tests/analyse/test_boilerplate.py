"""What is clutter and what is not; all lines are invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analyse.boilerplate import roles
from kg.lang import language
from kg.lang.boilerplate import BoilerplateRow, Where
from kg.model import Role

GERMAN = language("de")
BODY = "Der Minister reiste am Montag nach Riga. Dort traf er die Präsidentin, wie sein Amt mitteilte."
MORE = "Die Gespräche dauerten bis in die Nacht. Ein Ergebnis wurde zunächst nicht bekannt, hieß es danach."
WHOLE_LINES = {Where.LINE, Where.CAPTION}


def marked(text: str) -> list[tuple[str, str]]:
    return [(span.of(text), role.value) for span, role in roles(text, GERMAN)]


def role_of(line: str) -> str:
    """The role of a line between two paragraphs of an article."""
    found = dict(marked(f"{BODY}\n{line}\n{MORE}"))
    return found[line]


CLUTTER = [
    "Mit Ihrem Besuch auf unserer Website stimmen Sie der Verwendung von Cookies zu.",
    "Wir und unsere Partner verarbeiten Daten, um Ihnen personalisierte Inhalte zu zeigen.",
    "Bitte deaktivieren Sie Ihren Adblocker, um weiterlesen zu können.",
    "Unser Journalismus braucht Werbung, schalten Sie bitte den Werbeblocker ab.",
    "Abonnieren Sie unseren täglichen Newsletter, damit Sie nichts verpassen.",
    "Melden Sie sich hier für den Newsletter an!",
    "Möchten Sie unsere Push-Nachrichten erhalten?",
    "Um diesen Inhalt zu sehen, müssen Sie der Datenschutzerklärung zustimmen.",
    "Dieser Artikel ist nur für Abonnenten.",
    "Jetzt für 1 Euro im ersten Monat testen",
    "Schon Abonnent? Hier anmelden",
    "Lesen Sie auch: Warum Riga aufrüstet",
    "Mehr zum Thema: Der Gipfel im Überblick",
    "Startseite › Ausland › Baltikum",
    "Helfer verteilen Decken am Bahnhof von Riga. Foto: Mia Holt/dpa",
    "Die Präsidentin bei ihrer Rede © Agentur Nord/Jan Kranz",
    "Foto: Mia Holt/dpa",
    "Von Lena Sommerfeld und Jan Kranz",
    "Stand: 4.6.2022, 9:10 Uhr",
    "dpa/afp",
    "Mit Material von dpa",
    "Anmerkung der Redaktion: In einer ersten Fassung war der Name falsch geschrieben.",
    "Dieser Text erschien zuerst in einer anderen Zeitung.",
    "17 Kommentare",
    "* * *",
    "ANZEIGE",
]

PROSE = [
    "Die Regierung kündigte an, Cookies zu verbieten.",
    "Sie wollen Cookies verbieten und Werbung besteuern.",
    "Der Konzern verwendet Cookies, um Nutzer zu verfolgen.",
    "„Klicken Sie auf keinen Link und ändern Sie Ihr Passwort“, riet das Amt.",
    "Das Ministerium rät: Klicken Sie nicht auf den Link im Newsletter.",
    "Unsere Partner im Osten verlassen sich auf uns, sagte die Präsidentin.",
    "Der Newsletter des Ministeriums meldete 300 Tote.",
    "Die Zeitung druckte am Freitag eine Anzeige der Armee.",
    "Kommentare lehnte der Sprecher ab.",
    "Teilen der Armee fehlt es an Munition.",
    "Auf dem Foto: nichts als Rauch, sagte der Zeuge.",
    "Quellen im Geheimdienst bestätigen 1500 Soldaten.",
    "Die Quelle: ein Offizier, der seinen Namen nicht nennen will.",
    "Mehr zum Thema sagte der Minister nicht.",
    "Von Jan Kranz stammt der Vorschlag, Truppen zu schicken.",
    "Hinweise auf einen Abzug gibt es nicht.",
    "Dieser Artikel des Abkommens verpflichtet beide Staaten zum Beistand.",
    "Sie haben bereits 3000 Soldaten geschickt.",
    "Lesen Sie den Vertrag, sagte er den Abgeordneten.",
    "Weitere Informationen gab das Pentagon nicht.",
    "Jetzt will Riga Soldaten schicken.",
    "Am 12. März 2024 unterzeichneten beide das Abkommen.",
    "Reuters zitierte einen Beamten.",
    "Seoul (dpa) - Die Regierung warnt vor einer Eskalation.",
    "Die Allianz (Nato) bestätigte den Bericht.",
    "Nach Angaben der Redaktion wurden drei Artikel ihrer Leser gesperrt.",
]


@pytest.mark.parametrize("line", CLUTTER)
def test_clutter(line: str) -> None:
    assert role_of(line) == "clutter"


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_never_clutter(line: str) -> None:
    assert role_of(line) == "prose"


@pytest.mark.parametrize("line", [line for line in PROSE if "(dpa) - " not in line])
def test_prose_stays_prose_inside_a_paragraph(line: str) -> None:
    text = f"{BODY} {line} {MORE}"
    assert marked(text) == [(text, "prose")]


@pytest.mark.parametrize(
    "words",
    [words for row in GERMAN.table(BoilerplateRow).values() if row.where in WHOLE_LINES for words in row.yes],
)
def test_whole_lines_of_the_table_are_clutter(words: str) -> None:
    assert role_of(words) == "clutter"


@pytest.mark.parametrize(
    "line", ["Ort | Riga", "Tote | 12 |", "---|---|", "| Land | Soldaten |", "Verletzte\t40", "Quellen |"]
)
def test_rows_of_tables(line: str) -> None:
    assert role_of(line) == "table"


def test_a_sentence_with_a_bar_is_no_table() -> None:
    line = "Riga | Die Präsidentin hat am Montag ein Abkommen unterzeichnet."
    assert role_of(line) == "prose"


@pytest.mark.parametrize(
    "line",
    [
        "Gipfel in Riga",
        "„Wir sind bereit“: Was die Präsidentin plant",
        "Was will Riga?",
        "Krieg im Osten? Riga rüstet auf",
    ],
)
def test_headlines(line: str) -> None:
    assert role_of(line) == "headline"


@pytest.mark.parametrize(
    "line",
    [
        "Die Lage ist ernst. Niemand weiß, wie es nach dem Gipfel weitergehen soll",
        "Der Minister sagte:",
        "„Die Lage ist ernst.“",
        "„Die Lage ist ernst“, so der Minister,",
    ],
)
def test_lines_that_are_no_headlines(line: str) -> None:
    assert role_of(line) == "prose"


def test_call_on_top_is_a_headline() -> None:
    top = "Riga schickt Soldaten an die Grenze: Präsidentin bestätigt den Einsatz der Armee!"
    assert marked(f"{top}\n{BODY}")[0] == (top, "headline")
    assert marked(f"{BODY}\n{top}\n{MORE}")[1] == (top, "prose")


def test_line_that_the_body_repeats_is_a_headline() -> None:
    top = "Der Minister reiste am Montag nach Riga."
    assert marked(f"{top}\n{BODY}")[0] == (top, "headline")
    assert marked(f"{top}\n{MORE}")[0] == (top, "prose")


def test_lead_stands_between_headline_and_dateline() -> None:
    lead = "Der Minister ist nach Riga gereist. Dort ging es um Waffen."
    top = "Minister in Riga"
    assert marked(f"{top}\n{lead}\nRiga – {BODY}\n{MORE}")[1] == (lead, "headline")
    assert marked(f"{top}\n{lead}\n{BODY}\n{MORE}")[1] == (lead, "prose")
    assert marked(f"{top}\nRiga – {lead}\nWilna – {BODY}")[1] == (f"Riga – {lead}", "prose")


def test_short_paragraph_between_headline_and_long_body_is_a_lead() -> None:
    lead = "Der Minister ist nach Riga gereist. Dort ging es um Waffen."
    top, body = "Riga drängt zur Eile", f"{BODY} {MORE} {BODY}"
    assert marked(f"{top}\n{lead}\n{body}\n{MORE}")[1] == (lead, "headline")
    assert marked(f"{top}\n{lead}\nVon unserer Redaktion\n{body}\n{MORE}")[1] == (lead, "headline")
    assert marked(f"{top}\n{lead}\n{MORE}\n{body}")[1] == (lead, "prose")
    assert marked(f"{lead}\n{body}\n{MORE}")[0] == (lead, "prose")
    assert marked(f"{top}\n{body}\n{lead}\n{MORE} Mehr war nicht zu hören.")[2] == (lead, "prose")


def test_lead_that_runs_into_its_body_ends_at_the_dateline() -> None:
    lead = "Der Minister reist nach Riga. Dort geht es um Waffen."
    assert marked(f"{lead} Riga – {BODY} {MORE}") == [(lead, "headline"), (f"Riga – {BODY} {MORE}", "prose")]
    assert marked(f"{lead} Er bleibt – {BODY} {MORE}")[0][1] == "prose"
    assert marked(f"{BODY} {MORE} {MORE} Riga – {BODY}")[0][1] == "prose"


def test_text_of_headlines_only_is_read() -> None:
    assert marked("Riga schickt 300 Soldaten nach Wilna") == [("Riga schickt 300 Soldaten nach Wilna", "prose")]


def test_menu() -> None:
    assert [role for _, role in marked(f"Baltikum\nNordosten\nRechtes Ufer\n{BODY}")] == ["clutter"] * 3 + ["prose"]
    assert [role for _, role in marked(f"Baltikum\n{BODY}")] == ["headline", "prose"]


def test_teasers_after_their_heading() -> None:
    teasers = "Mehr zum Thema\nRiga baut eine Mauer\nWer regiert in Wilna?"
    found = marked(f"{BODY}\n{teasers}\n{MORE}\nEine Bilanz")
    assert [role for _, role in found] == ["prose", "clutter", "clutter", "clutter", "prose", "headline"]


def test_button_glued_to_the_next_headline() -> None:
    assert marked(f"{BODY}\nKommentareRiga schickt Soldaten nach Wilna\n{MORE}")[1:3] == [
        ("Kommentare", "clutter"),
        ("Riga schickt Soldaten nach Wilna", "headline"),
    ]


def test_lost_line_break() -> None:
    assert marked(f"{BODY}Danach flog er heim. {MORE}") == [(BODY, "prose"), (f"Danach flog er heim. {MORE}", "prose")]
    whole = f"{BODY} Mehr steht auf Beispiel.de und bei Dr.Kranz. {MORE}"
    assert marked(whole) == [(whole, "prose")]


def test_closing_agency_and_what_follows() -> None:
    assert marked(f"{BODY} (APA/dpa, 3.5.2019) {MORE}") == [
        (BODY, "prose"),
        ("(APA/dpa, 3.5.2019)", "clutter"),
        (MORE, "prose"),
    ]


def test_appeal_inside_a_paragraph() -> None:
    appeal = "Abonnieren Sie unseren Newsletter und klicken Sie hier."
    assert marked(f"{BODY} {appeal} {MORE}") == [(BODY, "prose"), (appeal, "clutter"), (MORE, "prose")]


def test_line_broken_at_a_link_is_one_block() -> None:
    broken = "Das berichtet die\nZeitung Nordblatt\n, die mit dem Minister sprach und\nihn zitiert."
    assert marked(f"{BODY}\n{broken}\n{MORE}") == [(BODY, "prose"), (broken, "prose"), (MORE, "prose")]


def test_headline_and_paragraph_stay_apart() -> None:
    text = f"Riga lehnt ab\n{BODY}\nEstland rüstet auf\n{MORE}"
    assert [role for _, role in marked(text)] == ["headline", "prose", "headline", "prose"]


PAGE = """Zum Inhalt springen
Abo abschließen
Baltikum
Lettland verlegt Soldaten an die Grenze
Von Lena Sommerfeld und Jan Kranz, Riga
04.06.2022, 14.05 Uhr
Bild vergrößern
Soldaten bei einer Übung (Archivbild)
Foto:
Jan Kranz / EPA
*Lettland hat 300 Soldaten an die Grenze verlegt. Das teilte das Ministerium am Samstag mit.
Externer Inhalt
Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.
Zur Datenschutzerklärung
*Der Minister sprach von einer »Vorsichtsmaßnahme«.
Mehr zum Thema
Krieg im Osten: Was wir wissen
Wer schützt Riga?
*Die Nato lehnte einen Kommentar ab. (jki/dpa)
© Jan Kranz/Imago
Lesen Sie auch
Estlands Armee im Porträt
*Estland erwägt nach Angaben aus Tallinn, ebenfalls Truppen zu schicken.
Mit Informationen von Mia Holt, Studio Warschau
Über dieses Thema berichtete der Sender am 4. Juni 2022 um 12:00 Uhr.
Liebe Leserinnen und Leser, hier kann nicht kommentiert werden.
Feedback
Kommentare"""


def test_a_whole_page() -> None:
    wanted = [line[1:].removesuffix(" (jki/dpa)") for line in PAGE.splitlines() if line.startswith("*")]
    found = marked(PAGE.replace("\n*", "\n"))
    assert [words for words, role in found if role == "prose"] == wanted
    assert [words for words, role in found if role == "headline"] == [
        "Baltikum",
        "Lettland verlegt Soldaten an die Grenze",
    ]


def test_text_wrapped_at_a_width_is_read_by_paragraphs() -> None:
    one = "Der Minister reiste am Montag nach Riga, wo er mit\nder Präsidentin über Waffen und über den Beistand der\n"
    two = "Nachbarn sprach. Danach flog er weiter nach Wilna und\ntraf dort den Außenminister des Landes."
    three = "Am Abend kehrte er in die Hauptstadt zurück, um dem\nParlament zu berichten, was er gehört hatte."
    assert marked(f"{one}{two}\n\n{three}\n") == [(one + two, "prose"), (three, "prose")]


def test_carriage_returns_are_no_part_of_a_block() -> None:
    assert marked(f"{BODY}\r\n\r\n{MORE}\r\n") == [(BODY, "prose"), (MORE, "prose")]


def test_nothing_in_nothing_out() -> None:
    assert roles("", GERMAN) == ()
    assert roles(" \n\t\n", GERMAN) == ()


@given(st.text() | st.lists(st.sampled_from([*CLUTTER, *PROSE, "|", "\t", "\r\n", "Kommentare", "."])).map("\n".join))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_all_but_white_space(text: str) -> None:
    at = 0
    for span, role in roles(text, GERMAN):
        assert text[at : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        assert isinstance(role, Role)
        at = span.end
    assert text[at:].strip() == ""


HARD = [
    "dpa/",
    "Von Jan ",
    "Startseite > Riga ",
    "A.",
    "(dpa,",
    ". (dpa, ",
    "Klicken Sie ",
    "\u00a0\t",
    " \n",
    "…\n",
    "a",
    "| a ",
]


@pytest.mark.parametrize("unit", HARD)
def test_no_text_takes_long(unit: str) -> None:
    roles(BODY, GERMAN)  # the tables are read
    start = time.process_time()
    roles("Stand " + unit * (6000 // len(unit)) + "!", GERMAN)
    assert time.process_time() - start < 1.0


def test_cost_of_an_article() -> None:
    """Ten times what it takes on one core of a small machine: 0.7 ms for 500 words."""
    text = "\n".join([BODY, MORE] * 15)
    roles(text, GERMAN)
    best = 1.0
    for _ in range(5):
        start = time.process_time()
        roles(text, GERMAN)
        best = min(best, time.process_time() - start)
    assert best < 0.007
