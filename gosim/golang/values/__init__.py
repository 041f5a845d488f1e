"""Everything that generated code and the packages use at run time, under one roof.

Models   nothing in Go.
Read     gosim.golang.types.gotypes first, then containers, cells, structs, boxes, faults and
         outside: this page only gathers them, and says what a Go value is in Python.

    bool                 bool
    integers             int, wrapped to its width (generated code does that inline)
    float64, float32     float; a float32 is rounded by `f32`
    string               str whose every character is one byte, U+0000 to U+00FF: the UTF-8 bytes
                         as latin-1, so that len, s[i], slices, < and keys are Go's; `of_text`
                         and `to_text` are the ways in and out
    []T                  Slice(a, o, n, c): a shared list, offset, length, capacity; headers are
                         never changed, lists may be shorter than o + c; nil is NIL_SLICE
    [n]T                 a list of n items, which generated code copies
    map[K]V              Map, a dict; bool, float, struct, array and interface keys are stored as
                         `to_key` makes them; nil is NIL_MAP
    struct               an instance of a generated class with slots; `copy_`, `assign_`, `eq_`
                         and `key_`; its class has `go_type`
    *T                   for a struct or an array the object itself, else an object with `v`: a
                         Cell, a FieldRef, an ElemRef, a GlobalRef
    chan T               gosim.channels.Channel
    func                 a callable; if it may wait, a generator function
    interface            None, or the dynamic value: int, float, str and bool as they are for the
                         predeclared types, a pointer to a struct as it is, all else in a Box of
                         its type, whose attributes are its methods
    several results      a tuple
    time.Time            an int: nanoseconds since the run began

A nil pointer, channel, function or interface is None.

>>> words = slice_of([1, 2, 3])
>>> append(window(words, 0, 2, 3, None), None, 9).items(), words.items()
([1, 2, 9], [1, 2, 9])
>>> len(of_text("é")), to_text(of_text("é"))
(2, 'é')
"""

from __future__ import annotations

from gosim.errors import GoFatal, GoPanic
from gosim.golang.gotext import (
    decode_rune,
    of_bytes,
    of_text,
    rune_string,
    runes,
    to_bytes,
    to_text,
)
from gosim.golang.values.arithmetic import f32, wrap
from gosim.golang.values.boxes import (
    Box,
    box,
    box_class,
    class_of,
    copier_of,
    dynamic_type,
    equal,
    from_key,
    iface_equal,
    implements,
    is_boxed,
    keeps_key,
    to_key,
    unboxed,
    zero_of,
)
from gosim.golang.values.cells import Cell, ElemRef, FieldRef, GlobalRef
from gosim.golang.values.containers import (
    NIL_MAP,
    NIL_SLICE,
    Map,
    Slice,
    append,
    append1,
    copy_items,
    extend,
    make_slice,
    size_of,
    slice_of,
    window,
)
from gosim.golang.values.faults import RuntimeFault, go_panic, plain_error, runtime_error
from gosim.golang.values.outside import (
    Exit,
    call,
    go_version,
    map_keys,
    operation,
    stream,
    write_stderr,
    write_stdout,
)
from gosim.golang.values.structs import Native, struct_class
from gosim.golang.values.unwinding import panic_value

__all__ = [
    "NIL_MAP", "NIL_SLICE", "Box", "Cell", "ElemRef", "Exit", "FieldRef", "GlobalRef", "GoFatal",
    "GoPanic", "Map", "Native", "RuntimeFault", "Slice", "append", "append1", "box", "box_class",
    "call", "class_of", "copier_of", "copy_items", "decode_rune", "dynamic_type", "equal",
    "extend", "f32", "from_key", "go_panic", "go_version", "iface_equal", "implements",
    "is_boxed", "keeps_key", "make_slice", "map_keys", "of_bytes", "of_text", "operation",
    "panic_value", "plain_error", "rune_string", "runes", "runtime_error", "size_of", "slice_of", "stream",
    "struct_class", "to_bytes", "to_key", "to_text", "unboxed", "window", "wrap",
    "write_stderr", "write_stdout", "zero_of",
]  # fmt: skip
