"""What unfolds on the page of the result: how good a row is, and who has verified the study."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.context import Context
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.result_table import ResultTable


def row_quality_more(context: Context, table: ResultTable) -> More:
    """The quality of the row that is chosen in the table."""
    from supplier_pcf.gui.widgets.row_quality import ChosenRow

    chosen = ChosenRow(context, table)

    def make() -> QWidget:
        from supplier_pcf.gui.widgets.row_quality import RowQualityPart

        return RowQualityPart(context, chosen)

    return More(context.translate("&How good is this row?"), "result-row-quality", make)


def assurance_more(context: Context) -> More:
    """Verification and certification of the study."""

    def make() -> QWidget:
        from supplier_pcf.gui.widgets.assurance_form import assurance_form

        return assurance_form(context)

    return More(context.translate("&Verification and certification"), "result-assurance", make)


def focus_inside(more: More, name: str) -> None:
    """Unfold it and put the cursor into the field of this name, if it has one."""
    found = more.open().findChild(QWidget, name)
    if found is not None:
        found.setFocus()
