"""`gosim compare`: several scenarios, or several versions of Go, in one picture.

Models   nothing in Go.
"""

from __future__ import annotations

from typing import Any

import click

from gosim.cli.options import godebug_of, pairs, run_options, versions_of
from gosim.cli.running import BUDGET_SPENT, advice, check_picture, replay
from gosim.record.result import BUDGETS, Result
from gosim.record.verdict import verdict
from gosim.scenarios import find
from gosim.scenarios.params import read_settings
from gosim.versions import GoVersion


@click.command(short_help="Draw several scenarios, or versions of Go, on one axis of time.")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FILE.go|FOLDER...")
@click.option("--go", metavar="V[,V...]", help="One Go version, or several [default: 1.22].")
@run_options
@click.option(
    "-o",
    "--output",
    default="compare.svg",
    show_default=True,
    metavar="FILE",
    help="The picture: .svg, .png or .pdf.",
)
@click.option("--dark", is_flag=True, help="For a dark page.")
def compare(
    names: tuple[str, ...],
    go: str | None,
    output: str,
    dark: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Draw several programs NAME..., or versions of Go, on one axis of time.

    Each is a scenario, a Go file of yours, or the folder of a Go program; eight can be told apart.

    \b
    gosim compare leaky newtimer reset
    gosim compare leaky --go 1.13,1.22,1.23 -o versions.png
    """
    from gosim import plots

    check_picture(output)
    versions, names = versions_of(go), tuple(dict.fromkeys(names))
    plots.check_number(len(versions) * len(names))
    _check(names, versions, options)
    results = [
        replay(find(name), version, quiet, options) for version in versions for name in names
    ]
    plots.save(plots.compare(results, theme="dark" if dark else "light"), output)
    if not quiet:
        _tell(results, output)
    spent = any(result.why_ended in BUDGETS for result in results)
    return BUDGET_SPENT if spent else 0


def _check(names: tuple[str, ...], versions: list[str], options: dict[str, Any]) -> None:
    """Find out before the first run what is wrong with the last."""
    for version in versions:
        GoVersion.resolve(version, options["gomod"], godebug_of(options["godebug"]))
    for name in names:
        read_settings(pairs(options["settings"], "--set"), find(name).parameters)


def _tell(results: list[Result], output: str) -> None:
    """Print three sentences for each run."""
    for result in results:
        click.echo(f"{result.scenario} on {result.version}")
        for sentence in [*verdict(result), *advice(result)]:
            click.echo(f"  {sentence}")
    click.echo(f"wrote {output}", err=True)
