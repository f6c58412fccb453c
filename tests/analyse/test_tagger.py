"""What each word is, by its neighbours."""

from __future__ import annotations

import pytest

from tests.analyse.reading import read, tag, token

TAGS = [
    # article, relative pronoun, demonstrative
    ("Der Minister kam.", "Der", "ART"),
    ("Der Minister, der kam, schwieg.", "der", "PRELS"),
    ("Die Frau, deren Haus brannte, floh.", "deren", "PRELS"),
    ("Das Lager, in dem sie übten, brannte.", "dem", "PRELS"),
    ("Fotos, Ausweise – das alles will der Dienst gesichert haben.", "das", "PDS"),
    ("Das Kontingent umfasst 900 Mann.", "umfasst", "VVFIN"),
    ("Das ist gut.", "Das", "PDS"),
    ("Dieser Plan gilt.", "Dieser", "PDAT"),
    ("Seine Partei klagte.", "Seine", "PPOSAT"),
    ("Viele Menschen flohen.", "Viele", "PIAT"),
    ("Niemand kam.", "Niemand", "PIS"),
    ("Sie irrte sich.", "sich", "PRF"),
    ("Sie irrte sich.", "Sie", "PPER"),
    # preposition, particle, conjunction
    ("Er ging zum Haus.", "zum", "APPRART"),
    ("Er ging mit ihr.", "mit", "APPR"),
    ("Er hofft zu gewinnen.", "zu", "PTKZU"),
    ("Er plant, Soldaten zu schicken.", "zu", "PTKZU"),
    ("Er plant, Soldaten zu schicken.", "schicken", "VVINF"),
    ("Er ging zu großen Konzernen.", "zu", "APPR"),
    ("Er ging zu ihr.", "zu", "APPR"),
    ("Er sagte, dass sie kam.", "dass", "KOUS"),
    ("Er fragte, ob sie kam.", "ob", "KOUS"),
    ("Während des Krieges floh er.", "Während", "APPR"),
    ("Während der Krieg tobte, floh er.", "Während", "KOUS"),
    ("Seit Montag regnet es.", "Seit", "APPR"),
    ("Seit der Krieg tobt, fehlt Brot.", "Seit", "KOUS"),
    ("Bis Montag regnet es.", "Bis", "APPR"),
    ("Es kamen bis zu 500 Mann.", "bis", "APPR"),
    ("Es dauerte bis in den Mai.", "bis", "APPR"),
    ("Er wartet, bis sie in Wien ist.", "bis", "KOUS"),
    ("Während in Wien gefeiert wird, schweigt Graz.", "Während", "KOUS"),
    ("Um zu helfen, kam er.", "Um", "KOUI"),
    ("Er rechnet damit, dass es regnet.", "damit", "ADV"),
    ("Er übt, damit es gelingt.", "damit", "KOUS"),
    ("Männer sowie Frauen flohen.", "sowie", "KON"),
    ("Da schwieg er.", "Da", "ADV"),
    ("Er ging, da es regnete.", "da", "KOUS"),
    ("Er ist größer als sie.", "als", "KOKOM"),
    ("Er kam, als sie ging.", "als", "KOUS"),
    ("Als er kam, ging sie.", "Als", "KOUS"),
    ("Als Minister schwieg er.", "Als", "KOKOM"),
    ("Es war kalt wie nie.", "wie", "KOKOM"),
    ("Wie der Sender meldet, brannte es.", "Wie", "KOUS"),
    ("Wie geht es ihm?", "Wie", "PWAV"),
    ("Um den Hof steht ein Zaun.", "Um", "APPR"),
    ("Er und sie kamen.", "und", "KON"),
    ("Er kam nicht.", "nicht", "PTKNEG"),
    ("Laut Polizei brannte es.", "Laut", "APPR"),
    ("Ihm zufolge brannte es.", "zufolge", "APPO"),
    # separated prefix
    ("Die Polizei teilte das mit.", "mit", "PTKVZ"),
    ("Er wies den Vorwurf zurück.", "zurück", "PTKVZ"),
    ("Sie gab das Amt auf.", "auf", "PTKVZ"),
    ("Sie wartet auf ihn.", "auf", "APPR"),
    # verbs
    ("Der Minister sagte nichts.", "sagte", "VVFIN"),
    ("Der Minister hat nichts gesagt.", "gesagt", "VVPP"),
    ("Der Minister hat nichts gesagt.", "hat", "VAFIN"),
    ("Der Minister will nichts sagen.", "will", "VMFIN"),
    ("Der Minister will nichts sagen.", "sagen", "VVINF"),
    ("Sie sagen nichts.", "sagen", "VVFIN"),
    ("Er weigert sich, das mitzuteilen.", "mitzuteilen", "VVIZU"),
    ("Das Haus wurde zerstört.", "zerstört", "VVPP"),
    ("Dass er das gesehen haben soll, glaubt niemand.", "haben", "VAINF"),
    ("Er ist krank gewesen.", "gewesen", "VAPP"),
    ("Er sagte, er klage bald.", "klage", "VVFIN"),
    ("Sie sagte, die Wahl folge später.", "folge", "VVFIN"),
    # adjectives beside nouns
    ("Die genannten Soldaten flohen.", "genannten", "ADJA"),
    ("Die verletzten Soldaten flohen.", "verletzten", "ADJA"),
    ("Das zerstörte Haus brannte.", "zerstörte", "ADJA"),
    ("Die russischen Truppen wichen.", "russischen", "ADJA"),
    ("Die ukrainische Seite schwieg.", "ukrainische", "ADJA"),
    ("Die Lage ist ernst.", "ernst", "ADJD"),
    # nouns and names, at the beginning of sentences too
    ("Soldaten flohen aus der Stadt.", "Soldaten", "NN"),
    ("Verhandlungen begannen am Montag.", "Verhandlungen", "NN"),
    ("Angaben des Amtes fehlten.", "Angaben", "NN"),
    ("Weiter sagte er nichts.", "Weiter", "ADV"),
    ("Gestern kam er.", "Gestern", "ADV"),
    ("Nordkoreanische Soldaten kamen.", "Nordkoreanische", "ADJA"),
    ("Bestätigt wurde das nicht.", "Bestätigt", "VVPP"),
    ("Nato-Generäle tagten.", "Nato-Generäle", "NN"),
    ("Waffen- und Munitionslager brannten.", "Waffen-", "TRUNC"),
    # numbers
    ("Rund 1500 Mann kamen.", "1500", "CARD"),
    ("Drei Männer kamen.", "Drei", "CARD"),
    ("Am 18. Oktober kam er.", "18.", "ADJA"),
    ("Die 20-jährige Frau floh.", "20-jährige", "ADJA"),
    ("Die 20-Jährige floh.", "20-Jährige", "NN"),
    # marks
    ("Er kam, sah und ging.", ",", "$,"),
    ("Er kam.", ".", "$."),
    ("Er (der Chef) kam.", "(", "$("),
    ("„Nein“, rief er.", "„", "$("),
]

NAMES = [
    ("Selenskyj sprach mit Rutte.", "Selenskyj"),
    ("In Kursk wird gekämpft.", "Kursk"),
    ("Der Sprecher Dmitri Peskow schwieg.", "Peskow"),
    ("Yonhap meldete Verluste.", "Yonhap"),
    ("Kim Jong-un reiste ab.", "Jong-un"),
    ("Griss meinte das ernst.", "Griss"),
]

LEMMAS = [
    ("Er sagte nichts.", "sagte", "sagen"),
    ("Er hat nichts gewusst.", "gewusst", "wissen"),
    ("Sie wiesen alles von sich.", "wiesen", "weisen"),
    ("Die Berichte stimmen.", "Berichte", "Bericht"),
    ("Nach Angaben des Amtes brannte es.", "Angaben", "Angabe"),
    ("Die Soldaten flohen.", "Soldaten", "Soldat"),
    ("Die Angeklagte schwieg.", "Angeklagte", "Angeklagte"),
    ("Die Verletzte schwieg.", "Verletzte", "Verletzte"),
    ("Der Chef des Amtes schwieg.", "Amtes", "Amt"),
    ("Sie hätten das wissen können.", "hätten", "haben"),
    ("Sie seien sicher.", "seien", "sein"),
    ("Es werde gut.", "werde", "werden"),
]


@pytest.mark.parametrize(("words", "form", "wanted"), TAGS)
def test_tag(words: str, form: str, wanted: str) -> None:
    assert tag(words, form) == wanted


@pytest.mark.parametrize(("words", "form"), NAMES)
def test_names_are_nominal(words: str, form: str) -> None:
    assert tag(words, form) in {"NE", "NN"}


@pytest.mark.parametrize(("words", "form", "wanted"), LEMMAS)
def test_lemma(words: str, form: str, wanted: str) -> None:
    assert token(words, form).lemma == wanted


def test_a_name_keeps_its_form() -> None:
    assert token("Selenskyjs Büro schwieg.", "Büro").lemma == "Büro"
    assert token("In Kursk wird gekämpft.", "Kursk").lemma.startswith("Kursk")


def test_every_token_has_tag_and_lemma() -> None:
    text = read("„Wir warten“, so Dr. Weber (62) am 3. Mai – und 10'000 andere …")
    assert all(token.tag and token.lemma for token in text.tokens)
    assert [token.position for token in text.tokens] == list(range(len(text.tokens)))


def test_only_finite_verbs_have_a_mood() -> None:
    text = read("Er sagte, das Haus sei zerstört worden und könne nicht gerettet werden.")
    assert {token.form for token in text.tokens if token.mood is not None} == {"sagte", "sei", "könne"}
