"""What the tests run against: pinned versions, and what their files must be."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2] / ".stores"


class Artifact(NamedTuple):
    """A file from Maven Central."""

    coordinates: str
    sha256: str

    @property
    def path(self) -> Path:
        _, name, version, *kind = self.coordinates.split(":")
        return ROOT / "jars" / f"{name}-{version}.{kind[0] if kind else 'jar'}"


FUSEKI = Artifact(
    "org.apache.jena:jena-fuseki-server:5.6.0", "d28c1eaf703122ee628895a460c20fa4aa60a892f435d403ea8c036f241da1f8"
)
RDF4J = Artifact(
    "org.eclipse.rdf4j:rdf4j-http-server:4.1.3:war", "7cee02ac474451a09d8e012af9807aaa71e6e44c6380dc7f1a7e892fc8f629b3"
)
# Tomcat 9 in one file: RDF4J 4 is a web application of the javax kind, which later versions do not run.
TOMCAT = Artifact(
    "com.heroku:webapp-runner:9.0.89.0", "aa714af1a55b45c9f39eccb48e98ac2efeccf4350bc20426cbf5ecf3d81ae9ea"
)
JARS = (FUSEKI, RDF4J, TOMCAT)

VIRTUOSO_PACKAGES = ("virtuoso-opensource-7-bin", "virtuoso-opensource-7", "virtuoso-opensource-7-common")
VIRTUOSO_CONFIGURATION = Path("/etc/virtuoso-opensource-7/virtuoso.ini")

COMUNICA = "@comunica/query-sparql@4.5.0"
COMUNICA_PROGRAM = ROOT / "npm" / "node_modules" / ".bin" / "comunica-sparql"
