"""What the result page shows of scope 1, 2 and 3: of the footprint, and of the whole plant for the period."""

from __future__ import annotations

from dataclasses import dataclass

from supplier_pcf.app.plant_model import scopes_of
from supplier_pcf.app.session import Session
from supplier_pcf.engine.scopes import Gap, PlantScopes, ScopeSplit, scope_split

__all__ = ["Gap", "PlantScopes", "ScopeSplit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopesView:
    """The footprint by scope, kg CO2e per declared unit, and the plants that use energy, kg of the period."""

    split: ScopeSplit
    plants: tuple[PlantScopes, ...]


def scopes_view(session: Session) -> ScopesView:
    """Both, of the present study."""
    done = session.calculated
    split = scope_split(done.study, done.result, session.library)
    plants = scopes_of(done.study, session.library, session.now().date())
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
