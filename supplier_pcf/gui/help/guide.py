"""Help > User guide: the guide's pages and pictures, read from the program's own folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.guide import guide_pages
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at

_LIST = 220
_WIDEST = 900
"""Pixels a picture takes at most."""


class GuideDialog(QDialog):
    """Its pages at the left, the chosen one at the right; it stays open beside the work."""

    def __init__(self, context: Context, parent: QWidget, page: str = "index") -> None:
        super().__init__(parent)
        _ = context.translate
        self.setObjectName("guide")
        self.setWindowTitle(_("User guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 980, 640)
        self.pages = guide_pages(context.language)
        self.text = GuideText([found.path for found in self.pages])
        self.text.setAccessibleName(_("User guide"))
        self.text.sourceChanged.connect(self._tell_page)
        self.list = QListWidget()
        self.list.setObjectName("guide-pages")
        self.list.setAccessibleName(_("Pages"))
        self.list.setFixedWidth(_LIST)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.addItems([found.title for found in self.pages])
        self.list.currentRowChanged.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("guide-close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(buttons)
        self.turn_to(page)

    def turn_to(self, page: str) -> None:
        """Show the page of this name."""
        ids = [found.id for found in self.pages]
        self.list.setCurrentRow(ids.index(page) if page in ids else 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.pages):
            self.text.setSource(_url(self.pages[row].path))

    def _tell_page(self, source: QUrl) -> None:
        """A link was followed: the list says where one is now."""
        urls = [_url(found.path) for found in self.pages]
        if source in urls and urls.index(source) != self.list.currentRow():
            self.list.setCurrentRow(urls.index(source))


class GuideText(QTextBrowser):
    """Shows the guide's own pages and no other; pictures are as wide as there is room."""

    def __init__(self, pages: list[Path]) -> None:
        super().__init__()
        self.setObjectName("guide-text")
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(2 * SPACE)
        self._pages = frozenset(_url(page).toString() for page in pages)
        self._room = 0

    def doSetSource(
        self,
        name: QUrl | str,
        _type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Nothing but a page of the guide is ever opened."""
        page = QUrl(QUrl(name).toString().partition("#")[0])
        if page.toString() in self._pages:
            self._room = self._width()
            super().doSetSource(page, QTextDocument.ResourceType.MarkdownResource)
            if not self.document().firstBlock().text():
                QTextCursor(self.document()).deleteChar()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture of the guide in the size there is room for."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        path = self.source().resolved(QUrl(name)).toLocalFile()
        sharp = self.devicePixelRatioF()
        image = _picture(path)
        if image.width() > self._width() * sharp:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaledToWidth(int(self._width() * sharp), smooth)
        image.setDevicePixelRatio(sharp)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.source().isValid() and abs(self._width() - self._room) > SPACE:
            self._room = self._width()
            at = self.verticalScrollBar().value()
            self.document().clear()
            self.reload()
            self.verticalScrollBar().setValue(at)

    def _width(self) -> int:
        return max(320, min(_WIDEST, self.viewport().width() - 5 * SPACE))


def _url(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


@cache
def _picture(path: str) -> QImage:
    return QImage(path)
