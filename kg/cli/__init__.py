"""The command line: parse options, one call, print.

Every command is a module of its own here and stands in one row of `COMMANDS`. Data goes to standard output, messages to
standard error. Exit codes: 0 done, 1 findings, 2 usage, 3 input, 4 network or store, 5 partly done, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, NoReturn

import typer

from kg import __version__
from kg.cli.commands import COMMANDS
from kg.cli.console import leave_quietly, say
from kg.errors import KgError

__all__ = ["app", "main", "run"]

EXIT_CODES = "Exit codes: 0 done · 1 findings · 2 usage · 3 input · 4 network or store · 5 partly done · 130 stopped."
INTERRUPTED = 130
FAILED = 4

app = typer.Typer(
    name="kg",
    help="News articles about a conflict into a knowledge graph: who said what, about which event.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _command in COMMANDS:
    app.command(_command.name, rich_help_panel=_command.panel)(_command.function)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Options before the command."""


def main() -> NoReturn:
    """Runs the command `kg` with the arguments of the process and leaves with its exit code."""
    code = run(sys.argv[1:])
    leave_quietly(code)


def run(arguments: list[str]) -> int:
    """Runs one command and gives its exit code; an error that a user can act on becomes one line on standard error."""
    try:
        result = app(arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except KgError as fault:
        return _refuse(str(fault), fault.exit_code)
    except typer.TyperException as fault:
        return _refuse_usage(fault)
    except BrokenPipeError:
        return _reader_left()
    except SystemExit as leaving:
        # Typer leaves so where the reader of a pipe has gone (1), and after completion (0).
        return _reader_left() if leaving.code == 1 else 0
    except (KeyboardInterrupt, typer.Abort):
        result = INTERRUPTED
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        return _refuse(f"{where}{fault.strerror or fault}", FAILED)
    if result == INTERRUPTED:
        return _refuse("interrupted; what was finished before is kept", INTERRUPTED)
    return result if isinstance(result, int) else 0


def _refuse(message: str, code: int) -> int:
    say(f"kg: {' '.join(message.split())}")
    return code


def _refuse_usage(fault: typer.TyperException) -> int:
    context = getattr(fault, "ctx", None)
    if type(fault).__name__ == "NoArgsIsHelpError":
        return 2
    message = getattr(fault, "format_message", fault.__str__)()
    path = context.command_path if context is not None else "kg"
    return _refuse(f"{message.rstrip('.')}; see {path} --help", 2)


def _reader_left() -> int:
    # The reader of a pipe (head, less) has gone: nobody is left to tell, and Python must not try to flush at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
