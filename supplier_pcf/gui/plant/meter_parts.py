"""What a meter holds beside the machines: ticks, and for what is not production the amount to take off."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from supplier_pcf.app import meters, plant
from supplier_pcf.domain.site import MeterPartKind
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound, NumberField
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import LARGER, SPACE, is_large, wide
from supplier_pcf.gui.plant.energy_table import EnergyTable
from supplier_pcf.gui.plant.plant_words import meter_parts, unit_words, words_for
from supplier_pcf.gui.tables.cells import number_shown
from supplier_pcf.gui.widgets.part import part_title, quiet

_SOURCE_WIDTH = 220


class _Changes(QObject):
    """Tells the fields of a change in the study, and of another row."""

    changed = Signal(object, object)


class MeterParts(QWidget):
    """Two groups of ticks for the meter of the selected row, and what remains in the user's numbers."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__()
        self.setObjectName("meter-parts")
        self._real, self._use_id = context, table.current_id()
        self._changes = _Changes(self)
        self._context = context._replace(bridge=self._changes)
        self._units: list[QLabel] = []
        self._fields: dict[MeterPartKind, tuple[NumberField, QLineEdit]] = {}
        _ = context.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._none = quiet(
            _("This energy has no meter. Enter it from bills above, then parts can be taken off."),
            "meter-parts-none",
        )
        self._inside = QWidget()
        column.addWidget(self._none)
        column.addWidget(self._inside)
        self._build(QGridLayout(self._inside))
        table.selected.connect(self._select)
        bind.follow(context, self, self._tell)

    def _build(self, grid: QGridLayout) -> None:
        _ = self._context.translate
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(part_title(_("Belongs to production and stays"), "parts-stay"), 0, 0, 1, 3)
        abreast = 1 if is_large(LARGER) else 2
        below = -(-len(meters.BELONGING) // abreast) + 1
        for at, kind in enumerate(meters.BELONGING):
            column = at % abreast
            grid.addWidget(self._tick(kind), 1 + at // abreast, column, 1, 4 - abreast - column)
        off = part_title(_("Does not belong and is taken off"), "parts-off")
        grid.addWidget(off, below, 0, 1, 3)
        for at, kind in enumerate(meters.NOT_BELONGING):
            tick, amount, source = self._tick(kind), self._amount(kind), self._source(kind)
            self._put_off(grid, below + 1 + 2 * at, (tick, amount, source))
            self._fields[kind] = (amount, source)
        self.words = quiet("", "meter-parts-words")
        self.words.setProperty("role", None)
        grid.addWidget(self.words, below + 2 * len(meters.NOT_BELONGING) + 1, 0, 1, 3)

    @staticmethod
    def _put_off(grid: QGridLayout, row: int, fields: tuple[QWidget, ...]) -> None:
        """Tick, amount and source in one row; the tick above the others where text is large."""
        tick, amount, source = fields
        top = Qt.AlignmentFlag.AlignTop
        below = row + int(is_large(LARGER))
        grid.addWidget(tick, row, 0, 1, 1 + 2 * (below - row), top)
        grid.addWidget(amount, below, 1 - (below - row), top)
        grid.addWidget(source, below, 2 - (below - row), 1, 1 + below - row, top)

    def _tick(self, kind: MeterPartKind) -> QCheckBox:
        def put(study: Study, is_held: bool) -> Study:
            return meters.hold_part(study, self._meter_id(study), kind, is_held)

        def get(study: Study) -> bool:
            return meters.part_of_meter(study, self._meter_id(study), kind) is not None

        label = self._context.translate("Say what the meter holds")
        bound = Bound(f"part-{kind.value}", get, put, label)
        words = words_for(meter_parts, kind, self._context)
        tick = bind.tick(self._context, bound, words)
        if self.focusProxy() is None:
            self.setFocusProxy(tick)
        return tick

    def _amount(self, kind: MeterPartKind) -> NumberField:
        def get(study: Study) -> float | None:
            part = meters.part_of_meter(study, self._meter_id(study), kind)
            return part.amount if part else None

        def put(study: Study, amount: float | None) -> Study:
            return meters.set_part_amount(study, self._meter_id(study), kind, amount)

        label = self._context.translate("Enter what is taken off the meter")
        name = f"part-amount-{kind.value}"
        bound = Bound(name, get, put, label, lambda: self._use_id)
        field = bind.number(self._context, bound, "kWh")
        if isinstance(field.unit, QLabel):
            self._units.append(field.unit)
        field.line.setAccessibleName(words_for(meter_parts, kind, self._context))
        return field

    def _source(self, kind: MeterPartKind) -> QLineEdit:
        def get(study: Study) -> str:
            part = meters.part_of_meter(study, self._meter_id(study), kind)
            return part.source if part else ""

        def put(study: Study, source: str) -> Study:
            return meters.set_part_source(study, self._meter_id(study), kind, source)

        _ = self._context.translate
        bound = Bound(f"part-source-{kind.value}", get, put, _("Say where the amount is from"))
        line = bind.text(self._context, bound, _("sub-meter, floor area"))
        line.setMinimumWidth(wide(_SOURCE_WIDTH))
        line.setAccessibleName(_("Where the amount is from"))
        return line

    def _meter_id(self, study: Study) -> str:
        meter = plant.meter_of(study, self._use_id)
        return meter.id if meter else ""

    def _select(self, use_id: str) -> None:
        self._use_id = use_id
        self._tell()

    def _tell(self) -> None:
        study, context = self._real.study, self._real
        self._changes.changed.emit(study, study)
        meter = plant.meter_of(study, self._use_id)
        self._inside.setVisible(meter is not None)
        self._none.setVisible(meter is None)
        if meter is None:
            return
        for label in self._units:
            label.setText(unit_words(meter.unit, context))
        held = {part.kind for part in meter.parts}
        for kind, fields in self._fields.items():
            fields[0].measures = meter.unit
            for field in fields:
                field.setEnabled(kind in held)
        self.words.setText(self._sentence(meters.balance_of(study, meter.id)))

    def _sentence(self, balance: meters.MeterBalance | None) -> str:
        _ = self._context.translate
        if balance is None:
            return _("Enter the bills first; then it says here what remains for production.")
        numbers = {
            name: number_shown(value, self._context, 9)
            for name, value in (
                ("read", balance.read),
                ("off", balance.off),
                ("left", balance.left),
            )
        }
        unit = unit_words(balance.unit, self._context)
        text = _("{read} {unit} on the meter − {off} {unit} = {left} {unit} for production.")
        return text.format(unit=unit, **numbers)
