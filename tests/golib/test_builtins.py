"""What Go never waits for is called: go, make, close, len, cap, panic, print."""

from __future__ import annotations

import pytest

from gosim import (
    GoPanic,
    Struct,
    cap,
    close,
    fmt,
    go,
    length,
    make_chan,
    panic,
    recv,
    recv_ok,
    recv_range,
    run,
    send,
    time,
)
from gosim.golib import errors


@pytest.mark.parametrize(
    ("elem", "zero"), [(int, "0"), (float, "0"), (bool, "false"), (str, ""), (object, "<nil>")]
)
def test_a_closed_channel_brings_the_zero_value_of_its_type(elem, zero):
    def main():
        ch = make_chan(elem)
        close(ch)
        fmt.Println((yield recv(ch)))

    assert run(main).stdout == zero + "\n"


@pytest.mark.parametrize("size", [-1, 2**31, 2**62])
def test_a_channel_of_an_absurd_size_panics(size):
    result = run(lambda: make_chan(int, size))

    assert result.stderr.startswith("panic: makechan: size out of range\n")


def test_the_argument_of_go_is_evaluated_by_the_statement():
    seen = []

    def main():
        values = [1]
        go(seen.append, values[0])
        values[0] = 2
        yield time.Sleep(1)

    run(main)

    assert seen == [1]


def test_len_and_cap_follow_the_buffer():
    def main():
        ch = make_chan(int, 2)
        sizes = [(length(ch), cap(ch))]
        for step in (send(ch, 1), send(ch, 2), recv(ch)):
            yield step
            sizes.append((length(ch), cap(ch)))
        fmt.Println(sizes)

    assert run(main).stdout == "[[0 2] [1 2] [2 2] [1 2]]\n"


def test_range_stops_when_the_channel_is_closed_and_drained():
    def main():
        ch = make_chan(int, 3)
        for i in range(3):
            yield send(ch, i)
        close(ch)

        def body(value):
            yield time.Sleep(time.Second)
            fmt.Println(value, time.Duration(time.Now()))

        yield from recv_range(ch, body)
        fmt.Println((yield recv_ok(ch)))

    assert run(main).stdout == "0 1s\n1 2s\n2 3s\n[0 false]\n"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((1, "a", True, None), "1 a true <nil>"),
        ((1.0, 2.5, 1e21, 1e-7), "1 2.5 1e+21 1e-07"),
        (([1, [2, 3]], ("x",)), "[1 [2 3]] [x]"),
        ((time.Duration(1_500_000),), "1.5ms"),
        ((errors.New("broken"),), "broken"),
        ((), ""),
    ],
)
def test_println_writes_values_as_go_does(values, line):
    assert run(lambda: fmt.Println(*values)).stdout == line + "\n"


def test_each_write_is_kept_with_its_instant():
    def main():
        fmt.Println("a")
        yield time.Sleep(time.Second)
        fmt.Println("b")

    assert run(main).output == ((0, "a\n"), (time.Second, "b\n"))


def test_an_error_is_equal_to_itself_only():
    one, other = errors.New("x"), errors.New("x")

    assert one != other
    assert str(one) == one.Error() == "x"


@pytest.mark.parametrize(("version", "value"), [("1.20", None), ("1.21", "nil argument")])
def test_a_panic_with_nil_is_an_error_since_1_21(version, value):
    recovered = []

    def main():
        try:
            panic(None)
        except GoPanic as caught:
            recovered.append(caught.value)

    run(main, go=version)

    assert recovered[0] is None if value is None else recovered[0].endswith(value)


def test_elements_without_size_take_no_room():
    result = run(lambda: make_chan(Struct, 2**30), go="1.22")

    assert result.exit_code == 0
