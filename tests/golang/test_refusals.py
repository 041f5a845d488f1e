"""What is not Go is refused with a line, whatever it is; there is never a traceback."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from gosim.errors import UsageError
from gosim.golang.run import build
from gosim.versions import GoVersion

PROGRAMS = sorted(Path(__file__).parent.joinpath("programs").glob("*.go"))

TOKEN = re.compile(r"\"[^\"\n]*\"|`[^`]*`|\w+|<-|:=|[^\w\s]|\s+")

HEAD = 'package main\n\nimport "fmt"\n\n'


def complaint(text):
    """Return the first line that a program gets, without the file's name."""
    with pytest.raises(UsageError) as caught:
        build(text, GoVersion.resolve("1.22"))
    return str(caught.value).splitlines()[0].removeprefix("./prog.go:")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("fmt.Println(--a)", "unexpected --, expected expression"),
        ("fmt.Println(a++b)", "unexpected ++ in argument list; possibly missing comma or )"),
        ("a = b--a", "unexpected -- at end of statement"),
    ],
)
def test_two_operators_without_a_space_are_one_token_as_for_go(statement, said):
    text = f"{HEAD}func main() {{\n\ta, b := 1, 2\n\t{statement}\n\tfmt.Println(a, b)\n}}\n"

    column = 2 + statement.index(said.split()[1][:2])
    assert complaint(text) == f"7:{column}: syntax error: {said}"


@pytest.mark.parametrize("case", ["fmt.Println()", "x := 1", "c", "x = f()"])
def test_a_case_of_a_select_is_a_send_or_a_receive(case):
    body = f"c, x := make(chan int), 0\n\tselect {{\n\tcase {case}:\n\t}}\n\tfmt.Println(c, x)"
    text = f"{HEAD}func main() {{\n\t{body}\n}}\n"

    assert complaint(text) == "8:7: select case must be send or receive (possibly with assignment)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("func main() {\n}\n", "1:1: syntax error: package statement must be first"),
        ("package util\n\nfunc main() {\n}\n", "1:1: package util is not a main package"),
        ("package main\n\nfunc () f() {\n}\n", "3:1: method has no receiver"),
        ("package main\n\nfunc (a, b T) f() {\n}\n", "3:1: method has multiple receivers"),
    ],
)
def test_a_file_and_a_method_have_the_form_that_go_wants(text, said):
    assert complaint(text) == said


def mutated(text, draws):
    """Return a program in which one token is gone, another one's, or twice there."""
    tokens = TOKEN.findall(text)
    place = draws.randrange(len(tokens))
    tokens[place] = draws.choice(["", draws.choice(tokens), 2 * tokens[place]])
    return "".join(tokens)


def test_a_program_with_a_slip_in_it_is_translated_or_refused():
    draws = random.Random(1)
    refusals = []
    for _ in range(150):
        text = mutated(draws.choice(PROGRAMS).read_text(encoding="utf-8"), draws)
        try:
            build(text, GoVersion.resolve("1.22"))
        except UsageError as error:
            refusals.append(str(error))
    assert len(refusals) > 50
    assert all(re.match(r"\./prog\.go:\d+:\d+: ", refusal) for refusal in refusals)
