"""`kg push`: the graph into a triplestore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import put_json, say, tracked
from kg.cli.options import DEFAULT_STORE, JsonOption, QuietOption, StoreOption
from kg.cli.remote import AuthOption, KindOption, UserOption, client_of, profile_of

if TYPE_CHECKING:
    from kg.push import Difference, Plan

__all__ = ["push"]

UrlArgument = Annotated[str, typer.Argument(metavar="URL", help="The address of the store, as its kind has it.")]
UpdateOption = Annotated[str, typer.Option("--update-url", help="Where updates go, if not where the kind says.")]
GraphsOption = Annotated[
    str, typer.Option("--graph-store-url", help="Where graphs go (Graph Store Protocol), if not where the kind says.")
]
TextOption = Annotated[bool, typer.Option("--with-text", help="The texts of the articles too; else they stay here.")]
DryOption = Annotated[bool, typer.Option("--dry-run", help="Tell what would be done, and change nothing.")]
PruneOption = Annotated[bool, typer.Option("--prune", help="Remove graphs of this namespace that are gone here.")]
StateOption = Annotated[
    Path | None, typer.Option("--state", help="What the store has already. [default: beside the local store]")
]


def push(
    url: UrlArgument,
    *,
    store: StoreOption = DEFAULT_STORE,
    kind: KindOption = None,
    user: UserOption = None,
    auth: AuthOption = None,
    update_url: UpdateOption = "",
    graph_store_url: GraphsOption = "",
    with_text: TextOption = False,
    dry_run: DryOption = False,
    prune: PruneOption = False,
    state: StateOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> int:
    """Send every new or changed graph to a SPARQL 1.1 store, whole; then read all of them back and compare.

    After an interruption the next push goes on where this one stopped. Exit code 1 where something came back other
    than it went, 4 where the store does not answer or take it.
    """
    import kg.push as remote
    from kg.store import Store

    source = Store.reading(store)
    client = client_of(url, user, auth)
    profile = profile_of(client, url, kind)
    addresses = remote.endpoints(profile, url, update=update_url, graph_store=graph_store_url)
    there = remote.RemoteGraphs(client, profile, addresses)
    known = remote.State(state) if state is not None else remote.State.beside(store, url)
    plan = remote.plan(source, there, known, with_text=with_text)
    if dry_run:
        return _tell(plan, (), profile.name, quads=0, removed=0, as_json=as_json, quiet=quiet)
    removed = plan.gone if prune else ()
    sending = tracked(plan.send, what="send", total=len(plan.send), quiet=quiet)
    quads = remote.push(source, there, known, send=sending, remove=removed)
    graphs = sorted([*plan.send, *plan.keep])
    back = tracked(graphs, what="read back", total=len(graphs), quiet=quiet)
    differences = remote.check(source, there, profile, back)
    return _tell(plan, differences, profile.name, quads=quads, removed=len(removed), as_json=as_json, quiet=quiet)


def _tell(
    plan: Plan,
    differences: tuple[Difference, ...],
    kind: str,
    *,
    quads: int,
    removed: int,
    as_json: bool,
    quiet: bool,
) -> int:
    left = plan.gone if not removed else ()
    if as_json:
        put_json(
            {
                "kind": kind,
                "sent": plan.send,
                "kept": plan.keep,
                "gone": plan.gone,
                "removed": removed,
                "quads": quads,
                "differences": [each._asdict() for each in differences],
            }
        )
    for each in differences:
        say(f"{each.graph} differs: {each.reason}")
    for graph in left:
        say(f"{graph} is there and no longer here; --prune removes it", quiet=quiet or as_json)
    say(
        f"{kind}: {len(plan.send)} graphs to send, {len(plan.keep)} there already, {len(plan.gone)} gone here; "
        f"{quads} quads sent, {removed} graphs removed, {len(differences)} differences",
        quiet=quiet or as_json,
    )
    return 1 if differences else 0
