"""The page of materials: the bill of materials, the losses on the way, what else comes out."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from supplier_pcf.app.materials_view import MassCheck, mass_check, recycled_mix, way_in
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.numbers import MINUS, percent, significant
from supplier_pcf.domain.site import ProcessStep
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.materials.balance_part import BalancePart
from supplier_pcf.gui.materials.co_product_part import CoProductPart
from supplier_pcf.gui.materials.material_columns import material_columns, step_columns
from supplier_pcf.gui.materials.material_details import (
    MATERIAL_DETAILS,
    material_details,
    step_details,
)
from supplier_pcf.gui.materials.material_words import mix_words, way_words
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords
from supplier_pcf.gui.tables.left_out import detail_of
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import part, quiet


class MaterialsPage(Page):
    """What one piece is made of, and what is lost on the way."""

    STEP = "materials"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(
            _("What is one piece made of?"),
            _(
                "One row for each material or bought part. Enter what goes into the process, "
                "not only what stays in the part: the scrap counts too."
            ),
        )
        self._build_materials()
        self._build_steps()
        self._build_co_products()
        self.column.addStretch()
        self.context.bridge.changed.connect(lambda _before, _after: self._follow())
        self._follow()

    def focus_on(self, place: str) -> None:
        """Bring the row and cell of a finding into view."""
        kind, _, rest = place.partition("/")
        row_id, _, key = rest.partition("/")
        if kind == "mass_balance":
            unfold(self.balance)
        elif kind.startswith("co_product"):
            self.beside.focus_on(place)
        else:
            table = self.steps if kind == "process_steps" else self.materials
            table.select(row_id, "recycled_post_consumer" if key == "recycled" else key)
            detail = detail_of(key)
            if table is self.materials and detail in MATERIAL_DETAILS:
                unfold(self.more, f"materials-detail-{detail}")

    def _build_materials(self) -> None:
        _ = self.context.translate
        words = TableWords(
            add=_("&Add row"),
            remove=_("&Remove"),
            empty=_(
                "Materials and bought parts belong here, such as sheet DC01, 0.842 kg net, "
                "1.236 kg gross. Import the bill of materials from Excel, paste it, or add a row."
            ),
        )
        columns = material_columns(self.context)
        self.materials = FlowTable(
            self.context, "materials", columns, lambda _study: Material(id=new_id("m")), words
        )
        bill = QPushButton(_("&Import from Excel…"))
        bill.setObjectName("materials-import")
        bill.setAccessibleName(_("Import the bill of materials from Excel"))
        bill.setAutoDefault(False)
        bill.clicked.connect(self._import)
        self.materials.bar.insertWidget(0, bill)
        self.context.once_painted(self._take_drops)
        self.column.addWidget(self.materials)
        self.check = QLabel()
        self.check.setObjectName("materials-mass-check")
        self.check.setWordWrap(True)
        self.column.addWidget(self.check)
        self.way = quiet("", "materials-way")
        self.column.addWidget(self.way)
        self.more = material_details(self.context, self.materials)
        self.column.addWidget(self.more)
        self.materials.selected.connect(lambda _row: self._tell_way())

    def _take_drops(self) -> None:
        from supplier_pcf.gui.tables.row_drop import RowDrop

        RowDrop(self.context, self.materials)

    def _build_steps(self) -> None:
        _ = self.context.translate
        self._part(
            _("What is lost on the way"),
            "process_steps",
            _(
                "The steps of production in their order. A row with a gross amount needs no "
                "yield here; its rejects are inside the gross amount too."
            ),
        )
        words = TableWords(
            add=_("Add &step"),
            remove=_("Remove step"),
            empty=_("Steps with their losses belong here, such as stamping, 0.8 % rejects."),
        )
        columns = step_columns(self.context)
        self.steps = FlowTable(
            self.context, "process_steps", columns, lambda _s: ProcessStep(id=new_id("step")), words
        )
        self.column.addWidget(self.steps)
        self.step_more = step_details(self.context, self.steps)
        self.column.addWidget(self.step_more)
        self.balance = More(
            _("Does the mass add up?"), "mass-balance-more", lambda: BalancePart(self.context)
        )
        self.column.addWidget(self.balance)

    def _build_co_products(self) -> None:
        _ = self.context.translate
        self._part(
            _("What else of value comes out"),
            "co_products",
            _(
                "Most parts have no co-product: leave this empty. "
                "Scrap is none, even where it is sold: enter it as waste."
            ),
        )
        self.beside = CoProductPart(self.context)
        self.co_products = self.beside.table
        self.column.addWidget(self.beside)

    def _part(self, title: str, name: str, help_text: str) -> None:
        self.column.addLayout(part(title, f"{name}-title", help_text))

    def _import(self) -> None:
        from supplier_pcf.gui.importing.import_assistant import import_table

        import_table(self.context, self, "bom")

    def _follow(self) -> None:
        check = mass_check(self.context.study)
        self.check.setText(self._said(check))
        self.check.setVisible(bool(self.context.study.materials))
        self._tell_way()

    def _tell_way(self) -> None:
        """How the amount of the selected material came about."""
        row_id, context = self.materials.current_id(), self.context
        way = way_in(context.study, row_id) if row_id else None
        is_known = way and not context.session.is_calculating
        mix = recycled_mix(context.session.calculated, row_id) if is_known else None
        said = [way_words(way, context)] if way else []
        said += [mix_words(mix, context)] if mix else []
        self.way.setText(" ".join(said))
        self.way.setVisible(bool(said))

    def _said(self, check: MassCheck) -> str:
        """The running check in one line."""
        _ = self.context.translate
        parts = [_("Net masses of the rows: {sum}").format(sum=self._mass(check.counted))]
        if check.left_out:
            parts.append(_("left out: {mass}").format(mass=self._mass(check.left_out)))
        if check.without_mass:
            parts.append(_("rows without a mass: {count}").format(count=check.without_mass))
        if check.product is None:
            parts.append(_("the mass of the piece is not entered yet"))
        else:
            parts.append(_("the piece weighs {mass}").format(mass=self._mass(check.product)))
        return ", ".join(parts) + self._gap(check)

    def _gap(self, check: MassCheck) -> str:
        _, language = self.context.translate, self.context.language
        if check.gap is None or not check.product:
            return ""
        share = percent(abs(check.gap) / check.product * 100, language)
        if check.gap < 0:
            text = _(": {mass} too much ({share})")
        else:
            text = _(": {mass} not explained ({share})")
        return text.format(mass=self._mass(abs(check.gap)), share=share)

    def _mass(self, kg: float) -> str:
        if abs(kg) < 1e-9:
            return "0 g"
        value, unit = (kg, "kg") if abs(kg) >= 0.1 else (kg * 1000, "g")
        return f"{significant(value, self.context.language).replace('-', MINUS)} {unit}"
