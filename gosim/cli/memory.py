"""`gosim why`, `size`, `sweep` and `pprof`: what is in memory, and why.

Models   nothing in Go.
"""

from __future__ import annotations

import os
from typing import Any

import click

from gosim.cli.options import gogc_of, run_options_without, size_options, versions_of
from gosim.cli.progress import Bar
from gosim.cli.running import STDOUT, replay
from gosim.errors import UsageError
from gosim.memory.heapprofile import encode
from gosim.memory.sizing import SHAPES, size
from gosim.memory.why import render
from gosim.record.files import check_writable, write_whole
from gosim.scenarios import find
from gosim.scenarios.params import FREE, PARAMETERS
from gosim.scenarios.sweep import grid, sweep, to_csv
from gosim.units import parse_duration
from gosim.versions import DEFAULT, GoVersion

AT = "1m"
"""The instant to look at, if none is asked for."""


@click.command(short_help="Say what keeps the objects of a program alive.")
@click.argument("name", metavar="NAME|FILE.go|FOLDER")
@click.option("--go", default=DEFAULT, show_default=True, metavar="V", help="Go version.")
@click.option("--at", default=AT, show_default=True, metavar="D", help="The instant to look at.")
@run_options_without("until")
def why(name: str, go: str, at: str, quiet: bool, **options: Any) -> None:
    """Say which references keep the largest group of objects of NAME.

    That is a scenario, a Go file of yours, or the folder of a Go program.
    """
    result = replay(find(name), go, quiet, {**options, "until": _instant(at)})
    click.echo(render(result.snapshot))


@click.command(short_help="Write the heap profile of a program, for go tool pprof.")
@click.argument("name", metavar="NAME|FILE.go|FOLDER")
@click.option("--go", default=DEFAULT, show_default=True, metavar="V", help="Go version.")
@click.option("--at", default=AT, show_default=True, metavar="D", help="The instant to look at.")
@click.option(
    "-o", "--output", default="heap.pb.gz", show_default=True, metavar="FILE|-", help="The profile."
)
@run_options_without("until")
def pprof(name: str, go: str, at: str, output: str, quiet: bool, **options: Any) -> None:
    """Write the heap profile of NAME, as `go tool pprof` and its kin read it.

    That is a scenario, a Go file of yours, or the folder of a Go program.
    """
    if output != STDOUT:
        check_writable(output)
    result = replay(find(name), go, quiet, {**options, "until": _instant(at)})
    if output == STDOUT:
        click.echo(encode(result.snapshot), nl=False)
        return
    write_whole(output, encode(result.snapshot))
    if not quiet:
        click.echo(f"wrote {output}; look with: go tool pprof -top {output}", err=True)


def _instant(text: str) -> int:
    at = parse_duration(text)
    if at <= 0:
        raise UsageError(f"--at {text} is before the program has begun", "take a time such as 1m")
    return at


@click.command("size")
@click.option("--rate", default="1000/s", show_default=True, metavar="R", help="Passes a second.")
@click.option("--timeout", default="3m", show_default=True, metavar="D", help="Of each timer.")
@click.option("--go", default=DEFAULT, show_default=True, metavar="V", help="Go version.")
@click.option("--gomod", metavar="V", help="The go line of go.mod [default: like --go].")
@click.option(
    "--shape",
    type=click.Choice([*SHAPES]),
    default="after",
    show_default=True,
    help="How the loop makes its timers.",
)
@size_options
def size_command(
    rate: str,
    timeout: str,
    go: str,
    gomod: str | None,
    shape: str,
    gogc: int | None,
    memory_limit: int | None,
) -> None:
    """Say in closed form what a loop takes, and how that is reckoned."""
    version = GoVersion.resolve(go, gomod)
    wait = PARAMETERS["timeout"].parse(timeout)
    answer = size(_rate(rate), wait, version, shape, gogc, memory_limit)
    click.echo(answer.text)


def _rate(text: str) -> int:
    rate = PARAMETERS["rate"].parse(text)
    if rate == FREE:
        raise UsageError("a free rate has no plateau in closed form", "take one, such as 1000/s")
    return int(rate)


def _list(text: str, name: str) -> list[Any]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        raise UsageError(f"--{name} names nothing", "separate several values by commas")
    return [PARAMETERS[name].parse(part) for part in parts]


def _gogcs(text: str) -> list[int | None]:
    return [gogc_of(part.strip()) for part in text.split(",")]


@click.command("sweep", short_help="Run a scenario over a grid of rates, timeouts, versions.")
@click.argument("name", metavar="NAME|FILE.go|FOLDER")
@click.option("--rate", default="1000,10000,100000", show_default=True, metavar="R,…")
@click.option("--timeout", default="1s,10s,1m", show_default=True, metavar="D,…")
@click.option("--go", default="1.22,1.23", show_default=True, metavar="V,…")
@click.option("--gogc", default="100", show_default=True, metavar="N,…", help="GOGC, or off.")
@click.option("--csv", "csv_file", default="-", show_default=True, metavar="FILE|-")
@click.option("--plot", "plot_file", metavar="FILE", help="A heat map: .svg, .png or .pdf.")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, metavar="N")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def sweep_command(  # noqa: PLR0913, PLR0917  each is an option
    name: str,
    rate: str,
    timeout: str,
    go: str,
    gogc: str,
    csv_file: str,
    plot_file: str | None,
    jobs: int,
    quiet: bool,
) -> None:
    """Run the scenario NAME over a grid of rates, timeouts, versions and GOGC, in processes."""
    if FREE in (rates := _list(rate, "rate")):
        raise UsageError("a sweep needs rates", "take some, such as 1000,10000")
    versions = versions_of(go)
    for version in versions:
        GoVersion.resolve(version)
    if csv_file != "-":
        check_writable(csv_file)
    if plot_file:
        from gosim import plots

        plots.check(plot_file)
    points = grid(name, rates, _list(timeout, "timeout"), versions, _gogcs(gogc))
    with Bar(f"sweep of {name}", quiet) as bar:
        rows = sweep(points, jobs, bar)
    if csv_file == "-":
        click.echo(to_csv(rows), nl=False)
    else:
        write_whole(csv_file, to_csv(rows))
    if plot_file:
        plots.save(plots.heat_map([row.as_dict() for row in rows]), plot_file)
