"""What a study says about its own data and its verification: is it possible, and is it proven?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Basis, Material, OutsideProcess
from supplier_pcf.domain.places import kind
from supplier_pcf.engine.sharing import made_at


def facts_are_possible(examined: Examined) -> Iterator[Finding]:
    """A share of sites between 0 and 1, and a last day that is a day; entered beside the result."""
    for _kind, flow in examined.flows():
        sites = flow.facts.site_coverage
        if sites is not None and not 0 <= sites <= 1:
            yield Finding(
                code="facts.site_coverage",
                severity=Severity.ERROR,
                where=f"result/row/{flow.id}/site_coverage",
                clause="ISO 14067:2018, 6.3.5",
                params={"name": named(flow), "percent": 100 * sites},
            )
        if flow.facts.period_end and not is_day(flow.facts.period_end):
            yield Finding(
                code="facts.period_end",
                severity=Severity.WARNING,
                where=f"result/row/{flow.id}/period_end",
                clause="ISO 14067:2018, 6.3.5",
                params={"name": named(flow), "day": flow.facts.period_end},
            )


def places_are_known(examined: Examined) -> Iterator[Finding]:
    """A place that is no code cannot be told near or far, and no mix is found for it; each is told once."""
    unknown: dict[str, list[tuple[str, str]]] = {}
    for code, name, where in _places(examined):
        if code and kind(code) == "unknown":
            unknown.setdefault(code, []).append((name, where))
    for code, found in unknown.items():
        name, where = found[0]
        yield Finding(
            code="place.unknown",
            severity=Severity.WARNING,
            where=where,
            clause="ISO 14067:2018, 6.3.5",
            params={"place": code, "name": name, "count": len(found)},
        )


def _places(examined: Examined) -> Iterator[tuple[str, str, str]]:
    """Every place that is said, of what, and where it is entered."""
    for site in examined.study.sites:
        for code in (site.country, site.subdivision):
            yield code, site.name or site.id, "sites"
    for kind_of, flow in examined.flows():
        own = {Material: "origin_place", OutsideProcess: "place"}.get(type(flow))
        if own is not None:
            yield getattr(flow, own), named(flow), place(kind_of, flow, own)
        yield flow.facts.place, named(flow), f"result/row/{flow.id}/place"


def pieces_of_several_sites_are_weighted(examined: Examined) -> Iterator[Finding]:
    """What one piece takes at a site counts with the part of all pieces made there, and that is said."""
    made = made_at(examined.study)
    for flow, line in examined.lines() if made else ():
        site_id = getattr(flow, "site_id", "")
        if site_id not in made or flow.basis is not Basis.PER_UNIT or not line.counted:
            continue
        if getattr(flow, "meter_id", None) is not None:
            continue
        site = examined.study.site(site_id)
        yield Finding(
            code="sites.weighted",
            severity=Severity.NOTE,
            where=place(line.kind, flow, "amount"),
            clause="ISO 14067:2018, 6.4.6.1",
            params={
                "name": named(flow),
                "site": (site.name if site else "") or site_id,
                "percent": 100 * made[site_id],
            },
        )


def assurance_is_proven(examined: Examined) -> Iterator[Finding]:
    """Who says verified names the verifier and the statement."""
    assurance = examined.study.assurance
    is_verified = assurance.level is not AssuranceLevel.NONE
    if is_verified and not (assurance.provider.strip() and assurance.statement.strip()):
        yield Finding(
            code="assurance.no_statement",
            severity=Severity.WARNING,
            where="assurance/statement",
            clause="ISO 14064-3",
        )
    if assurance.day and not is_day(assurance.day):
        yield Finding(
            code="assurance.day",
            severity=Severity.WARNING,
            where="assurance/day",
            clause="ISO 14064-3",
            params={"day": assurance.day},
        )


def is_day(text: str) -> bool:
    """Whether a text is a day as year-month-day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
