"""The command line: parse, call, print.  No logic.

Models   nothing in Go.
Read     options first, then listing, running, comparing.

Exit codes: the simulated program's own (0, or 2 after a panic or a deadlock); 64 for a command
that makes no sense, a program that does not compile or a file that cannot be written; 74 when
standard output or standard error is closed or full, and something that belonged there is lost; 124
when a budget ended the run; 130 when you interrupted it.
"""

from __future__ import annotations

import sys

import click

from gosim import __version__
from gosim.cli import streams
from gosim.cli.asking import ask
from gosim.cli.comparing import compare
from gosim.cli.listing import list_scenarios
from gosim.cli.memory import pprof, size_command, sweep_command, why
from gosim.cli.oracle import toolchains, verify
from gosim.cli.running import run
from gosim.cli.showing import show
from gosim.errors import UsageError

USAGE_ERROR = 64
"""EX_USAGE of sysexits.h, so that it can be told from a program's own 2."""

IO_ERROR = 74
"""EX_IOERR of sysexits.h."""

INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(__version__, message="gosim %(version)s")
def commands() -> None:
    """Replay Go programs on a model of Go's timers, in virtual time.

    \b
    gosim list                               what there is
    gosim compare leaky newtimer reset       the leak against its fixes, with a picture
    gosim run leaky --go 1.23                one program
    gosim run FILE.go                        a program of yours
    gosim ask                                questions about timers, and their answers
    """


commands.add_command(list_scenarios)
commands.add_command(run)
commands.add_command(compare)
commands.add_command(why)
commands.add_command(size_command)
commands.add_command(sweep_command)
commands.add_command(pprof)
commands.add_command(ask)
commands.add_command(show)
commands.add_command(verify)
commands.add_command(toolchains)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line, and end the process with its exit code."""
    with streams.opened() as lost:
        code = exit_code(arguments)
    if problem := lost():
        streams.tell(f"gosim: {problem}")
        code = IO_ERROR
    sys.exit(code)


def exit_code(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code.  A user's mistake is a sentence, no traceback."""
    try:
        code = commands.main(arguments, prog_name="gosim", standalone_mode=False)
        return int(code or 0)
    except UsageError as error:
        problems = getattr(error, "problems", None)  # A CompileError has a line for each.
        streams.tell(str(error) if problems else f"gosim: {error.what}")
        if error.try_this:
            streams.tell(f"       {error.try_this}")
        return USAGE_ERROR
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return USAGE_ERROR
    except click.ClickException as error:
        streams.tell(f"gosim: {error.format_message()}")
        streams.tell("       gosim -h and gosim COMMAND -h tell more")
        return USAGE_ERROR
    except (click.Abort, KeyboardInterrupt):
        streams.tell("gosim: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        return 0
    except SystemExit:  # What click makes of a broken pipe: the reader has seen enough.
        return 0
    except OSError as error:  # A file that vanished or cannot be read, a disk that is full.
        where = f"{error.filename}: " if error.filename else "standard output or standard error: "
        streams.tell(f"gosim: {where}{(error.strerror or str(error)).lower()}")
        return USAGE_ERROR if error.filename else IO_ERROR
