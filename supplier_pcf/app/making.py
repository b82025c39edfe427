"""Making a factor of others for a session: what may be chosen as parts, and keeping what was made."""

from __future__ import annotations

from dataclasses import replace

from supplier_pcf.app.choosing import place_of
from supplier_pcf.app.own_factors import keep, personal_library
from supplier_pcf.app.session import Session
from supplier_pcf.domain.factor import EmissionFactor, Layer, RowType
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.composition import TOLERANCE, Component, Composition, ProcessingEnergy
from supplier_pcf.factors.composition import compose as _compose
from supplier_pcf.factors.guards import BLOCKING, FactorUse, misuse
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.making import Made
from supplier_pcf.factors.rebasing import can_be_rebased, grid_inside
from supplier_pcf.factors.rebasing import rebase as _rebase

__all__ = [
    "TOLERANCE",
    "Component",
    "Composition",
    "Made",
    "ProcessingEnergy",
    "can_be_rebased",
    "grid_inside",
]


def compose(session: Session, made_of: Composition) -> Made:
    """The factor of an alloy or compound, or what stands in its way; nothing is kept yet."""
    return _compose(made_of, session.choice, taken_ids(session))


def rebase(session: Session, factor_id: str, new_grid_id: str) -> Made:
    """A factor with its electricity from another grid, or what stands in its way; nothing is kept yet."""
    factor = session.choice.get(factor_id)
    if factor is None:
        return Made()
    return _rebase(factor, new_grid_id, session.choice, taken_ids(session))


def keep_made(session: Session, factor: EmissionFactor) -> EmissionFactor:
    """Put a factor that was made into the personal library; returns it as kept.

    Raises:
        Refusal: the personal library cannot be read or written.
    """
    return keep(session.personal_file, factor)


def keep_copy_of(session: Session, factor_id: str) -> EmissionFactor | None:
    """Put an own factor of the study into the personal library, for other studies to use.

    Raises:
        Refusal: the personal library cannot be read or written.
    """
    own = next((f for f in session.study.factors if f.id == factor_id), None)
    return None if own is None else keep(session.personal_file, replace(own, version=1))


def taken_ids(session: Session) -> frozenset[str]:
    """Ids that no new own factor may have: of the study, and ever used in the personal library."""
    own = {factor.id for factor in session.study.factors}
    if session.personal_problem is not None:
        return frozenset(own)
    return personal_library(session.personal_file).taken | own


def grids(session: Session, language: str = "en") -> tuple[EmissionFactor, ...]:
    """Electricity that may be put into a factor: of the site's country first, then by name, newest first."""
    return grids_of(session.choice, place_of(session), language)


def grids_of(
    library: FactorLibrary, place: str, language: str = "en"
) -> tuple[EmissionFactor, ...]:
    """The same for any library and place."""
    country = country_of(place)
    fitting = (factor for factor in library if _is_grid(factor))
    return tuple(
        sorted(
            fitting,
            key=lambda f: (
                country_of(f.place) != country,
                not is_mix(f),
                len(misuse(f, FactorUse.ELECTRICITY)),
                country_of(f.place),
                -(f.year_to or 0),
                name_in(f, language),
            ),
        )
    )


def is_mix(factor: EmissionFactor) -> bool:
    """Whether it is the mix of a grid and not the power of one technology; own power is taken as said."""
    return factor.layer is not Layer.BUNDLED or factor.subcategory.startswith("grid mix")


def _is_grid(factor: EmissionFactor) -> bool:
    against = misuse(factor, FactorUse.ELECTRICITY)
    return (
        factor.category == "electricity"
        and factor.row_type is RowType.FACTOR
        and dimension_of(factor.unit) is Dimension.ENERGY
        and BLOCKING.isdisjoint(against)
    )
