"""The run in the README, as it is told there and as it is: `python -m tests.readme` writes what the commands print now.

Between the marks <!-- run --> and <!-- /run --> stands a console block: "$ " starts a command, "> " carries it on, and
what it prints follows. The commands run one after another in an empty folder that has the seeds.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RUN = re.compile(r"(?<=<!-- run -->\n```console\n).*?(?=```\n<!-- /run -->)", re.DOTALL)
COMMAND = re.compile(r"^\$ .*\n(?:> .*\n)*", re.MULTILINE)


def told() -> str:
    """The run as the README tells it."""
    found = RUN.search(README.read_text(encoding="utf-8"))
    assert found is not None, "the README has no run"
    return found.group()


def run(block: str) -> str:
    """The block with what its commands print now, to either stream."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        return "".join(command + printed(command, Path(folder)) for command in COMMAND.findall(block))


def printed(command: str, folder: Path) -> str:
    """What one command prints; a trailing blank of a line is cut, as editors do."""
    words = shlex.split(command.removeprefix("$ ").replace("\n> ", "\n"))
    arguments = [sys.executable, "-m", *words]
    environment = {**os.environ, "COLUMNS": "110", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        arguments, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> None:
    """Writes the run into the README anew."""
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(told(), run(told())), encoding="utf-8")


if __name__ == "__main__":
    main()
