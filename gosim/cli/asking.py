"""`gosim ask`: the questions that people ask, answered by programs.

Models   nothing in Go.
"""

from __future__ import annotations

import textwrap

import click

WIDTH = 92


@click.command(short_help="Answer a question by a program, version by version.")
@click.argument("name", required=False)
@click.option("-v", "--verbose", is_flag=True, help="With the program.")
def ask(name: str | None, verbose: bool) -> None:
    """Answer the question NAME with a program, run for each version of Go that matters.

    Without NAME, list the questions.
    """
    if name is None:
        _list()
    else:
        _answer(name, verbose)


def _list() -> None:
    from gosim.scenarios.gallery import QUESTIONS

    column = max(map(len, QUESTIONS)) + 2
    for question in QUESTIONS.values():
        click.echo(f"{question.name:<{column}}{question.question}")
    click.echo("\ngosim ask NAME answers one; with -v it shows the program too.")


def _answer(name: str, verbose: bool) -> None:
    from gosim.scenarios.gallery import question_of

    question = question_of(name)
    click.echo(question.question)
    click.echo(textwrap.fill(question.answer, WIDTH))
    if verbose:
        click.echo("\n" + question.source, nl=False)
    for case in question.cases:
        result = question.run(case)
        gomod = f", go.mod says {case.gomod}" if case.gomod else ""
        click.echo(f"\nGo {case.go}{gomod}:")
        click.echo(textwrap.indent(question.evidence(result), "  "), nl=False)
        if result.exit_code:
            why = result.stderr.split("\n", 1)[0]
            click.echo(f"  {why} (exit code {result.exit_code})")
