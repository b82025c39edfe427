"""A supplier's file for a row: what it says and what is wrong with it, before anything is taken."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.receiving import (
    Footprint,
    ReceivedFile,
    factor_from,
    kept,
    one_line,
    open_received,
    with_footprint,
)
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding, Refusal, Severity, errors
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.busy import busy
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.factors.received_words import told_by
from supplier_pcf.gui.widgets.dialog_parts import plain_label, take_or_cancel
from supplier_pcf.words import sentence

_MOST_SHOWN = 40


def choose_received(context: Context, parent: QWidget) -> ReceivedFile | None:
    """Ask for a file and open it; what cannot be opened is told in one sentence."""
    _ = context.translate
    kinds = _("Footprints (*.json *.csv *.aasx *.xml *.zip)")
    every = _("All files (*)")
    title = _("A footprint that a supplier has sent")
    name, _kind = QFileDialog.getOpenFileName(parent, title, "", f"{kinds};;{every}")
    return read_received(context, Path(name), parent) if name else None


def read_received(context: Context, path: Path, parent: QWidget) -> ReceivedFile | None:
    """Open this file; what cannot be opened is told in one sentence."""
    try:
        with busy():
            return open_received(path, context.session.now().date())
    except Refusal as refusal:
        ask.tell(parent, sentence(refusal.code, refusal.params, context.translate))
        return None


def take_received(
    context: Context, file: ReceivedFile, flow_id: str, parent: QWidget, *, for_all: bool = False
) -> bool:
    """Let the user look at what the file says, and put its figure on the row; whether he did."""
    dialog = ReceivedFileDialog(context, file, flow_id, parent)
    taken, factor = dialog.exec() == QDialog.DialogCode.Accepted, dialog.factor
    if not taken or factor is None:
        return False
    session = context.session
    document = kept(file, session.staging, session.attachments)
    if document is not None:
        session.hold(document)
    stored = document.name if document else ""
    context.edit(
        lambda study: with_footprint(study, file, factor, flow_id, for_all=for_all, stored=stored),
        context.translate("Take a supplier's footprint"),
    )
    return True


class ReceivedFileDialog(QDialog):
    """One footprint of the file at a time; `factor` is what becomes of it on this row."""

    def __init__(
        self, context: Context, file: ReceivedFile, flow_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context, self._file, self._flow_id = context, file, flow_id
        self.factor: EmissionFactor | None = None
        self.setObjectName("received-file")
        self.setWindowTitle(_("Footprint in “{file}”").format(file=file.name))
        open_at(self, 760, 620)
        self.which = self._choice()
        self.said = QTextBrowser()
        self.said.setObjectName("received-said")
        self.said.setAccessibleName(_("What the file says and what is wrong with it"))
        self.said.setTabChangesFocus(True)
        self.said.setOpenLinks(False)
        self.outcome = plain_label("received-outcome", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.which)
        column.addWidget(self.said, 1)
        column.addWidget(self.outcome)
        column.addWidget(self._buttons())
        self._show(0)

    def _choice(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("received-which")
        box.setAccessibleName(self._context.translate("Which footprint of the file"))
        for number, each in enumerate(self._file.footprints, start=1):
            name = one_line(each.received.product) if each.received else each.title
            box.addItem(f"{number}  ·  {name}")
        box.setVisible(len(self._file.footprints) > 1)
        box.currentIndexChanged.connect(self._show)
        return box

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons, self.take = take_or_cancel(self, _, "received", _("&Take it"))
        return buttons

    def _show(self, index: int) -> None:
        """Tell of one footprint, and work out what it would be on the row."""
        _ = self._context.translate
        footprint = self._file.footprints[index]
        self.said.document().setDefaultStyleSheet(self._style())
        self.said.setHtml(self._findings(footprint.findings) + self._facts(footprint))
        try:
            self.factor = factor_from(footprint, self._file, self._context.study, self._flow_id)
            value = value_title(self.factor, self._context.language)
            told = _("On this row it counts as {value}.").format(value=value)
        except Refusal as refusal:
            self.factor = None
            told = sentence(refusal.code, refusal.params, _)
        self.outcome.setText(told)
        faulty = bool(errors(footprint.findings))
        self.take.setText(_("&Take it all the same") if faulty else _("&Take it"))
        self.take.setAutoDefault(not faulty)
        self.take.setDefault(not faulty)
        self.take.setEnabled(self.factor is not None)

    def _style(self) -> str:
        found = colours(self.palette())
        return f".quiet {{ color: {found.quiet}; }} td {{ padding: 1px 12px 1px 0; }}"

    def _facts(self, footprint: Footprint) -> str:
        rows = "".join(
            f"<tr><td class='quiet' width='34%'>{escape(heading)}</td><td>{escape(words)}</td></tr>"
            for heading, words in told_by(footprint, self._context)
            if words
        )
        return f"<table width='96%'>{rows}</table>"

    def _findings(self, findings: tuple[Finding, ...]) -> str:
        _ = self._context.translate
        nothing = _("Nothing is wrong with the file.")
        if not findings:
            return f"<p class='quiet'>{escape(nothing)}</p>"
        titles = {
            Severity.ERROR: _("Wrong in the file ({count})"),
            Severity.WARNING: _("To be looked at ({count})"),
            Severity.NOTE: _("For information ({count})"),
        }
        text = ""
        for severity, title in titles.items():
            of_it = [f for f in findings if f.severity is severity]
            if of_it:
                items = "".join(self._item(f) for f in of_it[:_MOST_SHOWN])
                text += f"<h4>{escape(title.format(count=len(of_it)))}</h4><ul>{items}</ul>"
        return text

    def _item(self, finding: Finding) -> str:
        said = sentence(finding.code, finding.params, self._context.translate)
        return f"<li>{escape(said)}</li>"
