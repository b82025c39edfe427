"""Which three numbers to measure next: what to ask whom for, what that gains, and the way to the row."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from supplier_pcf.app.measure_next import (
    SHOWN,
    MeasureRow,
    assumed_said,
    known_measures,
    measure_rows,
)
from supplier_pcf.app.uncertainty_view import matrix_of
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.following import AT_ONCE, Following
from supplier_pcf.gui.widgets.questions import Question
from supplier_pcf.words import sentence


def _said(context: Context, rows: tuple[MeasureRow, ...] | None) -> str:
    if rows is None:
        return sentence("measure.later", {}, context.translate)
    if not rows:
        return sentence("measure.nothing", {}, context.translate)
    return " ".join(sentence(*said, context.translate) for said in rows[0].said)


def _quick(context: Context) -> str:
    session = context.session
    matrix = matrix_of(session.matrix_id)
    return _said(context, known_measures(session.calculated, context.language, matrix))


def _later(context: Context) -> str:
    """Worked out where that is a matter of milliseconds."""
    session = context.session
    if session.calculated.result.rows_total > AT_ONCE:
        return _quick(context)
    matrix = matrix_of(session.matrix_id)
    return _said(context, measure_rows(session.calculated, context.language, matrix))


class MeasurePart(Following):
    """Follows the result as long as it is unfolded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "measure-part")

    def build(self) -> None:
        self._lines: list[tuple[QWidget, QLabel, QPushButton]] = []
        self._places = [""] * SHOWN
        for number in range(SHOWN):
            self.column.addWidget(self._line(number))
        self.nothing = label(name="measure-nothing")
        self.assumed = label(role="quiet", name="measure-assumed")
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.assumed)

    def refresh(self) -> None:
        """Show what gains most now."""
        context, _ = self.context, self.context.translate
        matrix = matrix_of(context.session.matrix_id)
        rows = measure_rows(context.session.calculated, context.language, matrix)
        for number, (line, words, button) in enumerate(self._lines):
            line.setVisible(number < len(rows))
            if number < len(rows):
                row = rows[number]
                said = " ".join(sentence(*each, _) for each in row.said)
                words.setText(f"{number + 1}. {said}")
                self._places[number] = row.place
                button.setAccessibleName(_("Go to {row}").format(row=row.name))
        self.nothing.setText(sentence("measure.nothing", {}, _))
        self.nothing.setVisible(not rows)
        self.assumed.setText(sentence(*assumed_said(matrix, context.language), _))
        self.assumed.setVisible(bool(rows))

    def is_known(self) -> bool:
        """Whether the candidates were calculated."""
        context = self.context
        matrix = matrix_of(context.session.matrix_id)
        return known_measures(context.session.calculated, context.language, matrix) is not None

    def work(self) -> None:
        """Calculate every candidate."""
        context = self.context
        matrix = matrix_of(context.session.matrix_id)
        measure_rows(context.session.calculated, context.language, matrix)

    def _line(self, number: int) -> QWidget:
        _ = self.context.translate
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        words = label(name=f"measure-{number + 1}")
        button = plain_button(f"measure-go-{number + 1}", _("Go there"), partial(self._go, number))
        row.addWidget(words, 1)
        row.addWidget(button)
        self._lines.append((line, words, button))
        return line

    def _go(self, number: int) -> None:
        self.context.go_to(self._places[number])


MEASURE_NEXT = Question(
    id="measure-next",
    title=lambda _: _("Which three numbers to measure next?"),
    answer=_quick,
    later=_later,
    make=MeasurePart,
    is_said_inside=lambda _context: True,
)
