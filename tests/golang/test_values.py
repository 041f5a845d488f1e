"""Values at run time: slices share, structs copy, interfaces know their type, keys are Go's."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gosim.golang.types import gotypes as t
from gosim.golang.values import (
    NIL_SLICE,
    append,
    box,
    dynamic_type,
    equal,
    from_key,
    iface_equal,
    of_text,
    runes,
    slice_of,
    to_key,
    to_text,
    window,
)
from gosim.golang.values.structs import struct_class

# -- slices ----------------------------------------------------------------------------------------


class Model:
    """A slice as the specification has it: an array of fixed length, an offset, a length."""

    def __init__(self, array, offset, length):
        self.array, self.offset, self.length = array, offset, length

    @property
    def cap(self):
        return len(self.array) - self.offset

    def items(self):
        return self.array[self.offset : self.offset + self.length]

    def append(self, items, cap):
        """`cap` is what the implementation chose, if a new array is needed."""
        if self.length + len(items) <= self.cap:
            end = self.offset + self.length
            self.array[end : end + len(items)] = items
            return Model(self.array, self.offset, self.length + len(items))
        array = self.items() + items
        return Model(array + [0] * (cap - len(array)), 0, len(array))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["append", "slice", "store"]),
        st.integers(0, 7),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=30,
)


@given(steps=STEPS)
def test_slices_of_one_array_see_what_the_others_store(steps):
    made = [(slice_of([1, 2, 3]), Model([1, 2, 3], 0, 3))]
    for what, which, low, high in steps:
        s, model = made[which % len(made)]
        if what == "append":
            grown = append(s, t.INT, *range(low))
            made.append((grown, model.append(list(range(low)), grown.c)))
        elif what == "slice":
            begin, end = sorted((low % (s.c + 1), high % (s.c + 1)))
            part = window(s, begin, end, s.c, t.INT)
            made.append((part, Model(model.array, model.offset + begin, end - begin)))
        elif model.length:
            at = low % model.length
            s.a[s.o + at] = model.array[model.offset + at] = 100 + high

        assert [(s.items(), s.n, s.c) for s, _ in made] == [
            (model.items(), model.length, model.cap) for _, model in made
        ]


def test_appending_nothing_to_nil_is_nil():
    assert append(NIL_SLICE, t.INT) is NIL_SLICE


@pytest.mark.parametrize(("count", "cap"), [(1, 1), (2, 2), (3, 4), (5, 8), (9, 16), (513, 848)])
def test_a_slice_of_int_that_grows_by_one_has_the_capacity_that_go_gives_it(count, cap):
    s = NIL_SLICE
    for i in range(count):
        s = append(s, t.INT, i)

    assert s.c == cap


# -- strings ---------------------------------------------------------------------------------------


@given(text=st.text())
def test_a_string_is_its_bytes_and_ranges_over_its_runes(text):
    s = of_text(text)

    assert len(s) == len(text.encode())
    assert to_text(s) == text == "".join(chr(rune) for _, rune in runes(s))


# -- structs ---------------------------------------------------------------------------------------

INNER = t.Named("Inner", "main", t.Struct((t.Field("n", t.INT),)))
OUTER = t.Named(
    "Outer", "main", t.Struct((t.Field("in", INNER), t.Field("list", t.Array(2, t.INT))))
)


def test_a_copy_of_a_struct_shares_nothing_with_it():
    one = struct_class(OUTER)()
    two = one.copy_()
    for value in (one, two):
        assert value.eq_(struct_class(OUTER)())

    inner = next(name for name in type(one).__slots__ if name.startswith("in"))
    getattr(one, inner).n = 7
    one.list[0] = 1

    assert two.eq_(struct_class(OUTER)())
    assert not one.eq_(two)
    two.assign_(one)
    assert one.eq_(two)


# -- interfaces and keys ---------------------------------------------------------------------------

CELSIUS = t.Named("Celsius", "main", t.FLOAT64)
SAMPLES = st.one_of(
    st.integers(-128, 127).map(lambda n: (t.INT8, n)),
    st.integers(-128, 127).map(lambda n: (t.INT, n)),
    st.floats().map(lambda x: (t.FLOAT64, x)),
    st.floats().map(lambda x: (CELSIUS, x)),
    st.booleans().map(lambda b: (t.BOOL, b)),
    st.sampled_from("ab").map(lambda s: (t.STRING, s)),
)


@given(a=SAMPLES, b=SAMPLES)
def test_interfaces_are_equal_if_types_and_values_are(a, b):
    same = a[0] is b[0] and equal(a[0], a[1], b[1])

    assert iface_equal(box(*a), box(*b)) is same
    assert dynamic_type(box(*a)) is a[0]


@given(a=SAMPLES, b=SAMPLES)
def test_keys_of_a_map_are_one_key_exactly_if_they_are_equal(a, b):
    any_type = t.interface_of([])
    one, two = to_key(any_type, box(*a)), to_key(any_type, box(*b))

    assert (one == two) is iface_equal(box(*a), box(*b))
    assert one != two or hash(one) == hash(two)


@given(value=st.floats())
def test_a_key_gives_its_value_back(value):
    back = from_key(t.FLOAT64, to_key(t.FLOAT64, value))

    assert back == value or (math.isnan(back) and math.isnan(value))
