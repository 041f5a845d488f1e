"""What generated code calls for what Python cannot say in one expression.

Models   nothing in Go by itself: indexing, slicing, assertions, conversions with Go's panics.
Read     gosim.golang.values and gosim.golang.values.unwinding first.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from types import GeneratorType
from typing import Any, Final

from gosim.channels import Channel
from gosim.errors import GoFatal, GoPanic
from gosim.golang.gotext import decode_rune, rune_string
from gosim.golang.types import gotypes as t
from gosim.golang.values.boxes import Box, box_class, dynamic_type, implements, is_boxed, zero_of
from gosim.golang.values.cells import ArrayRef, ElemRef
from gosim.golang.values.containers import ITEMS_MAX, Slice, make_slice, size_of, window
from gosim.golang.values.containers import room as rounded
from gosim.golang.values.faults import (
    RuntimeFault,
    TypeAssertionFault,
    bad_index,
    bounds_error,
    runtime_error,
)
from gosim.golang.values.outside import check_text, no_memory, write_stderr
from gosim.golang.values.structs import find_method, struct_class
from gosim.golang.values.unwinding import Start
from gosim.kernel import running

MAKE_MAX = 1 << 47
STRUCTS_MAX = 1 << 22


# -- calls and goroutines -----------------------------------------------------------------------


def settle(result: Any) -> Generator[Any, Any, Any]:
    """Return the result of a call of unknown colour: a value, a generator or an operation."""
    if result.__class__ is GeneratorType:
        result = yield from result
    elif hasattr(result, "perform") and not isinstance(result, Channel):
        result = yield result
    return result


def go(function: Any, *args: Any) -> None:
    """``go function(args)``."""
    if function is None:
        raise GoFatal("go of nil func value")
    p = running.p
    p.now += p.costs.go
    p.kernel.spawn(p, Start(function, args))


def bind(function: Callable[..., Any], receiver: Any) -> Callable[..., Any]:
    """Return the method value: the function with its receiver."""
    if getattr(function, "operation_", False):

        def waiting(*args: Any) -> Generator[Any, Any, Any]:
            result = yield function(receiver, *args)
            return result

        return waiting

    def bound(*args: Any) -> Any:
        return function(receiver, *args)

    return bound


def bind_dynamic(x: Any, name: str) -> Callable[..., Any]:
    """Return the method value of an interface value."""
    method = getattr(x, name)
    if getattr(method, "operation_", False):

        def waiting(*args: Any) -> Generator[Any, Any, Any]:
            result = yield method(*args)
            return result

        return waiting
    return method  # type: ignore[no-any-return]


def method_expression(type_: t.Type, name: str) -> Callable[..., Any]:
    """Return ``T.name`` as a function of the receiver."""

    def called(x: Any, *args: Any) -> Any:
        method = None if t.is_interface(type_) else find_method(type_, name)
        return getattr(x, name)(*args) if method is None else method(x, *args)

    return called


# -- strings and slices -------------------------------------------------------------------------


def byte_at(s: str, i: int) -> int:
    """Return ``s[i]`` of a string."""
    if 0 <= i < len(s):
        return ord(s[i])
    bad_index(i, len(s))
    return 0


def at(s: Slice, i: int) -> Any:
    """Return ``s[i]`` of a slice."""
    if 0 <= i < s.n:
        return s.a[s.o + i]
    return bad_index(i, s.n)


def put(s: Slice, i: int, value: Any) -> None:
    """Do ``s[i] = value``."""
    if not 0 <= i < s.n:
        bad_index(i, s.n)
    s.a[s.o + i] = value


def item(a: list[Any], i: int) -> Any:
    """Return ``a[i]`` of an array."""
    if 0 <= i < len(a):
        return a[i]
    return bad_index(i, len(a))


def elem_ref(s: Slice, i: int) -> ElemRef:
    """Return ``&s[i]`` of a slice."""
    return ElemRef(s.a, s.o + inside(i, s.n))


def item_ref(a: list[Any], i: int) -> ElemRef:
    """Return ``&a[i]`` of an array."""
    i = inside(i, len(a))
    return ElemRef(a.of, a.start + i) if isinstance(a, ArrayRef) else ElemRef(a, i)


def inside(i: int, n: int) -> int:
    """Return i if it is an index of n items."""
    if 0 <= i < n:
        return i
    bad_index(i, n)
    return 0


def substring(s: str, low: int | None, high: int | None) -> str:
    """Return ``s[low:high]`` of a string."""
    n = len(s)
    a, b = 0 if low is None else low, n if high is None else high
    if not 0 <= a <= b <= n:
        _bad_bounds(low, high, a, b, n, "length")
    return s[a:b]


def _bad_bounds(low: Any, high: Any, a: int, b: int, n: int, what: str) -> None:
    if not 0 <= b <= n:
        detail = f"[:{b}] with {what} {n}" if b >= 0 else f"[:{b}]"
        raise bounds_error(f"slice bounds out of range {detail}")
    if a < 0:
        raise bounds_error(f"slice bounds out of range [{a}:]")
    raise bounds_error(f"slice bounds out of range [{a}:{b}]")


def slice_slice(s: Slice, low: int | None, high: int | None, most: int | None, elem: Any) -> Slice:
    """Return ``s[low:high:most]`` of a slice."""
    a, b = 0 if low is None else low, s.n if high is None else high
    if most is None:
        if not 0 <= a <= b <= s.c:
            _bad_bounds(low, high, a, b, s.c, "capacity")
        return window(s, a, b, s.c, elem)
    _check_three(a, b, most, s.c, "capacity")
    return window(s, a, b, most, elem)


def _check_three(a: int, b: int, most: int, limit: int, what: str) -> None:
    if not 0 <= most <= limit:
        detail = f"[::{most}] with {what} {limit}" if most >= 0 else f"[::{most}]"
        raise bounds_error(f"slice bounds out of range {detail}")
    if not 0 <= b <= most:
        raise bounds_error(f"slice bounds out of range [:{b}:{most}]")
    if not 0 <= a <= b:
        raise bounds_error(f"slice bounds out of range [{a}:{b}:]")


def slice_array(
    a: list[Any], low: int | None, high: int | None, most: int | None, elem: Any
) -> Slice:
    """Return ``a[low:high:most]`` of an array."""
    n = len(a)
    whole = Slice(a.of, a.start, n, n) if isinstance(a, ArrayRef) else Slice(a, 0, n, n)
    if most is None and high is not None and not 0 <= high <= n:
        _bad_bounds(low, high, low or 0, high, n, "length")
    return slice_slice(whole, low, high, most, elem)


def make_of(elem: t.Type, n: int, cap: int | None = None) -> Slice:
    """Return ``make([]elem, n, cap)``."""
    size = size_of(elem)
    if n < 0 or n * max(size, 1) > MAKE_MAX:
        raise runtime_error("makeslice: len out of range")
    if cap is None:
        cap = n
    elif cap < n or cap * max(size, 1) > MAKE_MAX:
        raise runtime_error("makeslice: cap out of range")
    if n > (STRUCTS_MAX if t.is_aggregate(elem) else ITEMS_MAX):
        no_memory()
    return make_slice(elem, n, cap)


EXACT: Final = -1


def to_slice_of_bytes(s: str, room: int = 32) -> Slice:
    """Return ``[]byte(s)``; on the stack there is room for 32.  Go: stringtoslicebyte.

    A constant's bytes are an array of just that length: room is EXACT.
    """
    n = len(s)
    return Slice(list(s.encode("latin-1")), 0, n, n if room < 0 else max(rounded(n, False), room))


def to_slice_of_runes(s: str, room: int = 32) -> Slice:
    """Return ``[]rune(s)``; on the stack there is room for 32.  Go: stringtoslicerune."""
    at_, found = 0, []
    while at_ < len(s):
        rune, size = decode_rune(s, at_)
        found.append(rune)
        at_ += size
    n = len(found)
    return Slice(found, 0, n, n if room < 0 else max(rounded(4 * n, False) // 4, room))


def string_of_bytes(s: Slice) -> str:
    """Return ``string(b)`` of a []byte."""
    return bytes(s.a[s.o : s.o + s.n]).decode("latin-1")


def string_of_runes(s: Slice) -> str:
    """Return ``string(r)`` of a []rune."""
    return "".join(rune_string(rune) for rune in s.a[s.o : s.o + s.n])


def concat(a: str, b: str) -> str:
    """Return ``a + b``, unless no machine could hold it."""
    check_text(len(a) + len(b))
    return a + b


# -- interfaces ---------------------------------------------------------------------------------


def interface_text(interface: t.Type) -> str:
    """Return the name of a static interface type in the runtime's words."""
    return str(interface)


def recogniser(type_: t.Type) -> Callable[[Any], bool]:
    """Return the function that tells whether an interface value has that dynamic type."""
    under = type_.underlying
    if isinstance(under, t.Interface):
        return lambda x: x is not None and not implements(x, under)
    if isinstance(type_, t.Pointer) and isinstance(type_.elem.underlying, t.Struct):
        cls, nil = struct_class(type_.elem), box_class(type_)
        return lambda x: x.__class__ is cls or x.__class__ is nil
    if isinstance(type_, t.Named) and type_.pkg == "runtime" and type_.name == "Error":
        return lambda x: isinstance(x, RuntimeFault)
    if not is_boxed(type_):
        plain = {t.INT: int, t.FLOAT64: float, t.STRING: str, t.BOOL: bool}[type_]  # type: ignore[index]
        return lambda x: x.__class__ is plain
    wanted = box_class(type_)
    return lambda x: x.__class__ is wanted


def opener(type_: t.Type) -> Callable[[Any], Any]:
    """Return the function that takes the value out of an interface value of that type."""
    if t.is_interface(type_):
        return lambda x: x
    if isinstance(type_.underlying, t.Struct):
        return lambda x: x.v.copy_()
    if isinstance(type_.underlying, t.Array):
        from gosim.golang.values.boxes import copier_of  # noqa: PLC0415

        copy_ = copier_of(type_)
        return lambda x: copy_(x.v)
    return lambda x: x.v if isinstance(x, Box) else x


def asserter(type_: t.Type, static: t.Type) -> Callable[[Any], Any]:
    """Return the function of ``x.(T)``, which panics."""
    test, open_ = recogniser(type_), opener(type_)

    def asserted(x: Any) -> Any:
        if test(x):
            return open_(x)
        raise GoPanic(TypeAssertionFault(_assertion_text(x, type_, static)), runtime_error=True)

    return asserted


def _assertion_text(x: Any, type_: t.Type, static: t.Type) -> str:
    under = type_.underlying
    have = dynamic_type(x)
    if isinstance(under, t.Interface):
        if x is None:
            return f"interface conversion: interface is nil, not {type_}"
        return f"interface conversion: {have} is not {type_}: missing method {implements(x, under)}"
    if x is None:
        return f"interface conversion: {static} is nil, not {type_}"
    return f"interface conversion: {static} is {have}, not {type_}"


def ok_asserter(type_: t.Type) -> Callable[[Any], tuple[Any, bool]]:
    """Return the function of ``v, ok := x.(T)``."""
    test, open_ = recogniser(type_), opener(type_)

    def asserted(x: Any) -> tuple[Any, bool]:
        if test(x):
            return open_(x), True
        return zero_of(type_), False

    return asserted


def pointer_box(value: Any, nil: type) -> Any:
    """Return a pointer to a struct as an interface value; nil pointers are in a box."""
    return nil(None) if value is None else value


# -- maps and printing --------------------------------------------------------------------------


def map_ok(m: dict[Any, Any], key: Any, zero: Any) -> tuple[Any, bool]:
    """Return ``m[key]`` and whether it is there."""
    try:
        return m[key], True
    except KeyError:
        return zero, False


def print_values(values: tuple[Any, ...], newline: bool) -> None:
    """Write as the predeclared print and println do."""
    from gosim.golang.values.panictext import number_text  # noqa: PLC0415

    texts = []
    for value in values:
        if value is None:
            texts.append("0x0")
        elif isinstance(value, str):
            texts.append(value)
        elif isinstance(value, (bool, int, float)):
            texts.append(number_text(value))
        else:
            texts.append("0x0")
    write_stderr(" ".join(texts) + "\n" if newline else "".join(texts))


# -- odds and ends ------------------------------------------------------------------------------


def throw(error: BaseException) -> Any:
    """Raise, where Python wants an expression."""
    raise error


def copy_list(elem: t.Type, items: list[Any]) -> list[Any]:
    """Return copies of structs or arrays."""
    from gosim.golang.values.boxes import copier_of  # noqa: PLC0415

    copy_ = copier_of(elem)
    return [copy_(item_) for item_ in items]


def clear_slice(s: Slice, elem: t.Type) -> None:
    """Set all items to zero."""
    s.a[s.o : s.o + s.n] = [zero_of(elem) for _ in range(s.n)]


def array_of_slice(s: Slice, length: int) -> list[Any]:
    """Return ``(*[n]T)(s)``: the items that the slice shows, shared with it."""
    if s.n < length:
        raise bounds_error(
            f"cannot convert slice with length {s.n} to array or pointer to array "
            f"with length {length}"
        )
    if s.o == 0 and s.c == length == len(s.a):
        return s.a
    return ArrayRef(s.a, s.o, length)


def native_value(function: Callable[..., Any], fixed: int, *types: Any) -> Callable[..., Any]:
    """Return a function of the library as a value: with its types, and its variadic as a slice."""

    def called(*args: Any) -> Any:
        if fixed >= 0:
            args = (*args[:fixed], *args[fixed].items())
        return function(*types, *args)

    if getattr(function, "operation_", False):

        def waiting(*args: Any) -> Generator[Any, Any, Any]:
            result = yield called(*args)
            return result

        return waiting
    return called


def float_min(*values: float) -> float:
    """Return the least; NaN if one is."""
    return _extreme(values, min)


def float_max(*values: float) -> float:
    """Return the greatest; NaN if one is."""
    return _extreme(values, max)


def _extreme(values: tuple[float, ...], pick: Callable[..., float]) -> float:
    return next((value for value in values if value != value), pick(values))  # noqa: PLR0124


def range_items(s: Slice) -> Iterator[Any]:
    """Yield what ``range`` over a slice runs over: the array behind it, as far as it reaches now."""
    a, o = s.a, s.o
    for i in range(o, o + s.n):
        yield a[i]
