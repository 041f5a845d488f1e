"""`gosim show`: the Python that a Go program becomes.

Models   nothing in Go.
"""

from __future__ import annotations

import click

from gosim.versions import DEFAULT


@click.command()
@click.argument("file", metavar="FILE.go", type=click.Path(exists=True, dir_okay=False))
@click.option("--go", default=DEFAULT, show_default=True, metavar="V", help="Go version.")
def show(file: str, go: str) -> None:
    """Print the Python that FILE.go becomes."""
    from gosim.golang.run import show

    click.echo(show(file, go), nl=False)
