"""Values of any type, as the verbs of fmt write them.

Models   fmt/print.go: printArg, printValue, handleMethods, badVerb, catchPanic; internal/fmtsort.
Read     gosim.golang.lib.fmt_format first; fmt_printer next.
Leaves out   an address is a number that stands for the object, not a place.

>>> from gosim.golang.types.gotypes import INT, Slice
>>> from gosim.golang.values import box, slice_of
>>> w = Writer()
>>> w.argument(box(Slice(INT), slice_of([1, 2])), "v")
>>> w.format.take()
'[1 2]'
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gosim.errors import GoPanic
from gosim.golang.lib.addresses import address_of
from gosim.golang.lib.fmt_format import Format
from gosim.golang.lib.fmt_opaque import native, opaque, shaped
from gosim.golang.lib.fmt_order import sorted_keys
from gosim.golang.lib.fmt_state import State, formats_itself
from gosim.golang.types import gotypes as types
from gosim.golang.types.gotypes import Basic, Type
from gosim.golang.values import (
    NIL_MAP,
    NIL_SLICE,
    Box,
    Native,
    box,
    call,
    dynamic_type,
    from_key,
    go_panic,
    go_version,
    unboxed,
)
from gosim.golang.values.structs import field_names

_BYTE_SLICE = types.Slice(types.UINT8)
_BASES = {"b": 2, "o": 8, "O": 8, "d": 10, "x": 16, "X": 16}
_METHODS = ("Error", "String", "GoString")


class Writer:
    """Write values: `format` holds the flags and the text."""

    __slots__ = ("arg", "erroring", "format", "panicking", "within", "wraps")

    def __init__(self) -> None:
        self.format = Format()
        self.arg: Any = None
        self.within: tuple[Type, Any] | None = None
        self.erroring = self.panicking = self.wraps = False

    def argument(self, arg: Any, verb: str) -> None:
        """Write an operand.  Go: printArg."""
        self.arg, self.within = arg, None
        cls = arg.__class__
        if cls is str and verb in ("v", "s"):
            if not self.format.sharp_v:
                self.format.string(arg)
                return
        elif cls is int and verb in ("v", "d"):
            self.format.integer(arg, 10, "d")
            return
        if arg is None:
            self._nil(verb)
            return
        t = dynamic_type(arg)
        if verb == "T":
            self.format.string(str(t))
        elif verb == "p":
            self._pointer(t, unboxed(arg), "p")
        elif t is _BYTE_SLICE:
            self._bytes(t, unboxed(arg), verb, "[]byte")
        elif not self._methods(arg, verb):
            self.value(t, unboxed(arg), verb, 0)

    def _nil(self, verb: str) -> None:
        if verb in ("T", "v"):
            self.format.pad("<nil>")
        else:
            self.bad_verb(verb)

    def bad_verb(self, verb: str) -> None:
        """Write ``%!verb(type=value)``.  Go: badVerb."""
        out, arg = self.format.out, self.arg
        self.erroring = True
        out.append(f"%!{verb}(")
        if arg is not None:
            out.append(f"{dynamic_type(arg)}=")
            self.argument(arg, "v")
        elif self.within is not None:
            t, v = self.within
            out.append(f"{t}=")
            self.value(t, v, "v", 0)
        else:
            out.append("<nil>")
        out.append(")")
        self.erroring = False

    # -- methods --------------------------------------------------------------------------------

    def _methods(self, arg: Any, verb: str) -> bool:
        """Let Error or String write the value; return whether one did.  Go: handleMethods."""
        if self.erroring:
            return False
        cls = arg.__class__
        has = cls.__dict__.get("fmt_methods_")
        if has is None:
            if cls in (int, float, str, bool):
                return self._wrapped(False, verb)
            has = tuple(hasattr(arg, name) for name in _METHODS)
            has += (hasattr(arg, "Format") and formats_itself(dynamic_type(arg)),)
            cls.fmt_methods_ = has
        if verb == "w":
            if self._wrapped(has[0], verb):
                return True
            verb = "v"
        name = ""
        if has[3]:
            name = "Format"
        elif self.format.sharp_v:
            name = "GoString" if has[2] else ""
        elif verb in ("v", "s", "x", "X", "q"):
            name = "Error" if has[0] else "String" if has[1] else ""
        if name:
            self._call(arg, name, verb)
        return bool(name)

    def _wrapped(self, is_error: bool, verb: str) -> bool:
        """Refuse %w for what is no error, or outside of Errorf."""
        if verb != "w" or (is_error and self.wraps):
            return False
        self.bad_verb(verb)
        return True

    def _call(self, arg: Any, name: str, verb: str) -> None:
        """Write what a method returns, or how it panicked.  Go: catchPanic."""
        try:
            if name == "Format":
                call(arg.Format, State(self.format), ord(verb))
                return
            text = call(getattr(arg, name))
        except (GoPanic, AttributeError, TypeError, ArithmeticError, LookupError) as error:
            self._panicked(arg, name, verb, error)
            return
        if name == "GoString":
            self.format.string(text)
        else:
            self._string(text, verb)

    def _panicked(self, arg: Any, name: str, verb: str, error: Exception) -> None:
        meaning = go_panic(error)
        if not isinstance(meaning, GoPanic):
            raise error
        if isinstance(dynamic_type(arg), types.Pointer) and unboxed(arg) is None:
            self.format.out.append("<nil>")
            return
        if self.panicking:
            raise error
        f = self.format
        saved = [(slot, getattr(f, slot)) for slot in Format.__slots__ if slot != "out"]
        f.clear()
        f.out.append(f"%!{verb}(PANIC={name} method: ")
        self.panicking = True
        self.argument(meaning.value, "v")
        self.panicking = False
        f.out.append(")")
        for slot, kept in saved:
            setattr(f, slot, kept)

    # -- values ---------------------------------------------------------------------------------

    def value(self, t: Type, v: Any, verb: str, depth: int, hidden: bool = False) -> None:
        """Write a value of static type `t`.  Go: printValue.

        `hidden` is what was reached through an unexported field: its methods are not called.
        """
        under = t.underlying
        if depth and not hidden and not (isinstance(under, Basic) and t is under):
            arg = box(t, v)
            if arg is not None:
                self.arg = arg
                if self._methods(arg, verb):
                    return
        self.arg, self.within = None, (t, v)
        if isinstance(under, Basic):
            self._basic(under, v, verb)
        elif type(under) not in _WRITERS:
            self.format.out.append(opaque(v))
        else:
            _WRITERS[type(under)](self, t, v, verb, depth, hidden)

    def _basic(self, under: Basic, v: Any, verb: str) -> None:
        f = self.format
        if under.kind == "int":
            self._integer(v, under.signed, verb)
        elif under.kind == "string":
            self._string(v, verb)
        elif under.kind == "float":
            self._float(v, under.bits, verb)
        elif verb in ("t", "v"):
            f.boolean(v)
        else:
            self.bad_verb(verb)

    def _integer(self, v: int, signed: bool, verb: str) -> None:
        f = self.format
        if verb == "v":
            if f.sharp_v and not signed:
                self._hex(v, True)
            else:
                f.integer(v, 10, "v")
        elif verb in _BASES:
            f.integer(v, _BASES[verb], verb)
        elif verb == "c":
            f.char(v)
        elif verb == "q":
            f.quoted_char(v)
        elif verb == "U":
            f.unicode(v)
        else:
            self.bad_verb(verb)

    def _hex(self, v: int, lead: bool) -> None:
        """Go: fmt0x64."""
        f = self.format
        sharp, f.sharp = f.sharp, lead
        f.integer(v, 16, "v")
        f.sharp = sharp

    def _float(self, v: float, bits: int, verb: str) -> None:
        if verb == "v":
            self.format.real(v, bits, "g", -1)
        elif verb in ("b", "g", "G", "x", "X"):
            self.format.real(v, bits, verb, -1)
        elif verb in ("f", "e", "E", "F"):
            self.format.real(v, bits, "f" if verb == "F" else verb, 6)
        else:
            self.bad_verb(verb)

    def _string(self, s: str, verb: str) -> None:
        f = self.format
        if verb == "q" or (verb == "v" and f.sharp_v):
            f.quoted(s)
        elif verb in ("v", "s"):
            f.string(s)
        elif verb in ("x", "X"):
            f.hexadecimal(s, verb == "X")
        else:
            self.bad_verb(verb)

    def _bytes(self, t: Type, v: Any, verb: str, name: str) -> None:
        """Write a []byte.  Go: fmtBytes."""
        f = self.format
        items = v if isinstance(v, list) else v.items()
        if verb in ("v", "d"):
            if f.sharp_v and v is NIL_SLICE:
                f.out.append(name + "(nil)")
            elif f.sharp_v:
                write, opening, comma, closing = self._hexes, name + "{", ", ", "}"
                self._list(items, write, opening, comma, closing)
            else:
                self._list(items, lambda item: f.integer(item, 10, verb), "[", " ", "]")
        elif verb in ("s", "q", "x", "X"):
            self._string(bytes(items).decode("latin-1"), verb)
        else:
            self.value(t, v, verb, 0)

    def _hexes(self, item: int) -> None:
        self._hex(item, True)

    def _list(
        self, items: Any, write: Callable[[Any], None], opening: str, comma: str, closing: str
    ) -> None:
        out = self.format.out
        out.append(opening)
        for number, item in enumerate(items):
            if number:
                out.append(comma)
            write(item)
        out.append(closing)

    def _sequence(self, t: Type, v: Any, verb: str, depth: int, hidden: bool) -> None:
        """Write a slice or an array."""
        under: Any = t.underlying
        elem, f = under.elem, self.format
        if verb in ("s", "q", "x", "X") and elem.underlying is types.UINT8:
            self._bytes(t, v, verb, str(t))
            return
        if f.sharp_v and v is NIL_SLICE:
            f.out.append(f"{t}(nil)")
            return
        opening, comma, closing = (f"{t}{{", ", ", "}") if f.sharp_v else ("[", " ", "]")
        items = v if isinstance(v, list) else v.items()

        def write(item: Any) -> None:
            self.value(elem, item, verb, depth + 1, hidden)

        self._list(items, write, opening, comma, closing)

    def _map(self, t: Type, v: Any, verb: str, depth: int, hidden: bool) -> None:
        under: Any = t.underlying
        f, key = self.format, under.key
        if f.sharp_v and v is NIL_MAP:
            f.out.append(f"{t}(nil)")
            return
        opening, comma, closing = (f"{t}{{", ", ", "}") if f.sharp_v else ("map[", " ", "]")

        def write(stored: Any) -> None:
            self.value(key, from_key(key, stored), verb, depth + 1, hidden)
            f.out.append(":")
            self.value(under.elem, v[stored], verb, depth + 1, hidden)

        self._list(sorted_keys(key, v), write, opening, comma, closing)

    def _struct(self, t: Type, v: Any, verb: str, depth: int, hidden: bool) -> None:
        under: Any = t.underlying
        f = self.format
        out, named = f.out, f.plus_v or f.sharp_v
        if isinstance(t, types.Named) and t.pkg in ("sync", "atomic"):
            text = shaped(str(t), v, f.plus_v, go_version().nests_mutex)
            if text:
                out.append(text)
                return
        if isinstance(v, Native):
            out.append(native(str(t), v, f.plus_v, go_version().nests_mutex))
            return
        out.append(f"{t}{{" if f.sharp_v else "{")
        comma = ", " if f.sharp_v else " "
        for number, (field, name) in enumerate(zip(under.fields, field_names(under), strict=True)):
            if number:
                out.append(comma)
            if named:
                out.append(field.name + ":")
            self._field(field, getattr(v, name), verb, depth + 1, hidden)
        out.append("}")

    def _field(self, field: Any, v: Any, verb: str, depth: int, hidden: bool) -> None:
        t = field.type
        hidden = hidden or not field.name[0].isupper()
        if v is not None and isinstance(t.underlying, types.Interface):
            t, v = dynamic_type(v), unboxed(v)
        self.value(t, v, verb, depth, hidden)

    def _interface(self, t: Type, v: Any, verb: str, depth: int, hidden: bool) -> None:
        if v is not None:
            self.value(dynamic_type(v), unboxed(v), verb, depth + 1, hidden)
        else:
            self.format.out.append(f"{t}(nil)" if self.format.sharp_v else "<nil>")

    def _reference(self, t: Type, v: Any, verb: str, depth: int, hidden: bool) -> None:
        """Write a pointer: at the top &{…}, below it an address."""
        under: Any = t.underlying
        if depth == 0 and v is not None and isinstance(under, types.Pointer):
            elem = under.elem.underlying
            if isinstance(elem, (types.Struct, types.Array, types.Slice, types.Map)):
                self.format.out.append("&")
                whole = isinstance(elem, (types.Struct, types.Array))
                self.value(under.elem, v if whole else v.v, verb, depth + 1, hidden)
                return
        self._pointer(t, v, verb)

    def _pointer(self, t: Type, v: Any, verb: str) -> None:
        """Write an address.  Go: fmtPointer."""
        f = self.format
        if isinstance(t.underlying, (Basic, types.Struct, types.Array, types.Interface)):
            self.bad_verb(verb)
            return
        address = address_of(v)
        if verb == "v" and f.sharp_v:
            f.out.append(f"({t})(")
            if address:
                self._hex(address, True)
            else:
                f.out.append("nil")
            f.out.append(")")
        elif verb == "v" and not address:
            f.pad("<nil>")
        elif verb in ("v", "p"):
            self._hex(address, not f.sharp)
        elif verb in ("b", "o", "d", "x", "X"):
            self._integer(address, False, verb)
        else:
            self.bad_verb(verb)


_WRITERS: dict[type, Callable[..., None]] = {
    types.Slice: Writer._sequence,
    types.Array: Writer._sequence,
    types.Map: Writer._map,
    types.Struct: Writer._struct,
    types.Interface: Writer._interface,
    types.Pointer: Writer._reference,
    types.Chan: Writer._reference,
    types.Signature: Writer._reference,
}

__all__ = ["Box", "Writer"]
