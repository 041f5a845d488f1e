"""Who marks, and who pays for it."""

from __future__ import annotations

import pytest

from gosim.memory import Settings
from gosim.memory.footprint import Footprint
from gosim.memory.ledger import Tally
from gosim.memory.marking import Marking, Point
from gosim.memory.pacer import Pacer

NOTHING = Tally(0, 0, 0, 0, 0, 0, 0, 0)
MIB = 1 << 20


def at(t, idle=0.0):
    return Point(t, idle, NOTHING)


def mark(work, procs=1, late=0.0, price=1.0):
    """A heap of 180 MiB of which 100 survived: three bytes to scan for each that is allocated."""
    pacer = Pacer(Settings(), 0, last_scan=60 * MIB)
    pacer.goal_bytes(100 * MIB)
    pacer.start_cycle(180 * MIB, 60 * MIB)
    return Marking(pacer, procs, at(0), work, late, price)


def test_a_busy_processor_gives_a_quarter_of_its_time_and_an_idle_one_all_of_it():
    busy, idle = mark(300), mark(300)

    assert busy.part_until_done(at(0), at(900), 0, 0) == pytest.approx(1)
    assert idle.part_until_done(at(0), at(300, idle=300), 0, 0) == pytest.approx(1)


def test_what_is_allocated_is_paid_by_the_background_first_and_by_assists_then():
    one = mark(1_000_000)

    one.go_on(at(0), at(300_000), 180 * MIB, 180 * MIB + 10_000)
    assert one.left == pytest.approx(1_000_000 - 100_000)
    assert one.credit == pytest.approx(100_000 - 30_000, rel=0.01)
    one.go_on(at(300_000), at(300_000), 180 * MIB + 10_000, 180 * MIB + 60_000)
    assert one.left == pytest.approx(900_000 - (150_000 - 70_000), rel=0.01)
    assert one.credit == 0


def test_the_utilization_counts_assists_but_not_idle_time():
    one = mark(1_000_000)

    one.go_on(at(0), at(300_000), 180 * MIB, 180 * MIB + 100_000)
    busy, idle = one.utilization()
    assert (round(busy, 2), idle) == (0.5, 0)  # 0.3 ms of marking in 0.6 ms


def test_several_processors_agree_before_a_mark_is_over():
    one = mark(100, procs=2, late=50)

    one.go_on(at(0), at(60, idle=60), 0, 0)  # One is idle, and the other gives two thirds.
    assert (round(one.left), one.agree(), one.left) == (0, True, 50)
    assert not mark(0, late=0).agree()


@pytest.mark.parametrize(("minor", "steps"), [(25, 1), (26, 2)])
def test_since_go_1_26_the_heap_begins_in_the_middle_of_its_first_step(minor, steps):
    """With 2.4 MB in use 40 runs of Go 1.25 had 4 MB; of 80 of Go 1.26 and 1.27, 45 had 8."""
    footprint = Footprint(minor)
    footprint.hold(0, 2_000_000)

    assert round(footprint.heap_sys / (4 * MIB)) == steps
