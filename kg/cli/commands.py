"""The table of commands: a new one is a module of its own in this package and a row here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from kg.cli.build import build
from kg.cli.dataset import dataset
from kg.cli.derive import derive
from kg.cli.diff import diff
from kg.cli.dossier import dossier
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.hash import hash_graph
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.serve import serve
from kg.cli.show import show
from kg.cli.stats import stats
from kg.cli.validate import validate
from kg.cli.verify import verify

__all__ = ["COMMANDS", "Command"]


class Command(NamedTuple):
    """A command of `kg`: its name, the function whose docstring is its help, and the panel of `kg --help`."""

    name: str
    function: Callable[..., Any]
    panel: str


MAKE = "Make a graph"
ASK = "Ask it"
HAND_ON = "Hand it on"

COMMANDS: tuple[Command, ...] = (
    Command("build", build, MAKE),
    Command("derive", derive, MAKE),
    Command("validate", validate, MAKE),
    Command("query", query, ASK),
    Command("show", show, ASK),
    Command("dossier", dossier, ASK),
    Command("explain", explain, ASK),
    Command("diff", diff, ASK),
    Command("stats", stats, ASK),
    Command("evaluate", evaluate, ASK),
    Command("export", export, HAND_ON),
    Command("dataset", dataset, HAND_ON),
    Command("hash", hash_graph, HAND_ON),
    Command("verify", verify, HAND_ON),
    Command("push", push, HAND_ON),
    Command("serve", serve, HAND_ON),
)
