"""What unfolds on the page of the result: how good a row is, and who has verified the study."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.result.result_table import ResultTable
from supplier_pcf.gui.widgets.more import More


def row_trace_more(context: Context, table: ResultTable) -> More:
    """How the row that is chosen in the table came about."""

    def make() -> QWidget:
        from supplier_pcf.gui.result.row_quality import ChosenRow
        from supplier_pcf.gui.result.trace_part import TracePart

        return TracePart(context, ChosenRow(context, table))

    return More(context.translate("How did this row come about?"), "result-row-trace", make)


def row_quality_more(context: Context, table: ResultTable) -> More:
    """The quality of the row that is chosen in the table."""

    def make() -> QWidget:
        from supplier_pcf.gui.result.row_quality import ChosenRow, RowQualityPart

        return RowQualityPart(context, ChosenRow(context, table))

    return More(context.translate("How good is this row?"), "result-row-quality", make)


def assurance_more(context: Context) -> More:
    """Verification and certification of the study."""

    def make() -> QWidget:
        from supplier_pcf.gui.product.assurance_form import assurance_form

        return assurance_form(context)

    return More(context.translate("Verification and certification"), "result-assurance", make)


def focus_in_parts(place: str, row_quality: More, assurance: More) -> More | None:
    """Unfold the part that holds the field of a finding's place, at that field; nothing where neither does.

    Such places are `assurance/<field>` and `result/row/<id>/<field>`.
    """
    first, _, rest = place.partition("/")
    if first == "assurance":
        _focus(assurance.open(), f"assurance-{rest}")
        return assurance
    if not rest.startswith("row/"):
        return None
    row_id, _, field = rest.removeprefix("row/").rpartition("/")
    inside = row_quality.open()
    from supplier_pcf.gui.result.row_quality import RowQualityPart

    if isinstance(inside, RowQualityPart):
        inside.chosen.choose(row_id)
    _focus(inside, f"row-quality-{field}")
    return row_quality


def _focus(inside: QWidget, name: str) -> None:
    found = inside.findChild(QWidget, name)
    if found is not None:
        found.setFocus()
