"""What is not Go is refused with a line, whatever it is; there is never a traceback."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from gosim.errors import UsageError
from gosim.golang.lib import PACKAGES
from gosim.golang.run import build, run_go
from gosim.scenarios import find
from gosim.versions import GoVersion

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE / "programs").glob("*.go"))

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
        ("package main\n\nfunc () f() {\n}\n", "3:9: method has no receiver"),
        ("package main\n\nfunc (a, b int) f() {\n}\n", "3:17: method has multiple receivers"),
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


@pytest.mark.parametrize(
    "body",
    [
        f"println({'(' * 3000}1{')' * 3000})",
        f"println({' + '.join(['1'] * 5000)})",
        f"x := 1\n{'if x > 0 {' * 200}println(x){'}' * 200}",
        f"x := 1\n{'for x < 3 {' * 40}x++{'}' * 40}",
    ],
    ids=["parentheses", "sum", "ifs", "loops"],
)
def test_a_program_that_is_nested_beyond_reason_is_refused(body):
    with pytest.raises(UsageError, match="nested too deeply"):
        run_go(f"package main\n\nfunc main() {{\n\t{body}\n}}\n")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("x := 1.0 << s; _ = x", "7: invalid operation: shifted operand 1.0 (type float64) must"),
        ("_ = float64(1 << s)", "14: invalid operation: shifted operand 1 (type float64) must be"),
        ("switch s { case 1: fallthrough }", "21: cannot fallthrough final case in switch"),
        ("switch s { case 1: if s == 1 { fallthrough }; case 2: }", "33: fallthrough statement"),
        ("for ; ; x := 1 { _ = x }", "12: syntax error: cannot declare in post statement"),
        ("_ = []int{-1: 0}", "12: invalid argument: index -1 (constant of type int) must not be"),
        ("_ = 1e99999999999", "6: the number 1e99999999999 is not supported"),
    ],
)
def test_a_statement_that_means_nothing_is_refused_where_go_refuses_it(statement, said):
    text = f"package main\n\nfunc main() {{\n\ts := uint(8)\n\n\n\t{statement}\n\t_ = s\n}}\n"

    assert complaint(text).startswith(f"7:{said}")


def test_a_pointer_type_with_a_name_has_the_fields_but_not_the_methods():
    text = (
        "package main\n\ntype T struct{ n int }\n\nfunc (t *T) M() {}\n\ntype P *T\n\n"
        "func main() {\n\tp := P(&T{})\n\tprintln(p.n)\n\tp.M()\n}\n"
    )

    assert complaint(text) == "12:4: p.M undefined (type P has no field or method M)"


def test_a_type_with_parameters_may_be_declared_in_a_function():
    text = (
        f"{HEAD}func main() {{\n\ttype Pair[K comparable, V any] struct {{\n\t\tkey K\n\t\tval V\n"
        '\t}\n\tfmt.Println(Pair[string, int]{"a", 1})\n}\n'
    )

    assert run_go(text).stdout == "{a 1}\n"


# -- what Go has and gosim has not -----------------------------------------------------------------


@pytest.mark.parametrize(
    "expression", ["complex(1, 2)", "1i", "new(complex128)", "any(complex64(0))"]
)
def test_complex_numbers_are_refused_by_name(expression):
    assert complaint(f"package main\n\nfunc main() {{ println({expression}) }}\n").endswith(
        "complex numbers are not supported"
    )


def test_a_package_that_there_is_not_is_refused_once_and_its_names_are_not_complained_of():
    with pytest.raises(UsageError) as caught:
        run_go('package main\n\nimport "net/http"\n\nfunc main() { http.Get("x") }\n')

    assert len(str(caught.value).splitlines()) == 1
    assert "package net/http is not supported; gosim knows bufio, " in str(caught.value)


def test_a_name_that_a_package_lacks_is_refused_with_those_that_it_has():
    with pytest.raises(UsageError) as caught:
        run_go('package main\n\nimport "os"\n\nfunc main() { os.WriteFile("x") }\n')

    assert str(caught.value) == "./prog.go:5:18: undefined: os.WriteFile"
    assert caught.value.try_this.startswith("gosim's os has Args, ")


def test_the_readme_names_the_packages_that_there_are():
    readme = Path(__file__).parents[2] / "README.md"
    if not readme.exists():
        pytest.skip("the tests of the wheel may stand alone")
    text = readme.read_text(encoding="utf-8")
    listed = text[text.index("*The library* is") : text.index("Any other package")]
    ours = {path.removeprefix("golang.org/x/") for path in PACKAGES}

    assert set(re.findall(r"`([\w/]+)`", listed)) == ours


def test_a_folder_is_a_program_without_its_tests(tmp_path):
    (tmp_path / "a.go").write_text("package main\n\nfunc main() { println(b) }\n")
    (tmp_path / "b.go").write_text("package main\n\nconst b = 1\n")
    (tmp_path / "b_test.go").write_text('package main\n\nimport "testing"\n')

    assert [path.name for path in find(str(tmp_path)).files] == ["a.go", "b.go"]


REFUSED = json.loads((HERE.parent / "golden" / "golang_refusals.json").read_text())


@pytest.mark.parametrize("version", ["1.22", "1.27"])
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_does_not_compile_is_refused_in_the_words_of_the_compiler(name, version):
    program = (HERE / "refused" / name).read_text()

    with pytest.raises(UsageError) as caught:
        build(program, GoVersion.resolve(version))

    assert str(caught.value).splitlines() == REFUSED[name][version]
