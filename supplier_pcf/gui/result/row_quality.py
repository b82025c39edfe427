"""How good one row of the result is: why it is primary or not, its ratings, and the facts to change them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.app.quality_view import RowQuality, Speech, kind_of, row_quality
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.result.result_table import ResultTable
from supplier_pcf.gui.tables.fact_columns import fact_columns
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.card import label


class ChosenRow(QObject):
    """The row that was last chosen in the table of the result, of whatever kind it is."""

    selected = Signal(str)

    def __init__(self, context: Context, table: ResultTable) -> None:
        super().__init__(table)
        self._context, self._table, self._id = context, table, ""
        table.selectionModel().currentRowChanged.connect(self._choose)
        self._choose(table.currentIndex(), QModelIndex())

    @property
    def kind(self) -> str:
        """The name of the tuple on `Study` that holds the row."""
        return kind_of(self._context.study, self.current_id()) or "materials"

    def current_id(self) -> str:
        """Its id; of the largest row, before one is chosen."""
        rows = self._table.rows.rows
        return self._id or (rows[0].id if rows else "")

    def choose(self, row_id: str) -> None:
        """Choose a row from elsewhere."""
        self._id = row_id
        self.selected.emit(row_id)

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            row = self._table.sorted.mapToSource(now).row()
            self.choose(self._table.rows.rows[row].id)


class _Facts(RowDetails):
    """The facts of the chosen row as a form."""

    def _name(self, key: str) -> str:
        return f"row-quality-{key}"


class RowQualityPart(QWidget):
    """What stands behind “How good is this row?”; follows the table."""

    def __init__(self, context: Context, chosen: ChosenRow) -> None:
        super().__init__()
        self.setObjectName("row-quality")
        self._context, self.chosen = context, chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self.name = label(role="strong", name="row-quality-name")
        self.why = label(name="row-quality-why")
        self.ratings = label(role="quiet", name="row-quality-ratings")
        for line in (self.name, self.why, self.ratings):
            column.addWidget(line)
        self.facts = _Facts(context, chosen, fact_columns(context))
        column.addWidget(self.facts)
        chosen.selected.connect(self._follow)
        bind.follow(context, self, self._show)

    def _follow(self, _row_id: str) -> None:
        self._show()

    def _show(self) -> None:
        context = self._context
        speech = Speech(context.translate, context.language)
        found = row_quality(context.session.calculated, self.chosen.current_id(), speech)
        self.setEnabled(found is not None)
        _ = context.translate
        self.name.setText(found.name if found else _("Choose a row in the table above."))
        counted = found is not None and bool(found.why)
        not_counted = _("This row is not part of the footprint, so it is not rated.")
        self.why.setText(found.why if found and counted else not_counted)
        self.ratings.setText(_rated(found, context) if found else "")
        self.ratings.setVisible(counted)


def _rated(row: RowQuality, context: Context) -> str:
    """Share and ratings of a row in one or two sentences."""
    _, language = context.translate, context.language
    if row.ratings is None:
        return ""

    def shown(value: float) -> str:
        return significant(value, language, 2)

    text = _(
        "{primary} primary data. Technology {technology}, time {time}, place {place}; 1 is best, 5 is worst."
    )
    said = text.format(
        primary=percent(row.primary_percent, language),
        technology=shown(row.ratings.technology),
        time=shown(row.ratings.time),
        place=shown(row.ratings.geography),
    )
    if row.legacy is None:
        return said
    old = _(
        "From 1 (best) to 3: technology {technology}, time {time}, place {place}, completeness {completeness}, "
        "reliability {reliability}."
    ).format(
        technology=shown(row.legacy.technology),
        time=shown(row.legacy.time),
        place=shown(row.legacy.geography),
        completeness=shown(row.legacy.completeness),
        reliability=shown(row.legacy.reliability),
    )
    return f"{said}\n{old}"
