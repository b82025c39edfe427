"""The average generation of the plant's place, by which its scope 2 is counted."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supplier_pcf.app.plant import energy_use, set_average
from supplier_pcf.app.scope_views import scopes_view
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.plant.energy_table import EnergyTable
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.part import quiet


class PlantAverage(QWidget):
    """Which figure it is, and two ways to change it; it follows the site of the selected row."""

    def __init__(self, context: Context, table: EnergyTable) -> None:
        super().__init__()
        self._context, self._use_id = context, table.current_id()
        _ = context.translate
        help_text = _(
            "Questionnaires ask for scope 1 and 2 of the whole plant. Scope 2 by location takes the average "
            "generation of the place, without supply and grid losses. For China the official CO₂ factors are here; "
            "for other places enter the figure of the authority as a factor of your own."
        )
        self.name = QLabel()
        self.name.setObjectName("plant-average-name")
        self.name.setWordWrap(True)
        self.choose = plain_button("plant-average-choose", _("Choose a figure…"), self._choose)
        self.drop = plain_button("plant-average-drop", _("Use the published one"), self._drop)
        self.setFocusProxy(self.choose)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.choose)
        row.addWidget(self.drop)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(quiet(help_text, "plant-average-help"))
        column.addWidget(self.name)
        column.addLayout(row)
        table.selected.connect(self._select)
        bind.follow(context, self, self._show)

    def _site(self, study: Study) -> Site | None:
        use = energy_use(study, self._use_id)
        return None if use is None else study.site(use.site_id)

    def _bound(self) -> Bound[str | None]:
        def get(study: Study) -> str | None:
            site = self._site(study)
            return site.inventory_factor_id if site else None

        def put(study: Study, factor_id: str | None) -> Study:
            site = self._site(study)
            return study if site is None else set_average(study, site.id, factor_id)

        label = self._context.translate("Choose the average of the plant’s place")
        return Bound("plant-average", get, put, label)

    def _select(self, use_id: str) -> None:
        self._use_id = use_id
        self._show()

    def _choose(self) -> None:
        from supplier_pcf.gui.factors.factor_picker import choose_factor

        choose_factor(self._context, self._use_id, self, self._bound())

    def _drop(self) -> None:
        bound = self._bound()
        self._context.edit(lambda study: bound.put(study, None), bound.label)

    def _show(self) -> None:
        _, site = self._context.translate, self._site(self._context.study)
        self.setEnabled(site is not None)
        found = None
        if site is not None:
            plants = scopes_view(self._context.session).plants
            found = next((p.grid_factor for p in plants if p.site.id == site.id), None)
        text = _("Counted by: {factor}.")
        nothing = _("No figure for this place is known here.")
        self.name.setText(nothing if found is None else text.format(factor=found.name))
        self.drop.setVisible(site is not None and site.inventory_factor_id is not None)
