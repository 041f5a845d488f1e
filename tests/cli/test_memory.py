"""The commands on memory say who keeps what, how much a loop takes, and write what pprof reads."""

from __future__ import annotations

import csv
import gzip
import io

import pytest

from gosim.cli import exit_code

PACED = ["--set", "rate=1000", "--set", "timeout=1s"]


def test_why_follows_the_references_to_the_abandoned_timers(capsys):
    assert exit_code(["why", "leaky", "--at", "2s", *PACED]) == 0

    lines = capsys.readouterr().out.splitlines()
    chain = [line.strip(" └─").split("  ")[0] for line in lines[2:7]]
    assert chain == ["P 0", "timers", "slot", "time.Timer", "runtime.hchan"]
    assert "1,00" in lines[4]  # A thousand, and the one that is waited for.


def test_why_finds_no_heap_of_timers_on_1_23(capsys):
    assert exit_code(["why", "leaky", "--go", "1.23", "--at", "2s", *PACED]) == 0

    assert "a heap of 1,0" not in capsys.readouterr().out


def test_size_reckons_the_plateau(capsys):
    assert exit_code(["size", "--rate", "1000/s", "--timeout", "3m", "--go", "1.22"]) == 0

    assert "180,000" in capsys.readouterr().out


@pytest.mark.parametrize("gogc", ["50", "100", "off"])
def test_a_sweep_writes_one_line_for_each_point(capsys, gogc):
    grid = ["--rate", "1000,2000", "--timeout", "100ms", "--go", "1.22,1.23", "--gogc", gogc]

    assert exit_code(["sweep", "leaky", *grid, "-j", "1"]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["rate"], row["go"]) for row in rows] == [
        ("1000", "1.22"),
        ("1000", "1.23"),
        ("2000", "1.22"),
        ("2000", "1.23"),
    ]
    assert [int(row["timers_max"]) >= 100 for row in rows] == [True, False, True, False]


def test_a_sweep_draws_its_heat_map(tmp_path):
    grid = ["--rate", "1000", "--timeout", "100ms,200ms", "--go", "1.22"]
    table, picture = tmp_path / "sweep.csv", tmp_path / "sweep.svg"

    code = exit_code(
        ["sweep", "leaky", *grid, "-j", "1", "--csv", str(table), "--plot", str(picture)]
    )

    assert code == 0
    assert len(table.read_text().splitlines()) == 3
    assert "<svg" in picture.read_text()


def test_pprof_writes_a_profile_that_blames_newtimer(tmp_path):
    profile = tmp_path / "heap.pb.gz"

    assert exit_code(["pprof", "leaky", "--at", "2s", "-o", str(profile), *PACED, "-q"]) == 0

    text = gzip.decompress(profile.read_bytes())
    for name in (b"time.NewTimer", b"time.After", b"main.main", b"inuse_space"):
        assert name in text


def test_pprof_writes_to_standard_output(capsysbinary, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert exit_code(["pprof", "leaky", "--at", "2s", "-o", "-", *PACED]) == 0

    assert b"time.NewTimer" in gzip.decompress(capsysbinary.readouterr().out)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("command", ["why", "pprof"])
def test_what_looks_at_one_instant_takes_no_until(capsys, command):
    assert exit_code([command, "leaky", "--at", "2s", "--until", "1s"]) == 64
    assert "No such option" in capsys.readouterr().err


def test_a_memory_limit_may_be_off_and_gogc_0(capsys):
    assert exit_code(["run", "timeout", "--memory-limit", "off", "--gogc", "0"]) == 0


def test_what_is_too_much_for_gogc_is_said(capsys):
    assert exit_code(["run", "timeout", "--gogc", "3000000000"]) == 64
    assert "up to 2147483647, or off" in capsys.readouterr().err


def test_the_names_of_questions_do_not_run_into_the_questions(capsys):
    assert exit_code(["ask"]) == 0
    assert "pprof-blames-newtimer  why does" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["why", "leeky"],
        ["why", "leaky", "--at", "0s"],
        ["why", "leaky", "--gogc", "-5"],
        ["run", "timeout", "--memory-limit", "lots"],
        ["size", "--rate", "free"],
        ["size", "--timeout", "-1s"],
        ["size", "--go", "1.99"],
        ["sweep", "leaky", "--rate", "free"],
        ["sweep", "leaky", "--rate", ","],
        ["sweep", "leaky", "--go", "2.0"],
        ["sweep", "leaky", "--csv", "no/such/folder/x.csv"],
        ["pprof", "leaky", "-o", "no/such/folder/heap.pb.gz"],
    ],
)
def test_a_mistake_is_a_sentence_and_exit_code_64(capsys, arguments):
    assert exit_code(arguments) == 64

    error = capsys.readouterr().err
    assert error.startswith("gosim: ")
    assert "Traceback" not in error
