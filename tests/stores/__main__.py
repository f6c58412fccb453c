"""`make stores`: installs the triplestores and clients of the tests, starts each store once and stops it again."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.stores.install import install_all
from tests.stores.servers import NAMES, available, running


def main() -> int:
    for name, outcome in install_all().items():
        print(f"{name}: {outcome}")
    missing = [name for name in NAMES if not available(name)]
    for name in NAMES:
        if name not in missing:
            with tempfile.TemporaryDirectory() as folder:
                start = time.monotonic()
                with running(name, Path(folder) / name):
                    print(f"{name}: answers after {time.monotonic() - start:.1f} s; stopped")
    for name in missing:
        print(f"{name}: not there; its tests are skipped")
    return 1 if missing else 0


sys.exit(main())
