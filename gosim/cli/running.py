"""`gosim run`: replay one scenario, or a Go program.

Models   nothing in Go.
"""

from __future__ import annotations

from typing import Any

import click

from gosim.cli.options import budget_of, godebug_of, pairs, run_options
from gosim.cli.progress import Progress
from gosim.errors import UsageError
from gosim.record.files import check_writable, write_whole
from gosim.record.result import BUDGETS, Result
from gosim.record.verdict import verdict
from gosim.scenarios import Scenario, find, program
from gosim.scenarios.params import FREE, read_settings
from gosim.units import format_clock
from gosim.versions import DEFAULT

STDOUT = "-"

BUDGET_SPENT = 124
"""As timeout(1) says it."""


@click.command(short_help="Replay a scenario, or a Go program of yours.")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FILE.go...|FOLDER")
@click.option(
    "--go", default=DEFAULT, show_default=True, metavar="V", help="Go version, 1.5 to 1.27."
)
@run_options
@click.option("--json", "json_file", metavar="FILE|-", help="Write everything as JSON.")
@click.option("--csv", "csv_file", metavar="FILE|-", help="Write the series as CSV.")
@click.option("--plot", "plot_file", metavar="FILE", help="Draw it: .svg, .png or .pdf.")
def run(
    names: tuple[str, ...],
    go: str,
    json_file: str | None,
    csv_file: str | None,
    plot_file: str | None,
    quiet: bool,
    **options: Any,
) -> int:
    """Replay the scenario NAME, or the Go program in the files FILE.go or in a FOLDER.

    A program of your own is run for ten minutes of virtual time, or until it ends.  If it does
    not compile, that is said as the Go compiler does, and the exit code is 64.

    The program's output goes to standard output, the summary to standard error; with --json - or
    --csv - standard output has only the data.  The exit code is the program's own.
    """
    _check_files(json_file, csv_file, plot_file)
    result = replay(_chosen(names), go, quiet, options)
    _write_files(result, json_file, csv_file, plot_file)
    if STDOUT not in (json_file, csv_file):
        click.echo(result.stdout, nl=False)
    click.echo(result.stderr, nl=False, err=True)
    for text in [result.to_json] * (json_file == STDOUT) + [result.to_csv] * (csv_file == STDOUT):
        click.echo(text(), nl=False)
    if not quiet:
        summarise(result)
    return BUDGET_SPENT if result.why_ended in BUDGETS else result.exit_code


def _chosen(names: tuple[str, ...]) -> Scenario:
    """Return the scenario that is meant, or the program in several files."""
    return find(names[0]) if len(names) == 1 else program(names)


def replay(scenario: Scenario, go: str, quiet: bool, options: dict[str, Any]) -> Result:
    """Run a scenario with the options of the command line.

    Raises UsageError for a loop that would never let the time pass.
    """
    settings = pairs(options["settings"], "--set")
    if options["costs"] == "free":
        _check_that_time_passes(scenario, settings)
    with Progress(f"{scenario.name} on Go {go}", quiet) as progress:
        return scenario.replay(
            settings,
            go=go,
            gomod=options["gomod"],
            godebug=godebug_of(options["godebug"]),
            procs=options["procs"],
            seed=options["seed"],
            until=options["until"],
            sample=options["sample"],
            grain=options["grain"],
            costs=options["costs"],
            budget=budget_of(options["max_seconds"]),
            gogc=options["gogc"],
            memory_limit=options["memory_limit"],
            progress=progress,
        )


def _check_that_time_passes(scenario: Scenario, settings: dict[str, str]) -> None:
    ours = {name: text for name, text in settings.items() if name in scenario.parameters}
    values = read_settings(ours, scenario.parameters)
    if values.get("rate") == FREE and not values.get("messages"):
        raise UsageError(
            f"{scenario.name} would never end: with --costs free only waiting takes time, and a"
            " free-running loop never waits",
            "take --costs go, or a rate such as --set rate=1000, or an end: --set messages=100000",
        )


def _check_files(json_file: str | None, csv_file: str | None, plot_file: str | None) -> None:
    """Find out before the run what could not be written after it."""
    if json_file == STDOUT == csv_file:
        raise UsageError("--json - and --csv - both want standard output", "give one a file")
    paths = [path for path in (json_file, csv_file, plot_file) if path is not None]
    if twice := next((path for path in paths if paths.count(path) > 1), None):
        raise UsageError(f"{twice} is named twice", "give each its own file")
    if plot_file is not None:
        check_picture(plot_file)
    for path in (json_file, csv_file):
        if path is not None and path != STDOUT:
            check_writable(path)


def check_picture(path: str) -> None:
    """Raise the UsageError that saving a picture there would."""
    from gosim import plots

    plots.check(path)


def _write_files(
    result: Result, json_file: str | None, csv_file: str | None, plot_file: str | None
) -> None:
    for path, text in ((json_file, result.to_json), (csv_file, result.to_csv)):
        if path is not None and path != STDOUT:
            write_whole(path, text())
    if plot_file is not None:
        from gosim import plots

        plots.save(plots.run_figure(result), plot_file)


def summarise(result: Result) -> None:
    """Say on standard error how the run went."""
    grain = f", grain {result.grain}" if result.grain != 1 else ""
    click.echo(
        f"{result.scenario} on {result.version}, {format_clock(result.ended_at_ns)} of virtual"
        f" time, seed {result.seed}{grain}",
        err=True,
    )
    for sentence in [*verdict(result), *advice(result)]:
        click.echo(f"  {sentence}", err=True)


def advice(result: Result) -> list[str]:
    """Return what to try when a budget ended the run: a sentence, or nothing."""
    if result.why_ended not in BUDGETS:
        return []
    less = "a shorter --until, or --grain auto" if result.grain != "auto" else "a shorter --until"
    more = ", or a longer --max-seconds" if result.why_ended == "wall clock" else ""
    return [f"Try:    {less}{more}."]
