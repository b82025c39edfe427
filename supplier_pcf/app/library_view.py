"""The factor library as a window shows it: filtered and counted, worked out from gases, and where it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from supplier_pcf.app.choosing import library_with_own, place_of
from supplier_pcf.app.factor_record import REPORTS
from supplier_pcf.app.session import Session
from supplier_pcf.domain.edits import kind_of
from supplier_pcf.domain.factor import EmissionFactor, GwpSet, Layer, RowType
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.gwp import FromGases, from_gases
from supplier_pcf.domain.places import country_of
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.factors.guards import BLOCKING, FactorUse, misuse
from supplier_pcf.factors.search import Asked, search_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user wants to see of the library; what is empty does not matter."""

    words: str = ""
    category: str = ""
    subcategory: str = ""
    place: str = ""
    """A country with its provinces and grids, or a region of the world."""
    since: int | None = None
    """Data of this year or newer."""
    source: str = ""
    """The id of a set; `own`, `supplier` and `licensed` are sets, too."""
    licence: str = ""
    row_type: str = ""


Counted = tuple[tuple[str, int], ...]
"""Values with how many factors have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What there is to choose among in the whole library."""

    places: Counted
    years: Counted
    """Each year with how many factors are of it or newer."""
    sources: Counted
    licences: Counted
    row_types: Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is left of the library, and how much each category would show."""

    factors: tuple[EmissionFactor, ...]
    total: int
    categories: dict[tuple[str, str], int]
    """Counts by category and subcategory, and by category alone under an empty subcategory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A row of the study that is multiplied with a factor."""

    where: str
    """Its place, such as `materials/<id>/factor`."""
    name: str
    kind: str
    """The name of the tuple on `Study` that holds it."""


def everything(session: Session) -> tuple[EmissionFactor, ...]:
    """All factors there are for this study, its own among them."""
    return tuple(library_with_own(session))


def choices(session: Session) -> Choices:
    """What the filters offer, the most frequent first; years from the newest on."""
    factors = everything(session)
    years = Counter(f.year_to for f in factors if f.year_to is not None)
    newer, at_least = 0, []
    for year in sorted(years, reverse=True):
        newer += years[year]
        at_least.append((str(year), newer))
    return Choices(
        places=_counted(area_of(f) for f in factors),
        years=tuple(at_least),
        sources=_counted(f.set_id for f in factors),
        licences=_counted(f.licence for f in factors),
        row_types=_counted(f.row_type.value for f in factors),
    )


def _counted(values: Iterable[str]) -> Counted:
    return tuple((value, count) for value, count in Counter(values).most_common() if value)


def area_of(factor: EmissionFactor) -> str:
    """The country a factor is for, or the region of the world."""
    return country_of(factor.place) or factor.place


def browse(session: Session, wanted: Wanted) -> Shown:
    """The factors that are wanted: those the words fit best first, without words by name."""
    around = tuple(_found(session, replace(wanted, category="", subcategory="")))
    counts = Counter((f.category, f.subcategory) for f in around if f.subcategory)
    counts.update((f.category, "") for f in around)
    return Shown(
        factors=tuple(f for f in around if _in_category(f, wanted)),
        total=len(around),
        categories=dict(counts),
    )


def _found(session: Session, wanted: Wanted) -> Iterator[EmissionFactor]:
    library = library_with_own(session)
    if wanted.words.strip():
        asked = Asked(place=place_of(session))
        hits = search_for(library, wanted.words, asked, len(library))
        factors: Iterable[EmissionFactor] = (hit.factor for hit in hits)
    else:
        factors = sorted(library, key=_by_name)
    return (factor for factor in factors if _is_wanted(factor, wanted))


def _by_name(factor: EmissionFactor) -> tuple[bool, str, str]:
    """The user's own first."""
    return (factor.layer is Layer.BUNDLED, factor.name.casefold(), factor.id)


def _is_wanted(factor: EmissionFactor, wanted: Wanted) -> bool:
    return (
        (not wanted.place or area_of(factor) == wanted.place)
        and (wanted.since is None or (factor.year_to or 0) >= wanted.since)
        and (not wanted.source or factor.set_id == wanted.source)
        and (not wanted.licence or factor.licence == wanted.licence)
        and (not wanted.row_type or factor.row_type.value == wanted.row_type)
    )


def _in_category(factor: EmissionFactor, wanted: Wanted) -> bool:
    return (not wanted.category or factor.category == wanted.category) and (
        not wanted.subcategory or factor.subcategory == wanted.subcategory
    )


def source_title(session: Session, set_id: str) -> str:
    """The title of a bundled set; nothing where there is no such set."""
    return next((found.title for found in session.library.sets if found.id == set_id), "")


def attribution(session: Session, factor: EmissionFactor) -> str:
    """The line the publisher asks for wherever the factor is passed on."""
    found = session.library.set_of(factor)
    return found.attribution if found else ""


def reckonings(factor: EmissionFactor) -> tuple[FromGases, ...]:
    """The figure gas by gas: on the report it was published on, then on the others we reckon with.

    Nothing where the publisher states CO2e alone.
    """
    reports: dict[GwpSet, None] = dict.fromkeys((factor.gwp_set, *REPORTS))
    return tuple(done for report in reports if (done := from_gases(factor, report)) is not None)


def uses(study: Study, factor_id: str) -> tuple[Use, ...]:
    """The rows of the study that point to this factor, a recycled share's among them."""
    return tuple(_use(study, flow) for flow in study.flows() if factor_id in factor_ids(flow))


def _use(study: Study, flow: Flow) -> Use:
    kind = kind_of(study, flow.id) or ""
    name = flow.name or getattr(flow, "part_number", "") or flow.id
    return Use(where=f"{kind}/{flow.id}/factor", name=name, kind=kind)


def may_be_component(factor: EmissionFactor) -> bool:
    """Whether an alloy or compound may be built of it: a material by mass."""
    weighed = dimension_of(factor.unit) is Dimension.MASS
    by_money = factor.row_type is RowType.SPEND
    return weighed and not by_money and _may_be(factor, FactorUse.MATERIAL)


def may_be_electricity(factor: EmissionFactor) -> bool:
    """Whether it may stand for the electricity of making something."""
    return _may_be(factor, FactorUse.ELECTRICITY)


def may_be_energy(factor: EmissionFactor) -> bool:
    """Whether it may stand for the energy of making something: electricity or heat."""
    return may_be_electricity(factor) or _may_be(factor, FactorUse.HEAT)


def _may_be(factor: EmissionFactor, use: FactorUse) -> bool:
    return BLOCKING.isdisjoint(misuse(factor, use))


SORTS: dict[str, Callable[[EmissionFactor, str], tuple[object, ...]]] = {
    "name": lambda f, language: (name_in(f, language).casefold(),),
    "value": lambda f, _language: (f.unit, f.kg_co2e),
    "place": lambda f, _language: (f.place,),
    "years": lambda f, _language: (f.year_to or 0, f.year_from or 0),
    "source": lambda f, _language: (f.publisher.casefold(), f.document.casefold()),
}
"""By what the table can be sorted; values only among those of one unit."""
