"""What narrows the library down: the categories as a tree with counts, and one choice for each fact."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from supplier_pcf.app.library_view import Choices, Counted, Shown, Wanted, source_title
from supplier_pcf.domain.factor import Layer, RowType
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import layer_title
from supplier_pcf.gui.factors.library_words import (
    category_title,
    row_type_title,
    subcategory_title,
)
from supplier_pcf.gui.widgets.place_words import place_title

_ABOUT = Qt.ItemDataRole.UserRole
_LAYERS = {layer.value for layer in Layer}
_NARROW = 9
"""Letters that a choice shows at least; its list is as wide as it needs."""


class CategoryTree(QTreeWidget):
    """All categories with how many factors each would show; those that would show none are hidden."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("library-categories")
        self.setAccessibleName(context.translate("Categories"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(2 * SPACE)
        self._all = QTreeWidgetItem(self)
        self._all.setData(0, _ABOUT, ("", ""))
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {("", ""): self._all}
        self.setCurrentItem(self._all)
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit())

    def category(self) -> tuple[str, str]:
        """The category and subcategory under the cursor; empty: all."""
        item = self.currentItem()
        about = item.data(0, _ABOUT) if item else ("", "")
        return about[0], about[1]

    def choose_all(self) -> None:
        """Go back to all categories."""
        self.setCurrentItem(self._all)

    def show_counts(self, shown: Shown) -> None:
        """Say how many factors stand in each category."""
        _ = self._context.translate
        self._name(self._all, _("All categories"), shown.total)
        for about in sorted(shown.categories, key=self._order):
            self._name(self._item(about), self._title(about), shown.categories[about])
        for about, item in self._items.items():
            count = shown.categories.get(about, 0)
            if item is not self._all:
                item.setHidden(not count and item is not self.currentItem())
                if not count:
                    self._name(item, self._title(about), 0)

    def _order(self, about: tuple[str, str]) -> tuple[str, bool, str]:
        _ = self._context.translate
        return category_title(about[0], _), bool(about[1]), self._title(about).casefold()

    def _title(self, about: tuple[str, str]) -> str:
        _ = self._context.translate
        return subcategory_title(about[1], _) if about[1] else category_title(about[0], _)

    def _item(self, about: tuple[str, str]) -> QTreeWidgetItem:
        if about not in self._items:
            parent = self._items[about[0], ""] if about[1] else self
            item = QTreeWidgetItem(parent)
            item.setData(0, _ABOUT, about)
            self._items[about] = item
        return self._items[about]

    @staticmethod
    def _name(item: QTreeWidgetItem, title: str, count: int) -> None:
        item.setText(0, f"{title}  ({count})")
        item.setToolTip(0, item.text(0))


class LibraryFilters(QWidget):
    """Place, year, source, licence and type; `wanted` holds what is chosen."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(2)
        _ = context.translate
        self.place = self._choice("place", _("&Place"))
        self.since = self._choice("since", _("&Year"))
        self.source = self._choice("source", _("&Source"))
        self.licence = self._choice("licence", _("&Licence"))
        self.row_type = self._choice("type", _("&Use"))

    def _choice(self, name: str, title: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"library-{name}")
        box.setAccessibleName(title.replace("&", ""))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_NARROW)
        words = QLabel(title)
        words.setBuddy(box)
        column = self._grid.columnCount() if self._grid.count() else 0
        self._grid.addWidget(words, 0, column)
        self._grid.addWidget(box, 1, column)
        self._grid.setColumnStretch(column, 1)
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box

    def offer(self, choices: Choices) -> None:
        """Fill the choices; what was chosen stays chosen where it is still there."""
        _ = self._context.translate
        newer = _("{year} or newer")
        self._fill(self.place, choices.places, lambda place: place_title(place, _), named=True)
        self._fill(self.since, choices.years, lambda year: newer.format(year=year))
        self._fill(self.source, choices.sources, self._source, named=True)
        self._fill(self.licence, choices.licences, str, named=True)
        self._fill(self.row_type, choices.row_types, lambda kind: row_type_title(RowType(kind), _))

    def _source(self, set_id: str) -> str:
        if set_id in _LAYERS:
            return layer_title(Layer(set_id), self._context.translate)
        return source_title(self._context.session, set_id) or set_id

    def _fill(self, box: QComboBox, values: Counted, title: object, *, named: bool = False) -> None:
        """Values with their counts; `named` ones by name."""
        chosen = box.currentData()
        rows = [(title(value), value, count) for value, count in values]  # type: ignore[operator]
        rows = sorted(rows, key=lambda row: row[0].casefold()) if named else rows
        box.blockSignals(True)
        box.clear()
        box.addItem(self._context.translate("any"), "")
        for words, value, count in rows:
            box.addItem(f"{words}  ({count})", value)
            box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        wide = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
        box.view().setMinimumWidth(min(wide + 5 * SPACE, 560))
        box.blockSignals(False)

    def apply(self, wanted: Wanted) -> Wanted:
        """The same wish with what is chosen here."""
        since = self.since.currentData()
        return replace(
            wanted,
            place=self.place.currentData() or "",
            since=int(since) if since else None,
            source=self.source.currentData() or "",
            licence=self.licence.currentData() or "",
            row_type=self.row_type.currentData() or "",
        )

    def clear(self) -> None:
        """Nothing is narrowed down any more."""
        for box in (self.place, self.since, self.source, self.licence, self.row_type):
            box.setCurrentIndex(0)
