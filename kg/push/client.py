"""One conversation with a store over HTTP: credentials, and patience where a request may be repeated.

No message ever holds a password, a token or the user's part of an address.
"""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from typing import NamedTuple

import httpx

from kg.errors import NetworkError, UsageError

__all__ = ["Client", "Credentials", "Patience"]

PASSING = {429, 502, 503, 504}
LONGEST_WAIT = 60.0


class Credentials(NamedTuple):
    """Who asks: a user with a password, or a token, or nobody."""

    user: str = ""
    secret: str = ""
    """Password of the user, or the token."""
    scheme: str = ""
    """`basic`, `digest` or `bearer`; of a user that is found out where it is empty."""

    def __repr__(self) -> str:
        return f"Credentials(user={self.user!r}, scheme={self.scheme!r})"


class Patience(NamedTuple):
    """How often a request is tried, and how long it may take."""

    tries: int = 6
    first_wait: float = 0.5
    """Seconds before the second try; each further wait is twice as long."""
    timeout: float = 300.0
    """Seconds without a byte."""


class _Bearer(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._header = f"Bearer {token}"

    def auth_flow(self, request: httpx.Request):  # type: ignore[no-untyped-def]
        request.headers["Authorization"] = self._header
        yield request


class Client:
    """A client for one store; `sleep` is what waits between tries."""

    def __init__(
        self,
        url: str,
        credentials: Credentials = Credentials(),  # noqa: B008 - frozen
        *,
        patience: Patience = Patience(),  # noqa: B008 - frozen
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._check(url)
        self._credentials = credentials
        self._auth = _authentication(credentials)
        self._patience = patience
        self._sleep = sleep
        self._answered = False
        self._introduced: set[str] = set()
        self._open = url.lower().startswith("http:") and not _is_loopback(url)
        self._http = httpx.Client(
            timeout=httpx.Timeout(patience.timeout, connect=10.0),
            trust_env=not _is_loopback(url),
            follow_redirects=True,
            headers={"User-Agent": "conflict-kg"},
        )
        # Whoever drops the client ends the conversation.
        self._end = weakref.finalize(self, self._http.close)

    @staticmethod
    def _check(url: str) -> None:
        try:
            parsed = httpx.URL(url)
        except httpx.InvalidURL as fault:
            raise UsageError(f"not an address: {fault}") from None
        if parsed.userinfo:
            raise UsageError("leave user and password out of the address: --user NAME, and KG_PASSWORD or a prompt")
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            raise UsageError(f"{url} is not an address of a store: http://… or https://…")

    @property
    def exposed(self) -> bool:
        """Whether what is sent can be read on the way: plain HTTP that leaves this machine, and no digest."""
        return self._open and self._credentials.scheme != "digest"

    def close(self) -> None:
        """Ends the conversation."""
        self._end()

    def send(self, method: str, url: str, *, repeatable: bool = True, **request: object) -> httpx.Response:
        """The answer to one request, whatever its status; NetworkError where the store cannot be reached or refuses.

        A request that is `repeatable` is tried again, with growing waits, where it failed in passing.
        """
        tries = self._patience.tries if repeatable else 1
        for attempt in range(1, tries + 1):
            wait = self._patience.first_wait * 2 ** (attempt - 1)
            try:
                answer = self._authorised(method, url, request)
            except httpx.TransportError as fault:
                self._introduced.discard(url)
                if attempt == tries or (not self._answered and isinstance(fault, httpx.ConnectError)):
                    raise NetworkError(f"{_short(url)} does not answer: {_reason(fault)}") from None
            else:
                self._answered = True
                if answer.status_code not in PASSING or attempt == tries:
                    return self._admitted(answer)
                wait = _told_to_wait(answer, wait)
            self._sleep(wait)
        raise AssertionError("unreachable")

    def _authorised(self, method: str, url: str, request: dict[str, object]) -> httpx.Response:
        if "content" in request:
            self._introduce(url, request)
        answer = self._http.request(method, url, auth=self._auth, **request)  # type: ignore[arg-type]
        if answer.status_code == 401 and self._auth is None and self._credentials.user:
            self._auth = _asked_for(answer, self._credentials)
            answer = self._http.request(method, url, auth=self._auth, **request)  # type: ignore[arg-type]
        return answer

    def _introduce(self, url: str, request: dict[str, object]) -> None:
        """Has the store ask for the password before a body goes there, once for each address.

        Virtuoso refuses a body without credentials before it has read it, and cuts the connection off.
        """
        if not self._credentials.user or url in self._introduced:
            return
        self._introduced.add(url)
        answer = self._head(url, request)
        if answer.status_code == 401 and self._auth is None:
            self._auth = _asked_for(answer, self._credentials)
            self._head(url, request)

    def _head(self, url: str, request: dict[str, object]) -> httpx.Response:
        # On a connection of its own: Oxigraph sends a body after the head too, which the next answer would begin with.
        parameters, alone = request.get("params"), {"Connection": "close"}
        return self._http.request("HEAD", url, params=parameters, headers=alone, auth=self._auth)  # type: ignore[arg-type]

    def _admitted(self, answer: httpx.Response) -> httpx.Response:
        if answer.status_code not in {401, 403, 407}:
            return answer
        where = f"{_short(str(answer.request.url))} ({answer.status_code})"
        if not self._credentials.secret:
            raise NetworkError(f"{where} asks who you are: --user NAME with KG_PASSWORD, or KG_TOKEN")
        if answer.status_code == 403:
            raise NetworkError(f"{where} does not let this user do that: ask for the right to write")
        raise NetworkError(f"{where} does not accept these credentials: wrong user, password, token or --auth")


def _authentication(credentials: Credentials) -> httpx.Auth | None:
    match credentials.scheme:
        case "bearer":
            return _Bearer(credentials.secret)
        case "basic":
            return httpx.BasicAuth(credentials.user, credentials.secret)
        case "digest":
            return httpx.DigestAuth(credentials.user, credentials.secret)
    return None


def _asked_for(answer: httpx.Response, credentials: Credentials) -> httpx.Auth:
    """What the store says it wants; digest where it takes both, as that never sends the password."""
    schemes = " ".join(answer.headers.get_list("www-authenticate")).lower()
    scheme = "digest" if "digest" in schemes else "basic"
    found = _authentication(credentials._replace(scheme=scheme))
    assert found is not None
    return found


def _told_to_wait(answer: httpx.Response, otherwise: float) -> float:
    told = answer.headers.get("retry-after", "")
    return min(float(told), LONGEST_WAIT) if told.isdecimal() else otherwise


def _is_loopback(url: str) -> bool:
    return httpx.URL(url).host in {"localhost", "::1"} or httpx.URL(url).host.startswith("127.")


def _short(url: str) -> str:
    return url.partition("?")[0]


def _reason(fault: httpx.TransportError) -> str:
    if isinstance(fault, httpx.TimeoutException):
        return "no answer in time"
    words = " ".join(str(fault).split())
    return words[:200] or type(fault).__name__
