"""`gosim show`: the Python that a Go program becomes.

Models   nothing in Go.
"""

from __future__ import annotations

import click

from gosim.scenarios import find, program
from gosim.versions import DEFAULT


@click.command(short_help="Print the Python that a Go program becomes.")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FILE.go...|FOLDER")
@click.option("--go", default=DEFAULT, show_default=True, metavar="V", help="Go version.")
def show(names: tuple[str, ...], go: str) -> None:
    """Print the Python that a Go program becomes: a scenario, files FILE.go, or a FOLDER."""
    from gosim.golang.run import show

    chosen = find(names[0]) if len(names) == 1 else program(names)
    click.echo(show(chosen.files, go), nl=False)
