"""All documents of a study: what each proves, its page and period, its file and hash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from supplier_pcf.app import evidence, register
from supplier_pcf.app.lost_files import problem_of
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.chosen_table import ChosenTable, add_text
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.gui.widgets.evidence_words import evidence_kinds, item_titles
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.words import sentence

TITLE, ITEMS, _LINES, PAGE, PERIOD, HASH = range(6)
_HASH_SIGNS = 12


class DocumentsTab(QWidget):
    """A table of documents with a form for the chosen one; files may be dragged here."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("documents")
        self.setAcceptDrops(True)
        self._context = context
        _ = context.translate
        titles = (_("Title"), _("Item"), _("Proves"), _("Page"), _("Period"), "SHA-256")
        self.table = ChosenTable(
            context,
            "documents-table",
            _("Documents"),
            titles,
            self._rows,
            {TITLE: 210, ITEMS: 130, PAGE: 70, PERIOD: 90, HASH: 110},
        )
        self.problem = plain_label("documents-problem", "problem")
        self.hash = plain_label("documents-hash")
        self.form = self._form()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addLayout(self._buttons())
        column.addWidget(self.table, 1)
        for widget in (self.problem, self.hash, self.form):
            column.addWidget(widget)
        self.table.chosen.connect(lambda _id: self._tell())
        self._tell()

    def attach(self, path: Path) -> None:
        """Take a file in; it proves nothing until it is put behind a row or an item."""
        try:
            label = self._context.translate("Attach document")
            self.table.choose(evidence.attach(self._context.session, path, label))
        except Refusal as refusal:
            self._context.say(refusal)

    def add_paper(self) -> None:
        """A document on paper: it has no file, and says where it lies."""
        _, made = self._context.translate, new_id("ev")
        title = _("Paper document")
        self._context.edit(
            lambda study: evidence.add_paper(study, made, title, ""), _("Add paper document")
        )
        self.table.choose(made)
        first = self.form.findChild(QWidget, "document-lies_at")
        if first is not None:
            first.setFocus()

    def remove(self) -> None:
        """Take the chosen document out of the study; undo brings it back."""
        gone = self.table.current
        if gone:
            label = self._context.translate("Remove document")
            self._context.edit(lambda study: evidence.remove(study, gone), label)

    def open(self) -> None:
        """A copy of the chosen file, in the program the system has for it."""
        try:
            copy = evidence.copy_to_open(self._context.session, self.table.current)
        except Refusal as refusal:
            self._context.say(refusal)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _buttons(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        self.opens = plain_button("documents-open", _("&Open"), self.open)
        self.removes = plain_button("documents-remove", _("&Remove"), self.remove)
        for button in (
            plain_button("documents-attach", _("&Attach file…"), self._ask),
            plain_button("documents-paper", _("Add &paper document"), self.add_paper),
            self.opens,
            self.removes,
        ):
            row.addWidget(button)
        row.addStretch()
        return row

    def _ask(self) -> None:
        _ = self._context.translate
        kinds = " ".join(f"*{suffix}" for suffix in evidence.TYPES)
        filters = _("Documents ({kinds})").format(kinds=kinds)
        name, _kind = QFileDialog.getOpenFileName(self, _("Attach document"), "", filters)
        if name:
            self.attach(Path(name))

    def _form(self) -> FieldForm:
        _ = self._context.translate
        form = FieldForm("")
        form.title.hide()
        kind = bind.choice(
            self.table.context, self._bound("kind", _("Kind")), evidence_kinds(self._context)
        )
        add_text(form, self.table, _("Title"), self._bound("title", _("Title")))
        form.add(_("Kind"), kind)
        for field, title, where in (
            ("proves", _("Proves"), _("Such as: net mass of the bracket")),
            ("page", _("Page"), _("Where in the document the number stands")),
            ("period", _("Period"), _("Such as 2025, or the day of the note")),
            ("lies_at", _("Lies at"), _("Of paper: binder and room")),
        ):
            add_text(form, self.table, title, self._bound(field, title), where)
        return form

    def _bound(self, field: str, title: str) -> Bound[str]:
        def get(study: Study) -> str:
            found = evidence.listed(study, [self.table.current])
            return str(getattr(found[0], field)) if found else ""

        def put(study: Study, value: str) -> Study:
            return evidence.with_fact(study, self.table.current, field, value)

        label = self._context.translate("Change “{field}”").format(field=title)
        return Bound(f"document-{field}", get, put, label)

    def _rows(self, study: Study) -> list[tuple[str, Sequence[str]]]:
        names = item_titles(self._context)
        return [
            (
                row.evidence.id,
                (
                    f"⚠ {row.title}" if row.problem else row.title,
                    ", ".join(names[item] for item in row.items),
                    ", ".join(filter(None, (row.evidence.proves, *row.lines))),
                    row.evidence.page,
                    row.evidence.period,
                    row.evidence.sha256[:_HASH_SIGNS],
                ),
            )
            for row in register.documents(study, self._context.session.attachments)
        ]

    def _tell(self) -> None:
        found = evidence.listed(self._context.study, [self.table.current])
        self.form.setVisible(bool(found))
        self.removes.setEnabled(bool(found))
        self.opens.setEnabled(bool(found and found[0].file))
        code = problem_of(found[0], self._context.session.attachments) if found else ""
        said = {"title": evidence.title_of(found[0])} if found else {}
        self.problem.setText(sentence(code, said, self._context.translate) if code else "")
        self.problem.setVisible(bool(code))
        self.hash.setText(f"SHA-256: {found[0].sha256}" if found and found[0].sha256 else "")
        self.hash.setVisible(bool(self.hash.text()))
