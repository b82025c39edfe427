"""The columns of a table side by side: heading, examples, and what each is read as."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.table_reading import ColumnUse, ReadTable, fields_of, is_carrier
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.sizes import wide
from supplier_pcf.gui.widgets.import_words import field_title

_WIDTH = 156


class ImportColumns(QScrollArea):
    """One box for each column of the file."""

    changed = Signal(str, str)
    """The letters of a column, and the field the user says it is; empty: not used."""

    def __init__(self, context: Context, kind: str) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self.setObjectName("import-columns")
        self.setAccessibleName(context.translate("What each column is read as"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(self, read: ReadTable) -> None:
        """Show the columns as they were read now; the box in use keeps the focus."""
        focused = self.focusWidget()
        name = focused.objectName() if focused is not None else ""
        at = self.horizontalScrollBar().value()
        panel = QWidget()
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for use in read.source.columns:
            row.addLayout(self._column(use, read.examples.get(use.column, "")))
        row.addStretch()
        self.setWidget(panel)
        bar = self.horizontalScrollBar()
        self.setFixedHeight(panel.sizeHint().height() + bar.sizeHint().height() + SPACE)
        bar.setValue(at)
        again = panel.findChild(QComboBox, name) if name else None
        if again is not None:
            again.setFocus()

    def _column(self, use: ColumnUse, examples: str) -> QVBoxLayout:
        _ = self._context.translate
        column = QVBoxLayout()
        column.setSpacing(2)
        heading = _elided(f"{use.column}  {use.heading}", "strong")
        column.addWidget(heading)
        column.addWidget(_elided(examples or "–", "quiet"))
        box = QComboBox()
        box.setObjectName(f"import-column-{use.column}")
        box.setAccessibleName(
            _("Column {column}, {heading}").format(column=use.column, heading=use.heading)
        )
        box.setFixedWidth(wide(_WIDTH))
        for words, value in self._options(use):
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(use.field), 0))
        box.activated.connect(lambda index: self._chosen(use, str(box.itemData(index))))
        heading.setBuddy(box)
        column.addWidget(box)
        return column

    def _options(self, use: ColumnUse) -> list[tuple[str, str]]:
        _ = self._context.translate
        first = use.field if is_carrier(use.field) else ""
        words = field_title(first, _) if first else _("– not used –")
        fields = fields_of(self._kind)
        return [(words, first), *((field_title(name, _), name) for name in fields)]

    def _chosen(self, use: ColumnUse, field: str) -> None:
        if field != use.field:
            self.changed.emit(use.column, field)


def _elided(text: str, role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedWidth(wide(_WIDTH))
    label.setToolTip(text)
    label.setAccessibleName(text)
    label.setProperty("role", role)
    metrics = label.fontMetrics()
    label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDTH - SPACE))
    return label
