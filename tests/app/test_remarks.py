"""Two rounds of remarks: recorded, answered, settled; no third."""

import csv
import io

import pytest

from supplier_pcf.app import remarks
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.verification import Comment, CommentClass
from tests.build import a_study


def remark(remark_id, number=1, **facts):
    return Comment(id=remark_id, round=number, text="Why?", **facts)


def test_a_second_round_waits_until_the_first_is_answered():
    study = remarks.add_remark(a_study(), remark("a"))
    with pytest.raises(Refusal) as refused:
        remarks.add_remark(study, remark("b", 2))
    assert (refused.value.code, refused.value.params) == ("remark.unanswered", {"count": 1})
    answered = remarks.with_remark(study, "a", answer="See the bill.")
    assert remarks.current_round(remarks.add_remark(answered, remark("b", 2))) == 2


@pytest.mark.parametrize("number", [3, 0, -1])
def test_there_is_no_other_round(number):
    with pytest.raises(Refusal) as refused:
        remarks.add_remark(a_study(), remark("c", number))
    assert refused.value.code == "remark.third_round"


def test_a_remark_is_open_until_it_is_settled():
    study = remarks.add_remark(a_study(), remark("a", answer="So."))
    assert [c.is_settled for c in study.comments] == [False]
    settled = remarks.with_remark(study, "a", is_settled=True)
    assert [(c.is_settled, c.answer) for c in settled.comments] == [(True, "So.")]
    assert remarks.without_remark(study, "a").comments == ()


def test_the_list_opens_in_a_spreadsheet_without_formulas():
    bad = Comment(
        id="a",
        text='=HYPERLINK("http://x")',
        kind=CommentClass.NONCONFORMITY,
        by="+1",
        answer="@A1",
    )
    data = remarks.remarks_csv(a_study(comments=(bad,))).decode("utf-8-sig")
    (row,) = list(csv.DictReader(io.StringIO(data)))
    assert row["remark"].startswith("'=")
    assert (row["by"], row["answer"]) == ("'+1", "'@A1")
    assert (row["class"], row["settled"]) == ("nonconformity", "no")
