"""What is installed is what was meant: version, types, command line, toolchains."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import gosim


def run_gosim(folder: Path, *arguments: str) -> str:
    """Run `python -m gosim` in a folder that holds no checkout, and return what it printed."""
    command = [sys.executable, "-m", "gosim", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_version_of_the_package_is_the_version_of_the_distribution():
    assert gosim.__version__ == importlib.metadata.version("gosim")


def test_the_package_tells_type_checkers_that_it_is_typed():
    assert files("gosim").joinpath("py.typed").is_file()


def test_the_command_gosim_is_the_function_main_of_the_command_line():
    (script,) = importlib.metadata.entry_points(group="console_scripts", name="gosim")

    assert script.value == "gosim.cli:main"
    assert callable(script.load())


def test_python_dash_m_gosim_tells_its_version(tmp_path):
    assert gosim.__version__ in run_gosim(tmp_path, "--version")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_python_dash_m_gosim_explains_itself(tmp_path, option):
    assert "usage" in run_gosim(tmp_path, option).lower()


@pytest.mark.go
def test_every_toolchain_has_the_version_of_its_folder(goroots):
    for version, goroot in goroots.items():
        command = [goroot / "bin" / "go", "version"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)

        assert done.stdout.startswith(f"go version go{version} ")
