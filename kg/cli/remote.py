"""What the commands that talk to a remote store share: its address, its kind, and who asks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Protocol

import typer

from kg.cli.console import say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.push import Client, Credentials, Profile

__all__ = [
    "AuthOption",
    "EndpointOption",
    "KindOption",
    "Source",
    "UserOption",
    "client_of",
    "credentials_of",
    "profile_of",
    "remote_store",
]


class Source(Protocol):
    """What questions are put to: the embedded store, or a remote one."""

    base: str

    def query(self, query: str, *, prefixes: Mapping[str, str] | None = None) -> Any:
        """The answer to a query over the union of all graphs."""
        ...

    def rows(self, query: str, *, prefixes: Mapping[str, str] | None = None) -> Iterator[dict[str, str]]:
        """The rows of a SELECT as plain words."""
        ...


EndpointOption = Annotated[
    str | None, typer.Option("--endpoint", help="Ask this SPARQL endpoint, or what kg push URL filled, not the store.")
]

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


def client_of(url: str, user: str | None, auth: str | None) -> Client:
    """A conversation with the store at an address."""
    from kg.push import Client

    credentials = credentials_of(user, auth)
    client = Client(url, credentials)
    if credentials.secret and client.exposed:
        say(f"warning: {url} is not encrypted, and everybody on the way can read the password or token")
    return client


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


def remote_store(url: str, kind: str | None, user: str | None, auth: str | None) -> Source:
    """A remote store that answers as the embedded one does."""
    from kg.describe.iris import BASE
    from kg.push import endpoints
    from kg.push.remote import RemoteStore

    client = client_of(url, user, auth)
    profile = profile_of(client, url, kind)
    return RemoteStore(client, profile, endpoints(profile, url), base=BASE)


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
