"""What the commands that talk to a remote store share: its address, its kind, and who asks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.push import Client, Credentials, Profile

__all__ = ["AuthOption", "KindOption", "UserOption", "credentials_of", "profile_of"]

KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind", help="fuseki, virtuoso, rdf4j, graphdb, oxigraph, qlever or sparql (any other). [default: ask it]"
    ),
]
UserOption = Annotated[
    str | None, typer.Option("--user", help="Who asks; the password is KG_PASSWORD, or is asked for.")
]
AuthOption = Annotated[
    str | None,
    typer.Option("--auth", help="basic, digest, or bearer with KG_TOKEN. [default: what the store wants]"),
]


def credentials_of(user: str | None, auth: str | None) -> Credentials:
    """Who asks: the secret comes from the environment or a prompt, never from the command line."""
    from kg.push import Credentials

    if auth not in {None, "basic", "digest", "bearer"}:
        raise UsageError(f"--auth {auth}: there are basic, digest and bearer")
    token = os.environ.get("KG_TOKEN", "")
    if auth == "bearer" or (auth is None and user is None and token):
        return Credentials("", token or _asked("KG_TOKEN", "Token"), "bearer")
    if user is None:
        if auth is not None:
            raise UsageError(f"--auth {auth} needs --user NAME")
        return Credentials()
    return Credentials(user, os.environ.get("KG_PASSWORD") or _asked("KG_PASSWORD", f"Password of {user}"), auth or "")


def profile_of(client: Client, url: str, kind: str | None) -> Profile:
    """The profile that was named, else that of what answers at the address."""
    from kg.push import PROFILES, detect

    if kind is None:
        kind = detect(client, url)
    if kind not in PROFILES:
        raise UsageError(f"no kind of store is called {kind!r}; there are: {', '.join(PROFILES)}")
    return PROFILES[kind]


def _asked(variable: str, what: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError(f"{what} is missing: set {variable} in the environment")
    return str(typer.prompt(what, hide_input=True, err=True))
