"""Work beside the window: its answer comes, a refusal too, and it can be given up."""

import time

import pytest

from supplier_pcf.app.beside import LARGE, Beside, is_large
from supplier_pcf.app.factor_update import read_newer
from supplier_pcf.domain.finding import Refusal


def answer_of(beside):
    for _wait in range(1000):
        answer = beside.answer()
        if answer is not None:
            return answer
        time.sleep(0.02)
    pytest.fail("no answer came")


def test_the_answer_comes_as_if_it_had_been_worked_out_here():
    assert answer_of(Beside(sum, (1, 2, 3))) == 6


def test_a_refusal_comes_with_its_code(tmp_path):
    answer = answer_of(Beside(read_newer, tmp_path / "gone.csv"))
    assert isinstance(answer, Refusal)
    assert answer.code == "import.file_missing"


def test_what_breaks_says_that_reading_stopped():
    answer = answer_of(Beside(int, "no number", file="x.csv"))
    assert isinstance(answer, Refusal)
    assert (answer.code, answer.params["file"]) == ("import.reader_stopped", "x.csv")


def test_it_can_be_given_up():
    beside = Beside(time.sleep, 60)
    begun = time.monotonic()
    beside.stop()
    assert time.monotonic() - begun < 5


def test_only_large_files_are_worth_a_process(tmp_path):
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(b"x")
    large.write_bytes(b"x" * (LARGE + 1))
    assert [is_large(path) for path in (small, large, tmp_path / "gone")] == [False, True, False]
