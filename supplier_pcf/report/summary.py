"""The PDF summary for the customer: pages that say what was found, how, how sure it is, and what it does not say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from supplier_pcf import __version__
from supplier_pcf.checks.checklist import judge
from supplier_pcf.checks.examined import Examined
from supplier_pcf.checks.power_decision import Decision, decide
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Finding
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.electricity import is_power
from supplier_pcf.engine.pedigree import MATRICES
from supplier_pcf.engine.result import Result
from supplier_pcf.engine.spread import spread_of
from supplier_pcf.engine.uncertainty import uncertainties
from supplier_pcf.i18n import translator
from supplier_pcf.report import fonts
from supplier_pcf.report.context import Report, Supposed
from supplier_pcf.report.pages import draw_pages
from supplier_pcf.report.sureness import Sureness, cause_views, variations_of
from supplier_pcf.rules import RuleSet

_PDF_LANGUAGES = {"zh_CN": "zh-CN"}


def write_summary(  # noqa: PLR0913 - the parts of one report, all but four by name
    study: Study,
    result: Result,
    findings: tuple[Finding, ...],
    factors: Mapping[str, EmissionFactor],
    *,
    rules: RuleSet,
    language: str,
    as_of: date,
    now: datetime,
    target: Path | BinaryIO,
) -> None:
    """Writes the summary; nothing is written before all of it is made, and the same input gives the same bytes."""
    report = Report(
        study=study,
        result=result,
        findings=findings,
        factors=factors,
        rules=rules,
        language=language,
        as_of=as_of,
        now=now,
        translate=translator(language),
    )
    _put(summary_bytes(report), target)


def summary_of(
    examined: Examined,
    findings: tuple[Finding, ...],
    language: str,
    now: datetime,
    supposed: tuple[Supposed, ...] = (),
) -> bytes:
    """The summary of a study that was calculated and checked, as the bytes of a PDF file."""
    return summary_bytes(report_of(examined, findings, language, now, supposed))


def report_of(
    examined: Examined,
    findings: tuple[Finding, ...],
    language: str,
    now: datetime,
    supposed: tuple[Supposed, ...] = (),
) -> Report:
    """All that the summary of a study says that was calculated and checked."""
    return Report(
        study=examined.study,
        result=examined.result,
        findings=findings,
        factors={factor.id: factor for factor in examined.kept_factors()},
        rules=examined.rules,
        language=language,
        as_of=examined.result.as_of,
        now=now,
        translate=translator(language),
        decisions=decisions(examined),
        sureness=sureness(examined, language),
        supposed=supposed,
        checklist=judge(examined, findings) if examined.result.rows_counted else (),
    )


def sureness(examined: Examined, language: str) -> Sureness | None:
    """How sure the figure is, by the first matrix; None where there is no figure whose spread could be said."""
    study, result, library = examined.study, examined.result, examined.library
    matrix = MATRICES[0]
    found = uncertainties(study, result, library, matrix)
    spread = spread_of(found.parts)
    if spread is None or not spread.shares:
        return None
    return Sureness(
        matrix=matrix,
        spread=spread,
        causes=tuple(cause_views(study, examined.factor, found, spread, language)),
        variations=variations_of(examined, matrix),
    )


def decisions(examined: Examined) -> dict[str, Decision]:
    """What the rules ask for in each block of electricity, by the id of its flow."""
    study, rules, library = examined.study, examined.rules, examined.library
    return {
        use.id: decide(use, study, rules, library) for use in study.energy_uses if is_power(use)
    }


def _put(made: bytes, target: Path | BinaryIO) -> None:
    if isinstance(target, Path):
        target.write_bytes(made)
    else:
        target.write(made)


def summary_bytes(report: Report) -> bytes:
    """The summary as the bytes of a PDF file."""
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        lang=_PDF_LANGUAGES.get(report.language, report.language),
        initialFontName=fonts.registered(fonts.REGULAR),  # type: ignore[arg-type]  # stub says float
    )
    describe(canvas, report)
    draw_pages(canvas, report)
    canvas.save()
    return buffer.getvalue()


def describe(canvas: Canvas, report: Report) -> None:
    """Title, author and subject, as the file's properties."""
    _ = report.translate
    name = fonts.clean(report.study.product.name) or _("(product without a name)")
    canvas.setTitle(_("Product carbon footprint: {product}").format(product=name))
    canvas.setAuthor(fonts.clean(report.study.company.name))
    canvas.setSubject(report.rules.title)
    canvas.setCreator(f"Supplier PCF {__version__}")
    stamp = report.now.strftime("D:%Y%m%d%H%M%S")
    canvas.setDateFormatter(lambda *_moment: stamp)
