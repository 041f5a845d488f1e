"""The operands of the tables of formats: how Go writes each, and what it is in gosim."""

from __future__ import annotations

import ast
import math
import re

from gosim.golang.types import gotypes as types
from gosim.golang.values import NIL_MAP, NIL_SLICE, Map, box, of_text, slice_of

INTS = types.Slice(types.INT)
BYTES = types.Slice(types.UINT8)
STRINGS = types.Slice(types.STRING)
COUNTS = types.Map(types.STRING, types.INT)


def _map(**items):
    made = Map()
    made.update(items)
    return made


OPERANDS = {
    "0": 0,
    "42": 42,
    "-42": -42,
    "-9223372036854775808": -(2**63),
    "int8(-5)": box(types.INT8, -5),
    "uint8(200)": box(types.UINT8, 200),
    "uint64(18446744073709551615)": box(types.UINT64, 2**64 - 1),
    "'x'": box(types.INT32, 120),
    "'☺'": box(types.INT32, 0x263A),
    "int32(-1)": box(types.INT32, -1),
    "0.0": 0.0,
    "math.Copysign(0, -1)": -0.0,
    "1.0": 1.0,
    "-2.5": -2.5,
    "0.1": 0.1,
    "3.14159265358979": 3.14159265358979,
    "123456789.0": 123456789.0,
    "1e6": 1e6,
    "1e20": 1e20,
    "1e21": 1e21,
    "1.5e-7": 1.5e-7,
    "5e-324": 5e-324,
    "math.MaxFloat64": 1.7976931348623157e308,
    "math.Inf(1)": math.inf,
    "math.Inf(-1)": -math.inf,
    "math.NaN()": math.nan,
    "float32(0.1)": box(types.FLOAT32, 0.10000000149011612),
    "float32(16777216)": box(types.FLOAT32, 16777216.0),
    '""': "",
    '"hi"': "hi",
    '"héllo, 世界"': of_text("héllo, 世界"),
    '"a\\tb\\"c\\x00\\xff`"': 'a\tb"c\x00\xff`',
    "true": True,
    "false": False,
    "nil": None,
    "[]int{1, -2, 3}": box(INTS, slice_of([1, -2, 3])),
    "[]int(nil)": box(INTS, NIL_SLICE),
    "[]int{}": box(INTS, slice_of([])),
    '[]byte("abc")': box(BYTES, slice_of([97, 98, 99])),
    "[]byte(nil)": box(BYTES, NIL_SLICE),
    '[]string{"a", "b c"}': box(STRINGS, slice_of(["a", "b c"])),
    "[2]bool{true, false}": box(types.Array(2, types.BOOL), [True, False]),
    "[3]byte{1, 2, 3}": box(types.Array(3, types.UINT8), [1, 2, 3]),
    'map[string]int{"b": 2, "a": 1}': box(COUNTS, _map(b=2, a=1)),
    "map[string]int(nil)": box(COUNTS, NIL_MAP),
    '[]any{1, "a", nil, 2.5}': box(types.Slice(types.ANY), slice_of([1, "a", None, 2.5])),
    "[][]int{{1}, nil}": box(types.Slice(INTS), slice_of([slice_of([1]), NIL_SLICE])),
}
"""Each operand as Go writes it, and its interface value."""

FLOATS = types.Slice(types.FLOAT64)
MORE = {
    '[]byte("hello")': box(BYTES, slice_of([*b"hello"])),
    "[]int{1, 2}": box(INTS, slice_of([1, 2])),
    "[]int{1, -2}": box(INTS, slice_of([1, -2])),
    '[]string{"a", "b"}': box(STRINGS, slice_of(["a", "b"])),
    '[]string{"hi", "yo"}': box(STRINGS, slice_of(["hi", "yo"])),
    "[]float64{1, 2.5}": box(FLOATS, slice_of([1.0, 2.5])),
    "'a'": box(types.INT32, 97),
}
"""What the special formats want besides."""


def operand(text):
    """Return the interface value of an operand as Go writes it."""
    known = OPERANDS | MORE
    return known[text] if text in known else of_value(ast.literal_eval(text))


def of_value(value):
    return of_text(value) if isinstance(value, str) else value


def operands(text):
    """Return the interface values of a list of operands."""
    return [operand(part) for part in _PART.findall(text)]


_PART = re.compile(r"""\[\][^,{(]*[{(].*?[})]|"[^"]*"|'[^']*'|[^, ]+""")

VERBS = "vdboOxXcqUeEfFgGstTw!é"
FLAGS = ["", "+", "-", "#", "0", " ", "+#", "#0", " 0", "-0", "# "]
SIZES = ["", "8", "3", "20", ".0", ".2", "12.3", ".10", "25.17", "."]
SPECIAL = [
    ("%d %d", "1"), ("%d", "1, 2"), ("%!", ""), ("%", ""), ("100%%", ""), ("%5%|", ""),
    ("%[2]d %[1]d", "1, 2"), ("%[3]d", "1"), ("%[x]d", "1"), ("%[1]", "1"), ("%[", "1"),
    ("%[2]*[1]d|", "1, 5"), ("%*d|", "5, 42"), ("%-*d|", "5, 42"), ("%*d|", "-5, 42"),
    ("%.*f|", "2, 3.14159"), ("%.*f|", "-2, 3.14159"), ("%*d", '"a", 1'), ("%.*d", '"a", 1'),
    ("%[1]*.[2]*[3]f|", "8, 2, 3.14159"), ("%6.2f%%", "12.3456"), ("%d%s", '"a", 1'),
    ("%[1]d %d", "1, 2"), ("%[2]2d", "1, 2"), ("%[1].2d", "1, 2"), ("%.[1]2d", "1, 2"),
    ("%v %v", "nil, 1"), ("%s", "nil"), ("%d", "nil"), ("%[1]v %[1]T", "1"), ("%z", "1"),
    ("%-010d|", "42"), ("%+-8d|", "42"), ("%+q", '"é"'), ("%#q", '"a`b"'), ("%# x", '"hi!"'),
    ("%x", '"hello"'), ("%X", '[]byte("hello")'), ("% X", '[]byte("hello")'), ("%99999999d", "1"),
    ("%.99999999d", "1"), ("%*d", "10000001, 1"), ("%[99999999]d", "1"), ("%[-1]d", "1"),
    ("%[1]d%[1]d%d", "7"), ("%d %d %[1]d", "1, 2"), ("", "1"), ("no verbs", "1, nil, \"x\""),
    ("%v", ""), ("%s %s", '"one"'), ("%t", "1"), ("%d", "true"), ("%s", "2.5"), ("%q", "65"),
    ("%c|%5c|%-5c|", "65, 66, 67"), ("%U %#U", "0x1F600, 0x1F600"), ("%x %X", "-255, 255"),
    ("%08b", "5"), ("%o %#o %O", "8, 8, 8"), ("%08.3f|%+08.3f|%-8.3f|", "3.14159, 3.14159, 2.5"),
    ("%6v|%-6v|%06v", "42, 42, 42"), ("%6v|%-6v", '"ab", "ab"'), ("%5t|%-7t|", "true, false"),
    ("%5v|", "[]int{1, 2}"), ("%05d|", "[]int{1, -2}"), ("%q", '[]string{"a", "b"}'),
    ("%6.2f|", "[]float64{1, 2.5}"), ("%x", '[]string{"hi", "yo"}'), ("%v %d", "'a', 'a'"),
    ("%3c|%03d|%+.2e", "'x', 7, 12345.678"), ("%10.3v|", '"abcdef"'),
    ("%.3s|%.10s|", '"héllo", "hi"'),
]  # fmt: skip
"""Formats that say something special, each with its operands as Go writes them."""
