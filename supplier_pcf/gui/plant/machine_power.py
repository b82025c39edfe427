"""Power and cycle time of the machines, beside what the share of the meters gives one piece."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.app.plant import machine_power_of
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.rows_table import Rows, RowsTable
from supplier_pcf.gui.widgets.part import quiet


class MachinePowerTable(QWidget):
    """The steps of production with their power, and the comparison in a sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        _ = context.translate
        rows = Rows(name="machine-power", get=lambda study: study.process_steps, put=_put)
        words = ("", "", _("The steps of production are entered on the page of the materials."))
        self.table = RowsTable(context, rows, _columns(context), words)
        self.words = quiet("", "machine-power-words")
        self.words.setProperty("role", None)
        help_text = _(
            "A check, nothing more: power × cycle time is what the machines take for one piece. The share of the "
            "meter holds idle time, light and air as well, so some more is normal."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for widget in (quiet(help_text, "machine-power-help"), self.table, self.words):
            column.addWidget(widget)
        bind.follow(context, self, self._tell)

    def _tell(self) -> None:
        _, language = self._context.translate, self._context.language
        expected, shared = machine_power_of(self._context.study)
        self.words.setVisible(expected is not None)
        if expected is None:
            return
        text = _(
            "By the machines one piece takes {expected} kWh, by its share of the meters {shared} kWh."
        )
        self.words.setText(
            text.format(
                expected=significant(expected, language), shared=significant(shared, language)
            )
        )


def _put(study: Study, steps: Sequence[ProcessStep]) -> Study:
    new = {step.id: step for step in steps}
    return replace(study, process_steps=tuple(new.get(s.id, s) for s in study.process_steps))


def _columns(context: Context) -> list[Column]:
    _ = context.translate
    return [
        Column(
            key="name",
            title=_("Step"),
            kind=Kind.READ_ONLY,
            get=lambda step: step.name or step.id,
            width=200,
        ),
        of_field(
            "power_kw",
            _("Mean power"),
            Kind.NUMBER,
            unit="kW",
            width=120,
            help=_("While it works: a clamp meter, or some 40 to 60 % of the rating plate."),
        ),
        of_field(
            "cycle_seconds",
            _("Cycle time"),
            Kind.NUMBER,
            unit="s",
            width=120,
        ),
        of_field(
            "parts_per_cycle",
            _("Parts per cycle"),
            Kind.NUMBER,
            width=120,
            help=_("Cavities of the mould, parts of a stroke; empty counts as one."),
        ),
    ]
