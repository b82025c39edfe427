"""Choosing the factor of a row: what may be chosen, in which order and why, and the edits for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from supplier_pcf.app.favoured import SAME_SUPPLIER
from supplier_pcf.app.importing import place_of as place_of_study
from supplier_pcf.app.own_factors import take_newer
from supplier_pcf.app.proposals import candidates
from supplier_pcf.app.session import Session
from supplier_pcf.checks.factor_use import use_of
from supplier_pcf.domain.edits import choose_factor
from supplier_pcf.domain.energy import DirectEmission, EnergyUse
from supplier_pcf.domain.factor import Boundary, EmissionFactor, Layer, RowType
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import Flow, Material
from supplier_pcf.domain.fuels import StatedRatio, convert
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.transport import Transport
from supplier_pcf.domain.units import UNITS, dimension_of
from supplier_pcf.engine.legs import is_stated
from supplier_pcf.factors.fuel_values import bundled_fuels
from supplier_pcf.factors.guards import BLOCKING, FITTING, FactorUse, heating_values_differ, misuse
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.own import FactorDraft, interval_of, missing, own_factor, with_interval
from supplier_pcf.factors.search import Asked, Hit, search, search_for

__all__ = ["FactorDraft", "interval_of", "missing", "with_interval"]

_SEARCHED = 400
_MOST_BLOCKED = 12
_LOOKED_AT = 20
_NEAR = 1.5
"""What it adds to a fit that a factor was used before; another word of the search weighs more."""
_LIKELY = 7.0
"""How well a factor must fit for its words to be taken as the beginning of a search."""
_WORDS = re.compile(
    r"\d\.\d{4}|(?=[\w.-]*[A-Za-z]{2})[A-Za-z0-9][\w.-]+|[\u4e00-\u9fff]{2,}", re.ASCII
)
"""Words and designations: 1.4301, DC01, AlSi9Cu3, and runs of Chinese; no bare numbers, no M8."""
_NO_MATERIAL = frozenset(
    {"mm", "kg", "pcs", "piece", "pieces", "for", "in", "the", "of", "and", "at", "to"}
)
_SAID_ELSEWHERE = frozenset({"words", "unit_match", *(f"row_{row_type}" for row_type in RowType)})
"""Reasons that every row has, or that stand among its warnings."""
_NO_SLUG = re.compile(r"[^a-z0-9]+")

_MODE_WORDS = {
    "road": "HGV",
    "rail": "rail freight",
    "sea": "container ship",
    "inland_waterway": "inland waterway",
    "air": "air freight",
    "courier": "van",
}
"""What the factor library calls a means of transport."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a row asks of a factor: for which use, in which units, where and when."""

    use: FactorUse
    units: tuple[str, ...] = ()
    """Units the row's amount can be brought to; empty: any."""
    place: str = ""
    year: int | None = None
    name: str = ""
    """The row, for sentences about it."""
    conversions: tuple[StatedRatio, ...] | None = None
    """Heating values the row states; None where it is no energy and nothing is converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow:
    """A factor as the picker shows it: why it stands where it does, and what speaks against it."""

    factor: EmissionFactor
    name: str
    """In the language of the window, where the factor has such a name."""
    reasons: tuple[str, ...] = ()
    """Codes of the ranking: place_exact, place_region, place_global, place_other, old_data …

    `fitting.why` makes a sentence of them.
    """
    warnings: tuple[str, ...] = ()
    """Codes of uses that need a word."""
    blocked: str = ""
    """Code of why it may not be used for this row; empty: it may."""

    @property
    def id(self) -> str:
        """The factor's id."""
        return self.factor.id


def place_of(session: Session) -> str:
    """Where the product is made, as exactly as known."""
    return place_of_study(session.study)


def flow_of(study: Study, flow_id: str) -> Flow | None:
    """The row of this id, a co-product too."""
    flows = (*study.flows(), *study.co_products)
    return next((flow for flow in flows if flow.id == flow_id), None)


def need_of(session: Session, flow: Flow) -> Need:
    """What this row asks of its factor."""
    return need_in(session.study, flow)


_ROLES = {"replaces_factor_id": FactorUse.MATERIAL}
"""What other factors of a row are for, where that differs from the row's own."""


def need_of_role(session: Session, flow: Flow, field: str) -> Need:
    """What another factor of this row has to be, by the field that holds it."""
    need = need_of(session, flow)
    return replace(need, use=_ROLES.get(field, need.use))


def need_in(study: Study, flow: Flow) -> Need:
    """What this row of a study asks of its factor."""
    end = study.period.end
    return Need(
        use=use_of(flow),
        units=_units(study, flow),
        place=place_of_study(study),
        year=end.year if end else None,
        name=flow.name or getattr(flow, "part_number", "") or flow.id,
        conversions=flow.conversions if isinstance(flow, EnergyUse) else None,
    )


def _units(study: Study, flow: Flow) -> tuple[str, ...]:
    if isinstance(flow, EnergyUse) and flow.meter_id is not None:
        meter = study.meter(flow.meter_id)
        return (meter.unit,) if meter else ()
    if isinstance(flow, Transport) and flow.amount is None:
        if flow.fuel is None or not is_stated(flow.fuel):
            return ("t.km",)
        return ("l",) if flow.fuel.total is None else (flow.fuel.total.unit,)
    amount = getattr(flow, "gross_amount", None) or flow.amount
    if amount is None:
        return ("kg",) if isinstance(flow, Material | DirectEmission) else ()
    mass = getattr(flow, "mass_per_unit", None)
    return (amount.unit, mass.unit) if mass else (amount.unit,)


def words_for(session: Session, flow: Flow) -> str:
    """The words to begin the search with: the part of the row's own words that finds something."""
    return words_in(session.study, flow, library_with_own(session))


def words_in(study: Study, flow: Flow, library: FactorLibrary) -> str:
    """The same for a row of any study, searched in any library."""
    if isinstance(flow, DirectEmission) and flow.gas:
        return flow.gas
    need = need_in(study, flow)
    phrases = list(dict.fromkeys(p for text in _texts(flow) for p in _phrases(text)))
    for phrase in phrases:
        hits = search(library, phrase, place=need.place, limit=_LOOKED_AT)
        if any(hit.score >= _LIKELY and not _row(hit, need, "en").blocked for hit in hits):
            return phrase
    return phrases[0] if phrases else ""


def _texts(flow: Flow) -> tuple[str, ...]:
    """What the row says of itself, the most exact first."""
    if isinstance(flow, Material):
        return (flow.designation, flow.name)
    if isinstance(flow, EnergyUse):
        return (flow.carrier.value.replace("_", " "), flow.name)
    if isinstance(flow, Transport):
        return (_MODE_WORDS.get(flow.mode.value, ""), flow.name)
    return (flow.name,)


def _phrases(text: str) -> Iterator[str]:
    """The text without bare numbers, then its words one by one: DX51D of "DX51D+Z 1.5 mm"."""
    words = [word for word in _WORDS.findall(text) if word.casefold() not in _NO_MATERIAL]
    if words:
        yield " ".join(words)
        yield from words


def find_factors(
    session: Session,
    words: str,
    need: Need,
    *,
    language: str = "en",
    limit: int = 60,
    near: Mapping[str, str] = MappingProxyType({}),
) -> tuple[FactorRow, ...]:
    """The factors that fit the words best: the user's own first, those that may not be used last.

    Those that lie `near`, by id with the reason, come before their like. Without words all that may
    be used are shown, nearest place and newest first.
    """
    library = library_with_own(session)
    asked = Asked(place=need.place, year=need.year, boundaries=FITTING[need.use])
    hits = search_for(library, words, asked, _SEARCHED)
    rows = [_row(hit, need, language, near.get(hit.factor.id, "")) for hit in hits]
    score = {hit.factor.id: hit.score + _NEAR * (hit.factor.id in near) for hit in hits}
    usable = [row for row in rows if not row.blocked]
    usable.sort(
        key=lambda row: (
            SAME_SUPPLIER not in row.reasons,
            row.factor.layer is Layer.BUNDLED,
            not _is_direct(row.factor, need),
            row.factor.row_type is not RowType.FACTOR,
            -score[row.id],
        )
    )
    blocked = [row for row in rows if row.blocked] if words.strip() else []
    return (*usable, *blocked[:_MOST_BLOCKED])[:limit]


def suggest(session: Session, flow: Flow, language: str = "en") -> tuple[FactorRow, ...]:
    """The few factors that the row's own words point to; none where nothing comes near."""
    need = need_of(session, flow)
    if isinstance(flow, Material):
        hits = candidates(flow, library_with_own(session), need.place)
        rows = tuple(_row(hit, need, language) for hit in hits)
    else:
        rows = find_factors(session, words_for(session, flow), need, language=language, limit=3)
    return tuple(row for row in rows if not row.blocked)


def chosen_row(session: Session, flow: Flow, language: str = "en") -> FactorRow | None:
    """The factor the row has now."""
    factor = library_with_own(session).get(flow.factor_id or "")
    return None if factor is None else _row(Hit(factor, 0.0, ()), need_of(session, flow), language)


def library_with_own(session: Session) -> FactorLibrary:
    """All that may be chosen: the session's factors, the personal ones, the study's own."""
    return session.choice


def lying_near(
    session: Session,
    need: Need,
    near: Mapping[str, str],
    reasons: tuple[str, ...],
    *,
    language: str = "en",
) -> tuple[FactorRow, ...]:
    """What lies near for one of these reasons and may be used here, whatever it is called."""
    library = library_with_own(session)
    wanted = sorted((reasons.index(why), each) for each, why in near.items() if why in reasons)
    found = (library.get(each) for _rank, each in wanted)
    hits = (Hit(factor, 0.0, ()) for factor in found if factor is not None)
    rows = (_row(hit, need, language, near[hit.factor.id]) for hit in hits)
    return tuple(row for row in rows if not row.blocked)


def _row(hit: Hit, need: Need, language: str, near: str = "") -> FactorRow:
    factor = hit.factor
    against = misuse(factor, need.use)
    if need.units and not _measures(factor, need.units) and not _is_converted(factor, need):
        is_heat = all(heating_values_differ(unit, factor.unit) for unit in need.units)
        against = ["factor.heating_value" if is_heat else "factor.unit_mismatch", *against]
    return FactorRow(
        factor=factor,
        name=name_in(factor, language),
        reasons=tuple(r for r in (near, *hit.reasons) if r and r not in _SAID_ELSEWHERE),
        warnings=tuple(code for code in against if code not in BLOCKING),
        blocked=next((code for code in against if code in BLOCKING), ""),
    )


def _is_direct(factor: EmissionFactor, need: Need) -> bool:
    return not need.units or _measures(factor, need.units)


def _is_converted(factor: EmissionFactor, need: Need) -> bool:
    """Whether the row's unit becomes the factor's by a value that is stated for this very fuel."""
    if need.conversions is None:
        return False
    fuel = bundled_fuels().get(factor.id)
    return any(
        convert(1.0, unit, factor.unit, need.conversions, fuel.ratios_for(unit) if fuel else ())
        for unit in need.units
    )


def _measures(factor: EmissionFactor, units: Iterable[str]) -> bool:
    measured = dimension_of(factor.unit)
    return any(measured is not None and measured is dimension_of(unit) for unit in units)


def same_material(study: Study, flow_id: str) -> tuple[str, ...]:
    """The row and all others of the same designation; assemblies are not among the others."""
    flow = flow_of(study, flow_id)
    if not isinstance(flow, Material) or not flow.designation.strip():
        return (flow_id,)
    wanted = flow.designation.strip().casefold()
    parents = {m.parent_id for m in study.materials}
    return tuple(
        m.id
        for m in study.materials
        if m.id == flow_id or (m.designation.strip().casefold() == wanted and m.id not in parents)
    )


def named_same(study: Study, flow_id: str) -> tuple[str, ...]:
    """The other rows of the same material, as their number in the bill of materials and their name."""
    same = set(same_material(study, flow_id)) - {flow_id}
    return tuple(
        f"{number} {m.name or m.part_number or m.id}"
        for number, m in enumerate(study.materials, start=1)
        if m.id in same
    )


def choose_for_all(study: Study, flow_id: str, factor_id: str | None) -> Study:
    """The same study, with this factor on all rows of the same material."""
    for row_id in same_material(study, flow_id):
        study = choose_factor(study, row_id, factor_id)
    return study


def own_factor_edit(
    study: Study, flow_id: str, draft: FactorDraft, *, for_all: bool = False
) -> Study | tuple[str, ...]:
    """The same study with the user's own factor in it and on the row, or the fields it still lacks."""
    factor = own_factor(_free_id(study, draft.name), draft)
    if isinstance(factor, list):
        return tuple(factor)
    known = replace(study, factors=(*study.factors, factor))
    put = choose_for_all if for_all else choose_factor
    return put(known, flow_id, factor.id)


def put_own(study: Study, flow_id: str, factor: EmissionFactor, *, for_all: bool = False) -> Study:
    """The same study with a copy of an own factor in it and on the row, or on all of its material."""
    put = choose_for_all if for_all else choose_factor
    return put(take_newer(study, factor), flow_id, factor.id)


def _free_id(study: Study, name: str) -> str:
    taken = {factor.id for factor in study.factors}
    slug = _NO_SLUG.sub("-", name.casefold()).strip("-")[:40] or "factor"
    numbers = (f"own:{slug}" if n == 1 else f"own:{slug}-{n}" for n in range(1, len(taken) + 2))
    return next(number for number in numbers if number not in taken)


def boundaries_for(need: Need | None) -> tuple[Boundary, ...]:
    """What an own factor for this row may cover; without a row, anything."""
    return tuple(b for b in Boundary if need is None or b in FITTING[need.use])


def takes_footprint(need: Need) -> bool:
    """Whether a supplier's footprint can be the factor of such a row: what was bought, to the gate."""
    return Boundary.CRADLE_TO_GATE in boundaries_for(need)


_CATEGORIES = {
    FactorUse.MATERIAL: "material",
    FactorUse.ELECTRICITY: "electricity",
    FactorUse.FUEL: "fuel",
    FactorUse.HEAT: "heat",
    FactorUse.DIRECT_EMISSION: "refrigerant",
    FactorUse.PROCESS: "process",
    FactorUse.PACKAGING: "packaging",
    FactorUse.TRANSPORT: "transport",
    FactorUse.CO_PRODUCT: "material",
}


def category_for(need: Need | None) -> str:
    """The category of the library an own factor for this row belongs to."""
    return "material" if need is None else _CATEGORIES.get(need.use, "waste")


def units_for(need: Need | None) -> tuple[str, ...]:
    """The units an own factor for this row may be per; the row's own kind of unit."""
    measured = {dimension_of(unit) for unit in (need.units if need else ())}
    return tuple(u.id for u in UNITS.values() if not measured or u.dimension in measured)


def usual_unit(need: Need | None) -> str:
    """The unit factors for this row are mostly per: the kilogram for what is weighed."""
    return "kg" if need is None or "kg" in units_for(need) else need.units[0]
