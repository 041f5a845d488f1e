"""Integers of every type wrap as the machine's do."""

from __future__ import annotations

import ctypes
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gosim.golang.check.constants import binary, represent
from gosim.golang.run import run_go
from gosim.golang.types import gotypes as t
from gosim.golang.values.arithmetic import f32, quo, rem, wrap

MACHINE = {
    "int": ctypes.c_int64,
    "int8": ctypes.c_int8,
    "int16": ctypes.c_int16,
    "int32": ctypes.c_int32,
    "int64": ctypes.c_int64,
    "uint": ctypes.c_uint64,
    "uint8": ctypes.c_uint8,
    "uint16": ctypes.c_uint16,
    "uint32": ctypes.c_uint32,
    "uint64": ctypes.c_uint64,
    "uintptr": ctypes.c_uint64,
}
TYPES = {basic.name: basic for basic in vars(t).values() if isinstance(basic, t.Basic)}
EDGES = st.sampled_from([0, 1, -1, 2, 127, 128, -128, 255, 1 << 31, (1 << 63) - 1, -(1 << 63)])
NUMBERS = EDGES | st.integers(-(1 << 64), 1 << 64)
OPERATORS = ("+", "-", "*", "/", "%", "&", "|", "^", "&^")


@given(name=st.sampled_from([*MACHINE]), n=st.integers())
def test_a_number_is_wrapped_to_the_width_of_its_type(name, n):
    assert wrap(TYPES[name], n) == MACHINE[name](n).value


@given(a=st.integers(), b=st.integers().filter(bool))
def test_division_is_towards_zero_and_the_rest_has_the_sign_of_the_dividend(a, b):
    assert quo(a, b) == int(Fraction(a, b))
    assert quo(a, b) * b + rem(a, b) == a


def exact(op, a, b):
    """Return what an operator gives without any width."""
    if op in "/%" and b == 0:
        return "panics"
    return {"^": lambda: a ^ b}.get(op, lambda: binary(op, a, b, integer=True))()


@settings(max_examples=12)
@given(pairs=st.lists(st.tuples(NUMBERS, NUMBERS), min_size=len(MACHINE), max_size=len(MACHINE)))
def test_generated_code_computes_as_the_machine_does(pairs):
    """Every operator on every type, in one program; a division by zero is left out."""
    calls, expected = [], []
    for (name, machine), (x, y) in zip(MACHINE.items(), pairs, strict=True):
        a, b = machine(x).value, machine(y).value
        calls.append(f"a{name}, b{name} := {name}({a}), {name}({b})")
        for op in OPERATORS:
            if (result := exact(op, a, b)) != "panics":
                calls.append(f"fmt.Println(a{name} {op} b{name})")
                expected.append(machine(result).value)
        calls.append(f"fmt.Println(-a{name}, ^b{name}, a{name} << 3, b{name} >> 2)")
        expected += [machine(n).value for n in (-a, ~b, a << 3, b >> 2)]
    lines = "\n".join(calls)

    text = run_go(f'package main\n\nimport "fmt"\n\nfunc main() {{\n{lines}\n}}\n').stdout

    assert [int(word) for word in text.split()] == expected


# -- constants -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "type_", "constant"),
    [
        (255, t.UINT8, 255),
        (256, t.UINT8, None),
        (-1, t.UINT64, None),
        (Fraction(6, 2), t.INT, 3),
        (Fraction(5, 2), t.INT, None),
        (1 << 64, t.FLOAT64, 1 << 64),
        (Fraction(10) ** 400, t.FLOAT64, None),
        (True, t.INT, None),
        ("x", t.STRING, "x"),
    ],
)
def test_a_constant_is_of_a_type_only_if_the_type_has_its_value(value, type_, constant):
    assert represent(value, type_) == constant


def test_a_constant_of_32_bits_is_rounded_at_once():
    assert represent(Fraction(1, 10), t.FLOAT32) == Fraction(f32(0.1))


def test_untyped_division_keeps_the_fraction():
    assert binary("*", binary("/", 1, 3, integer=False), 3, integer=False) == 1
    assert binary("/", 1, 3, integer=True) == 0
