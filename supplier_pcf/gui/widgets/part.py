"""A part of a page: its title, and one quiet sentence under it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

_GAP = 6


def part(title: str, name: str, help_text: str = "") -> QVBoxLayout:
    """The title of a part of a page, to be put above its widgets."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(part_title(title, name))
    if help_text:
        column.addWidget(quiet(help_text, f"{name}-help"))
    return column


def with_table(heading: QVBoxLayout, table: QWidget) -> QVBoxLayout:
    """The part with its table, which is as high as its rows."""
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    heading.addSpacing(_GAP)
    heading.addWidget(table)
    return heading


def part_title(title: str, name: str) -> QLabel:
    """The title alone."""
    label = QLabel(title)
    label.setObjectName(name)
    label.setProperty("role", "strong")
    return label


def quiet(text: str, name: str) -> QLabel:
    """A sentence in a quieter colour."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
