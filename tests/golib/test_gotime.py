"""Package time as a program sees it: instants, durations, and what each release refuses."""

from __future__ import annotations

import pytest

from gosim import DEFAULT, Gosched, Work, go, length, make_chan, recv, run, select, send, time

MS = time.Millisecond


def noted(program, **options):
    notes = []
    result = run(program, notes.append, **options)
    assert result.exit_code == 0, result.stderr
    return notes


def test_instants_are_nanoseconds_since_the_program_began():
    def main(note):
        begin = time.Now()
        yield time.Sleep(1500 * MS)
        note((begin, time.Now(), str(time.Since(begin)), str(time.Until(2 * time.Second))))

    assert noted(main) == [(0, 1_500_000_000, "1.5s", "500ms")]


@pytest.mark.parametrize(
    ("duration", "text"),
    [(0, "0s"), (1, "1ns"), (1100, "1.1µs"), (2_200_000, "2.2ms"), (3 * time.Minute, "3m0s")],
)
def test_a_duration_prints_as_in_go(duration, text):
    assert str(time.Duration(duration)) == text


@pytest.mark.parametrize("go_version", ["1.9", "1.13", "1.14"])
def test_a_ticker_cannot_be_reset_before_1_15(go_version):
    result = run(lambda: time.NewTicker(MS).Reset(MS), go=go_version)

    assert result.exit_code == 2
    assert "Ticker.Reset does not exist in Go" in result.stderr


@pytest.mark.parametrize("go_version", ["1.15", "1.16", "1.17"])
def test_reset_to_zero_made_a_ticker_fire_once_until_1_18_refused_it(go_version):
    def main(note):
        k = time.NewTicker(MS)
        k.Reset(0)
        note((yield recv(k.C)))
        yield time.Sleep(10 * MS)
        case, _, _ = yield select(recv(k.C), default=True)
        note(case)

    assert noted(main, go=go_version) == [0, DEFAULT]


@pytest.mark.parametrize(("go_version", "dated"), [("1.13", 23), ("1.22", 23), ("1.23", 20)])
def test_a_value_carries_the_time_of_sending_up_to_1_22_and_the_deadline_after(go_version, dated):
    """Another goroutine holds the processor from 15 ms to 23 ms."""

    def main(note):
        t = time.NewTimer(20 * MS)
        go(busy)
        note((yield recv(t.C)) // MS)

    def busy():
        yield time.Sleep(15 * MS)
        yield Work(8 * MS)

    assert noted(main, go=go_version) == [dated]


def test_with_asynctimerchan_2_a_tick_in_the_buffer_does_not_hide_that_the_ticker_is_due():
    """A receive runs the ticker first; the tick is dropped, for one is in the buffer already."""

    def main(note):
        k = time.NewTicker(10 * MS)
        yield time.Sleep(15 * MS)
        note(length(k.C))
        yield time.Sleep(20 * MS)
        note((yield recv(k.C)))
        case, _, _ = yield select(recv(k.C), default=True)
        note(case)

    debug = {"asynctimerchan": 2}
    assert noted(main, go="1.23", godebug=debug) == [1, 10 * MS, DEFAULT]


@pytest.mark.parametrize("go_version", ["1.9", "1.13", "1.14", "1.22", "1.23", "1.27"])
def test_sleepers_wake_in_the_order_of_their_instants(go_version):
    def main(note):
        def sleeper(duration):
            yield time.Sleep(duration)
            note((duration, time.Now()))

        for duration in (30, 10, 20):
            go(sleeper, duration * MS)
        yield time.Sleep(40 * MS)

    expected = [(d * MS, d * MS) for d in (10, 20, 30)]
    assert noted(main, go=go_version) == expected


@pytest.mark.parametrize("go_version", ["1.9", "1.13", "1.22", "1.27"])
@pytest.mark.parametrize("procs", [1, 4])
def test_a_timer_fires_at_its_instant_on_any_number_of_processors(go_version, procs):
    def main(note):
        for duration in (7, 3, 5):
            time.AfterFunc(duration * MS, lambda: note(time.Now() // MS))
        yield Gosched()
        yield time.Sleep(10 * MS)

    assert noted(main, go=go_version, procs=procs) == [3, 5, 7]


@pytest.mark.parametrize("go_version", ["1.23", "1.27"])
def test_a_value_that_nobody_has_seen_is_discarded_by_stop(go_version):
    """Reset finds the timer still in the heap, where a select left it, so it fires unasked."""

    def main(note):
        t, u = time.NewTimer(time.Hour), make_chan(int)

        def sender():
            yield send(u, 1)

        go(sender)
        yield select(recv(t.C), recv(u))
        t.Reset(MS)
        yield time.Sleep(2 * MS)
        note((length(t.C), len(t.C)))  # What Go shows, and what the hidden buffer holds.
        note(t.Stop())
        case, _, _ = yield select(recv(t.C), default=True)
        note(case)

    assert noted(main, go=go_version) == [(0, 1), True, DEFAULT]
