"""The dialogs of the menus: everything that is still open, what the program is made of, the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.widgets.findings_list import FindingsList

if TYPE_CHECKING:
    from supplier_pcf.app.about import Part
    from supplier_pcf.domain.finding import Finding
    from supplier_pcf.gui.base.context import Context

Translate = Callable[[str], str]


class CheckDialog(QDialog):
    """Every finding of the study; choosing one closes the dialog and goes there."""

    chosen = Signal(str)

    def __init__(self, findings: Sequence[Finding], _: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("check")
        self.setWindowTitle(_("Check"))
        open_at(self, 760, 420)
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACE)
        summary = QLabel(_summary(findings, _))
        summary.setObjectName("check-summary")
        summary.setWordWrap(True)
        column.addWidget(summary)
        self.list = FindingsList(_, "check-findings", most_rows=0)
        self.list.chosen.connect(self._go)
        self.list.show_findings(findings)
        column.addWidget(self.list, 1)
        column.addWidget(_closing(self, _))

    def _go(self, place: str) -> None:
        self.accept()
        self.chosen.emit(place)


def _summary(findings: Sequence[Finding], _: Translate) -> str:
    if not findings:
        return _("Nothing is missing and nothing looks odd.")
    errors = sum(finding.severity.value == "error" for finding in findings)
    if not errors:
        return _("Nothing stands in the way of sending. Please look at the following.")
    return _("To be settled before anything is sent: {count}.").format(count=errors)


class AboutDialog(QDialog):
    """Version, licences, and the lines the publishers of the factors ask for."""

    def __init__(self, _: Translate, parent: QWidget) -> None:
        from supplier_pcf.app.about import about

        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(_("About Supplier PCF"))
        open_at(self, 720, 520)
        made_of = about()
        column = QVBoxLayout(self)
        text = QTextBrowser()
        text.setObjectName("about-text")
        text.setAccessibleName(_("Licences"))
        text.setOpenLinks(False)
        text.setHtml(
            f"<h2>Supplier PCF {escape(made_of.version)}</h2>"
            + _paragraph(_("Product carbon footprints after ISO 14067, on your own computer."))
            + _paragraph(
                _("It opens no connection to anywhere. It does not verify, certify or compare.")
            )
            + _heading(_("Software"))
            + "".join(_part(part) for part in made_of.software)
            + _heading(_("Emission factors"))
            + "".join(_part(part) for part in made_of.factor_sets)
        )
        column.addWidget(text)
        column.addWidget(_closing(self, _))


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _part(part: Part) -> str:
    line = f"<br>{escape(part.line)}" if part.line else ""
    return f"<p><b>{escape(part.title)}</b> – {escape(part.licence)}{line}</p>"


def _closing(dialog: QDialog, _: Translate) -> QDialogButtonBox:
    buttons = QDialogButtonBox()
    close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
    close.setObjectName(f"{dialog.objectName()}-close")
    buttons.rejected.connect(dialog.reject)
    return buttons


def _show_check(context: Context, parent: QWidget) -> None:
    dialog = CheckDialog(context.session.calculated.findings, context.translate, parent)
    dialog.chosen.connect(context.go_to)
    dialog.exec()


def _show_about(context: Context, parent: QWidget) -> None:
    AboutDialog(context.translate, parent).exec()


def _show_library(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog

    dialog = FactorLibraryDialog(context, parent)
    dialog.chosen.connect(context.go_to)
    dialog.exec()
    dialog.deleteLater()


def _show_rules(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.result.compare_rules import CompareRulesDialog

    dialog = CompareRulesDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_screening(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.result.screening import ScreeningDialog

    dialog = ScreeningDialog(context, parent)
    dialog.chosen.connect(context.go_to)
    dialog.exec()
    dialog.deleteLater()


def _show_change_log(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.window.change_log import ChangeLogDialog

    ChangeLogDialog(context, parent).exec()


def _show_collection(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.evidence.collection import CollectionDialog

    dialog = CollectionDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_next_year(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.window.next_year import NextYearDialog

    dialog = NextYearDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_proofs(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.window.prove import ProveDialog

    dialog = ProveDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_compare_studies(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.result.compare_studies import CompareStudiesDialog

    dialog = CompareStudiesDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_checklist(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.evidence.checklist import ChecklistDialog

    dialog = ChecklistDialog(context, parent)
    dialog.chosen.connect(context.go_to)
    dialog.exec()
    dialog.deleteLater()


def _show_evidence(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.evidence.evidence_register import EvidenceDialog

    dialog = EvidenceDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def _show_what_if(context: Context, parent: QWidget) -> None:
    from supplier_pcf.gui.result.what_if import WhatIfDialog

    dialog = WhatIfDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


SHOW: dict[str, Callable[[Context, QWidget], None]] = {
    "check": _show_check,
    "about": _show_about,
    "checklist": _show_checklist,
    "factor-library": _show_library,
    "compare-rules": _show_rules,
    "screening": _show_screening,
    "change-log": _show_change_log,
    "collection": _show_collection,
    "prove": _show_proofs,
    "next-year": _show_next_year,
    "compare-studies": _show_compare_studies,
    "evidence": _show_evidence,
    "what-if": _show_what_if,
}
"""What each entry of the menus shows."""
