"""What a page shows of a result: the same numbers as the calculation, parted so that nothing is lost."""

from decimal import Decimal
from pathlib import Path

import pytest

from supplier_pcf.app import views
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session


@pytest.fixture
def bracket(tmp_path: Path):
    session = Session(tmp_path)
    session.start(sample_study("stamped-bracket"))
    return session


def test_the_rest_of_the_chart_is_the_sum_of_its_rows(bracket):
    *_shown, rest = views.contribution_rows(bracket, str)
    rows = [r for r in views.flow_rows(bracket, str, "en") if r.percent is not None]
    below = rows[views.TOP_CONTRIBUTIONS :]
    assert rest.title == f"{len(below)} more"
    assert sum(r.percent for r in below) == rest.percent
    assert sum(r.kg for r in below) == pytest.approx(rest.kg)


def test_the_window_and_the_report_give_a_row_the_same_share(bracket):
    shown = {r.place: r.percent for r in views.flow_rows(bracket, str, "en")}
    for top in range(1, 30):
        for line in views.contribution_rows(bracket, str, top):
            if line.place:
                assert line.percent == shown[line.place]


def test_the_stages_sum_to_the_footprint(bracket):
    rows = views.stage_rows(bracket, str)
    assert sum(r.kg for r in rows) == pytest.approx(bracket.calculated.result.excluding)
    assert sum(r.percent for r in rows) == Decimal(100)


def test_rows_are_shown_by_size_then_those_apart_then_those_without_a_number(bracket):
    rows = views.flow_rows(bracket, str, "en")
    inside = [r for r in rows if r.kg is not None and not r.apart]
    assert list(rows[: len(inside)]) == sorted(inside, key=lambda r: -r.kg)
    assert rows[len(inside)].id == "out-port"
    assert {r.reason for r in rows[len(inside) + 1 :]} == {"assembly", "excluded"}


def test_an_empty_study_has_no_number_at_all(tmp_path):
    view = views.result_view(Session(tmp_path), str, "en")
    assert (view.leading, view.excluding, view.per_kg, view.outbound) == (None,) * 4
    assert not view.complete


def test_per_kg_is_without_uptake_as_everywhere(bracket):
    view = views.result_view(bracket, str, "en")
    assert (
        view.per_kg == bracket.calculated.result.per_kg == pytest.approx(5.62455 / 1.28, rel=1e-5)
    )
