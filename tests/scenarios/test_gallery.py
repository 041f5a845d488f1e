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


def test_an_unknown_question_gets_the_nearest():
    with pytest.raises(UsageError, match="no question") as raised:
        question_of("stop-before-rest")
    assert raised.value.try_this == "did you mean stop-before-reset?"
