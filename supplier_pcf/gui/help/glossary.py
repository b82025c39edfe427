"""Help > Glossary, and F1: the field the user is in, the terms that explain it, and all other terms."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.field_help import AskedField
from supplier_pcf.app.glossary import Term, found, glossary, term_ids_at
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.help.help_text import heading, links, paragraph, reader, split_link

_LIST = 260
_FIELD = "field"
_ID = Qt.ItemDataRole.UserRole


class GlossaryDialog(QDialog):
    """Terms at the left, at the right what the chosen one means; it stays open beside the work."""

    guide_asked = Signal(str)
    """The user wants to read the page of this step."""

    def __init__(
        self, context: Context, parent: QWidget, asked: AskedField | None = None, step: str = ""
    ) -> None:
        """At the field that was asked about, else at the first term."""
        super().__init__(parent)
        _ = self._ = context.translate
        self.setObjectName("glossary")
        self.setWindowTitle(_("Glossary") if asked is None else _("Where do I find this?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 760, 480)
        self._terms = glossary(context.language)
        self._by_id = {term.id: term for term in self._terms}
        self._asked, self._step = asked, step
        self._build()
        self._list_terms("")

    def _build(self) -> None:
        _ = self._
        self.search = QLineEdit()
        self.search.setObjectName("glossary-search")
        self.search.setPlaceholderText(_("Search, also in English"))
        self.search.setAccessibleName(_("Search, also in English"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._list_terms)
        self.list = QListWidget()
        self.list.setObjectName("glossary-terms")
        self.list.setAccessibleName(_("Terms"))
        self.list.setSpacing(1)
        self.list.currentItemChanged.connect(self._show_current)
        self.none = QLabel(_("No term holds these words. Try fewer letters."))
        self.none.setWordWrap(True)
        self.text = reader("glossary-text", _("Meaning"))
        self.text.anchorClicked.connect(self._follow)
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        for widget in (self.search, self.none, self.list):
            widget.setFixedWidth(_LIST)
            left.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addLayout(left)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._closing())

    def _closing(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(self._("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("glossary-close")
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons

    def _list_terms(self, words: str) -> None:
        self.list.clear()
        if self._asked is not None and not words:
            self._add(_FIELD, self._asked.label, is_field=True)
        for term in found(self._terms, words):
            self._add(term.id, term.name)
        self.none.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(0)
        if self.list.count() == 0:
            self.text.clear()

    def _add(self, term_id: str, name: str, *, is_field: bool = False) -> None:
        item = QListWidgetItem(name, self.list)
        item.setData(_ID, term_id)
        item.setToolTip(name)
        if is_field:
            font = item.font()
            font.setBold(True)
            item.setFont(font)

    def _show_current(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        term = self._by_id.get(item.data(_ID))
        self.text.setHtml(self._about_field() if term is None else self._about(term))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _about(self, term: Term) -> str:
        _ = self._
        parts = [heading(term.name), paragraph(term.meaning)]
        parts.append(paragraph(term.clause, _("Rule:")))
        if term.english != term.name:
            parts.append(paragraph(term.english, _("In English:")))
        return "".join(parts)

    def _about_field(self) -> str:
        _, asked = self._, self._asked
        assert asked is not None
        parts = [heading(asked.label)]
        for role, words in (
            (_("Where do I find this?"), asked.where),
            (_("Example:"), asked.example),
            (_("Unit:"), asked.unit),
        ):
            if words:
                parts.append(paragraph(words, role))
        terms = [self._by_id[term_id] for term_id in term_ids_at(asked.name)]
        colon = _("{term}:")
        parts += [paragraph(term.meaning, colon.format(term=term.name)) for term in terms]
        targets = [(f"term:{term.id}", term.name) for term in terms]
        if self._step:
            targets.append((f"guide:{self._step}", _("The page of this step in the user guide")))
        return "".join(parts) + links(targets)

    def _follow(self, url: QUrl) -> None:
        kind, name = split_link(url)
        if kind == "guide":
            self.guide_asked.emit(name)
            return
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == name:
                self.list.setCurrentRow(row)
