"""What the plant made in the period: the figures by which its energy is shared."""

from __future__ import annotations

from typing import Any

from supplier_pcf.app import plant
from supplier_pcf.app.plant_model import PlantProduct, tables_of
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.rows_table import Rows, RowsTable


class _Carried:
    """What every product of the plants carries, worked out once for each state of the study."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._study: Study | None = None
        self._known: dict[str, PlantProduct] = {}

    def of(self, output: Any) -> PlantProduct | None:
        """The part of this product."""
        study, session = self._context.study, self._context.session
        if self._study is not study:
            tables = tables_of(study, session.library, session.now().date())
            self._known = {p.output.id: p for table in tables for p in table.products}
            self._study = study
        return self._known.get(output.id)


class OutputsTable(RowsTable):
    """The products of one plant, this part among them."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        self._site_id = ""
        rows = Rows(
            name="outputs",
            get=self._outputs,
            put=lambda study, new: plant.set_outputs(study, self._site(study), new),
            add=lambda study: plant.add_output(study, self._site(study)),
            remove=lambda study, ids: plant.remove_outputs(study, self._site(study), ids),
        )
        words = (
            _("Add &product"),
            _("Remove"),
            _(
                "One row for this part and one for everything else the plant made, such as "
                "“Small brackets, 14 types”: pieces, mass and machine hours of the year."
            ),
        )
        super().__init__(context, rows, output_columns(context), words)

    def set_site(self, site_id: str) -> None:
        """Show the products of this plant."""
        if site_id != self._site_id:
            self._site_id = site_id
            self.model.reload()

    def _site(self, study: Study) -> str:
        """The plant that is shown; the first one where none was chosen."""
        if study.site(self._site_id) is not None or not study.sites:
            return self._site_id
        return study.sites[0].id

    def _outputs(self, study: Study) -> tuple[object, ...]:
        site: Site | None = study.site(self._site(study))
        return site.outputs if site else ()


def output_columns(context: Context) -> list[Column]:
    """A product of the plant, and what each basis of sharing weighs it by."""
    _ = context.translate
    return [
        of_field(
            "name",
            _("Product or group"),
            Kind.TEXT,
            width=150,
        ),
        of_field(
            "is_this_product",
            _("This part"),
            Kind.TICK,
            width=64,
        ),
        *_weight_columns(context),
        *_carried_columns(context),
    ]


def _weight_columns(context: Context) -> list[Column]:
    """What the bases of sharing weigh a product by."""
    _ = context.translate
    return [
        of_field(
            "units",
            _("Pieces"),
            Kind.NUMBER,
            width=84,
            help=_("Good pieces made in the period: ERP, finished goods posted."),
        ),
        of_field(
            "mass_per_unit",
            _("Mass of one"),
            Kind.QUANTITY,
            unit="kg",
            width=96,
        ),
        *_effort_columns(context),
    ]


def _effort_columns(context: Context) -> list[Column]:
    """Machine hours and money."""
    _ = context.translate
    return [
        of_field(
            "machine_hours",
            _("Machine hours"),
            Kind.NUMBER,
            unit="h",
            width=104,
            help=_("Hours the machines ran for it in the period: shift log or ERP confirmations."),
        ),
        of_field(
            "price_per_unit",
            _("Price of one"),
            Kind.NUMBER,
            width=92,
            help=_("Only for sharing by value; it never leaves your computer."),
        ),
        of_field(
            "part_number",
            _("Part number"),
            Kind.TEXT,
            width=84,
            help=_("By it the study of that product finds this plant."),
        ),
    ]


def _carried_columns(context: Context) -> list[Column]:
    """What one piece of every product carries of the plant, worked out."""
    _, language = context.translate, context.language
    carried = _Carried(context)

    def kwh(output: Any) -> float | None:
        found = carried.of(output)
        return found.kwh if found else None

    def kg(output: Any) -> float | None:
        found = carried.of(output)
        return found.kg_co2e if found else None

    return [
        Column(
            key="kg_co2e",
            title=_("kg CO₂e / piece"),
            kind=Kind.READ_ONLY,
            get=kg,
            show=lambda output, _context: significant(kg(output), language),
            align_right=True,
            width=104,
            help=_(
                "Energy and gases of the plant that one piece carries; a dash where a share or a factor is missing."
            ),
        ),
        Column(
            key="kwh",
            title=_("kWh / piece"),
            kind=Kind.READ_ONLY,
            get=kwh,
            show=lambda output, _context: significant(kwh(output), language),
            align_right=True,
            width=84,
            help=_("Electricity that one piece carries, by the bases chosen above."),
        ),
    ]
