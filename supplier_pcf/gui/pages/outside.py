"""The page of bought processes, packaging and waste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.logistics.logistics_words import package_sentence, waste_sentence
from supplier_pcf.gui.logistics.outside_details import (
    haul_button,
    package_columns,
    process_columns,
    return_button,
    waste_columns,
)
from supplier_pcf.gui.logistics.outside_tables import packaging_table, processes_table, wastes_table
from supplier_pcf.gui.materials.credit_words import credit_words
from supplier_pcf.gui.pages.page import Page
from supplier_pcf.gui.tables.cells import Column
from supplier_pcf.gui.tables.flow_table import FlowTable
from supplier_pcf.gui.tables.left_out import detail_of, left_out_columns
from supplier_pcf.gui.tables.told_details import ToldDetails
from supplier_pcf.gui.widgets.cursor import unfold
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import part, quiet, with_table

_MOST_ROWS = 6
"""Of each table, before it scrolls by itself: three stand under each other."""


class OutsidePage(Page):
    """What others do to the part, what it leaves in, and what is left over."""

    STEP = "outside"

    def build(self) -> None:
        _ = self.context.translate
        self.heading(_("Work outside, packaging and waste"))
        self.processes = processes_table(self.context)
        self.packaging = packaging_table(self.context)
        self.wastes = wastes_table(self.context)
        self._add(_("Bought processes"), self.processes, _("Work on your parts at other firms."))
        self.more_of_process = self._more(
            self.processes,
            _("More about this process: its place, its documents"),
            process_columns,
            lambda _context, _row_id: "",
        )
        self._add(
            _("Packaging"),
            self.packaging,
            _("What one piece leaves in: the weight of a package is shared by the pieces in it."),
        )
        return_button(self.context, self.packaging)
        self.more_of_package = self._more(
            self.packaging,
            _("More about this package: its carbon, its documents"),
            package_columns,
            package_sentence,
        )
        self._build_wastes()
        self.column.addStretch()
        self.context.bridge.changed.connect(lambda _before, _after: self._tell_scrap())
        self._tell_scrap()

    def _build_wastes(self) -> None:
        _ = self.context.translate
        self._add(
            _("Scrap and waste"),
            self.wastes,
            _("Everything that went in and is not in the part, for one piece or the whole plant."),
        )
        haul_button(self.context, self.wastes)
        self.scrap = quiet("", "wastes-credit")
        self.column.addWidget(self.scrap)
        self.more_of_waste = self._more(
            self.wastes,
            _("More about this waste: its carbon, what it stands in for, its documents"),
            waste_columns,
            waste_sentence,
        )

    def focus_on(self, place: str) -> None:
        """Bring the row and cell of a finding into view."""
        kind, _, rest = place.partition("/")
        flow_id, _, key = rest.partition("/")
        table = self._tables().get(kind)
        if table is not None:
            table.select(flow_id, key)
            more = {
                "outside_processes": self.more_of_process,
                "packaging": self.more_of_package,
                "wastes": self.more_of_waste,
            }[kind]
            if key and table.model.column_of(key) < 0:
                unfold(more, f"{kind}-detail-{detail_of(key)}")

    def _tables(self) -> dict[str, FlowTable]:
        return {
            "outside_processes": self.processes,
            "packaging": self.packaging,
            "wastes": self.wastes,
        }

    def _add(self, title: str, table: FlowTable, help_text: str) -> None:
        table.view.show_rows(_MOST_ROWS)
        self.context.once_painted(partial(self._take_drops, table))
        heading = part(title, f"{table.kind}-title", help_text)
        self.column.addLayout(with_table(heading, table))

    def _take_drops(self, table: FlowTable) -> None:
        from supplier_pcf.gui.tables.row_drop import RowDrop

        if table.kind != "wastes":
            RowDrop(self.context, table)

    def _more(
        self,
        table: FlowTable,
        title: str,
        columns: Callable[[Context], list[Column]],
        tell: Callable[[Context, str], str],
    ) -> More:
        """The details of a table's selected row, folded."""
        context = self.context
        more = More(
            title,
            f"{table.kind}-unfold",
            lambda: ToldDetails(
                context, table, [*columns(context), *left_out_columns(context)], tell
            ),
        )
        self.column.addWidget(more)
        return more

    def _tell_scrap(self) -> None:
        """Why sold scrap lowers nothing, in the user's own numbers."""
        from supplier_pcf.app.outside_views import sold_scrap

        _ = self.context.translate
        kg = None
        if any(waste.sold for waste in self.context.study.wastes):
            kg = sold_scrap(self.context.session.calculated)
        text = _(
            "Sold scrap carries no credit: the metal's next life belongs to whoever melts it. "
            "It lowers the footprint only by becoming less."
        )
        if kg is not None:
            text = _(
                "The {kg} kg of scrap you sell for each declared unit carry no credit: the metal's "
                "next life belongs to whoever melts it. It lowers the footprint only by becoming less."
            ).format(kg=significant(kg, self.context.language))
        self.scrap.setText(" ".join((text, credit_words(self.context))).strip())
