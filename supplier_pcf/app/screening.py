"""Screening by money: a row counted with a figure per dollar, for want of anything better.

The figures are per US dollar of 2022 at the buyer's price. Money of another currency or year is
converted with a rate and a ratio of price levels that the user enters with their source; none is built in.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from supplier_pcf.app.choosing import flow_of
from supplier_pcf.domain.edits import choose_factor, set_flow
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.flows import Basis, Flow, Material, Origin, Waste
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, Quantity, dimension_of
from supplier_pcf.engine.amounts import Amounts
from supplier_pcf.factors.making import Findings

UNIT, CURRENCY, YEAR = "USD 2022", "USD", 2022
_CERTAINTY = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend:
    """Money paid for what goes into one unit of the row, and how to bring it to dollars of 2022."""

    amount: float | None = None
    currency: str = CURRENCY
    year: int | None = None
    per_dollar: float | None = None
    """How much of the currency one dollar cost in that year; of no use for dollars."""
    price_ratio: float | None = None
    """Price level of 2022 over that of the year, in the United States; of no use for 2022."""
    source: str = ""
    """Where rate and ratio stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened:
    """The study with the row counted by money, or what is missing for that."""

    study: Study | None = None
    findings: tuple[Finding, ...] = ()


def examine(spend: Spend) -> tuple[Finding, ...]:
    """What is missing or cannot be in what was entered."""
    said = Findings()
    if not _is_positive(spend.amount):
        said.error("spend.amount", "amount")
    if not spend.currency.strip():
        said.error("spend.currency", "currency")
    if spend.year is None:
        said.error("spend.year", "year")
    if spend.currency != CURRENCY and not _is_positive(spend.per_dollar):
        said.error(
            "spend.per_dollar", "per_dollar", currency=spend.currency, year=spend.year or "?"
        )
    if spend.year not in (None, YEAR) and not _is_positive(spend.price_ratio):
        said.error("spend.price_ratio", "price_ratio", year=spend.year or "?")
    if (spend.currency != CURRENCY or spend.year != YEAR) and not spend.source.strip():
        said.error("spend.source", "source")
    return tuple(said.found)


def _is_positive(value: float | None) -> bool:
    return value is not None and 0 < value < math.inf


def dollars(spend: Spend) -> float | None:
    """The money in dollars of 2022; nothing while something is missing."""
    if examine(spend) or spend.amount is None:
        return None
    rate = 1.0 if spend.currency == CURRENCY else spend.per_dollar or 1.0
    ratio = 1.0 if spend.year == YEAR else spend.price_ratio or 1.0
    return spend.amount / rate * ratio


def spread_of(factor: EmissionFactor) -> tuple[float, float] | None:
    """Between which figures the true one lies with 95 % likelihood; nothing where no spread is stated."""
    if factor.sigma_ln is None:
        return None
    times = math.exp(_CERTAINTY * factor.sigma_ln)
    return factor.kg_co2e / times, factor.kg_co2e * times


def choose_spend(study: Study, flow_id: str, factor: EmissionFactor, spend: Spend) -> Screened:
    """The same study with a row counted by the money paid for it; masses are kept for the mass balance.

    What the row said before and how the money was converted is noted on it.
    """
    flow, value = flow_of(study, flow_id), dollars(spend)
    found = list(examine(spend))
    said = Findings(found)
    if factor.row_type is not RowType.SPEND or dimension_of(factor.unit) is not Dimension.MONEY_USD:
        said.error("spend.not_money", "factor", factor=named_factor(factor))
    if isinstance(flow, EnergyUse | DirectEmission | Waste):
        said.error("way.spend_not_bought", "row", name=flow.name or flow.id)
    if found or value is None or flow is None:
        return Screened(findings=tuple(found))
    counted = _by_money(study, flow, value)
    counted = replace(
        counted,
        origin=flow.origin or Origin.ESTIMATED,
        note="; ".join(filter(None, (flow.note, _account(flow, spend, value)))),
    )
    return Screened(study=choose_factor(set_flow(study, counted), flow_id, factor.id))


def _by_money(study: Study, flow: Flow, value: float) -> Flow:
    paid = Quantity(value, UNIT)
    if not isinstance(flow, Material):
        return replace(flow, amount=paid)
    amounts = Amounts(study)
    net, gross = amounts.net_mass(flow), amounts.gross_mass(flow)
    if not net or not gross or flow.basis is not Basis.PER_UNIT:
        return replace(flow, amount=paid, gross_amount=paid, mass_per_unit=None)
    mass = gross / amounts.places[flow.id].quantity
    return replace(
        flow,
        amount=Quantity(value * net / gross, UNIT),
        gross_amount=paid,
        mass_per_unit=Quantity(mass / value, "kg"),
    )


def _account(flow: Flow, spend: Spend, value: float) -> str:
    """The conversion as a sum that can be checked, and the amount that stood there before."""
    parts = [f"{spend.currency} {spend.amount:g} ({spend.year})"]
    if spend.currency != CURRENCY:
        parts.append(f"/ {spend.per_dollar:g}")
    if spend.year != YEAR:
        parts.append(f"x {spend.price_ratio:g}")
    before = f" [{flow.amount.value:g} {flow.amount.unit}]" if flow.amount else ""
    source = f" ({spend.source.strip()})" if spend.source.strip() else ""
    return f"{' '.join(parts)} = {UNIT} {value:.6g}{source}{before}"
