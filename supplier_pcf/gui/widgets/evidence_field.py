"""The documents behind one answer: each opens with a click, more are attached, one is taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from supplier_pcf.app import evidence
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.bind import follow
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE

Ids = Callable[[Study], Sequence[str]]
Put = Callable[[Study, str], Study]


class EvidenceField(QWidget):
    """Names of documents as buttons, and one to attach another.

    `ids` says which documents are behind the answer; `add` and `take` put one there or away.
    """

    def __init__(self, context: Context, name: str, ids: Ids, add: Put, take: Put) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._ids, self._add, self._take = context, ids, add, take
        self._shown: tuple[tuple[str, str], ...] = ()
        self._documents: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE // 2)
        self.button = QPushButton(context.translate("Attach file…"))
        self.button.setObjectName(f"{name}-attach")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        self._row.addWidget(self.button)
        self.known = QToolButton()
        self.known.setObjectName(f"{name}-known")
        self.known.setText("▾")
        self.known.setAutoRaise(True)
        words = context.translate("Documents attached before")
        self.known.setToolTip(words)
        self.known.setAccessibleName(words)
        self.known.clicked.connect(self._ask_known)
        self._row.addWidget(self.known)
        self._row.addStretch()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.button)
        follow(context, self, self._show)

    def attach(self, path: Path) -> None:
        """Take this file in and put it behind the answer."""
        try:
            label = self._context.translate("Attach document")
            evidence.attach(self._context.session, path, label, self._add)
        except Refusal as refusal:
            self._context.say(refusal)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def menu_of_known(self) -> QMenu:
        """The documents of the study that are not here yet; choosing one puts it here too."""
        menu = QMenu(self)
        here = set(self._ids(self._context.study))
        for document in self._context.study.evidence:
            if document.id not in here:
                title = evidence.title_of(document).replace("&", "&&")
                menu.addAction(title, partial(self._put_known, document.id))
        return menu

    def _put_known(self, evidence_id: str) -> None:
        label = self._context.translate("Attach document")
        self._context.edit(lambda study: self._add(study, evidence_id), label)

    def _ask_known(self) -> None:
        menu = self.menu_of_known()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.known.mapToGlobal(self.known.rect().bottomLeft()))

    def _ask(self) -> None:
        _ = self._context.translate
        kinds = " ".join(f"*{suffix}" for suffix in evidence.TYPES)
        filters = _("Documents ({kinds})").format(kinds=kinds)
        name, _kind = QFileDialog.getOpenFileName(self, _("Attach document"), "", filters)
        if name:
            self.attach(Path(name))

    def _show(self) -> None:
        found = evidence.listed(self._context.study, self._ids(self._context.study))
        shown = tuple((e.id, evidence.title_of(e)) for e in found)
        self.known.setEnabled(len(found) < len(self._context.study.evidence))
        if shown == self._shown:
            return
        self._shown = shown
        for widget in self._documents:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._documents = [w for each in shown for w in self._document(*each)]
        for place, widget in enumerate(self._documents):
            self._row.insertWidget(place, widget)

    def _document(self, evidence_id: str, title: str) -> tuple[QWidget, QWidget]:
        _ = self._context.translate
        opens = QPushButton(title)
        opens.setObjectName(f"{self.objectName()}-open")
        opens.setFlat(True)
        opens.setAutoDefault(False)
        opens.setToolTip(_("Open a copy of “{title}”").format(title=title))
        opens.clicked.connect(lambda: self._open(evidence_id))
        takes = QToolButton()
        takes.setObjectName(f"{self.objectName()}-take")
        takes.setText("×")
        takes.setAutoRaise(True)
        words = _("Take “{title}” away from here").format(title=title)
        takes.setToolTip(words)
        takes.setAccessibleName(words)
        takes.clicked.connect(lambda: self._take_away(evidence_id))
        return opens, takes

    def _open(self, evidence_id: str) -> None:
        try:
            copy = evidence.copy_to_open(self._context.session, evidence_id)
        except Refusal as refusal:
            self._context.say(refusal)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _take_away(self, evidence_id: str) -> None:
        """A document that proves nothing any more leaves the study; undo brings it back."""

        def change(study: Study) -> Study:
            without = self._take(study, evidence_id)
            is_needed = evidence.is_used(without, evidence_id)
            return without if is_needed else evidence.remove(without, evidence_id)

        self._context.edit(change, self._context.translate("Take document away"))


def field_of_place(context: Context, name: str, *places: Callable[[], str]) -> EvidenceField:
    """The documents behind a place that may change, such as the selected row: `materials/<id>`, `assurance`.

    Of several places all are shown; a new document goes to the first, and one is taken away from each.
    """

    def ids(study: Study) -> Sequence[str]:
        found = [i for where in places for i in evidence.behind(study, where())]
        return tuple(dict.fromkeys(found))

    def take(study: Study, evidence_id: str) -> Study:
        for where in places:
            study = evidence.unprove(study, where(), evidence_id)
        return study

    def add(study: Study, evidence_id: str) -> Study:
        return evidence.prove(study, places[0](), evidence_id)

    return EvidenceField(context, name, ids, add, take)
