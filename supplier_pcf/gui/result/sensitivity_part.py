"""What would change the figure: other choices and other figures as a tornado, a table, and a sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from supplier_pcf.app.sensitivity_view import (
    VariationRow,
    above_all,
    end_title,
    known_rows,
    sensitivity_rows,
    tornado_drawing,
    variation_title,
)
from supplier_pcf.app.uncertainty_view import matrix_of
from supplier_pcf.app.views import Drawing, kg_text
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.gui.widgets.following import AT_ONCE, Following
from supplier_pcf.gui.widgets.leading import choose_number, lead
from supplier_pcf.gui.widgets.questions import Question
from supplier_pcf.gui.widgets.text_table import TextTable
from supplier_pcf.words import sentence


def _rows(context: Context) -> tuple[VariationRow, ...]:
    session = context.session
    return sensitivity_rows(session.calculated, context.language, matrix_of(session.matrix_id))


def _said(context: Context, rows: tuple[VariationRow, ...]) -> str:
    return " ".join(
        sentence(*said, context.translate) for said in above_all(rows, context.language)
    )


def _quick(context: Context) -> str:
    session = context.session
    known = known_rows(session.calculated, context.language, matrix_of(session.matrix_id))
    if known is None:
        return sentence("sensitivity.later", {}, context.translate)
    return _said(context, known)


def _is_known(context: Context) -> bool:
    session = context.session
    matrix = matrix_of(session.matrix_id)
    return known_rows(session.calculated, context.language, matrix) is not None


def _later(context: Context) -> str:
    """Worked out where that is a matter of milliseconds."""
    if context.session.calculated.result.rows_total > AT_ONCE:
        return _quick(context)
    return _said(context, _rows(context))


class SensitivityPart(Following):
    """Follows the result as long as it is unfolded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "sensitivity-part")

    def build(self) -> None:
        _ = self.context.translate
        self.column.addWidget(label(self._help(), "quiet"))
        self.tornado = DrawingView(self.context, self._drawing, "sensitivity-tornado")
        self.column.addWidget(self.tornado)
        headings = (
            _("What is varied"),
            _("lowest"),
            _("with"),
            _("highest"),
            _("with"),
            _("10 % more adds"),
        )
        self.table = TextTable(
            "sensitivity-table",
            headings,
            right=(1, 3, 5),
            letters={1: 11, 2: 16, 3: 11, 4: 16, 5: 12},
        )
        self.table.setAccessibleName(_("What would change the figure"))
        self.column.addWidget(self.table)
        hint = _("Click: its row in the table below")
        lead(self.tornado, self.table, partial(choose_number, self.table), hint)
        self.said = label(name="sensitivity-said")
        self.column.addWidget(self.said)

    def refresh(self) -> None:
        """Show what else it could be now."""
        context, rows = self.context, _rows(self.context)
        for widget in (self.tornado, self.table):
            widget.setVisible(bool(rows))
        self.tornado.refresh()
        self.table.show_rows([*self._cells(rows)])
        choices = [r for r in rows if r.variation.is_choice]
        above = rows[0].said[0] if rows else None
        told = (each for row in choices for each in row.said if each != above)
        said = [sentence(*each, context.translate) for each in told]
        text = "\n".join(said) if rows else _said(context, rows)
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def is_known(self) -> bool:
        """Whether the alternatives were calculated."""
        return _is_known(self.context)

    def work(self) -> None:
        """Calculate every alternative."""
        _rows(self.context)

    def _help(self) -> str:
        return self.context.translate(
            "Every alternative is calculated anew, one at a time, without biogenic uptake. Choices of method (blue) are "
            "those your plant's data allow; factors and amounts (grey) stand at both ends of their 95 % range. The last "
            "column says what ten percent more of a factor or amount add."
        )

    def _drawing(self, width: float) -> Drawing:
        context = self.context
        if not _is_known(context):
            return Drawing(width=width, height=0)
        session, matrix = context.session, matrix_of(context.session.matrix_id)
        return tornado_drawing(
            session.calculated, matrix, context.translate, context.language, width
        )

    def _cells(self, rows: tuple[VariationRow, ...]) -> Iterator[tuple[str, ...]]:
        _, language = self.context.translate, self.context.language
        for row in rows:
            found = row.variation
            ten = found.ten_percent
            yield (
                variation_title(found, row.name, _),
                kg_text(found.low, language),
                end_title(found, found.low, language, _),
                kg_text(found.high, language),
                end_title(found, found.high, language, _),
                NOTHING if ten is None else _signed(ten[1] - found.base, language),
            )


def _signed(kg: float, language: str) -> str:
    return f"+{kg_text(kg, language)}" if kg > 0 else kg_text(kg, language)


SENSITIVITY = Question(
    id="sensitivity",
    title=lambda _: _("What would change the figure?"),
    answer=_quick,
    later=_later,
    make=SensitivityPart,
)
