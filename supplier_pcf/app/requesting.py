"""Asking a supplier: the one-page request and the sheet to fill in, for one row of a study."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from supplier_pcf.app.choosing import flow_of, need_in
from supplier_pcf.domain.energy import DirectEmission
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Flow, Waste
from supplier_pcf.domain.request import SupplierRequest
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.formats.pact_3 import FIELDS
from supplier_pcf.formats.validation.pact_3_model import RATINGS, REQUIRED_PCF, REQUIRED_ROOT
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.project.whole import without_signs, write_whole
from supplier_pcf.words import sentence

_OWN_SOFTWARE = frozenset({"id", "specVersion", "precedingPfIds", "created", "status"})
"""What the one who writes the file makes up, and no supplier needs to know."""
_BESIDES = ("recycledPreConsumer", "recycledPostConsumer", "scrapRule", "electricityKwh")
_LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "zh_CN": "中文"}
_PACT_UNITS = {"kg": "kilogram", "piece": "piece", "kWh": "kilowatt hour", "t.km": "ton kilometer"}


def day_of(text: str) -> date | None:
    """A day as the user writes it; nothing for an empty text.

    Raises:
        Refusal: it is no day.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Refusal("request.bad_day", text=text[:40]) from None


def request_for(
    study: Study, flow_id: str, today: date, due: date | None = None
) -> SupplierRequest:
    """What is to be asked for a row of a study.

    Raises:
        Refusal: there is no such row, it is not bought, nobody asks, or the day to answer by is over.
    """
    flow = flow_of(study, flow_id)
    if flow is None:
        raise Refusal("request.no_row", id=flow_id)
    item = flow.name or getattr(flow, "part_number", "") or flow.id
    if isinstance(flow, DirectEmission | Waste):
        raise Refusal("request.not_bought", name=item)
    company = study.company
    if not company.name.strip():
        raise Refusal("request.no_sender")
    if due is not None and due < today:
        raise Refusal("request.days_over", due=due.isoformat())
    return SupplierRequest(
        item=item,
        part_number=getattr(flow, "part_number", ""),
        designation=getattr(flow, "designation", ""),
        supplier=flow.supplier,
        unit=_unit(study, flow),
        company=company.name,
        contact=company.contact,
        email=company.email,
        phone=company.phone,
        period_start=study.period.start,
        period_end=study.period.end,
        due=due,
        made_on=today,
        sheet=f"{_stem(item)}.xlsx",
    )


def _unit(study: Study, flow: Flow) -> str:
    """What the supplier should declare for: what he sells by, in the plainest unit of its kind."""
    plain = {
        Dimension.MASS: "kg",
        Dimension.COUNT: "piece",
        Dimension.ENERGY: "kWh",
        Dimension.TRANSPORT_WORK: "t.km",
    }
    units = need_in(study, flow).units
    measured = dimension_of(units[0]) if units else Dimension.MASS
    return plain.get(measured or Dimension.MASS, units[0] if units else "kg")


def _stem(item: str) -> str:
    return f"PCF request {' '.join(without_signs(item).split())[:60]}".strip(" .")


def request_pdf(request: SupplierRequest, language: str) -> bytes:
    """The one page as PDF.

    Raises:
        Refusal: the language is not shipped.
    """
    if language not in LANGUAGES:
        raise Refusal("language.unknown", language=language, known=", ".join(LANGUAGES))
    from supplier_pcf.report.request import request_bytes

    return request_bytes(request, language)


def request_sheet(request: SupplierRequest) -> bytes:
    """The sheet to fill in as .xlsx, explained in all languages."""
    from supplier_pcf.forms.request_sheet import Question, as_workbook

    title = sentence("request.sheet_title", {"item": request.item, "company": request.company})
    lead = list(_explained("sheet_lead").values())
    questions = [
        Question(
            field=name,
            required=_is_required(name),
            answer=_known(name, request),
            explained=_explained(name),
        )
        for name in asked_fields()
    ]
    return as_workbook(title, lead, questions)


def asked_fields() -> tuple[str, ...]:
    """The fields of the data model that are asked for, in its order, and a few questions besides."""
    return (*_fields(), "pcf/verification", *_BESIDES)


def _fields() -> Iterator[str]:
    for field in FIELDS:
        if field.path == "pcf/dqi":
            yield from (f"pcf/dqi/{name}" for name in RATINGS)
        elif field.path not in _OWN_SOFTWARE:
            yield field.path


def _is_required(name: str) -> bool:
    parent, _, last = name.rpartition("/")
    return last in (REQUIRED_PCF if parent == "pcf" else REQUIRED_ROOT if not parent else ())


def _known(name: str, request: SupplierRequest) -> str:
    unit = _PACT_UNITS.get(request.unit, "")
    return {
        "pcf/declaredUnitOfMeasurement": unit,
        "pcf/declaredUnitAmount": "1" if unit else "",
        "pcf/ipccCharacterizationFactors": "AR6",
        "scrapRule": "cut-off",
    }.get(name, "")


def _explained(name: str) -> dict[str, str]:
    code = f"request.{name}"
    return {
        title: sentence(code, {}, translator(language))
        for language, title in _LANGUAGE_NAMES.items()
    }


def write_request(
    study: Study,
    flow_id: str,
    folder: Path,
    *,
    language: str,
    now: datetime,
    due: date | None = None,
) -> tuple[Path, Path]:
    """Write the page and the sheet into a folder, made if missing; returns both files.

    Raises:
        Refusal: nobody can be asked for this row, or the folder cannot be written.
    """
    request = request_for(study, flow_id, now.date(), due)
    page, sheet = request_pdf(request, language), request_sheet(request)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("file.no_folder", file=folder.name) from error
    files = folder / f"{_stem(request.item)}.pdf", folder / request.sheet
    for path, made in zip(files, (page, sheet), strict=True):
        write_whole(path, made)
    return files
