"""Text that explains something, to read: headings, paragraphs and links, without a way out of the program."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from supplier_pcf.gui.base.sizes import SPACE


def reader(name: str, spoken: str, parent: QWidget | None = None) -> QTextBrowser:
    """A place for text whose links its owner follows."""
    text = QTextBrowser(parent)
    text.setObjectName(name)
    text.setAccessibleName(spoken)
    text.setOpenLinks(False)
    text.setOpenExternalLinks(False)
    text.document().setDocumentMargin(2 * SPACE)
    return text


def heading(text: str) -> str:
    """A title as HTML."""
    return f"<h3>{escape(text)}</h3>"


def paragraph(text: str, role: str = "") -> str:
    """A paragraph as HTML; with a role, that in bold before it."""
    first = f"<b>{escape(role)}</b> " if role else ""
    return f"<p>{first}{escape(text)}</p>"


def links(targets: Iterable[tuple[str, str]]) -> str:
    """Links, one a line: (target, words)."""
    lines = (f'<p><a href="{escape(to)}">{escape(words)}</a></p>' for to, words in targets)
    return "".join(lines)


def split_link(url: QUrl) -> tuple[str, str]:
    """`term:scrap` as kind and name."""
    kind, _, name = url.toString().partition(":")
    return kind, name
