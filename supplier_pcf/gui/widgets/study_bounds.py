"""Values of the study that the product page shows: how each is got and put."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Company, Identifier, Product, Study
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.ids import new_id


def _part(part: str, field: str, label: str) -> Bound[Any]:
    def put(study: Study, value: Any) -> Study:
        changes: dict[str, Any] = {field: value}
        whole: dict[str, Any] = {part: replace(getattr(study, part), **changes)}
        return replace(study, **whole)

    return Bound(
        f"{part}-{field}".replace("_", "-"),
        lambda study: getattr(getattr(study, part), field),
        put,
        label,
    )


def of_company(field: str, label: str) -> Bound[Any]:
    """A field of the company."""
    return _part("company", field, label)


def of_product(field: str, label: str) -> Bound[Any]:
    """A field of the product."""
    return _part("product", field, label)


def of_period(field: str, label: str) -> Bound[Any]:
    """A day of the reference period."""
    return _part("period", field, label)


def of_scope(field: str, label: str) -> Bound[Any]:
    """What the study says about itself."""
    return _part("scope", field, label)


def of_unit(field: str, label: str) -> Bound[Any]:
    """Amount or unit of the declared unit; an emptied amount stays one."""
    bound = _part("declared_unit", field, label)
    if field != "amount":
        return bound
    return replace(
        bound, put=lambda study, value: bound.put(study, 1.0 if value is None else value)
    )


def company_number(scheme: str, label: str) -> Bound[str]:
    """The number of the company under one scheme; emptied, it is gone."""

    def get(study: Study) -> str:
        found = (i.value for i in study.company.identifiers if i.scheme == scheme)
        return next(found, "")

    def put(study: Study, text: str) -> Study:
        numbers = _with_number(study.company, scheme, text)
        return replace(study, company=replace(study.company, identifiers=numbers))

    return Bound(f"company-{scheme}", get, put, label)


def _with_number(company: Company, scheme: str, text: str) -> tuple[Identifier, ...]:
    old = next((i for i in company.identifiers if i.scheme == scheme), None)
    if old is None:
        new = Identifier(scheme=scheme, value=text)
        return (*company.identifiers, new) if text else company.identifiers
    if not text:
        return tuple(i for i in company.identifiers if i is not old)
    return tuple(replace(i, value=text) if i is old else i for i in company.identifiers)


def product_class(system: str, label: str) -> Bound[str]:
    """The product's code in a classification, kept as `cn:87089997`."""
    prefix = f"{system}:"

    def get(study: Study) -> str:
        codes = study.product.classifications
        return next((c.removeprefix(prefix) for c in codes if c.startswith(prefix)), "")

    def put(study: Study, text: str) -> Study:
        return replace(study, product=_with_class(study.product, prefix, text))

    return Bound(f"product-{system}", get, put, label)


def _with_class(product: Product, prefix: str, text: str) -> Product:
    codes = list(product.classifications)
    at = next((i for i, code in enumerate(codes) if code.startswith(prefix)), len(codes))
    codes[at : at + 1] = [prefix + text] if text else []
    return replace(product, classifications=tuple(codes))


def of_site(at: int, field: str, label: str) -> Bound[Any]:
    """A field of the site at this place in the list; the first entry makes the site."""

    def get(study: Study) -> Any:
        return getattr(study.sites[at] if at < len(study.sites) else Site(id=""), field)

    def put(study: Study, value: Any) -> Study:
        sites = list(study.sites)
        if at >= len(sites):
            sites.append(Site(id=new_id("site")))
        changes: dict[str, Any] = {field: value}
        sites[at] = replace(sites[at], **changes)
        return replace(study, sites=tuple(sites))

    return Bound(f"site-{at}-{field}", get, put, label)


def with_country(at: int, label: str) -> Bound[str]:
    """The country of a site; a province of another country goes with it."""
    country, province = of_site(at, "country", label), of_site(at, "subdivision", label)

    def put(study: Study, value: str) -> Study:
        if not province.get(study).startswith(f"{value}-"):
            study = province.put(study, "")
        return country.put(study, value)

    return replace(country, put=put)


Edit = Callable[[Study], Study]


def one_more_site(study: Study) -> Study:
    """The study with one more site; the first form is the first site's, filled in or not."""
    missing = max(2 - len(study.sites), 1)
    new = tuple(Site(id=new_id("site")) for _time in range(missing))
    return replace(study, sites=(*study.sites, *new))


def without_site(at: int) -> Edit:
    """The study without the site at this place."""
    return lambda study: replace(study, sites=(*study.sites[:at], *study.sites[at + 1 :]))
