"""The command line: parse options, one call, print.

Every command is a module of its own here and stands in one row of `COMMANDS`. Data goes to standard output, messages to
standard error. `EXIT_CODES` says how a command can end.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import Annotated, NoReturn

import typer

from kg import __version__
from kg.cli.commands import COMMANDS
from kg.cli.console import leave_quietly, say
from kg.errors import KgError

__all__ = ["EXIT_CODES", "app", "main", "run"]

EXIT_CODES = (
    "Exit codes: 0 done · 1 findings · 2 usage · 3 input · 4 network or store · 5 partly done · 130 stopped · "
    "70 a fault of the program."
)
INTERRUPTED = 130
FAILED = 4
BROKEN = 70

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
    except (KgError, typer.TyperException, KeyboardInterrupt, typer.Abort) as fault:
        return _told_to_user(fault)
    except (OSError, SystemExit) as fault:
        return _told_of_system(fault)
    except Exception:
        # A fault of the program: whoever mends it needs the place, and it may not look like findings.
        return _refuse(f"internal error, please report it: {traceback.format_exc()}", BROKEN, whole=True)
    return _told_to_user(KeyboardInterrupt()) if result == INTERRUPTED else int(result or 0)


def _told_to_user(fault: BaseException) -> int:
    if isinstance(fault, KgError):
        return _refuse(str(fault), fault.exit_code)
    if isinstance(fault, KeyboardInterrupt | typer.Abort):
        return _refuse("interrupted; what was finished before is kept", INTERRUPTED)
    return _refuse_usage(fault)


def _told_of_system(fault: OSError | SystemExit) -> int:
    # Typer leaves with 1 where the reader of a pipe has gone, and with 0 after completion.
    if isinstance(fault, SystemExit):
        return _reader_left() if fault.code == 1 else 0
    if isinstance(fault, BrokenPipeError):
        return _reader_left()
    where = f"{fault.filename}: " if fault.filename else ""
    return _refuse(f"{where}{fault.strerror or fault}", FAILED)


def _refuse(message: str, code: int, *, whole: bool = False) -> int:
    say(f"kg: {message if whole else ' '.join(message.split())}")
    return code


def _refuse_usage(fault: BaseException) -> int:
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
