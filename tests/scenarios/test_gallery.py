from __future__ import annotations

import json
from pathlib import Path

import pytest

from gosim.errors import UsageError
from gosim.scenarios.gallery import QUESTIONS, question_of

RECORDED = json.loads((Path(__file__).parents[1] / "golden" / "scenarios" / "ask.json").read_text())
CASES = [
    pytest.param(
        question,
        case,
        id=f"{question.name}-{case}",
        marks=[] if str(case).startswith(("1.22", "1.27")) else pytest.mark.go,
    )
    for question in QUESTIONS.values()
    for case in question.cases
]


@pytest.mark.parametrize(("question", "case"), CASES)
def test_a_program_prints_what_real_go_prints(question, case):
    real = RECORDED[question.name][str(case)]
    if real is None:
        pytest.skip(f"no toolchain of {case} to record")
    result = question.run(case)
    assert (result.stdout, result.exit_code) == (real["stdout"], real["exit_code"])


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.name)
def test_a_program_is_short_and_its_answer_two_sentences(question):
    assert question.source.count("\n") <= 40
    assert question.question.endswith("?")
    assert question.answer.replace("t.C", "").count(". ") == 1


def test_every_program_of_the_folder_is_listed():
    folder = Path(__file__).parents[2] / "gosim" / "scenarios" / "ask"
    if folder.is_dir():  # The tests of the wheel may stand alone.
        assert {path.stem for path in folder.glob("*.go")} == set(QUESTIONS)


# -- the evidence ----------------------------------------------------------------------------------


def evidence(name, number):
    question = QUESTIONS[name]
    return question.evidence(question.run(question.cases[number]))


def test_the_profile_of_the_leak_blames_newtimer_and_not_after():
    lines = map(str.split, evidence("pprof-blames-newtimer", 0).splitlines())
    flat = {words[5]: words[0] for words in lines if len(words) > 5 and words[1].endswith("%")}

    assert flat["time.NewTimer"] == "19531.25kB"
    assert flat["time.After"] == "0"


def rows(text):
    """Return MB of HeapAlloc and of RSS at each full minute."""
    cells = [line.split() for line in text.splitlines() if "m0s" in line]
    return {int(row[0].removesuffix("m0s")): (float(row[2]), float(row[5])) for row in cells}


@pytest.mark.parametrize(("number", "last_high"), [(0, 4), (1, 6)])
def test_pages_come_back_after_the_first_forced_collection_or_since_1_21_after_the_second(
    number, last_high
):
    curves = rows(evidence("given-back", number))

    assert (curves[4][0] > 40, curves[5][0] > 3) == (True, False), "HeapAlloc falls at 4:00"
    assert (curves[last_high][1] > 40, curves[last_high + 1][1] > 6) == (True, False), "RSS"


def test_a_reset_to_an_earlier_time_costs_the_whole_heap_from_1_14_to_1_22():
    looked_at = [evidence("slow-reset", number).split()[-1] for number in range(3)]

    assert looked_at == ["0", "1,000,100", "0"]


def test_an_abandoned_ticker_fires_for_ever_up_to_1_22():
    assert "fired: 60,001, in the heap at the end: 1,000" in evidence("tick-in-select", 0)
    assert "in the heap at the end: 0" in evidence("tick-in-select", 1)


def test_an_unknown_question_gets_the_nearest():
    with pytest.raises(UsageError, match="no question") as raised:
        question_of("stop-before-rest")
    assert raised.value.try_this == "did you mean stop-before-reset?"
