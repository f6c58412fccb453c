"""How long recognition takes: python benchmarks/recognise.py [FOLDER OF .txt]; without one an article of its own."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kg.analyse import analyse
from kg.gazetteer import load
from kg.lang import language
from kg.model import Article, PartialDate
from kg.recognise import recognise
from kg.recognise.lexicon import lexicon_of

SAMPLE = (
    "Der südkoreanische Geheimdienst NIS hat nach eigenen Angaben am Freitag rund 3.000 Soldaten im Osten Russlands "
    "gezählt. Kremlsprecher Dmitri Peskow sprach von Fantasie. Die Forscherin Edda Kranich von der Denkfabrik "
    "Atlaskreis hält bis zu 5.000 Mann für denkbar. Das Verteidigungsministerium in Kiew äußerte sich nicht.\n\n"
)


def articles(arguments: list[str]) -> list[Article]:
    day = PartialDate("2024-10-30")
    if not arguments:
        return [Article(id="sample", text=SAMPLE * 10, published=day)]
    paths = sorted(Path(arguments[0]).glob("*.txt"))
    return [Article(id=path.stem, text=path.read_text(encoding="utf-8"), published=day) for path in paths]


def main() -> None:
    started = time.process_time()
    german, gazetteer = language("de"), load()
    loaded = time.process_time()
    lexicon_of(german, gazetteer)
    indexed = time.process_time()
    recognise(analyse(Article(id="first", text=SAMPLE), german), german, gazetteer)
    texts = [analyse(article, german) for article in articles(sys.argv[1:])]
    begun = time.process_time()
    for text in texts:
        recognise(text, german, gazetteer)
    spent = time.process_time() - begun
    words = sum(len(text.tokens) for text in texts)
    print(f"gazetteer {1000 * (loaded - started):.0f} ms, index {1000 * (indexed - loaded):.0f} ms")
    print(f"{len(texts)} articles, {words} tokens: {600_000 * spent / words:.1f} ms for 600 tokens (500 words)")


if __name__ == "__main__":
    main()
