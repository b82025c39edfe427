"""A block of cells as tab-separated text: out to Excel, and back in."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from supplier_pcf.app.entering import shown_number
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import Column, Kind, value_in_full

OWN_FORMAT = "application/x-supplier-pcf-cells"
"""The same block with every unit, for pasting within the program."""

Block = list[list[str]]

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")


def block_in(text: str) -> Block:
    """The cells of a pasted text; a cell in quotes may hold tabs, line breaks and doubled quotes.

    Excel quotes a cell only where it must: a quote that closes nowhere before a tab or a line's end
    is part of the text, such as the 5" of a pipe.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\0")
    text = text.removesuffix("\n")
    if not text:
        return []
    block: Block = [[]]
    at = 0
    while at <= len(text):
        quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
        found = quoted or _PLAIN.match(text, at)
        if found is None:
            break
        block[-1].append(found[1].replace('""', '"') if quoted else found[0])
        at = found.end() + 1
        if text.startswith("\n", found.end()):
            block.append([])
    return block


def block_as_text(block: Block) -> str:
    """The cells as Excel takes them."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(block)
    return out.getvalue()


def cell_for_excel(column: Column, row: Any, context: Context) -> str:
    """The cell's text, a plain number where its unit is the column's own."""
    value = column.get(row)
    if isinstance(value, Quantity) and value.unit == column.unit:
        return shown_number(value.value, context.decimal)
    if column.kind is Kind.READ_ONLY and column.hint is not None and not column.title:
        return column.hint(row, context)
    return value_in_full(column, row, context)


def heading_for_excel(column: Column, _: Any) -> str:
    """The column's title, with the unit of its plain numbers."""
    title = column.title or (_("Counted") if column.key == "counted" else column.key)
    if column.kind is Kind.SHARE or not column.unit:
        return title
    return f"{title} [{column.unit}]"
