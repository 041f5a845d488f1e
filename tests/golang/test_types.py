"""Types are identical if they are the same object, and names are found as the language says."""

from __future__ import annotations

import pytest

from gosim.errors import UsageError
from gosim.golang.run import build, run_go
from gosim.golang.types import gotypes as t
from gosim.golang.types.lookup import lookup
from gosim.versions import GoVersion

# -- identity --------------------------------------------------------------------------------------


def point(name="Point"):
    x, y = t.Field("X", t.INT), t.Field("Y", t.INT)
    return t.Named(name, "main", t.Struct((x, y)))


def test_composite_types_of_the_same_parts_are_one_type():
    assert t.identical(t.Map(t.STRING, t.Slice(t.INT)), t.Map(t.STRING, t.Slice(t.INT)))
    assert not t.identical(t.Array(3, t.INT), t.Array(4, t.INT))


def test_two_named_types_differ_even_if_they_look_alike():
    assert not t.identical(point(), point())
    assert point().underlying is point().underlying


def test_a_tag_makes_another_struct():
    plain, tagged = t.Field("X", t.INT), t.Field("X", t.INT, False, 'json:"x"')

    assert not t.identical(t.Struct((plain,)), t.Struct((tagged,)))


@pytest.mark.parametrize(
    ("type_", "comparable"),
    [
        (t.INT, True),
        (t.Slice(t.INT), False),
        (t.Array(2, t.STRING), True),
        (t.Array(2, t.Slice(t.INT)), False),
        (t.Pointer(t.Slice(t.INT)), True),
        (t.Struct((t.Field("f", t.Map(t.INT, t.INT)),)), False),
    ],
)
def test_a_type_is_comparable_if_all_its_parts_are(type_, comparable):
    assert t.is_comparable(type_) is comparable


# -- names -----------------------------------------------------------------------------------------


def embedding(*inner):
    return t.Struct(tuple(t.Field(type_.name, type_, True) for type_ in inner))


def test_the_shallowest_field_is_found():
    outer = t.Struct((t.Field("X", t.STRING), t.Field("Point", point(), True)))

    assert lookup(outer, "X").field.type is t.STRING
    assert [field.name for field in lookup(outer, "Y").path] == ["Point"]


def test_two_fields_at_the_same_depth_are_none():
    assert lookup(embedding(point("A"), point("B")), "X") is None


def test_a_pointer_on_the_way_is_noted():
    outer = t.Struct((t.Field("Point", t.Pointer(point()), True),))

    assert lookup(outer, "X").indirect
    assert not lookup(point(), "X").indirect


def test_a_pointer_to_an_interface_has_no_methods():
    signature = t.Signature((), ())

    assert lookup(t.interface_of([("Close", signature)]), "Close").method is signature
    assert lookup(t.Pointer(t.interface_of([("Close", signature)])), "Close") is None


# -- assignability ---------------------------------------------------------------------------------

DECLARED = """package main

type Celsius float64
type Names []string
type Stringer interface{ String() string }
type ByValue struct{}
func (ByValue) String() string { return "" }
type ByPointer struct{}
func (*ByPointer) String() string { return "" }

func main() {
	var names []string
	var both chan int
	var f float64 = 1
	_, _, _ = names, both, f
	%s
}
"""


def complaint(statement):
    """Return what the compiler says of a statement, without its place; "" if it compiles."""
    try:
        build(DECLARED % statement, GoVersion.resolve("1.22"))
    except UsageError as error:
        return str(error).splitlines()[0].split(": ", 1)[1]
    return ""


@pytest.mark.parametrize(
    "statement",
    [
        "var n Names = names; _ = n",  # the same underlying type, and one of them has no name
        "var in <-chan int = both; _ = in",
        "var c Celsius = 36.6; _ = c",
        "var s Stringer = ByValue{}; _ = s",
        "var s Stringer = &ByValue{}; _ = s",
        "var s Stringer = &ByPointer{}; _ = s",
        "var e any = names; _ = e",
        "var p *int = nil; _ = p",
    ],
)
def test_these_values_may_be_assigned(statement):
    assert complaint(statement) == ""


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "var c Celsius = f; _ = c",
            "cannot use f (variable of type float64) as Celsius value in variable declaration",
        ),
        (
            "var s Stringer = ByPointer{}; _ = s",
            "cannot use ByPointer{} (value of type ByPointer) as Stringer value in variable"
            " declaration: ByPointer does not implement Stringer (method String has pointer"
            " receiver)",
        ),
        (
            "var n int = nil; _ = n",
            "cannot use nil as int value in variable declaration",
        ),
    ],
)
def test_these_may_not_and_the_compiler_says_why(statement, said):
    assert complaint(statement) == said


# -- the end of a function -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "return 1",
        'panic("no")',
        "for { }",
        "if true { return 1 } else { return 2 }",
        "switch { case true: return 1; default: panic(0) }",
        "select { }",
        "L: for { if true { continue L } }",
        "{ return 1 }",
    ],
)
def test_control_never_comes_to_the_end(body):
    build(f"package main\n\nfunc f() int {{ {body} }}\n\nfunc main() {{ f() }}\n",
          GoVersion.resolve("1.22"))  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "",
        "for true { }",
        "for { break }",
        "L: for { for { break L } }",
        "if true { return 1 }",
        "switch { case true: return 1 }",
        "switch { case true: break; default: return 1 }",
        "select { default: break }",
    ],
)
def test_control_may_come_to_the_end(body):
    with pytest.raises(UsageError, match="missing return"):
        build(f"package main\n\nfunc f() int {{ {body} }}\n\nfunc main() {{ f() }}\n",
              GoVersion.resolve("1.22"))  # fmt: skip


def test_blank_declarations_use_their_imports():
    text = """package main

import (
	"errors"
	"math"
	"strings"
)

const _ = math.MaxInt64

type _ struct{ r *strings.Reader }

func _() { _ = errors.New("never") }

func main() {}
"""
    assert run_go(text, go="1.22").exit_code == 0
