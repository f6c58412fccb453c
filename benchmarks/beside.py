"""Whole builds by several working trees at once on one core, and the processor time of each.

    python benchmarks/beside.py FILE TREE [TREE…] [--core N]

Side by side all of them suffer alike from what else the machine does, so that the ratios hold where single runs vary by
a tenth. FILE is what `kg build` reads; each TREE is a checkout of this repository, the first the one to compare with.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = "import sys; sys.argv[0] = 'kg'; from kg.cli import main; main()"


def start(tree: Path, file: Path, store: Path) -> subprocess.Popen[bytes]:
    """A build with the code of one tree."""
    arguments = ("build", str(file), "--jobs", "1", "--quiet", "--store", str(store))
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("trees", type=Path, nargs="+", metavar="TREE")
    parser.add_argument("--core", type=int, default=0, help="the core that all of them share [default: 0]")
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {arguments.core})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stores = (Path(folder) / str(number) for number in range(len(arguments.trees)))
        trees = [tree.resolve() for tree in arguments.trees]
        builds = [start(tree, arguments.file.resolve(), next(stores)) for tree in trees]
        first = None
        for tree, build in zip(trees, builds, strict=True):
            _, status, used = os.wait4(build.pid, 0)
            seconds = used.ru_utime + used.ru_stime
            first = seconds if first is None else first
            ended = "" if status == 0 else f"  failed with {os.waitstatus_to_exitcode(status)}"
            print(f"{seconds:8.2f} s  {seconds / first:6.3f}  {used.ru_maxrss // 1024:5} MB  {tree}{ended}")


if __name__ == "__main__":
    main()
