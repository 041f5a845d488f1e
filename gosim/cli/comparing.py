"""`gosim compare`: several scenarios, or several versions of Go, in one picture.

Models   nothing in Go.
"""

from __future__ import annotations

from typing import Any

import click

from gosim.cli.options import run_options, versions_of
from gosim.cli.running import BUDGET_SPENT, replay
from gosim.record.result import BUDGETS, Result
from gosim.record.verdict import verdict
from gosim.scenarios import find


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
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
    """Draw several scenarios NAME..., or versions of Go, on one axis of time.

    \b
    gosim compare leaky newtimer reset
    gosim compare leaky --go 1.13,1.22,1.23 -o versions.png
    """
    from gosim import plots

    plots.check(output)
    results = [
        replay(find(name), version, quiet, options) for version in versions_of(go) for name in names
    ]
    plots.save(plots.compare(results, theme="dark" if dark else "light"), output)
    if not quiet:
        _tell(results, output)
    spent = any(result.why_ended in BUDGETS for result in results)
    return BUDGET_SPENT if spent else 0


def _tell(results: list[Result], output: str) -> None:
    """Print three sentences for each run."""
    for result in results:
        click.echo(f"{result.scenario} on {result.version}")
        for sentence in verdict(result):
            click.echo(f"  {sentence}")
    click.echo(f"wrote {output}", err=True)
