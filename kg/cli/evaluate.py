"""`kg evaluate`: a graph against gold facts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import put, put_json, say
from kg.cli.options import JsonOption, MetadataOption, RegistryOption

if TYPE_CHECKING:
    from kg.evaluate import Figures
    from kg.model import Article
    from kg.pipeline import Options
    from kg.store import Store

__all__ = ["evaluate"]

ArticlesArgument = Annotated[list[Path], typer.Argument(metavar="ARTICLES...", help="The articles, or their folder.")]
GoldArgument = Annotated[Path, typer.Argument(help="The folder of gold files (NAME.json).")]
StoreOption = Annotated[Path | None, typer.Option("--store", help="Judge this store. [default: build in memory]")]
DataOption = Annotated[list[Path] | None, typer.Option("--data", help="Judge these RDF files. Repeatable.")]
ErrorsOption = Annotated[bool, typer.Option("--errors", help="List what was missed, wrong or extra.")]


def evaluate(
    articles: ArticlesArgument,
    gold: GoldArgument,
    *,
    metadata: MetadataOption = None,
    store: StoreOption = None,
    data: DataOption = None,
    registry: RegistryOption = None,
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Score the facts of articles against facts written by hand: found, right speaker, stance, claims, agreements.

    Without --store or --data the articles are read and a graph is built of them in memory.
    """
    from kg.evaluate import evaluate as judged
    from kg.evaluate import read_gold
    from kg.gazetteer import load
    from kg.pipeline import Options

    golds = read_gold(gold)
    found = _read(articles, {each.identifier for each in golds}, metadata)
    graph = _graph(found, store, data, Options(registries=tuple(registry or ())))
    texts = {article.id: article.text for article in found}
    result = judged(graph, texts, golds, gazetteer=load(registry or ()))
    if as_json:
        return put_json({"figures": result.figures, "errors": list(result.errors)} if errors else result.figures)
    for line in result.errors if errors else ():
        say(line)
    return put(_lines(result.figures))


def _read(paths: Sequence[Path], wanted: set[str], metadata: Path | None) -> list[Article]:
    from kg.errors import InputError
    from kg.model import Article
    from kg.read import read

    items = list(read(paths, metadata=metadata))
    found = [item for item in items if isinstance(item, Article) and item.id in wanted]
    missing = sorted(wanted - {article.id for article in found})
    if missing:
        faults = "; ".join(str(item) for item in items if not isinstance(item, Article))
        raise InputError(f"no article {missing[0]!r} for its gold file{': ' if faults else ''}{faults}")
    return found


def _graph(found: Sequence[Article], store: Path | None, data: Sequence[Path] | None, options: Options) -> Store:
    from kg.evaluate.building import quads_of
    from kg.store import Store

    if store is not None:
        return Store.reading(store)
    if data:
        from kg.rdffile import read_rdf

        return Store.in_memory(quad for file in data for quad in read_rdf(file))
    return Store.in_memory(quads_of(found, options))


def _lines(figures: Figures) -> str:
    rows = (
        f"{name:22} {'  '.join(f'{key} {value}' for key, value in figure.items())}" for name, figure in figures.items()
    )
    return "\n".join(rows)
