"""What unfolds under the blocks of power: proof, own power, losses and added factors, mixes of the plant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from supplier_pcf.app import power_views
from supplier_pcf.app.plant import energy_use
from supplier_pcf.domain.edits import as_block
from supplier_pcf.domain.energy import EnergyUse, InstrumentProof
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.power_proof import (
    ANSWERS,
    CriteriaEditor,
    CurrentUse,
    answer_word,
    answers,
    on_use,
)
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.evidence_field import EvidenceField
from supplier_pcf.gui.widgets.field_form import FieldForm


def contract_fields(context: Context, table: FlowTable, current: CurrentUse) -> QWidget:
    """Of a contract: the five criteria with their files, its certificates, and the meter it is a part of."""
    _ = context.translate
    columns = [
        Column(
            key="serials",
            title=_("Certificate numbers"),
            kind=Kind.TEXT,
            get=lambda use: (use.proof or InstrumentProof()).serials,
            put=lambda use, value: power_views.with_proof(use, serials=value),
            help=_("As the statement of cancellation has them."),
        ),
        of_field(
            "is_tracked_factor",
            _("Factor matched"),
            Kind.TICK,
            help=_("The certificates name the way of generation the factor stands for."),
        ),
        _part_of(context),
    ]
    return _stacked(
        CriteriaEditor(context, current), RowDetails(context, table, columns), "power-contract"
    )


def own_power_fields(context: Context, table: FlowTable, current: CurrentUse) -> QWidget:
    """Of own power: whether its certificates were sold, what was fed into the grid, and its proof."""
    _ = context.translate
    columns = [
        Column(
            key="certificates_sold",
            title=_("Certificates sold?"),
            kind=Kind.CHOICE,
            get=lambda use: answer_word((use.proof or InstrumentProof()).certificates_sold),
            put=lambda use, value: power_views.with_proof(use, certificates_sold=ANSWERS[value]),
            options=answers,
            help=_(
                "If they were, somebody else claims this power, and it counts as power of the grid."
            ),
        ),
        of_field(
            "exported",
            _("Fed into the grid"),
            Kind.QUANTITY,
            unit="kWh",
            help=_("In the period. It leaves with its own burden and gives no credit."),
        ),
        _part_of(context),
    ]
    details = RowDetails(context, table, columns)
    details.add(_("Proof of the plant"), _plant_files(context, current))
    return _stacked(details, None, "power-own")


def _plant_files(context: Context, current: CurrentUse) -> EvidenceField:
    def ids(study: Study) -> tuple[str, ...]:
        use = energy_use(study, current())
        return () if use is None else use.evidence

    def added(use: EnergyUse, new: str) -> EnergyUse:
        return replace(use, evidence=tuple(dict.fromkeys((*use.evidence, new))))

    def left(use: EnergyUse, old: str) -> EnergyUse:
        return replace(use, evidence=tuple(i for i in use.evidence if i != old))

    return EvidenceField(
        context, "power-own-files", ids, on_use(current, added), on_use(current, left)
    )


def _part_of(context: Context) -> Column:
    """On whose meter it is; the user may say that it has its own."""
    _ = context.translate

    def options(context: Context) -> list[tuple[str, str]]:
        heads = [
            (use.id, use.name or use.id)
            for use in context.study.energy_uses
            if power_views.is_power(use) and use.part_of is None
        ]
        return [("", context.translate("its own meter or bill")), *heads]

    def put(use: EnergyUse, value: str) -> EnergyUse:
        supply = energy_use(context.study, value) if value and value != use.id else None
        moved = replace(use, part_of=supply.id if supply else None)
        return as_block(moved, supply) if supply else moved

    return Column(
        key="part_of",
        title=_("Part of the supply"),
        kind=Kind.CHOICE,
        get=lambda use: use.part_of or "",
        put=put,
        options=options,
        help=_("Its kilowatt hours are taken off this meter."),
    )


def _stacked(first: QWidget, second: QWidget | None, name: str) -> QWidget:
    both = QWidget()
    both.setObjectName(name)
    column = QVBoxLayout(both)
    column.setContentsMargins(SPACE, 0, 0, 0)
    column.setSpacing(SPACE)
    for widget in (first, second):
        if widget is not None:
            column.addWidget(widget)
    return both


def factor_fields(context: Context, table: FlowTable, current: CurrentUse) -> QWidget:
    """Losses on the way, and factors for the same kilowatt hours that the main one does not hold."""
    _ = context.translate
    columns = [
        of_field(
            "loss_share",
            _("Losses of the grid"),
            Kind.SHARE,
            help=_("Power lost over power sent. Only where the factor is at the power plant."),
        ),
        of_field(
            "loss_source",
            _("Source of the losses"),
            Kind.TEXT,
        ),
    ]
    details = RowDetails(context, table, columns)
    details.add(
        _("Added factors"),
        AddedFactors(context, current),
        _("Grid, upstream or building of the power plants, for the same kilowatt hours."),
    )
    return _stacked(details, None, "power-factors")


class AddedFactors(QWidget):
    """The factors added to the main one, each to be taken away, and a menu of those that may be added."""

    def __init__(self, context: Context, current: CurrentUse) -> None:
        super().__init__()
        self.setObjectName("power-added_factors")
        self._context, self._current = context, current
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE // 2)
        self.button = QPushButton(context.translate("Add factor…"))
        self.button.setObjectName("power-add-factor")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._pop_up)
        self._column.addWidget(self.button)
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the factors of the use that is current."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        use = energy_use(self._context.study, self._current())
        self._rows = [self._row(i) for i in use.added_factor_ids] if use else []
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)

    def menu(self) -> QMenu:
        """What may be added, as a menu."""
        menu = QMenu(self)
        use = energy_use(self._context.study, self._current())
        found = power_views.addable(self._context.session, use) if use else ()
        for factor in found:
            action = menu.addAction(name_in(factor, self._context.language))
            action.setObjectName(factor.id)
            action.triggered.connect(lambda _checked=False, i=factor.id: self._add(i))
        if not found:
            words = self._context.translate("None at hand: enter one as a factor of your own.")
            menu.addAction(words).setEnabled(False)
        return menu

    def _pop_up(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _add(self, factor_id: str) -> None:
        self._edit(power_views.add_factor, factor_id, self._context.translate("Add factor"))

    def _edit(
        self, change: Callable[[EnergyUse, str], EnergyUse], factor_id: str, label: str
    ) -> None:
        put = on_use(self._current, change)
        self._context.edit(lambda study: put(study, factor_id), label)

    def _row(self, factor_id: str) -> QWidget:
        _ = self._context.translate
        factor = self._context.session.choice.get(factor_id)
        name = name_in(factor, self._context.language) if factor else factor_id
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        title = QPushButton(name)
        title.setFlat(True)
        title.setEnabled(False)
        away = QToolButton()
        away.setText("×")
        away.setAutoRaise(True)
        away.setObjectName(f"power-take-{factor_id}")
        words = _("Take “{title}” away from here").format(title=name)
        away.setToolTip(words)
        away.setAccessibleName(words)
        label = _("Take factor away")
        away.clicked.connect(partial(self._edit, power_views.take_factor_away, factor_id, label))
        line.addWidget(title)
        line.addWidget(away)
        line.addStretch()
        return row


class PlantMixes(FieldForm):
    """The mixes of the plant's place, and whether certificates are traded there."""

    def __init__(self, context: Context, current: CurrentUse) -> None:
        super().__init__("")
        self.title.hide()
        self.setObjectName("power-mixes")
        self.setContentsMargins(SPACE, 0, 0, 0)
        self._context, self._current = context, current
        _ = context.translate
        self._add_mix(
            "location_factor_id",
            _("Average mix"),
            _(
                "For the location-based result. Without a choice: that of the supply, else of the country."
            ),
        )
        self._add_mix(
            "residual_factor_id",
            _("Residual mix"),
            _(
                "What is left when all claimed power is taken out; of the authority or the association."
            ),
        )
        tracked = Bound(
            "power-tracked",
            lambda study: answer_word(site.power_is_tracked) if (site := self._site(study)) else "",
            lambda study, value: self._put(study, "power_is_tracked", ANSWERS[value]),
            _("Say whether certificates are traded"),
        )
        options = [("", _("as known of the country")), ("yes", _("yes")), ("no", _("no"))]
        self.add(_("Certificates traded?"), bind.choice(context, tracked, options))

    def _site(self, study: Study) -> Site | None:
        use = energy_use(study, self._current())
        return study.site(power_views.supply_of(study, use).site_id) if use else None

    def _put(self, study: Study, field: str, value: Any) -> Study:
        site = self._site(study)
        return power_views.set_site_power(study, site.id, **{field: value}) if site else study

    def _add_mix(self, field: str, title: str, where: str) -> None:
        context, _ = self._context, self._context.translate
        bound: Bound[str | None] = Bound(
            f"power-{field}",
            lambda study: getattr(site, field) if (site := self._site(study)) else None,
            lambda study, value: self._put(study, field, value),
            _("Choose mix"),
        )
        button = QPushButton()
        button.setObjectName(bound.name)
        button.setAutoDefault(False)

        def show() -> None:
            factor = context.session.choice.get(bound.get(context.study) or "")
            button.setText(name_in(factor, context.language) if factor else _("Choose a factor…"))

        def ask() -> None:
            from supplier_pcf.gui.factors.factor_picker import choose_factor

            choose_factor(context, self._current(), self, bound)

        button.clicked.connect(ask)
        bind.follow(context, button, show)
        self.add(title, button, where)
