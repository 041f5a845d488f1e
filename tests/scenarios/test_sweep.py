"""A sweep runs every point of its grid once, in whatever number of processes."""

from __future__ import annotations

from gosim.scenarios.sweep import grid, sweep, to_csv
from gosim.units import SECOND


def test_the_rows_come_in_the_order_of_the_grid_and_show_the_leak():
    told = []
    points = grid("leaky", [1000], [SECOND, 2 * SECOND], ["1.22", "1.23"], [100, None])
    rows = sweep(points, progress=lambda done, of: told.append((done, of)))

    assert [(row.timeout_s, row.go, row.gogc) for row in rows[:3]] == [
        (1.0, "1.22", 100),
        (1.0, "1.22", -1),
        (1.0, "1.23", 100),
    ]
    assert told[-1] == (8, 8)
    assert [row.timers_max > 900 for row in rows] == [True, True, False, False] * 2


def test_several_processes_bring_the_same_csv():
    points = grid("leaky", [1000], [SECOND], ["1.22", "1.27"])

    assert to_csv(sweep(points, processes=2)) == to_csv(sweep(points))
