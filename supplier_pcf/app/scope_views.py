"""What the result page shows of scope 1, 2 and 3: of the footprint, and of the whole plant for the period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.once import Once
from supplier_pcf.app.plant_model import scopes_of
from supplier_pcf.app.session import Session
from supplier_pcf.engine.scopes import Gap, PlantScopes, ScopeSplit, scope_split

__all__ = ["Gap", "PlantScopes", "ScopeSplit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopesView:
    """The footprint by scope, kg CO2e per declared unit, and the plants that use energy, kg of the period."""

    split: ScopeSplit
    plants: tuple[PlantScopes, ...]


_SCOPES: Once[ScopesView] = Once()


def scopes_view(session: Session) -> ScopesView:
    """Both, of the present study."""
    return scopes_in(session.calculated, session.now().date())


def scopes_in(done: Calculated, as_of: date) -> ScopesView:
    """Both, of any study, worked out once."""
    return _SCOPES.value(lambda: _scopes(done, as_of), done, as_of)


def _scopes(done: Calculated, as_of: date) -> ScopesView:
    library = done.examined.library
    split = scope_split(done.study, done.result, library)
    plants = scopes_of(done.study, library, as_of)
    return ScopesView(split=split, plants=tuple(p for p in plants if _says_something(p)))


def _says_something(plant: PlantScopes) -> bool:
    return bool(
        plant.scope_1
        or plant.location
        or plant.market
        or plant.scope_1_gaps
        or plant.location_gaps
        or plant.market_gaps
    )
