"""The columns of a table side by side: heading, examples, what each is read as, and in which unit."""

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

from supplier_pcf.app.table_reading import ColumnUse, ReadTable, fields_of, is_carrier, units_for
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.factors.factor_words import unit_sign
from supplier_pcf.gui.importing.import_words import field_title

_WIDTH = 168


class ImportColumns(QScrollArea):
    """One box for each column of the file, and one for its unit where it has one."""

    changed = Signal(str, str)
    """The letters of a column, and the field the user says it is; empty: not used."""
    unit_changed = Signal(str, str)
    """The letters of a column, and the unit the user says it is in; empty: as the table says."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
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
            row.addLayout(self._column(read, use))
        row.addStretch()
        self.setWidget(panel)
        bar = self.horizontalScrollBar()
        self.setFixedHeight(panel.sizeHint().height() + bar.sizeHint().height() + SPACE)
        bar.setValue(at)
        again = panel.findChild(QComboBox, name) if name else None
        if again is not None:
            again.setFocus()

    def _column(self, read: ReadTable, use: ColumnUse) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        heading = _elided(f"{use.column}  {use.heading}", "strong")
        column.addWidget(heading)
        column.addWidget(_elided(read.examples.get(use.column, "") or "–", "quiet"))
        box = self._field_box(read, use)
        heading.setBuddy(box)
        column.addWidget(box)
        if units_for(use.field):
            column.addWidget(self._unit_box(read, use))
        column.addStretch()
        return column

    def _field_box(self, read: ReadTable, use: ColumnUse) -> QComboBox:
        _ = self._context.translate
        box = QComboBox()
        box.setObjectName(f"import-column-{use.column}")
        box.setAccessibleName(
            _("Column {column}, {heading}").format(column=use.column, heading=use.heading)
        )
        box.setFixedWidth(wide(_WIDTH))
        is_told = is_carrier(use.field)
        box.addItem(_("– not used –"), "")
        for name in fields_of(read.kind):
            is_own = is_told and name == use.field.partition(" ")[0]
            box.addItem(field_title(name, _), use.field if is_own else name)
        box.setCurrentIndex(max(box.findData(use.field), 0))
        box.activated.connect(lambda index: self._chosen(use, str(box.itemData(index))))
        return box

    def _unit_box(self, read: ReadTable, use: ColumnUse) -> QComboBox:
        _ = self._context.translate
        told = read.how.units.get(use.column, "")
        box = QComboBox()
        box.setObjectName(f"import-unit-{use.column}")
        box.setAccessibleName(_("Unit of column {column}").format(column=use.column))
        box.setFixedWidth(wide(_WIDTH))
        plain = _("unit as in the table")
        found = _("{unit}, as in the table").format(unit=unit_sign(use.unit))
        box.addItem(found if use.unit and not told else plain, "")
        for unit in units_for(use.field):
            box.addItem(unit_sign(unit), unit)
        box.setCurrentIndex(max(box.findData(told), 0))
        box.activated.connect(lambda index: self._unit_chosen(use, told, str(box.itemData(index))))
        return box

    def _chosen(self, use: ColumnUse, field: str) -> None:
        if field != use.field:
            self.changed.emit(use.column, field)

    def _unit_chosen(self, use: ColumnUse, before: str, unit: str) -> None:
        if unit != before:
            self.unit_changed.emit(use.column, unit)


def _elided(text: str, role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedWidth(wide(_WIDTH))
    label.setToolTip(text)
    label.setAccessibleName(text)
    label.setProperty("role", role)
    metrics = label.fontMetrics()
    label.setFixedHeight(metrics.height() + 4)
    label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _WIDTH - SPACE))
    return label
