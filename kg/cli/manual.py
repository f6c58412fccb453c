"""The manual of all commands and shipped queries, in Markdown: `python -m kg.cli.manual > docs/commands.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import typer

from kg.cli import EXIT_CODES, app
from kg.cli.commands import COMMANDS
from kg.queries import NamedQuery, named_queries

__all__ = ["manual"]

_HEAD = f"""# Commands

Made by `make docs` of the help of the commands; `kg COMMAND --help` says the same. Data goes to standard output,
messages to standard error.

{EXIT_CODES.replace(" · ", ", ")}
"""


def manual() -> str:
    """Every command with its arguments and options, and every shipped query with its parameters."""
    group: Any = typer.main.get_command(app)
    sections = ("\n".join(_section(each.name, group.commands[each.name])) for each in COMMANDS)
    return "\n".join([_HEAD, *sections, *_queries()])


def _section(name: str, command: Any) -> Iterator[str]:
    context = typer.Context(command, info_name=f"kg {name}")
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    yield f"## kg {name}\n"
    yield f"    {' '.join(command.get_usage(context).split()).removeprefix('Usage: ')}\n"
    yield f"{' '.join((command.help or '').split())}\n"
    for each in arguments:
        yield f"- `{each.metavar or each.name.upper()}` {each.help or ''}".rstrip()
    for each in options:
        names = ", ".join(f"`{option}`" for option in (*each.opts, *each.secondary_opts))
        yield f"- {names} {each.help or ''}{_default(each)}".rstrip()
    yield ""


def _default(option: Any) -> str:
    variable = f" [environment: {option.envvar}]" if option.envvar else ""
    if option.default in {None, False, True, ""} or "[default" in (option.help or ""):
        return variable
    return f" [default: {option.default}]{variable}"


def _queries() -> Iterator[str]:
    yield "## Shipped queries\n"
    yield "`kg query NAME [VALUE|PARAMETER=VALUE]…`; `kg query --list NAME` prints one with its SPARQL.\n"
    for asked in named_queries().values():
        yield f"- **{asked.name}** {asked.description}{_parameters(asked)}"


def _parameters(asked: NamedQuery) -> str:
    lines = [
        f"\n  - `{each.name}`{'' if each.default is None else ' (optional)'}, {each.type}: {each.help}"
        for each in asked.parameters
    ]
    return "".join(lines)


if __name__ == "__main__":
    sys.stdout.write(manual() + "\n")
