"""What a new study has in common with the one before: who makes it, and where."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from supplier_pcf.app.documents import open_project
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.site import Site
from supplier_pcf.domain.study import Company, Study


def company_of_last(recent: Iterable[Path]) -> Study:
    """The newest study that names a company.

    Raises:
        Refusal: none of these files does, or can be read.
    """
    for path in recent:
        with suppress(Refusal):
            study = open_project(path).study
            if study.company.name:
                return study
    raise Refusal("session.no_last_company")


def with_company_of(study: Study, last: Study) -> Study:
    """The study with company, site and who prepares it of another one; what is entered already stays.

    Of a site come its name and place alone: what was made there is of another year.
    """
    return replace(
        study,
        company=study.company if study.company != Company() else last.company,
        sites=_sites(study, last),
        prepared=replace(study.prepared, name=study.prepared.name or last.prepared.name),
    )


def _sites(study: Study, last: Study) -> tuple[Site, ...]:
    if not study.sites:
        return tuple(_placed(Site(id=site.id), site) for site in last.sites)
    first, *others = study.sites
    if first.name or first.country or not last.sites:
        return study.sites
    return (_placed(first, last.sites[0]), *others)


def _placed(site: Site, as_in: Site) -> Site:
    return replace(
        site,
        name=as_in.name,
        address=as_in.address,
        country=as_in.country,
        subdivision=as_in.subdivision,
    )
