"""Where the power of a supply comes from: its blocks, what the rules ask for, both results, and the proof."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app import plant, power_views
from supplier_pcf.app.power_views import BlockView, PowerView
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.energy import Criterion, ElectricitySource
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant import power_words
from supplier_pcf.gui.plant.allocation_words import shown_percent
from supplier_pcf.gui.plant.plant_words import sources, unit_words, words_for
from supplier_pcf.gui.tables.cells import number_shown
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.cursor import open_answer, unfold
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import part_title, quiet
from supplier_pcf.words import sentence

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DIGITS = 9
"""Of an amount, as the table above shows it."""
_PROOF = 5
_NUMBERS = (1, 2, 3, 4)
"""Columns that hold numbers."""

_INSIDE = {
    "proof": ("contract", "own"),
    "part_of": ("contract", "own"),
    "exported": ("own",),
    "loss_share": ("factors",),
    "added_factors": ("factors",),
    "location": ("mixes",),
}
"""Which part that unfolds holds the field of a finding; the first that is shown."""


_FIELDS = {
    "proof": ("energy_uses-detail-certificates_sold",),
    "added_factors": ("power-added_factors",),
    "location": ("power-location_factor_id",),
}
"""The field inside, where it is not called as the place is."""
POWER_FIELDS = frozenset(_INSIDE)
"""Ends of places of findings that are about power."""


class _Changes(QObject):
    """Tells of a change in the study, and of another row."""

    changed = Signal(object, object)


class PowerPart(QWidget):
    """Follows the row that is selected in the table of energy; on other energy it stays with the power before."""

    def __init__(self, context: Context, table: FlowTable) -> None:
        super().__init__()
        self.setObjectName("power")
        self._context, self._table = context, table
        self._changes = _Changes(self)
        self._view: PowerView | None = None
        self._use_id = ""
        self._cells: dict[tuple[int, int], QWidget] = {}
        self._ids: tuple[str, ...] = ()
        self._build()
        table.selected.connect(lambda _row: self.refresh())
        context.bridge.changed.connect(lambda _before, _after: self.refresh())

    def refresh(self) -> None:
        """Show the power of the row that is selected; called first when it stands in its page."""
        done = self._context.session.calculated
        self._use_id = power_views.power_of(done.study, self._table.current_id(), self._use_id)
        self._view = power_views.power_view(done, self._use_id)
        self.setVisible(self._view is not None)
        if self._view is not None:
            self._show(self._view)
        study = self._context.study
        self._changes.changed.emit(study, study)

    def focus_on(self, key: str) -> QWidget:
        """Unfold what holds a field and put the cursor there; the field, else the whole part."""
        names = _INSIDE.get(key, ())
        found = next((self._more[n] for n in names if not self._more[n].isHidden()), None)
        if found is None:
            return self
        criteria = [f"power-{criterion.value}" for criterion in Criterion]
        first = open_answer(found.open(), *criteria) if key == "proof" else ""
        fields = (first, *_FIELDS.get(key, ()), f"{self._table.kind}-detail-{key}")
        return unfold(found, *(name for name in fields if name))

    def _build(self) -> None:
        _ = self._context.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(part_title(_("Where the power comes from"), "power-title"))
        help_text = _(
            "A contract or green tariff is a part of what the meter reads. Own power usually is not on the "
            "meter of the grid and has a meter of its own."
        )
        column.addWidget(quiet(help_text, "power-help"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(5, 1)
        column.addLayout(self._grid)
        column.addLayout(self._buttons())
        self.coverage, self.asked, self.results = (
            label(name=f"power-{name}") for name in ("coverage", "asked", "results")
        )
        for line in (self.coverage, self.asked, self.results):
            column.addWidget(line)
        self._more = {name: self._unfolding(name, words) for name, words in self._titles()}
        for more in self._more.values():
            column.addWidget(more)

    def _buttons(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self._contract = self._button(_("Add contract…"), "power-add-contract", self._ask_contract)
        own = self._button(_("Add own power"), "power-add-own", self._add_own)
        self.take = self._button("", "power-take-asked", self._take_asked)
        for button in (self._contract, own, self.take):
            row.addWidget(button)
        row.addStretch()
        return row

    def _button(self, words: str, name: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _titles(self) -> list[tuple[str, str]]:
        _ = self._context.translate
        return [
            ("contract", _("Proof of the contract: five criteria and their files")),
            ("own", _("Own power: certificates, what was fed into the grid, proof")),
            ("factors", _("Losses of the grid and added factors")),
            ("mixes", _("Average and residual mix of the plant's place")),
        ]

    def _unfolding(self, name: str, words: str) -> More:
        context = self._context._replace(bridge=self._changes)

        def make() -> QWidget:
            from supplier_pcf.gui.plant import power_more

            table, current = self._table, self._shown_id
            if name == "mixes":
                return power_more.PlantMixes(context, current)
            fields = {
                "contract": power_more.contract_fields,
                "own": power_more.own_power_fields,
                "factors": power_more.factor_fields,
            }
            return fields[name](context, table, current)

        return More(words, f"power-{name}", make)

    def _show(self, view: PowerView) -> None:
        context = self._context
        current = self._current(view)
        self._show_blocks(view, current)
        covered = power_words.coverage(view, context)
        self.coverage.setText(covered)
        self.coverage.setVisible(bool(covered))
        rules = context.session.calculated.examined.rules.title
        self.asked.setText(self._asked(view, current, rules))
        self.asked.setToolTip(power_words.way(current, context))
        self.results.setText("\n".join(power_words.both_results(view, context)))
        self._show_take(current)
        use = plant.energy_use(context.study, current.id)
        is_own = current.source in power_views.OWN_SOURCES
        is_part = use is not None and use.part_of is not None and not is_own
        is_contract = current.source in power_views.CONTRACT_SOURCES or is_part
        is_selected = self._table.current_id() == current.id
        for name, fits in (("contract", is_contract), ("own", is_own), ("factors", True)):
            self._more[name].setVisible(fits and is_selected)

    def _shown_id(self) -> str:
        return self._use_id

    def _current(self, view: PowerView) -> BlockView:
        return next((b for b in view.blocks if b.id == self._use_id), view.rest)

    def _asked(self, view: PowerView, current: BlockView, rules: str) -> str:
        _ = self._context.translate
        text = power_words.asked(current, rules, self._context)
        if current.decision.kind.value == "fossil" and len(current.decision.factor_ids) > 1:
            text += " " + sentence("power.stand_in.CN", {}, _)
        return f"{self._name(current)}: {text}" if len(view.blocks) > 1 else text

    def _show_take(self, current: BlockView) -> None:
        """Offer what the rules ask for, where another factor stands and that one is at hand."""
        _ = self._context.translate
        ids = current.decision.factor_ids
        found = [f for i in ids if (f := self._context.session.choice.get(i)) is not None]
        is_offered = bool(found) and not current.fits
        self.take.setVisible(is_offered)
        if is_offered:
            value = significant(sum(f.kg_co2e for f in found), self._context.language, 3)
            text = _("Count by what the rules ask for: {value} kg CO₂e per kWh")
            self.take.setText(text.format(value=value))
            self.take.setToolTip(" + ".join(f.name or f.id for f in found))

    def _show_blocks(self, view: PowerView, current: BlockView) -> None:
        """The rows; only where there are others than before they are made anew."""
        ids = tuple(block.id for block in view.blocks)
        if ids != self._ids:
            self._ids = ids
            self._make_rows(view)
        for row, block in enumerate(view.blocks, start=1):
            for place, words in enumerate((self._name(block), *self._texts(block))):
                cell = self._cells[row, place]
                if isinstance(cell, QLabel | QPushButton):
                    cell.setText(words)
            font = self._cells[row, 0].font()
            font.setBold(block is current)
            self._cells[row, 0].setFont(font)

    def _make_rows(self, view: PowerView) -> None:
        for cell in self._cells.values():
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        _ = self._context.translate
        titles = (
            _("Source"),
            _("In the period"),
            _("Share"),
            _("kg CO₂e per kWh"),
            _("kg CO₂e"),
            _("Proof"),
        )
        self._cells = {}
        for place, words in enumerate(titles):
            self._put(0, place, quiet(words, f"power-head-{place}"))
        before: QWidget = self.take
        for row, block in enumerate(view.blocks, start=1):
            button = self._row_button(block.id)
            self._put(row, 0, button)
            QWidget.setTabOrder(before, button)
            before = button
            for place in range(1, len(titles)):
                cell = QLabel()
                cell.setObjectName(f"power-{block.id}-{place}")
                self._put(row, place, cell)

    def _put(self, row: int, place: int, widget: QWidget) -> None:
        if isinstance(widget, QLabel):
            widget.setWordWrap(place == _PROOF)
            if place in _NUMBERS:
                widget.setAlignment(_RIGHT)
        self._cells[row, place] = widget
        self._grid.addWidget(widget, row, place)

    def _row_button(self, use_id: str) -> QPushButton:
        """The name of a block; a click selects its row, where its amount and factor are changed."""
        button = self._button("", f"power-block-{use_id}", lambda: self._table.select(use_id))
        button.setFlat(True)
        button.setStyleSheet("text-align: left; padding: 2px 4px;")
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def _name(self, block: BlockView) -> str:
        _ = self._context.translate
        source = words_for(sources, block.source, self._context)
        name = block.name or source
        if block.is_rest:
            has_parts = self._view is not None and any(
                not b.is_rest and not b.is_beside for b in self._view.blocks
            )
            return _("{name}, the rest").format(name=name) if has_parts else name
        return name if name == source else f"{name} ({source})"

    def _texts(self, block: BlockView) -> tuple[str, ...]:
        context, language = self._context, self._context.language
        amount = block.amount
        used = number_shown(amount.value, context, _DIGITS) if amount else "–"
        unit = f" {unit_words(amount.unit, context)}" if amount else ""
        return (
            f"{used}{unit}",
            "–" if block.share is None else shown_percent(block.share, context),
            "–" if block.factor_kg is None else significant(block.factor_kg, language, 3),
            "–" if block.kg_co2e is None else kg_text(block.kg_co2e, language),
            power_words.state(block, context),
        )

    def _ask_contract(self) -> None:
        self.contracts().popup(self._contract.mapToGlobal(QPoint(0, self._contract.height())))

    def contracts(self) -> QMenu:
        """The kinds of contracts, as a menu."""
        menu = QMenu(self)
        words = dict(sources(self._context))
        for source in power_views.CONTRACT_SOURCES:
            action = menu.addAction(words[source])
            action.setObjectName(f"power-contract-{source.value}")
            action.triggered.connect(lambda _checked=False, s=source: self._add_contract(s))
        return menu

    def _add_contract(self, source: ElectricitySource) -> None:
        self._add(
            lambda study, supply: power_views.add_contract(study, supply, source),
            self._context.translate("Add contract"),
        )

    def _add_own(self) -> None:
        _ = self._context.translate
        name = _("Own power")
        self._add(
            lambda study, supply: power_views.add_own_power(study, supply, name), _("Add own power")
        )

    def _add(self, change: Callable[[Study, str], Study], words: str) -> None:
        if self._view is None:
            return
        supply = self._view.supply_id
        self._context.edit(lambda study: change(study, supply), words)
        self._table.select(self._context.study.energy_uses[-1].id, "amount")

    def _take_asked(self) -> None:
        if self._view is None:
            return
        block = self._current(self._view)
        words = self._context.translate("Count by what the rules ask for")
        if plant.energy_use(self._context.study, block.id) is not None:
            self._context.edit(
                lambda study: power_views.take_what_is_asked(study, block.id, block.decision), words
            )
