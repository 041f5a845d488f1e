"""Everything that generated code and the packages use at run time, under one roof.

Models   nothing in Go.
Read     gosim.golang.gotext, containers, cells, structs, boxes, faults, process: this page only
         gathers them.
"""

from __future__ import annotations

from gosim.errors import GoFatal, GoPanic
from gosim.golang.arithmetic import f32, wrap
from gosim.golang.boxes import (
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
from gosim.golang.cells import Cell, ElemRef, FieldRef, GlobalRef
from gosim.golang.containers import (
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
from gosim.golang.faults import RuntimeFault, go_panic, plain_error, runtime_error
from gosim.golang.gotext import (
    decode_rune,
    of_bytes,
    of_text,
    rune_string,
    runes,
    to_bytes,
    to_text,
)
from gosim.golang.outside import (
    Exit,
    call,
    go_version,
    map_keys,
    operation,
    stream,
    write_stderr,
    write_stdout,
)
from gosim.golang.structs import Native, struct_class
from gosim.golang.unwinding import panic_value

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
