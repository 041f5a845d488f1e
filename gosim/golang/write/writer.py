"""Python source as it is written: lines, their Go lines, names, and what the names mean.

Models   nothing in Go.
Read     gosim.golang.program first, gosim.golang.write.exprs next.
"""

from __future__ import annotations

import builtins
import keyword
import re
from typing import Any

from gosim.channels import recv, recv_ok, select, send
from gosim.channels.channel import _RECV_NIL as NIL_RECV
from gosim.golang import values
from gosim.golang.analysis.liveness import Lives, refers
from gosim.golang.program import Program
from gosim.golang.syntax.directives import coarse, message, passes, timed_out
from gosim.golang.types import gotypes as t
from gosim.golang.types.objects import Frame, Package, Var
from gosim.golang.values import allocations, hashmaps, support, unwinding
from gosim.golang.values.arithmetic import (
    fdiv,
    quo,
    rem,
    shl,
    shr,
    to_float,
    to_int,
    wrap64,
    wrap_signed,
)
from gosim.golang.values.backedges import TICK, Meter, tick
from gosim.golang.values.boxes import box_class
from gosim.golang.values.containers import extend
from gosim.golang.values.faults import bad_index
from gosim.golang.values.makechan import make_chan
from gosim.golang.values.panictext import number_text
from gosim.golang.values.rangefunc import LoopBody
from gosim.golang.values.structs import struct_class
from gosim.golib import cap as chan_cap
from gosim.golib import close, length

RUNTIME: dict[str, Any] = {
    **{name: getattr(values, name) for name in values.__all__},
    **{
        name: getattr(support, name)
        for name in (
            "array_of_slice", "at", "bind", "bind_dynamic", "clear_slice", "copy_list", "range_items", "float_max", "float_min", "native_value", "throw", "byte_at", "concat", "elem_ref", "item_ref", "go", "inside", "item", "make_of",
            "map_ok", "method_expression", "pointer_box", "print_values", "put", "settle",
            "slice_array", "slice_slice", "string_of_bytes", "string_of_runes", "substring",
            "to_slice_of_bytes", "to_slice_of_runes",
        )
    },
    **{
        name: getattr(allocations, name)
        for name in ("array_at", "boxed", "boxed_passing", "error_at", "own", "owned", "passing", "passing_text", "sliced", "static", "text", "within")
    },
    "new_map": hashmaps.new_map, "filled_map": hashmaps.filled_map,
    "Defers": unwinding.Defers, "LoopBody": LoopBody, "FAULTS": unwinding.FAULTS, "offered": unwinding.offered,
    "panic_with": unwinding.panic_with, "bad_index": bad_index, "extend": extend,
    "fdiv": fdiv, "quo": quo, "rem": rem, "shl": shl, "shr": shr, "to_float": to_float,
    "to_int": to_int, "wrap_signed": wrap_signed, "wrap64": wrap64, "recv": recv,
    "recv_ok": recv_ok, "select": select, "send": send, "NIL_RECV": NIL_RECV,
    "chan_cap": chan_cap, "close": close, "length": length, "make_chan": make_chan,
    "coarse": coarse, "message": message, "passes": passes, "timed_out": timed_out,
    "TICK": TICK, "Meter": Meter, "tick": tick, "number_text": number_text,
}  # fmt: skip

RESERVED = (
    frozenset(RUNTIME)
    | frozenset(keyword.kwlist)
    | frozenset(name for name in dir(builtins) if name.islower() or name[:1].isupper())
)
_WORD = re.compile(r"\w+")


class Writer:
    """Collects the module that a program becomes."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.check = program.check
        self.space: dict[str, Any] = {
            **RUNTIME,
            "go_names": {},
            "go_globals": {},
            "go_variables": {},
        }
        self.lines: list[tuple[int, str, int]] = []
        self.indent = 0
        self.go_line = 0
        self.frame: Frame = Frame(None, None, None)
        self.package: Package = program.main
        self._constants: dict[Any, str] = {}
        self._taken: set[str] = set()
        self._local: list[set[str]] = [set()]
        self.assigned: list[set[str]] = [set()]
        self.globals_used: list[set[str]] = [set()]
        self.lives = Lives(program, self.frame, ())
        self._fading: dict[Frame, frozenset[Var]] = {}
        self.kept_apart: set[Var] = set()
        """The variables that function literals have as their own, so that the function may let go of them."""

    # -- lines ----------------------------------------------------------------------------------

    def line(self, text: str) -> None:
        """Write a line."""
        self.lines.append((self.indent, text, self.go_line))

    def source(self) -> str:
        """Return the module's text."""
        return "".join("    " * indent + text + "\n" for indent, text, _ in self.lines)

    # -- names ----------------------------------------------------------------------------------

    def module_name(self, wanted: str) -> str:
        """Return a free name of the module."""
        wanted = re.sub(r"\W", "_", wanted)
        name, number = wanted, 1
        while name in RESERVED or name in self.space or name in self._taken:
            name, number = (
                f"{wanted}_{number}" if wanted not in RESERVED or number > 1 else f"{wanted}_",
                number + 1,
            )
        self._taken.add(name)
        return name

    def constant(self, key: Any, prefix: str, value: Any) -> str:
        """Return the module's name for an object that generated code refers to."""
        name = self._constants.get(key)
        if name is None:
            name = self.module_name(prefix)
            self._constants[key] = name
            self.space[name] = value() if callable(value) and not isinstance(value, type) else value
        return name

    def type_name(self, type_: t.Type) -> str:
        """Return the name of a type object."""
        return self.constant(("type", type_), f"{_label(type_)}_t", type_)

    def class_name(self, type_: t.Type) -> str:
        """Return the name of a struct's class."""
        return self.constant(("class", type_), _label(type_), struct_class(type_))

    def box_name(self, type_: t.Type) -> str:
        """Return the name of a type's box class."""
        return self.constant(("box", type_), f"{_label(type_)}_box", box_class(type_))

    def function_constant(self, kind: str, type_: t.Type, value: Any, extra: Any = None) -> str:
        """Return the name of a function made for a type."""
        name = self._constants.get((kind, type_, extra))
        if name is None:
            name = self.module_name(f"{kind}_{_label(type_)}")
            self._constants[kind, type_, extra] = name
            self.space[name] = value
        return name

    def local_name(self, wanted: str) -> str:
        """Return a name that is free in the function."""
        if wanted == "_":
            wanted = "_0"
        name, number = wanted, 1
        local = self._local[-1]
        while name in local or name in RESERVED or name in self.space or name in self._taken:
            name, number = f"{wanted}_{number}", number + 1
        local.add(name)
        return name

    def temporary(self, wanted: str = "_v") -> str:
        """Return a new name for an intermediate value."""
        name = self.local_name(wanted)
        return name

    def var_name(self, var: Var) -> str:
        """Return the Python name of a variable."""
        if not var.python:
            var.python = self.local_name(var.name)
        return var.python

    def name_variables(self, frame: Frame, qualified: str) -> None:
        """Note what Go calls the variables of the function that Python knows by that name."""
        variables = [*frame.params, *frame.results, *frame.variables]
        self.space["go_variables"][qualified] = {
            var.python: var.name for var in variables if var.python and var.name != "_"
        }

    def stored(self, name: str) -> None:
        """Note that the current function assigns to this name."""
        self.assigned[-1].add(name)

    def fading(self, frame: Frame) -> frozenset[Var]:
        """Return the parameters that a function lets go of before it returns."""
        found = self._fading.get(frame)
        if found is None:
            found = self._fading[frame] = Lives(self.program, frame, frame.params).fading()
        return found

    def hold(self, name: str, kind: Any) -> None:
        """Note that a name of the translator's refers to a value of that type."""
        if refers(kind):
            self.lives.hidden.add(name)

    # -- how variables are kept -----------------------------------------------------------------

    def is_cell(self, var: Var) -> bool:
        """Return whether a variable lives in a Cell."""
        if var.frame is None or t.is_aggregate(var.type):
            return False
        if var.captured and var.writes > 0 and (var.in_loop or var in self.kept_apart):
            return True
        return var.addressed

    def in_place(self, var: Var) -> bool:
        """Return whether a struct or array must keep its identity when it is assigned."""
        return t.is_aggregate(var.type) and (var.frame is None or var.addressed or var.captured)


def _label(type_: Any) -> str:
    """Return a word for a type."""
    if isinstance(type_, t.Pointer):
        return f"ptr_{_label(type_.elem)}"
    if isinstance(type_, t.Slice):
        return f"slice_{_label(type_.elem)}"
    if isinstance(type_, t.Struct):
        return "struct"
    text = str(type_).removeprefix("main.")
    label = "_".join(_WORD.findall(text))[:40] or "type"
    return f"array_{label}" if label[0].isdigit() else label
