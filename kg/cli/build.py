"""`kg build`: articles into the graph."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import put_json, say, tracked
from kg.cli.options import (
    DEFAULT_STORE,
    BaseOption,
    JsonOption,
    JudgementsOption,
    MetadataOption,
    QuietOption,
    RegistryOption,
    StoreOption,
    judgements_file,
)
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.corpus import Summary
    from kg.store import Store

__all__ = ["build"]

PathsArgument = Annotated[
    list[Path], typer.Argument(metavar="PATH", help="Files and folders of .txt, .md, .html, .jsonl; - for input.")
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one a core.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Also build articles that have not changed.")]
NowOption = Annotated[
    datetime | None,
    typer.Option("--now", help="The time of the run to be recorded (UTC). [default: SOURCE_DATE_EPOCH, or none]"),
]


def build(
    paths: PathsArgument,
    *,
    metadata: MetadataOption = None,
    registry: RegistryOption = None,
    judgements: JudgementsOption = None,
    base: BaseOption = "",
    store: StoreOption = DEFAULT_STORE,
    jobs: JobsOption = 0,
    force: ForceOption = False,
    now: NowOption = None,
    quiet: QuietOption = False,
    as_json: JsonOption = False,
) -> int:
    """Read articles and make the graph: what is new or changed is built, the rest stays as it is."""
    from kg.corpus import Issue
    from kg.corpus import build as build_all
    from kg.describe.iris import BASE
    from kg.parallel import all_cores
    from kg.pipeline import Options, tools_of
    from kg.read import read
    from kg.store import Store

    judgements = judgements_file(judgements)
    options = Options(
        base=_checked(base or BASE), registries=tuple(registry or ()), judgements=judgements, now=now or _epoch()
    )
    tools_of(options)

    def tell(issue: Issue) -> None:
        say(f"kg: {issue.source}: {issue.message}")

    found = tracked(read(paths, metadata=metadata), what="Building", total=None, quiet=quiet)
    target = Store.writing(store, base=options.base)
    summary = build_all(found, target, options, jobs=jobs or all_cores(), force=force, report=tell)
    across = _derived(target, judgements, fresh=summary.built == 0 and not force) if summary.exit_code != 3 else ""
    if as_json:
        put_json(summary.as_value())
    say(_in_words(summary, store) + across, quiet=quiet or as_json)
    return summary.exit_code


def _derived(store: Store, judgements: Path | None, *, fresh: bool) -> str:
    """Makes the derived graph anew unless nothing has changed since; what it holds, in words."""
    from kg.cli.derive import in_words
    from kg.derive.rebuild import rebuild
    from kg.describe.iris import Iris
    from kg.resolve.judgements import read_judgements

    if fresh and Iris(store.base).graph("derived") in store.graphs():
        return ""
    return "\n" + in_words(rebuild(store, read_judgements(judgements) if judgements else ()))


def _checked(base: str) -> str:
    if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base) is None:
        raise UsageError(f"--base {base}: not a namespace: an http(s) IRI that ends with / or #")
    return base


def _epoch() -> datetime | None:
    """The time that builds are to be dated with, as https://reproducible-builds.org/specs/source-date-epoch/ has it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH={seconds}: not a number of seconds since 1970") from None


def _in_words(summary: Summary, store: Path) -> str:
    results = ", ".join(f"{count} {severity}" for severity, count in sorted(summary.results.items()))
    parts = [f"{summary.built} built", f"{summary.unchanged} unchanged", f"{summary.failed} failed"]
    facts = f"{summary.statements} statements, {summary.claims} claims"
    return f"{', '.join(parts)}; {facts}; {results or 'no findings'}; store: {store}"
