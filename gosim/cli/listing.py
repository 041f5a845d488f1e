"""`gosim list`: the scenarios and their parameters.

Models   nothing in Go.
"""

from __future__ import annotations

import textwrap

import click

from gosim.scenarios import PARAMETERS, SCENARIOS, Scenario

WIDTH = 92


@click.command("list")
@click.option("-v", "--verbose", is_flag=True, help="With parameters, and what to look for.")
def list_scenarios(verbose: bool) -> None:
    """List the scenarios."""
    for scenario in SCENARIOS.values():
        click.echo(f"{scenario.name:<18}{scenario.title}")
        if verbose:
            click.echo(_details(scenario))
    if not verbose:
        click.echo("\ngosim list -v tells more; gosim run NAME replays one.")


def _details(scenario: Scenario) -> str:
    story = textwrap.fill(scenario.look_for, WIDTH, initial_indent="    ", subsequent_indent="    ")
    lines = [story, ""]
    for name, default in scenario.parameters.items():
        parameter = PARAMETERS[name]
        setting = f"--set {name}={parameter.show(default)}"
        lines.append(f"    {setting:<22}{parameter.meaning} [{parameter.unit}]")
    return "\n".join(lines) + "\n" * bool(scenario.parameters)
