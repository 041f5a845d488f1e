"""What leaks in real Go leaks in gosim: as many objects, and as many bytes."""

import json
from pathlib import Path

import pytest

from gosim.golang.run import run_go

HERE = Path(__file__).parent
RECORDED = json.loads((HERE.parent / "golden" / "golang_memory.json").read_text())["programs"]

SHARE = 0.005
"""How far a phase may be off, as a part of what it added."""

CHANCE = {"maps": 0.06}
"""… more in objects where hashes decide: how many buckets overflow."""

OBJECTS, BYTES = 10, 600
"""… and what real Go itself may have kept or let go meanwhile."""


@pytest.mark.parametrize("version", ["1.22", "1.27"])
@pytest.mark.parametrize("name", sorted(RECORDED))
def test_what_a_program_keeps_has_as_many_objects_and_bytes_as_in_go(name, version):
    recorded = RECORDED[name][version]

    printed = run_go(HERE / "memory" / f"{name}.go", go=version).stdout.splitlines()

    assert len(printed) == len(recorded)
    for line, expected in zip(printed, recorded, strict=True):
        if len(expected) == 1:
            assert line.split() == expected
            continue
        objects, size = (int(word) for word in line.split())
        assert objects == pytest.approx(expected[0], rel=CHANCE.get(name, SHARE), abs=OBJECTS), line
        assert size == pytest.approx(expected[1], rel=SHARE, abs=BYTES), line
