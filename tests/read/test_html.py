from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.html import html_record, read_html
from read.texts import BODY

MORE = "Die Gespräche dauerten bis in die Nacht. Ein Ergebnis wurde zunächst nicht bekannt, hieß es danach im Amt."
LINKED = (
    '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
    '{"@type": "NewsArticle", "datePublished": "2024-06-03T23:00:00+02:00", "dateModified": "2024-06-04"}]}'
)


def page(head: str = "", body: str = "") -> str:
    return (
        f'<!doctype html><html lang="de"><head><title>Gipfel in Riga</title>{head}</head>'
        '<body><nav><a href="/">Start</a></nav>'
        f"<article><h1>Gipfel in Riga</h1><p>{BODY}</p>{body}<p>{MORE}</p></article>"
        "<footer>Impressum</footer></body></html>"
    )


def given_of(words: str) -> dict[str, str]:
    return {key: value.value for key, value in html_record("a.html", "a", words).given.items()}


def test_main_text_and_metadata() -> None:
    head = (
        '<meta property="og:site_name" content="Nordblatt">'
        '<link rel="canonical" href="https://nordblatt.example/gipfel">'
        '<meta property="article:published_time" content="2024-06-03T09:00:00+02:00">'
    )
    record = html_record("a.html", "a", page(head))
    assert BODY in record.text
    assert MORE in record.text
    assert "Impressum" not in record.text
    assert given_of(page(head)) == {
        "headline": "Gipfel in Riga",
        "publisher": "Nordblatt",
        "url": "https://nordblatt.example/gipfel",
        "published": "2024-06-03T09:00:00+02:00",
    }


def test_linked_data_of_the_article_comes_first() -> None:
    found = given_of(
        page(f'<script type="application/ld+json">{LINKED}</script><meta name="date" content="2019-01-01">')
    )
    assert (found["published"], found["updated"]) == ("2024-06-03T23:00:00+02:00", "2024-06-04")


def test_microdata() -> None:
    found = given_of(page(body='<time itemprop="datePublished" datetime="2024-06-03">3.6.</time>'))
    assert found["published"] == "2024-06-03"


def test_no_date_is_guessed() -> None:
    assert "published" not in given_of(page(body="<p>Copyright 2021, zuletzt am 5. Mai 2020.</p>"))
    assert "published" not in given_of(page('<script type="application/ld+json">{broken</script>'))


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="iso-8859-1">', '<meta http-equiv="content-type" content="text/html; charset=ISO-8859-1">'],
)
def test_declared_encoding(declaration: str) -> None:
    assert BODY in read_html(Path("a.html"), page(declaration).encode("latin-1")).text


def test_xml_declaration() -> None:
    assert BODY in html_record("a", "a", '<?xml version="1.0" encoding="utf-8"?>' + page()).text


@pytest.mark.parametrize("words", ["", "   ", "<html><body></body></html>"])
def test_page_without_article(words: str) -> None:
    with pytest.raises(InputError):
        html_record("a.html", "a", words)


PARTS = [
    "<p>",
    BODY,
    "<html>",
    "</div>",
    "<svg>",
    "<!--",
    '<a href="http://[">',
    "\x01",
    "&#xD800;",
    "<table><tr><td>",
    "]]>",
]


@given(st.lists(st.sampled_from(PARTS)).map("".join))
@settings(max_examples=40, deadline=None)
def test_any_page_gives_a_record_or_an_input_error(words: str) -> None:
    try:
        found = html_record("a.html", "a", words).text.strip()
    except InputError as fault:
        found = str(fault).partition("\n")[0]
    assert found
