"""Whether a row of a table is in the result, and why not; read once for each calculation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from supplier_pcf.app.carried_view import year_of_forerunner
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.words import sentence

if TYPE_CHECKING:
    from supplier_pcf.app.calculation import Calculated
    from supplier_pcf.app.session import Session


@dataclass(frozen=True, slots=True)
class RowState:
    """A sign, a sentence, and whether the row still owes something."""

    sign: str
    words: str
    is_owed: bool
    footprint: str = ""
    is_carried: bool = False
    """From another year, and not confirmed."""
    kg_co2e: float | None = None
    """The same as a number, to sort by."""


@dataclass(frozen=True, slots=True)
class _Known:
    calculated: Calculated
    language: str
    lines: dict[str, Any]
    sentences: dict[str, str]
    states: dict[str, RowState]
    carried: frozenset[str]
    """Ids of rows that hold something of another year that is not confirmed."""


_known: WeakKeyDictionary[Session, _Known] = WeakKeyDictionary()


def row_state(context: Context, flow_id: str) -> RowState | None:
    """The state of this row; None for a row that never carries a number."""
    if context.session.is_calculating:
        words = context.translate("Calculating …")
        return RowState("…", words, is_owed=False, footprint="…")
    calculated = context.session.calculated
    known = _known.get(context.session)
    if known is None or known.calculated is not calculated or known.language != context.language:
        lines = {line.id: line for line in calculated.result.flows}
        sentences = _sentences(context, calculated.findings)
        marked = (part for place in context.study.stale for part in place.split("/")[1:])
        carried = frozenset(marked)
        known = _Known(calculated, context.language, lines, sentences, {}, carried)
        _known[context.session] = known
    line = known.lines.get(flow_id)
    if line is not None and flow_id not in known.states:
        known.states[flow_id] = _state(context, line, known)
    return known.states.get(flow_id)


def _state(context: Context, line: Any, known: _Known) -> RowState:
    _ = context.translate
    if line.counted:
        shown = significant(line.kg_co2e, context.language)
        if line.id in known.carried:
            words = _("Carried over from {year}: change it, or confirm it in the menu of the row")
            words = words.format(year=year_of_forerunner(context.study))
            return RowState(
                "?", words, is_owed=False, footprint=shown, kg_co2e=line.kg_co2e, is_carried=True
            )
        words = _("Counted")
        return RowState("✓", words, is_owed=False, footprint=shown, kg_co2e=line.kg_co2e)
    reason = line.reason.value if line.reason else ""
    words = _not_owed(context, reason, line.id)
    if words:
        return RowState("–", words, is_owed=False, footprint="–")
    words = known.sentences.get(f"{line.id} flow.{reason}", _("Not counted"))
    return RowState("!", words, is_owed=True, footprint=_("not counted"))


def _not_owed(context: Context, reason: str, flow_id: str) -> str:
    """Why the row rightly has no number; empty where it owes one."""
    _ = context.translate
    if reason == "excluded":
        flow = next((f for f in context.study.flows() if f.id == flow_id), None)
        why = flow.exclusion.reason if flow and flow.exclusion else ""
        return _("Left out: {reason}").format(reason=why or "–")
    if reason == "assembly":
        return _("An assembly: its parts are counted instead")
    if reason == "closed_by_parent":
        return _("Contained in the factor of the assembly above it")
    if reason == "included":
        return _("Already counted with the energy it is made of")
    return ""


def _sentences(context: Context, findings: tuple[Finding, ...]) -> dict[str, str]:
    """The sentence of every finding about a row, under its id and code."""
    told = {}
    for finding in findings:
        parts = finding.where.split("/")
        if len(parts) == 3 and finding.code.startswith("flow."):
            words = sentence(finding.code, finding.params, context.translate)
            told[f"{parts[1]} {finding.code}"] = words
    return told
