"""Installs the triplestores and clients that the tests run against; what is there already stays."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable

from tests.stores.artifacts import COMUNICA, COMUNICA_PROGRAM, JARS, ROOT, VIRTUOSO_PACKAGES, Artifact


class Missing(Exception):  # noqa: N818 - what is missing, not a fault
    """A program that is needed to install something is not on this machine."""


def install_all() -> dict[str, str]:
    """Installs everything that can be installed here; gives what became of each, by name."""
    steps: dict[str, Callable[[], None]] = {
        **{jar.coordinates: _copier(jar) for jar in JARS},
        "virtuoso": _install_virtuoso,
        "comunica": _install_comunica,
    }
    return {name: _tried(step) for name, step in steps.items()}


def _tried(step: Callable[[], None]) -> str:
    try:
        step()
    except (Missing, subprocess.CalledProcessError) as fault:
        return f"not installed: {fault}"
    return "installed"


def _copier(jar: Artifact) -> Callable[[], None]:
    return lambda: _copy(jar)


def _copy(jar: Artifact) -> None:
    if not jar.path.exists():
        maven = _program("mvn")
        goal = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy"
        options = [f"-Dartifact={jar.coordinates}", f"-DoutputDirectory={jar.path.parent}"]
        _run([maven, "--quiet", "--batch-mode", goal, *options])
    found = hashlib.sha256(jar.path.read_bytes()).hexdigest()
    if found != jar.sha256:
        jar.path.unlink()
        raise Missing(f"{jar.path.name} has SHA-256 {found}, not {jar.sha256}: removed")


def _install_virtuoso() -> None:
    if shutil.which("virtuoso-t") is not None:
        return
    if os.geteuid() != 0:
        raise Missing(f"as root: apt-get install {' '.join(VIRTUOSO_PACKAGES)}")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt = _program("apt-get")
    _run([apt, "update", "--quiet"], quiet)
    _run([apt, "install", "--yes", "--quiet", "--no-install-recommends", *VIRTUOSO_PACKAGES], quiet)


def _install_comunica() -> None:
    if COMUNICA_PROGRAM.exists():
        return
    folder = ROOT / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    _run([_program("npm"), "install", "--prefix", str(folder), "--no-save", "--no-audit", "--no-fund", COMUNICA])


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Missing(f"there is no {name} on this machine")
    return found


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
