"""Starts real triplestores on loopback ports with data in a folder of the caller's, and stops them."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.stores.artifacts import FUSEKI, RDF4J, TOMCAT, VIRTUOSO_CONFIGURATION

USER, PASSWORD = "kg", "no-secret-7"
# A short life: the quick compiler only, one thread for garbage.
JAVA = ["java", "-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"]
# The application names its servlets itself: Tomcat need not search every archive for more.
NO_SEARCH = "-Dtomcat.util.scan.StandardJarScanFilter.jarsToSkip=*.jar"
OXIGRAPH = Path(sys.executable).with_name("oxigraph")
PATIENCE = 120.0


@dataclass(frozen=True)
class Options:
    """How a store is started."""

    read_only: bool = False
    largest_file: int | None = None
    """Bytes after which no file of the store can grow: as a full disk does."""


@dataclass
class Server:
    """A store that runs."""

    name: str
    folder: Path
    options: Options
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return {
            "fuseki": f"http://127.0.0.1:{self.port}/kg",
            "rdf4j": f"http://127.0.0.1:{self.port}/rdf4j-server/repositories/kg",
            "virtuoso": f"http://127.0.0.1:{self.port}",
            "oxigraph": f"http://127.0.0.1:{self.port}",
        }[self.name]

    @property
    def guarded(self) -> bool:
        """Whether it asks for a password."""
        return self.name != "oxigraph"

    def start(self) -> None:
        """Starts it over what its folder holds and waits until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*_limit(self.options.largest_file), *COMMANDS[self.name](self)],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=_environment(self),
            )
        self._wait()
        if self.name in PREPARE and not (self.folder / "prepared").exists():
            PREPARE[self.name](self)
            (self.folder / "prepared").touch()

    def kill(self) -> None:
        """Ends it at once, as a crash does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process is not None
            if self.process.poll() is not None:
                break
            try:
                httpx.get(f"http://127.0.0.1:{self.port}/", timeout=5, trust_env=False)
            except httpx.TransportError:
                time.sleep(0.2)
            else:
                return
        self.kill()
        raise RuntimeError(f"{self.name} did not start: {(self.folder / 'log').read_text(errors='replace')[-2000:]}")


def _environment(server: Server) -> dict[str, str]:
    return os.environ | {"FUSEKI_BASE": str(server.folder / "run")}


def _limit(size: int | None) -> list[str]:
    """What stands before a command so that no file of it grows beyond so many bytes."""
    return [] if size is None else ["bash", "-c", f'ulimit -f {size // 1024}; exec "$@"', "limited"]


def _fuseki(server: Server) -> list[str]:
    (server.folder / "passwords").write_text(f"{USER}: {PASSWORD}\n", encoding="utf-8")
    (server.folder / "data").mkdir(exist_ok=True)
    writing = [] if server.options.read_only else ["--update"]
    guard = [f"--passwd={server.folder / 'passwords'}", "--auth=basic"]
    place = ["--localhost", f"--port={server.port}", f"--loc={server.folder / 'data'}"]
    return [*JAVA, "-jar", str(FUSEKI.path), *place, *guard, *writing, "/kg"]


def _rdf4j(server: Server) -> list[str]:
    data = f"-Dorg.eclipse.rdf4j.appdata.basedir={server.folder / 'data'}"
    place = ["--port", str(server.port), "-Aaddress=127.0.0.1", "--path", "/rdf4j-server"]
    guard = ["--enable-basic-auth", "--basic-auth-user", USER, "--basic-auth-pw", PASSWORD]
    work = ["--temp-directory", str(server.folder / "work")]
    return [*JAVA, NO_SEARCH, data, "-jar", str(TOMCAT.path), *place, *work, *guard, str(RDF4J.path)]


REPOSITORY = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "kg" ;
   rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ;
                        sr:sailImpl [ sail:sailType "openrdf:NativeStore" ] ] .
"""


def _prepare_rdf4j(server: Server) -> None:
    answer = httpx.put(
        server.url,
        content=REPOSITORY,
        headers={"Content-Type": "text/turtle"},
        auth=(USER, PASSWORD),
        trust_env=False,
        timeout=60,
    )
    answer.raise_for_status()


def _virtuoso(server: Server) -> list[str]:
    text = VIRTUOSO_CONFIGURATION.read_text(encoding="utf-8")
    text = text.replace("/var/lib/virtuoso-opensource-7/db", str(server.folder))
    text = re.sub(r"(?m)^ServerPort\s*=\s*1111$", f"ServerPort = 127.0.0.1:{_sql_port(server)}", text)
    text = re.sub(r"(?m)^ServerPort\s*=\s*8890$", f"ServerPort = 127.0.0.1:{server.port}", text)
    text = re.sub(r"(?m)^(ServerThreads|MaxClientConnections)\s*=.*$", r"\1 = 10", text)
    (server.folder / "virtuoso.ini").write_text(text, encoding="utf-8")
    (server.folder / "virtuoso.lck").unlink(missing_ok=True)
    return ["virtuoso-t", "-f", "-c", str(server.folder / "virtuoso.ini")]


def _sql_port(server: Server) -> int:
    return server.port + 1


def _prepare_virtuoso(server: Server) -> None:
    rights = [] if server.options.read_only else [f'GRANT SPARQL_UPDATE TO "{USER}";']
    commands = [
        f"DB.DBA.USER_CREATE('{USER}', '{PASSWORD}');",
        f'GRANT SPARQL_SELECT TO "{USER}";',
        *rights,
        f"DB.DBA.RDF_DEFAULT_USER_PERMS_SET('{USER}', 7, 0);",
    ]
    for command in commands:
        program = ["isql-vt", f"127.0.0.1:{_sql_port(server)}", "dba", "dba", f"exec={command}"]
        subprocess.run(program, check=True, stdout=subprocess.DEVNULL)


def _oxigraph(server: Server) -> list[str]:
    verb = "serve-read-only" if server.options.read_only else "serve"
    if server.options.read_only and not (server.folder / "data").exists():
        subprocess.run([str(OXIGRAPH), "optimize", "--location", str(server.folder / "data")], check=True)
    return [str(OXIGRAPH), verb, "--location", str(server.folder / "data"), "--bind", f"127.0.0.1:{server.port}"]


COMMANDS = {"fuseki": _fuseki, "rdf4j": _rdf4j, "virtuoso": _virtuoso, "oxigraph": _oxigraph}
PREPARE = {"rdf4j": _prepare_rdf4j, "virtuoso": _prepare_virtuoso}
NAMES = tuple(COMMANDS)


def available(name: str) -> bool:
    """Whether a store is installed here."""
    match name:
        case "fuseki":
            return FUSEKI.path.exists() and shutil.which("java") is not None
        case "rdf4j":
            return RDF4J.path.exists() and TOMCAT.path.exists() and shutil.which("java") is not None
        case "virtuoso":
            return shutil.which("virtuoso-t") is not None and VIRTUOSO_CONFIGURATION.exists()
    return OXIGRAPH.exists()


def _free_port() -> int:
    """A port that is free with the next one, which Virtuoso takes for itself."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return int(port)


@contextmanager
def running(name: str, folder: Path, options: Options = Options()) -> Iterator[Server]:
    """A store of that name over a folder, which it may fill; it is ended at the end."""
    server = Server(name, folder, options, _free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()
