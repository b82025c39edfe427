"""How sure the figure is: the matrix it is judged by, every cause with its share and origin, and draws on demand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel

from supplier_pcf.app.uncertainty_view import (
    CauseView,
    UncertaintyView,
    matrices,
    matrix_of,
    matrix_title,
    sigma_title,
    uncertainty_view,
    why_none,
)
from supplier_pcf.domain.numbers import fixed, percent
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, is_large
from supplier_pcf.gui.result.draws_part import DrawsPart
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.following import Following
from supplier_pcf.gui.widgets.questions import Question
from supplier_pcf.gui.widgets.text_table import TextTable
from supplier_pcf.words import sentence

_SHOWN = 12
"""Causes shown one by one; the rest is one row."""


def sure_view(context: Context) -> UncertaintyView | None:
    """How sure the result of now is, by the matrix that was chosen."""
    session = context.session
    return uncertainty_view(session.calculated, context.language, matrix_of(session.matrix_id))


def _answer(context: Context) -> str:
    view = sure_view(context)
    said = view.said if view is not None else (why_none(context.session.calculated),)
    return " ".join(sentence(*each, context.translate) for each in said)


class SurePart(Following):
    """Follows the result as long as it is unfolded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "sure-part")

    def build(self) -> None:
        _ = self.context.translate
        self.column.addWidget(label(self._help(), "quiet"))
        self.column.addLayout(self._choice())
        self.table = TextTable(
            "sure-causes",
            (
                _("Where the spread comes from"),
                _("Factor or amount"),
                _("Share"),
                "GSD²",
                _("It rests on"),
            ),
            right=(2, 3),
            letters={1: 21, 2: 11, 3: 9, 4: 27},
        )
        self.table.setAccessibleName(_("Causes of the spread"))
        self.column.addWidget(self.table)
        self.draws = DrawsPart(self.context)
        self.column.addWidget(self.draws)

    def refresh(self) -> None:
        """Show the causes of now; draws of another study are put away."""
        self.matrix.setCurrentIndex(
            self.matrix.findData(matrix_of(self.context.session.matrix_id).id)
        )
        view = sure_view(self.context)
        self.table.setVisible(view is not None)
        if view is not None:
            self.table.show_rows([*self._rows(view.causes)])
        self.draws.show_of(view)

    def _help(self) -> str:
        return self.context.translate(
            "Share is what each takes part in the variance. GSD²: 95 % of the time the true number lies between the "
            "one entered divided by it, and times it. One factor on several rows moves them together, and so does one "
            "meter. A wrong choice of factor is not in it: look at what would change the figure."
        )

    def _choice(self) -> QBoxLayout:
        _ = self.context.translate
        words = QLabel(_("&Where no range is published, judge by the"))
        self.matrix = QComboBox()
        self.matrix.setObjectName("sure-matrix")
        self.matrix.setAccessibleName(_("Pedigree matrix"))
        for matrix in matrices():
            self.matrix.addItem(matrix_title(matrix, _), matrix.id)
        self.matrix.activated.connect(
            lambda at: self.context.session.judge_by(self.matrix.itemData(at))
        )
        words.setBuddy(self.matrix)
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if is_large() else way.LeftToRight)
        row.setSpacing(SPACE)
        row.addWidget(words)
        row.addWidget(self.matrix)
        row.addStretch()
        return row

    def _rows(self, causes: tuple[CauseView, ...]) -> Iterator[tuple[str, ...]]:
        _, language = self.context.translate, self.context.language
        number = partial(percent, language=language)
        for cause in causes[:_SHOWN]:
            yield (
                cause.name,
                _("factor") if cause.is_factor else _("amount"),
                number(cause.percent),
                fixed(cause.gsd2, language, 2),
                sigma_title(cause.origin, _),
            )
        rest = causes[_SHOWN:]
        if rest:
            name = _("{count} more").format(count=len(rest))
            yield name, "", number(sum(cause.percent for cause in rest)), "", ""


SURE = Question(
    id="sure",
    title=lambda _: _("How sure is the figure?"),
    answer=_answer,
    make=SurePart,
)
