"""Columns of flow tables: what a column is, and those that several tables share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.domain.edits import with_factor
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import ChosenBy, Origin
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.tables.cells import NO_FACTOR, Column, Kind, of_field, putting
from supplier_pcf.gui.tables.row_state import RowState, row_state

__all__ = [
    "Column",
    "Kind",
    "counted_column",
    "factor_column",
    "factor_title_of",
    "footprint_column",
    "note_column",
    "origin_column",
    "origins",
    "putting",
]


def _factor(flow: Any, context: Context) -> EmissionFactor | None:
    return _factor_of(flow.factor_id, context)


def _factor_of(factor_id: str | None, context: Context) -> EmissionFactor | None:
    if not factor_id:
        return None
    own = next((f for f in context.study.factors if f.id == factor_id), None)
    return own or context.session.library.get(factor_id)


def factor_title_of(factor_id: str | None, context: Context) -> str:
    """What the factor of this id is called; the id where it is unknown, nothing where there is none."""
    factor = _factor_of(factor_id, context)
    return name_in(factor, context.language) if factor else factor_id or ""


def _factor_text(flow: Any, context: Context) -> str:
    _ = context.translate
    factor = _factor(flow, context)
    if factor is not None:
        return name_in(factor, context.language)
    if flow.factor_id:
        return str(flow.factor_id)
    return _("choose a factor") if _wants_factor(flow, context) else NO_FACTOR


def _wants_factor(flow: Any, context: Context) -> bool:
    """Not where its parts are counted instead, or it is left out."""
    state = row_state(context, flow.id)
    return flow.exclusion is None and (state is None or state.is_owed)


def _factor_beside(flow: Any, context: Context) -> str:
    _ = context.translate
    factor = _factor(flow, context)
    if factor is None:
        return ""
    year = str(factor.year_to) if factor.year_to else ""
    facts = " ".join(part for part in (factor.place, year) if part)
    proposed = _("proposed") if flow.factor_chosen_by is ChosenBy.IMPORT else ""
    return " · ".join(part for part in (facts, proposed) if part)


def _factor_hint(flow: Any, context: Context) -> str:
    _ = context.translate
    factor = _factor(flow, context)
    if factor is None:
        state = None if _wants_factor(flow, context) else row_state(context, flow.id)
        choose = _("Press Enter to choose a factor.")
        return f"{state.words}.\n{choose}" if state else choose
    lines = [_factor_text(flow, context), f"{factor.kg_co2e:g} kg CO₂e / {factor.unit}"]
    lines.append(", ".join(part for part in (factor.publisher, factor.edition) if part))
    return "\n".join(line for line in lines if line)


def _factor_look(flow: Any, context: Context) -> str:
    if flow.exclusion is not None:
        return "quiet"
    if _factor(flow, context) is not None:
        return ""
    return "problem" if _wants_factor(flow, context) else "quiet"


def factor_column(context: Context) -> Column:
    """The emission factor of a row: chosen by Enter, F2 or a double click."""
    _ = context.translate
    return Column(
        key="factor",
        title=_("Emission factor"),
        kind=Kind.FACTOR,
        get=lambda flow: flow.factor_id,
        put=with_factor,
        show=_factor_text,
        beside=_factor_beside,
        hint=_factor_hint,
        look=_factor_look,
        width=260,
        help=_(
            "How much CO₂e one kilogram, kilowatt hour or piece brings with it. "
            "Press Enter in the cell to search the library."
        ),
    )


def origins(context: Context) -> list[tuple[str, str]]:
    """How a number came about, in words."""
    _ = context.translate
    return [
        ("", "–"),
        (Origin.MEASURED.value, _("measured")),
        (Origin.CALCULATED.value, _("calculated")),
        (Origin.ESTIMATED.value, _("estimated")),
        (Origin.ASSUMED.value, _("assumed")),
    ]


def origin_column(context: Context) -> Column:
    """Whether the amount was measured, calculated, estimated or assumed."""
    _ = context.translate
    return Column(
        key="origin",
        title=_("Data"),
        kind=Kind.CHOICE,
        get=lambda flow: flow.origin.value if flow.origin else "",
        put=lambda flow, value: replace(flow, origin=Origin(value) if value else None),
        options=origins,
        width=100,
        help=_(
            "Measured: weighed or metered. Calculated: from a drawing or recipe. "
            "Estimated: from experience. Assumed: nobody knows yet."
        ),
    )


_SIGNS = {"!": 0.0, "?": 0.5, "✓": 1.0, "–": 2.0}
"""What owes something comes first when sorted by the sign."""


def counted_column(context: Context) -> Column:
    """Whether the row is in the result; if not, the tooltip says why."""
    _ = context.translate
    return Column(
        key="counted",
        title="",
        kind=Kind.READ_ONLY,
        get=lambda flow: flow.id,
        show=lambda flow, _context: _state(flow, context).sign,
        hint=lambda flow, _context: _state(flow, context).words,
        look=lambda flow, _context: _counted_look(_state(flow, context)),
        sort=lambda flow: _SIGNS.get(_state(flow, context).sign),
        width=28,
        help=_(
            "✓ counted in the result; ! something is missing; – left out or not owed a number; "
            "? carried over from another year, to be confirmed"
        ),
    )


def _counted_look(state: RowState) -> str:
    return "problem" if state.is_owed or state.is_carried else "quiet"


def _state(flow: Any, context: Context) -> RowState:
    return row_state(context, flow.id) or RowState("", "", is_owed=False)


def note_column(context: Context) -> Column:
    """A free remark."""
    _ = context.translate
    return of_field(
        "note",
        _("Note"),
        Kind.TEXT,
        width=180,
        help=_("Where the number comes from, for whoever checks it later."),
    )


def footprint_column(context: Context) -> Column:
    """What the row adds to the result, in kg CO₂e per declared unit."""
    _ = context.translate
    return Column(
        key="kg_co2e",
        title=_("kg CO₂e"),
        kind=Kind.READ_ONLY,
        get=lambda flow: flow.id,
        show=lambda flow, _context: _state(flow, context).footprint,
        sort=lambda flow: _state(flow, context).kg_co2e,
        align_right=True,
        width=90,
        help=_("What the row adds to the footprint of one declared unit."),
    )
