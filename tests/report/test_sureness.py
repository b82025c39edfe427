"""The third page of the summary: the range, its causes, and what other choices would make of the figure."""

import io
import re
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.uncertainty_view import uncertainty_view
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.report.context import Room
from supplier_pcf.report.pages import TEXT_HEIGHT, TEXT_WIDTH, _third
from supplier_pcf.report.summary import report_of, summary_bytes

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def bracket():
    return calculated(sample_study("stamped-bracket"), bundled_library(), date(2026, 3, 1))


def pages(done, language="en"):
    made = PdfReader(
        io.BytesIO(summary_bytes(report_of(done.examined, done.findings, language, NOW)))
    )
    texts = (re.sub(r"\s+", " ", page.extract_text()) for page in made.pages)
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_the_third_page_says_the_range_of_the_window(bracket):
    spread = uncertainty_view(bracket).spread
    low, high = significant(spread.low), significant(spread.high)
    _first, second, third, *_behind = pages(bracket)
    for page in (second, third):
        assert f"95 % likely between {low} and {high} kg CO₂e" in page
    assert "Page 3 of" in third


def test_causes_stand_with_share_and_origin(bracket):
    third = pages(bracket)[2]
    assert "factor 90.3 % 1.69 judged, see the factor" in third
    assert "amount 0.8 % 1.05 from data quality" in third
    assert "classic matrix" in third


def test_the_tornado_and_every_choice_are_there(bracket):
    third = pages(bracket)[2]
    assert "Power without a contract" in third
    assert "shared by value: 5.93 kg CO₂e (+5.5 %)." in third
    assert "ISO 14067, 7.3 k" in third


def test_a_study_without_a_figure_has_no_such_page():
    empty = calculated(Study(), bundled_library(), date(2026, 3, 1))
    assert len(pages(empty)) == 2
    assert "Uncertainty was not calculated." in pages(empty)[1]


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_the_page_holds_in_every_language(bracket, language):
    report = report_of(bracket.examined, bracket.findings, language, NOW)
    assert report.sureness is not None
    made = _third(report.sureness, report, Room())
    assert made.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] <= TEXT_HEIGHT
