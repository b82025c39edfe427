"""Findings as sentences: a study of thousands of rows may lack thousands of things."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.gui.widgets.finding_rows import FindingRows


def lacking(rows, severity=Severity.ERROR):
    return [
        Finding(
            code="flow.no_factor",
            severity=severity,
            where=f"materials/m{number}/factor",
            params={"name": f"Part {number}"},
        )
        for number in range(rows)
    ]


@pytest.fixture
def rows(qtbot, context):
    made = FindingRows(context, "found")
    qtbot.addWidget(made)
    made.show()
    return made


def sentences(rows):
    return [label.text() for label in on_show(rows, QLabel) if "Part " in label.text()]


def on_show(rows, kind, name=""):
    QApplication.processEvents()
    return [each for each in rows.findChildren(kind, name) if each.isVisible()]


def test_five_thousand_findings_make_a_handful_of_widgets_and_are_all_counted(rows):
    rows.show_findings(lacking(5000))
    assert len(rows.findChildren(QPushButton)) < 100
    assert any("(5000)" in label.text() for label in on_show(rows, QLabel))
    assert "4990" in on_show(rows, QPushButton, "found-more-error")[0].text()


def test_more_are_shown_when_asked_for_until_none_is_left(rows):
    rows.show_findings(lacking(25))
    shown = [len(sentences(rows))]
    for _time in range(2):
        on_show(rows, QPushButton, "found-more-error")[0].click()
        shown.append(len(sentences(rows)))
    assert shown == [10, 20, 25]
    assert not on_show(rows, QPushButton, "found-more-error")


def test_many_errors_hide_no_warning(rows):
    rows.show_findings(lacking(200) + lacking(1, Severity.WARNING))
    assert len(sentences(rows)) == 11


def test_a_row_leads_to_the_finding_it_says_after_another_was_there(rows, said):
    rows.show_findings(lacking(3))
    rows.show_findings(lacking(3)[1:])
    assert len(sentences(rows)) == 2 and "Part 1" in sentences(rows)[0]
    on_show(rows, QPushButton, "found-go-1")[0].click()
    assert said == ["materials/m1/factor"]
