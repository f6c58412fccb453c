"""Makes readable pages of the ontology: one HTML file that opens offline, the same bytes every time.

python docs/make_ontology.py build/ontology
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology" / "kg.ttl"
ONTOSPY = Path(sys.executable).with_name("ontospy")
# Ontospy writes texts in two languages in the order of a set, which this fixes.
SAME_ORDER = os.environ | {"PYTHONHASHSEED": "0"}
# Ontospy writes the moment into the page.
MOMENT = re.compile(r"(Ontospy</a>(?: v[\d.]+)?) on \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d")


def make(folder: Path) -> Path:
    """Writes `index.html` into a folder and gives its path."""
    with tempfile.TemporaryDirectory() as work:
        command = [str(ONTOSPY), "gendocs", "--type", "1", "--individuals", "--nobrowser", "--outputpath", work]
        subprocess.run([*command, str(ONTOLOGY)], check=True, capture_output=True, env=SAME_ORDER)
        (made,) = Path(work).rglob("*.html")
        page = MOMENT.sub(r"\1", made.read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "index.html"
    path.write_text(page, encoding="utf-8")
    return path


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
