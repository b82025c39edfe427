"""Which part of a line is primary data, and why: both sides, the amount and the factor (Catena-X v4, 6.1)."""

from __future__ import annotations

from typing import NamedTuple

from supplier_pcf.domain.energy import EnergyUse, InstrumentProof
from supplier_pcf.domain.factor import Boundary, EmissionFactor, RowType
from supplier_pcf.domain.flows import Flow, Origin
from supplier_pcf.rules import RuleSet

_COMBUSTION = (Boundary.COMBUSTION, Boundary.COMBUSTION_AND_UPSTREAM)


class Primary(NamedTuple):
    """The part of a line that is primary data, and the code of why."""

    share: float
    """0 to 1."""
    code: str
    """Its sentence lives in `words`, under the same code."""


def primary_share(flow: Flow, factor: EmissionFactor, rules: RuleSet) -> float:
    """0 to 1; the same as `explain_primary` says, for the engine's own use."""
    primary = flow.activity_is_primary
    if primary is None:
        primary = flow.origin is Origin.MEASURED
    return _of_factor(flow, factor, rules)[0] if primary else 0.0


def explain_primary(flow: Flow, factor: EmissionFactor, rules: RuleSet) -> Primary:
    """The share of a line and why it is so: what of amount, factor and rules decided."""
    if flow.activity_is_primary is False:
        return Primary(0.0, "primary.amount_is_not")
    if flow.activity_is_primary is None and flow.origin is not Origin.MEASURED:
        return Primary(0.0, f"primary.amount_{flow.origin or 'unknown'}")
    return _of_factor(flow, factor, rules)


def _of_factor(flow: Flow, factor: EmissionFactor, rules: RuleSet) -> Primary:
    if flow.factor_is_primary is not None:
        return _SAID_PRIMARY if flow.factor_is_primary else _SAID_SECONDARY
    if factor.row_type is RowType.GWP:
        return _GAS
    if rules.matched_certificate_is_primary and _is_matched(flow):
        return _CERTIFICATE
    if rules.combustion_is_primary and factor.boundary in _COMBUSTION:
        return Primary(_combustion_part(factor), "primary.combustion")
    if factor.primary_share:
        return Primary(factor.primary_share, "primary.declared")
    return _without_share(flow, factor)


def _without_share(flow: Flow, factor: EmissionFactor) -> Primary:
    """Why a measured amount is secondary all the same."""
    if factor.is_received:
        return _RECEIVED_WITHOUT
    if type(flow) is EnergyUse and flow.is_tracked_factor:
        return _CERTIFICATE_NOT
    return _COMBUSTION_NOT if factor.boundary in _COMBUSTION else _AVERAGE


_SAID_PRIMARY = Primary(1.0, "primary.factor_said_primary")
_SAID_SECONDARY = Primary(0.0, "primary.factor_said_secondary")
_GAS = Primary(1.0, "primary.gas")
_CERTIFICATE = Primary(1.0, "primary.certificate")
_CERTIFICATE_NOT = Primary(0.0, "primary.certificate_not")
_COMBUSTION_NOT = Primary(0.0, "primary.combustion_not")
_RECEIVED_WITHOUT = Primary(0.0, "primary.received_without_share")
_AVERAGE = Primary(0.0, "primary.average_factor")


def _combustion_part(factor: EmissionFactor) -> float:
    if factor.boundary is Boundary.COMBUSTION:
        return 1.0
    whole = factor.kg_co2e
    return factor.direct / whole if factor.direct is not None and whole > 0 else 0.0


def is_proven(proof: InstrumentProof | None) -> bool:
    """Whether all five criteria of ISO 14067 clause 6.4.9.4.4 are answered with yes."""
    return proof is not None and all(
        (
            proof.carries_attributes,
            proof.unique_claim,
            proof.cancelled_for_us,
            proof.close_in_time,
            proof.same_market,
        )
    )


def _is_matched(flow: Flow) -> bool:
    return isinstance(flow, EnergyUse) and flow.is_tracked_factor and is_proven(flow.proof)
