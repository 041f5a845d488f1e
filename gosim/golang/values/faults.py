"""What goes wrong in a Go program: run-time errors in Go's words.

Models   runtime/error.go, runtime/panic.go of Go 1.22.
Read     gosim.errors first.

Python's own exceptions are the cheapest checks: an attribute of None is Go's nil dereference,
a division by zero is Go's.  `go_panic` says which panic an exception means.
A package raises GoPanic(value) with an interface value, or what `runtime_error` returns, and
never catches Python's exceptions broadly.

>>> go_panic(ZeroDivisionError()).value.Error()
'runtime error: integer divide by zero'
"""

from __future__ import annotations

from typing import Any

from gosim.errors import GoFatal, GoPanic
from gosim.golang.types.gotypes import Named, Pointer, Struct

SEGV = "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]"
NIL_DEREFERENCE = "invalid memory address or nil pointer dereference"


class RuntimeFault:
    """``runtime.errorString``, and any other runtime.Error: `Error` begins with "runtime error: "."""

    __slots__ = ("signal", "text")
    go_type: Any = Named("errorString", "runtime", Struct(()))

    def __init__(self, text: str = "", signal: str = "") -> None:
        self.text, self.signal = text, signal

    def Error(self) -> str:
        """Return its text."""
        return self.text

    def RuntimeError(self) -> None:
        """Mark it as a runtime.Error."""

    def __str__(self) -> str:
        return self.text + ("\n" + self.signal if self.signal else "")


class TypeAssertionFault(RuntimeFault):
    """``*runtime.TypeAssertionError``."""

    __slots__ = ()
    go_type = Named("TypeAssertionError", "runtime", Struct(()))


class BoundsFault(RuntimeFault):
    """``runtime.boundsError``."""

    __slots__ = ()
    go_type = Named("boundsError", "runtime", Struct(()))


class PlainFault(RuntimeFault):
    """``runtime.plainError``: its `Error` has no prefix."""

    __slots__ = ()
    go_type = Named("plainError", "runtime", Struct(()))


class PanicNilError(RuntimeFault):
    """``*runtime.PanicNilError``: what recover returns after panic(nil), from 1.21 on."""

    __slots__ = ()
    go_type = Named("PanicNilError", "runtime", Struct(()))


VALUE_CLASSES = (BoundsFault, PlainFault, RuntimeFault)
"""Faults whose dynamic type is not a pointer."""


def fault_type(fault: RuntimeFault) -> Any:
    """Return the dynamic type of a run-time error."""
    cls = type(fault)
    return cls.go_type if cls in VALUE_CLASSES else Pointer(cls.go_type)


def runtime_error(text: str) -> GoPanic:
    """Return the panic of a run-time error."""
    return GoPanic(RuntimeFault("runtime error: " + text), runtime_error=True)


def bounds_error(text: str) -> GoPanic:
    """Return the panic of an index or slice bound that is out of range."""
    return GoPanic(BoundsFault("runtime error: " + text), runtime_error=True)


def plain_error(text: str) -> GoPanic:
    """Return the panic of a run-time error whose text has no prefix."""
    return GoPanic(PlainFault(text), runtime_error=True)


def nil_dereference() -> GoPanic:
    """Return the panic of a nil dereference."""
    return GoPanic(RuntimeFault("runtime error: " + NIL_DEREFERENCE, SEGV), runtime_error=True)


def go_panic(error: BaseException) -> BaseException:
    """Return what a Python exception means in Go; others, among them ours, as they are."""
    if isinstance(error, GoPanic):
        if error.runtime_error and isinstance(error.value, str):
            return plain_error(error.value).with_traceback(error.__traceback__)
        return error
    if isinstance(error, ZeroDivisionError):
        return runtime_error("integer divide by zero").with_traceback(error.__traceback__)
    if isinstance(error, RecursionError):
        return GoFatal("stack overflow").with_traceback(error.__traceback__)
    if isinstance(error, (AttributeError, TypeError)) and "'NoneType' object" in str(error):
        return nil_dereference().with_traceback(error.__traceback__)
    return error


def bad_index(i: int, n: int) -> Any:
    """Raise Go's panic for an index that is out of range."""
    if i < 0:
        raise bounds_error(f"index out of range [{i}]")
    raise bounds_error(f"index out of range [{i}] with length {n}")


def bad_shift() -> Any:
    """Raise Go's panic for a negative shift count."""
    raise runtime_error("negative shift amount")


def nil_function() -> Any:
    """Raise Go's panic for a call of a nil function."""
    raise nil_dereference()
