"""Findings as sentences under each other, grouped by how much they matter, each with a way to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from supplier_pcf.app.steps import step_of
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.words import sentence

_AT_ONCE = 10
"""Findings of one severity that are shown before somebody asks for more: a row is made of widgets."""


def severity_title(severity: Severity, count: int, _: Callable[[str], str]) -> str:
    """What a group of findings is called."""
    titles = {
        Severity.ERROR: _("To be settled before anything is delivered ({count})"),
        Severity.WARNING: _("To be looked at; printed in the report ({count})"),
        Severity.NOTE: _("For information ({count})"),
    }
    return titles[severity].format(count=count)


class FindingRows(QWidget):
    """One row a finding; `here` is the step on whose page it stands, which needs no way to itself."""

    def __init__(
        self, context: Context, name: str, *, here: str = "", grouped: bool = True
    ) -> None:
        super().__init__()
        self._context, self._here, self._grouped = context, here, grouped
        self.role = ""
        """How the sentences look."""
        self.setObjectName(name)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACE // 2)
        self._shown: tuple[Finding, ...] | None = None
        self._most = dict.fromkeys(Severity, _AT_ONCE)
        self._made: list[_Row] = []

    def show_findings(self, findings: Iterable[Finding], nothing: str = "") -> None:
        """Show these instead of the ones before; `nothing` says that there are none."""
        found = tuple(findings)
        if found == self._shown:
            return
        self._shown = found
        self._show(nothing)

    def _show(self, nothing: str = "") -> None:
        found = self._shown or ()
        self._clear()
        if not found and nothing:
            self._rows.addWidget(label(nothing, "quiet"))
        number = 0
        for severity in Severity:
            of_it = [f for f in found if f.severity is severity]
            if of_it and self._grouped:
                role = "problem" if severity is Severity.ERROR else "quiet"
                title = severity_title(severity, len(of_it), self._context.translate)
                self._rows.addWidget(label(title, role))
            for finding in of_it[: self._most[severity]]:
                number += 1
                self._rows.addWidget(self._row(finding, number))
            left = len(of_it) - self._most[severity]
            if left > 0:
                self._rows.addWidget(self._more(severity, left))
        for row in self._made[number:]:
            row.hide()

    def _more(self, severity: Severity, left: int) -> QWidget:
        """The way to those that are not shown yet."""
        text = self._context.translate("Show more of these ({count} left)")
        button = QPushButton(text.format(count=left))
        button.setObjectName(f"{self.objectName()}-more-{severity.value}")
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._show_more, severity))
        return button

    def _show_more(self, severity: Severity, _checked: bool = False) -> None:
        self._most[severity] += _AT_ONCE
        self._show()

    def _row(self, finding: Finding, number: int) -> QWidget:
        """The row of this number; one that was made before tells another finding now."""
        if number > len(self._made):
            name = f"{self.objectName()}-go-{number}"
            self._made.append(_Row(self, self._context.translate, name, self._go))
        row = self._made[number - 1]
        row.tell(finding, leads=bool(finding.where) and step_of(finding).id != self._here)
        row.show()
        return row

    def _go(self, where: str) -> None:
        self._context.go_to(where)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, _Row):
                widget.hide()
                widget.deleteLater()


class _Row(QWidget):
    """A sentence and the way to its place; making one takes longer than telling another finding in it."""

    def __init__(
        self,
        rows: FindingRows,
        translate: Callable[[str], str],
        name: str,
        go: Callable[[str], None],
    ) -> None:
        super().__init__(rows)
        self._translate, self._name, self._go_to = translate, name, go
        self._where = ""
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2 * SPACE)
        self._words = label(role=rows.role)
        self._line.addWidget(self._words, 1)
        self._button: QPushButton | None = None

    def tell(self, finding: Finding, *, leads: bool) -> None:
        """Say this finding; `leads` where the way to its place is another page."""
        _ = self._translate
        said = sentence(finding.code, {"where": finding.where, **finding.params}, _)
        self._where = finding.where
        if self._words.text() != said:
            self._words.setText(said)
        self._words.setToolTip(finding.clause)
        if leads and self._button is None:
            self._button = self._way()
        if self._button is not None:
            self._button.setVisible(leads)
            self._button.setAccessibleName(_("Go there: {sentence}").format(sentence=said))

    def _way(self) -> QPushButton:
        button = QPushButton(self._translate("Go there"))
        button.setObjectName(self._name)
        button.clicked.connect(lambda _checked: self._go_to(self._where))
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button
