"""What every test may ask for: golden files, real Go, and draws that repeat themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import gosim
from gosim.kernel import running

GOLDEN = Path(__file__).parent / "golden"

# Tests are deterministic.  To look for new counterexamples, `--hypothesis-profile=explore`.
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # A busy machine is no fault of a test.
)
settings.register_profile("explore", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile("repeatable")

os.environ["MPLBACKEND"] = "agg"  # No test opens a window.


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--random-programs", type=int, default=500, help="how many to compare with real Go"
    )
    parser.addoption("--random-seed", type=int, default=0, help="which of them")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to test the checkout when the wheel was meant."""
    place = Path(gosim.__file__).resolve()
    if os.environ.get("GOSIM_TEST_WHEEL") and "site-packages" not in place.parts:
        raise pytest.UsageError(f"these tests are for the installed wheel, but gosim is {place}")


def pytest_report_header() -> str:
    return f"gosim {gosim.__version__} from {Path(gosim.__file__).parent}"


@pytest.fixture(autouse=True)
def _no_program_is_left_running() -> Iterator[None]:
    with running.lent():
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in tests/golden, or write it with --regen."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regen"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {name}: run `pytest --regen` and look at what it wrote"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def goroots() -> dict[str, Path]:
    """The GOROOT of each real Go at hand, by its full version: its `bin/go` is the command.

    They are looked for in the folder that GOSIM_GO_DIR names, as `.ci/run` lays them out.
    """
    folder = os.environ.get("GOSIM_GO_DIR")
    if not folder:
        pytest.skip("GOSIM_GO_DIR names no folder with Go toolchains; `.ci/run` makes one")
    found = {path.parents[2].name: path.parents[1] for path in Path(folder).glob("*/go/bin/go")}
    assert found, f"GOSIM_GO_DIR is {folder}, but there is no */go/bin/go in it"
    return dict(sorted(found.items()))
