"""Every factor a flow or a site points to, its main one and those of other roles, in one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Flow, Material, Waste
from supplier_pcf.domain.site import SITE_MIXES, Site
from supplier_pcf.domain.study import Study

F = TypeVar("F", bound=Flow)

ROLES: Mapping[type[Flow], str] = {
    Material: "recycled_factor_id",
    Waste: "replaces_factor_id",
}
"""The field of a second factor, by the kind of flow; power may have several in `added_factor_ids`."""


def factor_ids(flow: Flow) -> Iterator[str]:
    """The ids a flow points to, its main factor first."""
    role = ROLES.get(type(flow))
    for factor_id in (flow.factor_id, getattr(flow, role) if role else None):
        if factor_id:
            yield factor_id
    if isinstance(flow, EnergyUse):
        yield from flow.added_factor_ids


def site_factor_ids(site: Site) -> Iterator[str]:
    """The mixes by which the power of a site is counted."""
    for name in SITE_MIXES:
        factor_id = getattr(site, name)
        if factor_id:
            yield factor_id


def study_factor_ids(study: Study) -> Iterator[str]:
    """All of a study, of flows, co-products and sites; some may come more than once."""
    for flow in (*study.flows(), *study.co_products):
        yield from factor_ids(flow)
    for site in study.sites:
        yield from site_factor_ids(site)


def with_other_factors(flow: F, other: Mapping[str, str]) -> F:
    """The flow pointing to the other factor wherever it points to one of the keys; itself if nowhere."""
    changes: dict[str, Any] = {}
    for name in ("factor_id", ROLES.get(type(flow), "factor_id")):
        if getattr(flow, name) in other:
            changes[name] = other[getattr(flow, name)]
    if isinstance(flow, EnergyUse) and any(i in other for i in flow.added_factor_ids):
        changes["added_factor_ids"] = tuple(other.get(i, i) for i in flow.added_factor_ids)
    return replace(flow, **changes) if changes else flow


def with_other_mixes(site: Site, other: Mapping[str, str]) -> Site:
    """The same of a site."""
    changes: dict[str, Any] = {
        name: other[chosen] for name in SITE_MIXES if (chosen := getattr(site, name)) in other
    }
    return replace(site, **changes) if changes else site
