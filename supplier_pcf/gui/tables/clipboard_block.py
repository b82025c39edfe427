"""The block of cells on the clipboard: our own, that of a spreadsheet, or the table of a web page or mail."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from supplier_pcf.gui.tables.cell_block import OWN_FORMAT, Block, block_as_text, block_in

_MOST_LETTERS = 20_000_000
_SPACES = re.compile(r"\s+")
_CELLS = ("td", "th")


def block_on(data: QMimeData) -> tuple[Block, bool]:
    """The cells that can be pasted, none where there are none; and whether they were copied in this program."""
    if data.hasFormat(OWN_FORMAT):
        return block_in(bytes(data.data(OWN_FORMAT).data()).decode()), True
    if data.hasText():
        return block_in(data.text()), False
    return (block_in_html(data.html()) if data.hasHtml() else []), False


def put_on_clipboard(block: Block, exact: Block | None) -> None:
    """The cells as Excel takes them, beside them with every unit for pasting within the program."""
    data = QMimeData()
    if exact is not None:
        data.setData(OWN_FORMAT, block_as_text(exact).encode())
    data.setText(block_as_text(block))
    QGuiApplication.clipboard().setMimeData(data)


def block_in_html(html: str) -> Block:
    """The cells of the first table in a text of HTML; without a table none."""
    reader = _Table()
    reader.feed(html[:_MOST_LETTERS])
    reader.close()
    width = max((len(row) for row in reader.rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in reader.rows if row]


class _Table(HTMLParser):
    """Collects the rows of the first table; what stands around it is no cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: Block = []
        self._inside = self._done = self._in_cell = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._inside = not self._done
        elif self._inside and tag == "tr":
            self.rows.append([])
            self._in_cell = False
        elif self._inside and tag in _CELLS and self.rows:
            self.rows[-1].append("")
            self._in_cell = True
        elif self._in_cell and tag == "br":
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._inside:
            self._inside, self._done = False, True
        elif tag in _CELLS and self._in_cell:
            lines = self.rows[-1][-1].split("\n")
            self.rows[-1][-1] = "\n".join(line.strip() for line in lines)
            self._in_cell = False

    def handle_data(self, data: str) -> None:
        if self._inside and self._in_cell:
            self.rows[-1][-1] += _SPACES.sub(" ", data)
