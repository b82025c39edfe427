"""The coverage of the footprint by evidence: its bar with the marks, and the next documents to attach."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app import coverage
from supplier_pcf.app.views import Drawing, coverage_drawing
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.gui.widgets.drawing_view import DrawingView
from supplier_pcf.words import sentence


def coverage_now(context: Context) -> coverage.Coverage:
    """The coverage of the study as it stands."""
    session = context.session
    return coverage.coverage_of(session.calculated, session.attachments)


def coverage_words(context: Context) -> str:
    """How much is proven, and what to attach next."""
    return " ".join(
        sentence(*said, context.translate) for said in coverage.said(coverage_now(context))
    )


class CoveragePart(QWidget):
    """Follows the study; a button leads to the heaviest row that nothing proves."""

    def __init__(self, context: Context, *, with_dialog: bool = False) -> None:
        super().__init__()
        self.setObjectName("coverage")
        self._context = context
        _ = context.translate
        self.said = plain_label("coverage-said", "")
        if with_dialog:
            self.said.hide()
        self.drawing = DrawingView(context, self._draw, "coverage-drawing")
        self.drawing.lead_to(self._lead, _("Click: to where this row is proven"))
        self.go = plain_button("coverage-go", _("&Go to the next row to prove"), self._go)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        widgets: list[QWidget] = [self.said, self.drawing, self.go]
        if with_dialog:
            widgets.append(self._dialog_button())
        for widget in widgets:
            is_button = isinstance(widget, QPushButton)
            left = Qt.AlignmentFlag.AlignLeft
            column.addWidget(widget, 0, left if is_button else Qt.AlignmentFlag(0))
        column.addStretch()
        bind.follow(context, self, self._show)

    def _draw(self, width: float) -> Drawing:
        return coverage_drawing(
            self._context.session, self._context.translate, self._context.language, width
        )

    def _dialog_button(self) -> QPushButton:
        return plain_button(
            "coverage-evidence",
            self._context.translate("Documents, records, remarks…"),
            partial(self._context.show, "evidence"),
        )

    def _show(self) -> None:
        self.said.setText(coverage_words(self._context))
        self.drawing.refresh()
        self.go.setEnabled(bool(coverage_now(self._context).open))

    def _go(self) -> None:
        self._go_to(coverage_now(self._context).open[0])

    def _lead(self, row: str) -> None:
        for line in coverage_now(self._context).lines:
            if row == f"{line.kind}/{line.id}":
                self._go_to(line)

    def _go_to(self, line: coverage.CoveredLine) -> None:
        field = "factor" if line.has_amount else "evidence"
        place = f"{line.kind}/{line.id}/{field}"
        window = self.window()
        if window.objectName() == "evidence-register":
            window.close()
        self._context.go_to(place)
