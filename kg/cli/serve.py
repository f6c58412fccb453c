"""`kg serve`: the store as a SPARQL endpoint."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import say
from kg.cli.options import DEFAULT_STORE, QuietOption, StoreOption

__all__ = ["serve"]

HostOption = Annotated[str, typer.Option("--host", help="The address to listen on; 127.0.0.1 is this machine alone.")]
PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")]
CorsOption = Annotated[
    list[str] | None, typer.Option("--cors", help="An origin whose pages may ask (https://…, or *). Repeatable.")
]
TextOption = Annotated[bool, typer.Option("--with-text", help="Serve the texts of the articles too.")]
TimeoutOption = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that one query may take.")]
SizeOption = Annotated[float, typer.Option("--max-mb", min=0.001, help="Megabytes that one answer may have.")]


def serve(
    *,
    store: StoreOption = DEFAULT_STORE,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8040,
    cors: CorsOption = None,
    with_text: TextOption = False,
    timeout: TimeoutOption = 30.0,
    max_mb: SizeOption = 64.0,
    quiet: QuietOption = False,
) -> None:
    """Answer SPARQL queries over HTTP, read-only, until interrupted: /sparql for queries, /store for graphs.

    What is served is the store as it is now; start again after a build.
    """
    import kg.serve

    limits = kg.serve.Limits(timeout, max_mb)
    kg.serve.serve(
        store,
        host=host,
        port=port,
        offer=kg.serve.Offer(with_text, tuple(cors or ()), limits),
        ready=lambda url: say(f"{url} answers queries; Ctrl-C ends it", quiet=quiet),
    )
