"""Who made what, for whom, in which period, by which rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from supplier_pcf import __version__
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.domain.study import Company, Identifier
from supplier_pcf.domain.units import Quantity
from supplier_pcf.report import fonts
from supplier_pcf.report.context import Report
from supplier_pcf.report.drawing import Role
from supplier_pcf.report.labels import quantity, span, unit_title
from supplier_pcf.report.layout import (
    BODY,
    LABEL,
    SUBTITLE,
    TITLE,
    Gap,
    Grid,
    Panel,
    Stack,
    Style,
    Words,
)

_KICKER = Style(size=8, leading=11, role=Role.ACCENT, bold=True)
_PILL = Style(size=8, leading=10, role=Role.WARNING, bold=True)
_PILL_PADDING = 4.0
_ALARM = Style(size=9, leading=12.5, role=Role.ERROR, bold=True)
_COLUMNS = 3
_PUBLIC_SCHEMES = ("bpn", "duns", "vat", "uscc")


def header(report: Report, width: float) -> Flowable:
    """The kind of document and its standing, the product, the maker."""
    _ = report.translate
    standing = _("Verification stated") if report.states_verification else _("Not verified")
    pill = fonts.width(standing, _PILL.size, bold=True) + 2 * _PILL_PADDING + 1
    words = Words(standing, _PILL, max_lines=1)
    kind = Words(_("Summary of a product carbon footprint"), _KICKER, max_lines=1)
    top = [Stack([Gap(3.5), kind]), Panel(words, fill=Role.WARNING_PANEL, padding=_PILL_PADDING)]
    name = report.study.product.name.strip() or _("(product without a name)")
    maker = " · ".join(filter(None, (report.study.company.name, _sites(report))))
    return Stack(
        [
            Grid([top], [width - pill - 8, pill]),
            Gap(4),
            Words(name, TITLE, max_lines=2),
            Words(maker, SUBTITLE, max_lines=1),
        ]
    )


def incomplete(report: Report) -> Sequence[Flowable]:
    """The banner over a result that lacks rows; nothing where it is complete."""
    if report.result.complete:
        return ()
    _ = report.translate
    sentence = _(
        "Incomplete: {counted} of {total} rows are counted. The figures below are too low "
        "or missing and must not be passed on."
    ).format(counted=report.result.rows_counted, total=report.result.rows_total)
    return (Panel(Words(sentence, _ALARM, max_lines=3), fill=Role.WARNING_PANEL, edge=Role.ERROR),)


def identity(report: Report, width: float) -> Flowable:
    """Labels and values in three columns."""
    facts = [*_product_facts(report), *_study_facts(report)]
    column = (width - (_COLUMNS - 1) * 12) / _COLUMNS
    cells: list[Flowable] = [
        Stack([Words(label, LABEL, max_lines=1), Words(value or NOTHING, BODY, max_lines=2)])
        for label, value in facts
    ]
    rows = [cells[i : i + _COLUMNS] for i in range(0, len(cells), _COLUMNS)]
    return Grid(rows, [column] * _COLUMNS, gutter=12, row_gap=5)


def _product_facts(report: Report) -> list[tuple[str, str]]:
    _ = report.translate
    study, product = report.study, report.study.product
    mass = _("Mass of one {unit}").format(unit=unit_title(product.counted_in, _))
    return [
        (_("Company"), _company(study.company)),
        (_("Production site"), _sites_with_places(report)),
        (_("Customer"), product.customer),
        (_("Part number"), product.part_number),
        (_("Customer's part number"), product.customer_part_number),
        (mass, quantity(product.mass, report.language, _)),
    ]


def _study_facts(report: Report) -> list[tuple[str, str]]:
    _ = report.translate
    study, declared = report.study, report.result.declared_unit
    amount = quantity(Quantity(declared.amount, declared.unit), report.language, _)
    release = study.releases[-1] if study.releases else None
    version = (
        _("Version {number} of {day}").format(number=release.version, day=release.created[:10])
        if release
        else ""
    )
    return [
        (_("Declared unit"), amount),
        (_("Reference period"), span(study.period.start, study.period.end)),
        (_("Rule set"), report.rules.title),
        (_("As of"), report.as_of.isoformat()),
        (_("Release"), version),
        (_("Software"), f"Supplier PCF {__version__}"),
    ]


def _company(company: Company) -> str:
    numbers = (f"{i.scheme.upper()}\N{NO-BREAK SPACE}{i.value}" for i in _public(company))
    return ", ".join(filter(None, (company.name, *numbers)))


def _public(company: Company) -> Iterator[Identifier]:
    """Numbers that anybody can look up; a customer's or our own supplier number is not one."""
    return (i for i in company.identifiers if i.value and i.scheme in _PUBLIC_SCHEMES)


def _sites(report: Report) -> str:
    return ", ".join(site.name for site in report.study.sites if site.name)


def _sites_with_places(report: Report) -> str:
    parts = (", ".join(filter(None, (s.name, s.address, s.place))) for s in report.study.sites)
    return "; ".join(filter(None, parts))
