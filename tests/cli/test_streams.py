"""Standard output and standard error may be closed or full: files are written, and it is said."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gosim import interrupts
from gosim.cli import main

RUN = ["run", "leaky", "--set", "rate=100", "--until", "1s"]

needs_dev_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")  # noqa: PTH110


def code_of(arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    return end.value.code


@pytest.mark.parametrize("arguments", [["list"], ["--version"], ["run", "timeout"]])
def test_a_closed_standard_output_is_said_and_is_74(monkeypatch, capsys, arguments):
    monkeypatch.setattr(sys, "stdout", None)

    assert code_of(arguments) == 74
    assert capsys.readouterr().err.endswith("gosim: standard output is closed\n")


def test_a_closed_standard_error_loses_no_file(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stderr", None)
    file = tmp_path / "z.json"

    assert code_of([*RUN, "--json", str(file)]) == 74
    assert file.read_text().startswith("{")


def test_what_needs_no_standard_error_does_not_miss_it(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)

    assert code_of(["run", "timeout", "-q"]) == 0
    assert capsys.readouterr().out == "timeout\n"


@needs_dev_full
def test_a_full_standard_output_is_74(monkeypatch, capsys):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdout", full)

        assert code_of(["list"]) == 74
    assert "no space left on device" in capsys.readouterr().err


@needs_dev_full
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_full_stream_loses_no_file(monkeypatch, tmp_path, stream):
    file = tmp_path / "z.json"
    with open("/dev/full", "w") as full:  # noqa: PTH123
        monkeypatch.setattr(sys, stream, full)

        assert code_of(["run", "timeout", "--json", str(file)]) == 74
    assert file.read_text().startswith("{")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="descriptors")
def test_a_process_without_standard_output_has_no_traceback():
    done = subprocess.run(
        f"{sys.executable} -m gosim list >&-", shell=True, check=False, capture_output=True
    )

    assert (done.returncode, done.stderr) == (74, b"gosim: standard output is closed\n")


def test_an_interrupt_during_the_imports_is_a_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", lambda *_: pytest.fail("a traceback"))
    interrupts.say_interrupted()

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert capsys.readouterr().err == "gosim: interrupted\n"


@pytest.mark.parametrize(
    ("first", "is_command"),
    [("-m", True), ("bin/gosim", True), ("gosim.exe", True), ("", False), ("pytest", False)],
)
def test_only_the_command_line_says_so(monkeypatch, first, is_command):
    monkeypatch.setattr(sys, "argv", [first])

    assert interrupts.is_command() == is_command
