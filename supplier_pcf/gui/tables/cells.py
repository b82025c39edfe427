"""One column of a flow table: what its cells show, how they are edited, how typed text is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import attrgetter
from typing import Any

from supplier_pcf.app.entering import (
    Unreadable,
    entered_number,
    entered_quantity,
    entered_share,
    shown_number,
    shown_share,
)
from supplier_pcf.app.places_list import entered_place
from supplier_pcf.domain.numbers import exact, number_style
from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base.context import Context

NOT_A_CHOICE = "not_a_choice"
"""Code of text that names none of a column's choices."""
NO_FACTOR = "–"
"""In the cell of a row that needs none."""

_DIGITS = 6
"""Significant digits of an entered number in a cell; all of them are in the tooltip."""


class Kind(Enum):
    """What a column holds."""

    TEXT = auto()
    PLACE = auto()
    """The code of a place; its name in any language is understood."""
    NUMBER = auto()
    SHARE = auto()
    QUANTITY = auto()
    CHOICE = auto()
    TICK = auto()
    FACTOR = auto()
    READ_ONLY = auto()


NUMERIC = frozenset({Kind.NUMBER, Kind.SHARE, Kind.QUANTITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: how a row's value is got and put, and how it looks."""

    key: str
    """Object name part; the last part of a finding's place."""
    title: str
    kind: Kind
    get: Callable[[Any], Any]
    """Row -> str, float, share 0 to 1, Quantity, value of a choice, bool, or factor id."""
    put: Callable[[Any, Any], Any] | None = None
    """Row and value -> row; None: read only."""
    width: int = 120
    unit: str = ""
    """Unit of a quantity typed without one; shown behind a plain number."""
    options: Callable[[Context], Sequence[tuple[str, str]]] | None = None
    """(value, words) of a choice."""
    show: Callable[[Any, Context], str] | None = None
    """Text of the cell where the kind alone does not say it."""
    beside: Callable[[Any, Context], str] | None = None
    """Quiet text behind the cell's own."""
    hint: Callable[[Any, Context], str] | None = None
    """Tooltip of the cell."""
    look: Callable[[Any, Context], str] | None = None
    """`quiet`, `problem` or nothing."""
    sort: Callable[[Any], float | None] | None = None
    """What rows are sorted by where the value of `get` does not say it."""
    align_right: bool = False
    """For numbers that are worked out; columns of numbers are right-aligned by themselves."""
    help: str = ""
    """Tooltip of the heading: what it is, and where to find it."""

    @property
    def is_editable(self) -> bool:
        """Whether typing can change it; a factor is chosen, not typed."""
        return self.put is not None and self.kind not in (Kind.READ_ONLY, Kind.FACTOR)

    @property
    def is_right(self) -> bool:
        """Whether it holds numbers, which stand at the right."""
        return self.kind in NUMERIC or self.align_right


def _grouped(value: float, context: Context, digits: int) -> str:
    style = number_style(context.language)
    whole, _, decimals = format(exact(float(f"{value:.{digits}g}")), "f").partition(".")
    decimals = decimals.rstrip("0")
    grouped = f"{int(whole):,}" if abs(int(whole)) >= 10_000 else str(int(whole))
    sign = "-" if value < 0 and not grouped.startswith("-") else ""
    text = sign + grouped.replace(",", style.group)
    return f"{text}{style.decimal}{decimals}" if decimals else text


def number_shown(value: float | None, context: Context, digits: int = _DIGITS) -> str:
    """An entered number to read: its digits as entered, thousands grouped; empty where there is none."""
    return "" if value is None else _grouped(value, context, digits)


def _number_in(column: Column, value: Any) -> float | None:
    if isinstance(value, Quantity):
        return value.value
    if value is None:
        return None
    return round(value * 100, 10) if column.kind is Kind.SHARE else float(value)


def unit_shown(column: Column, row: Any, context: Context) -> str:
    """What stands behind the value in a quieter colour: its unit, or the column's own words."""
    if column.beside is not None:
        return column.beside(row, context)
    if column.kind not in NUMERIC:
        return ""
    value = column.get(row)
    if value is None:
        return ""
    if isinstance(value, Quantity):
        return value.unit
    return "%" if column.kind is Kind.SHARE else column.unit


def value_shown(column: Column, row: Any, context: Context) -> str:
    """The cell's text without its unit."""
    if column.show is not None:
        return column.show(row, context)
    value = column.get(row)
    if column.kind in NUMERIC:
        return number_shown(_number_in(column, value), context)
    if column.kind is Kind.CHOICE:
        words = dict(column.options(context)) if column.options else {}
        return words.get(str(value or ""), str(value or ""))
    if column.kind is Kind.TICK:
        return ""
    return "" if value is None else str(value)


def value_in_full(column: Column, row: Any, context: Context) -> str:
    """The cell's text with every digit, as it is edited and copied."""
    value = column.get(row)
    if isinstance(value, Quantity):
        return f"{shown_number(value.value, context.decimal)} {value.unit}"
    if column.kind is Kind.SHARE:
        return f"{shown_share(value, context.decimal)} %" if value is not None else ""
    if column.kind in NUMERIC:
        return shown_number(value, context.decimal)
    if column.kind is Kind.TICK:
        return "1" if value else "0"
    if column.kind in (Kind.TEXT, Kind.PLACE):
        return "" if value is None else str(value)
    return value_shown(column, row, context)


def read_text(
    column: Column, text: str, row: Any, context: Context, decimal: str = ""
) -> Any | Unreadable:
    """The value in a typed or pasted text; a number without a unit keeps the unit the cell has.

    `decimal` is the decimal mark of the text; without one it is the user's own.
    """
    text, proven = text.strip(), bool(decimal)
    decimal = decimal or context.decimal
    if column.kind is Kind.NUMBER:
        return entered_number(text, decimal, column.unit, proven=proven)
    if column.kind is Kind.SHARE:
        return entered_share(text, decimal, proven=proven)
    if column.kind is Kind.QUANTITY:
        old = column.get(row)
        unit = old.unit if isinstance(old, Quantity) else column.unit
        return entered_quantity(text, unit, decimal, proven=proven)
    if column.kind is Kind.CHOICE:
        return _choice_in(column, text, context)
    if column.kind is Kind.TICK:
        return _tick_in(text, context)
    if column.kind is Kind.PLACE:
        place = entered_place(text)
        return Unreadable("entry.no_place", text) if place is None else place
    if column.kind is Kind.FACTOR:
        return _factor_in(text, context)
    return text


def typed_into(column: Column, text: str, row: Any, context: Context) -> Any | Unreadable:
    """The value in a text typed into a cell; said where the cell of this row takes none."""
    value = read_text(column, text, row, context)
    if value is None or isinstance(value, Unreadable) or column.put is None:
        return value
    is_dropped = value != column.get(row) and column.put(row, value) is row
    return Unreadable("entry.not_here", text) if is_dropped else value


def _choice_in(column: Column, text: str, context: Context) -> str | Unreadable:
    wanted = text.casefold()
    for value, words in column.options(context) if column.options else ():
        if wanted in (value.casefold(), words.casefold()):
            return value
    return Unreadable(NOT_A_CHOICE, text)


def _tick_in(text: str, context: Context) -> bool | Unreadable:
    _ = context.translate
    word = text.casefold()
    if word in ("1", "x", "true", "yes", "✓", _("yes").casefold()):
        return True
    if word in ("", "0", "false", "no", "-", "–", _("no").casefold()):
        return False
    return Unreadable(NOT_A_CHOICE, text)


def _factor_in(text: str, context: Context) -> str | Unreadable | None:
    if text in ("", NO_FACTOR, context.translate("choose a factor")):
        return None
    library = context.session.library
    if text in library:
        return text
    named = {f.id for f in library if text in (f.name, f.name_zh, f.name_de)}
    return named.pop() if len(named) == 1 else Unreadable(NOT_A_CHOICE, text)


def with_value(column: Column, row: Any, value: Any) -> Any:
    """The row with this value in this column; the very same row where nothing changes."""
    if column.put is None or value == column.get(row):
        return row
    return column.put(row, value)


def of_field(field: str, title: str, kind: Kind, **more: Any) -> Column:
    """A column of a field of the row, got and put as it is; `more` is what else a column can say."""
    return Column(
        key=field, title=title, kind=kind, get=attrgetter(field), put=putting(field), **more
    )


def putting(field: str) -> Callable[[Any, Any], Any]:
    """A `put` that replaces one field of the row."""
    return lambda row, value: replace(row, **{field: value})
