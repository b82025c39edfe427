"""The coverage bar: its length, its marks, and the numbers of its table; the PDF that lists all documents."""

import itertools
from datetime import UTC, datetime

import pytest

from supplier_pcf.engine.coverage import Coverage, CoveredLine
from supplier_pcf.i18n import translator
from supplier_pcf.report.coverage_bar import coverage_bar
from supplier_pcf.report.drawing import Line, Rect, Role, Text
from supplier_pcf.report.evidence_list import EvidenceList, Table, evidence_bytes


def line(name, percent, *, amount=True, source=True):
    return CoveredLine(
        id=name,
        kind="materials",
        name=name,
        kg=percent / 50,
        percent=percent,
        has_amount=amount,
        has_source=source,
    )


FOUND = Coverage(
    lines=(
        line("Coil", 60.0),
        line("Power", 25.0, amount=False),
        line("Oil", 10.0, source=False),
        line("Film", 5.0, amount=False, source=False),
    )
)


def drawn(language="en", found=FOUND, **how):
    return coverage_bar(found, translator(language), language, width=400, **how)


def texts(drawing):
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def test_the_bar_is_as_long_as_the_coverage_and_the_marks_are_at_80_and_95():
    shapes = drawn().shapes
    bars = [s for s in shapes if isinstance(s, Rect) and s.height > 10]
    assert [(b.fill, b.width) for b in bars] == [
        (Role.PANEL, 400),
        (Role.ACCENT, pytest.approx(240)),
    ]
    marks = [s.x1 for s in shapes if isinstance(s, Line)]
    assert marks == [pytest.approx(320), pytest.approx(380)]


def test_the_table_says_the_numbers_of_the_bar_and_what_is_lacking():
    said = {
        text.replace("\u202f", "").replace("\u00a0", "").replace(" ", "") for text in texts(drawn())
    }
    assert {"60.0%", "25.0%", "1.20", "0.500", "80%", "95%"} <= said
    assert {"proven", "nodocument", "factorwithoutsource"} <= said
    assert "neitherdocumentnorsource" in said


def test_more_lines_than_there_is_room_for_are_counted():
    many = Coverage(lines=tuple(line(f"l{n}", 5.0) for n in range(20)))
    assert "15 more" in texts(drawn(found=many, top=5))


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
def test_labels_do_not_leave_the_drawing(language):
    drawing = drawn(language)
    assert all(0 <= s.y <= drawing.height for s in drawing.shapes if isinstance(s, Text))


def test_without_a_figure_there_is_a_bar_of_nothing():
    assert [s.width for s in drawn(found=Coverage()).shapes if isinstance(s, Rect)] == [400, 0]


def a_list(count, text="Delivery note 17 of the coil"):
    row = (text, "Coil", "p. 3", "bill.pdf", "ab" * 32)
    table = Table(
        title="Documents",
        widths=(4, 5, 2, 4, 5),
        heads=("Document", "Proves", "Page", "File", "SHA-256"),
        rows=list(itertools.repeat(row, count)),
    )
    return EvidenceList(
        product="Bracket",
        company="Yongda",
        made=datetime(2026, 3, 1, tzinfo=UTC),
        said=("Documents prove 60 % of the footprint.",),
        drawing=drawn(),
        tables=(table,),
    )


def pages(data):
    return data.count(b"/Type /Page\n") or data.count(b"/Type /Page ")


def test_a_long_list_goes_on_over_pages_and_is_made_alike():
    assert pages(evidence_bytes(a_list(3), "en")) == 1
    long = evidence_bytes(a_list(200), "zh_CN")
    assert pages(long) > 5
    assert long == evidence_bytes(a_list(200), "zh_CN")


def test_a_title_without_end_is_cut_and_not_lost():
    assert pages(evidence_bytes(a_list(2, "Rechnung " * 2000), "de")) == 1
