"""What narrows the factors found for a row: their place, the age of their data, the set they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from supplier_pcf.app.choosing import FactorRow
from supplier_pcf.app.library_view import source_title
from supplier_pcf.domain.factor import Layer
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import layer_title
from supplier_pcf.gui.widgets.place_words import place_title

_LETTERS = 11
"""What a choice shows at least; its list is as wide as it needs."""
_WIDEST = 560


class FactorNarrow(QWidget):
    """Three choices with the count of each; what may not be used is not counted."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self._context = context
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self.place = self._choice("place", _("&Place"))
        self.since = self._choice("since", _("&Data of"))
        self.source = self._choice("source", _("From the s&et"))
        self.offer(())

    def _choice(self, name: str, title: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"factor-{name}")
        box.setAccessibleName(title.replace("&", ""))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        words = QLabel(title)
        words.setBuddy(box)
        self._row.addWidget(words)
        self._row.addWidget(box)
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return box

    def offer(self, rows: Sequence[FactorRow]) -> None:
        """Offer what these factors have; what was chosen stays chosen, also where none has it."""
        _ = self._context.translate
        usable = [row for row in rows if not row.blocked]
        newer = _("{year} or newer")
        places = Counter(row.factor.place for row in usable)
        years = sorted({year for row in usable if (year := row.factor.year_to)}, reverse=True)
        since = {y: sum((row.factor.year_to or 0) >= y for row in usable) for y in years}
        sets = Counter(_set_of(row) for row in usable)
        self._fill(self.place, places, lambda place: place_title(place, _))
        self._fill(self.since, since, lambda year: newer.format(year=year), by_name=False)
        self._fill(self.source, sets, self._set_title)

    def _set_title(self, set_id: str) -> str:
        if set_id in {layer.value for layer in Layer}:
            return layer_title(Layer(set_id), self._context.translate)
        return source_title(self._context.session, set_id) or set_id

    def _fill(
        self,
        box: QComboBox,
        counts: Mapping[Any, int],
        title: Callable[[Any], str],
        *,
        by_name: bool = True,
    ) -> None:
        chosen = box.currentData()
        if chosen is not None and chosen not in counts:
            counts = {**counts, chosen: 0}
        lines = [(title(value), value, count) for value, count in counts.items()]
        lines = sorted(lines, key=lambda line: line[0].casefold()) if by_name else lines
        box.blockSignals(True)
        box.clear()
        box.addItem(self._context.translate("any"), None)
        for words, value, count in lines:
            box.addItem(f"{words}  ({count})", value)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen is not None else 0)
        wide = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
        box.view().setMinimumWidth(min(wide + 5 * SPACE, _WIDEST))
        box.blockSignals(False)

    @property
    def is_narrow(self) -> bool:
        """Whether anything is chosen."""
        return any(box.currentIndex() > 0 for box in (self.place, self.since, self.source))

    def admits(self, row: FactorRow) -> bool:
        """Whether a factor is among what is chosen."""
        place, since, source = (box.currentData() for box in (self.place, self.since, self.source))
        return (
            (place is None or row.factor.place == place)
            and (since is None or (row.factor.year_to or 0) >= since)
            and (source is None or _set_of(row) == source)
        )


def _set_of(row: FactorRow) -> str:
    """The set a factor comes with; those the user brought are one for each way they came."""
    factor = row.factor
    return factor.set_id if factor.layer is Layer.BUNDLED else factor.layer.value
