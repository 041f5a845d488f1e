"""The closed form agrees with the simulation."""

from __future__ import annotations

import pytest

from gosim.errors import UsageError
from gosim.memory.sizing import GB, SHAPES, size
from gosim.oracle.programs import paced
from gosim.runtime import run
from gosim.units import MINUTE, SECOND
from gosim.versions import GoVersion

PROGRAMS = {
    "after": "after",
    "newtimer": "once",
    "reset": "reset",
    "newtimer-stop": "newtimer-stop",
    "context": "ctx-nocancel",
    "context-cancel": "ctx-cancel",
}


@pytest.mark.parametrize("version", ["1.19", "1.22", "1.27"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_sizing_agrees_with_a_run(shape, version):
    rate, timeout = 20_000, 2 * SECOND
    answer = size(rate, timeout, GoVersion.resolve(version), shape)
    series = run(
        lambda: paced(PROGRAMS[shape], rate, timeout, 9 * SECOND),
        go=version,
        costs="go",
        until=8 * SECOND,
        grain=20,
        sample=10_000_000,
    ).series

    assert max(series["timers"]) == pytest.approx(answer.timers, rel=0.02, abs=30)
    assert max(series["heap_live_bytes"]) == pytest.approx(answer.live_bytes, rel=0.03, abs=30_000)
    highest = max(series["heap_alloc_bytes"])
    assert highest == pytest.approx(answer.heap_alloc_high, rel=0.10, abs=60_000)
    assert max(series["rss_bytes"]) == pytest.approx(answer.rss_bytes, rel=0.12, abs=600_000)


def test_the_article_s_loop_is_sized_with_the_times_of_its_gigabytes():
    answer = size(200_000, 3 * MINUTE, GoVersion.resolve("1.22"))

    assert answer.timers == 36_000_000
    assert answer.live_bytes == pytest.approx(7.5e9, rel=0.02)
    assert answer.seconds_to[GB] == pytest.approx(24, rel=0.05)
    assert 180 < answer.seconds_to[10 * GB] < 260
    assert "rate × timeout" in answer.text


def test_an_old_go_mod_brings_the_timers_back():
    assert size(1000, MINUTE, GoVersion.resolve("1.24", gomod="1.22")).timers == 60_000
    assert size(1000, MINUTE, GoVersion.resolve("1.24")).timers == 0


def test_what_cannot_be_sized_is_refused():
    version = GoVersion.resolve("1.22")
    with pytest.raises(UsageError, match="no shape"):
        size(1000, MINUTE, version, "nonsense")
    with pytest.raises(UsageError, match="positive"):
        size(0, MINUTE, version)


def test_a_memory_limit_is_kept_where_what_is_alive_has_room():
    version = GoVersion.resolve("1.22")
    kept = size(1000, 3 * MINUTE, version, memory_limit=64 << 20)
    without = size(1000, 3 * MINUTE, version)

    assert kept.heap_alloc_high < 64 << 20 < without.heap_alloc_high
    assert "for all" in kept.text


def test_a_memory_limit_below_what_is_alive_cannot_be_kept():
    answer = size(1000, 3 * MINUTE, GoVersion.resolve("1.22"), memory_limit=32 << 20)

    assert answer.heap_alloc_high == pytest.approx(1.1 * answer.heap_alloc_low)
    assert "cannot be kept" in answer.text


def test_a_limit_alone_bounds_a_heap_whose_collector_is_off():
    answer = size(1000, 3 * MINUTE, GoVersion.resolve("1.22"), gogc=None, memory_limit=200 << 20)

    assert answer.heap_alloc_high < 200 << 20


def test_more_than_a_process_can_address_is_refused():
    with pytest.raises(UsageError, match="more memory than the 281 TB that a Go process can"):
        size(10**9, 100_000 * 3600 * SECOND, GoVersion.resolve("1.22"))


@pytest.mark.parametrize(
    ("gogc", "why"), [(None, "the collector is off"), (2**31 - 1, "the goal is beyond any memory")]
)
def test_a_heap_without_bound_has_its_reason(gogc, why):
    answer = size(1000, 180 * SECOND, GoVersion.resolve("1.22"), gogc=gogc)

    assert answer.text.endswith(f"HeapAlloc  without bound: {why}")
