"""Who has verified the study and how deep, and whether it was made under a certified program."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.evidence_field import field_of_place
from supplier_pcf.gui.widgets.field_form import FieldForm


def assurance_form(context: Context) -> FieldForm:
    """The fields about verification and certification, as held on paper."""
    _ = context.translate
    form = FieldForm(
        "",
        _(
            "Shares of the chain are counted from here and from what your suppliers declare: a part nobody has "
            "verified counts as zero, and an unverified study passes on nothing."
        ),
    )
    form.setObjectName("assurance-form")
    form.title.hide()
    form.add(
        _("Verified"),
        bind.choice(context, _level(context), _levels(context)),
        _("As the statement says: a regular one covers 80 % at least, an in-depth one 95 %"),
    )
    for field, title, example, where in (
        ("provider", _("Verifier"), "TÜV Rheinland", _("Who signed the statement")),
        ("standard", _("Standard of verification"), "ISO 14064-3", _("On the statement")),
        ("statement", _("Number of the statement"), "PCF-2026-017", _("On the statement")),
        ("day", _("Day of the statement"), "2026-03-31", _("Year-month-day")),
        ("valid_until", _("Valid until"), "2028-03-30", _("Where the statement says so")),
    ):
        form.add_text(context, title, _text(field, title, context), example, where)
    form.add(
        _("Statement as a file"),
        field_of_place(context, "assurance-evidence", lambda: "assurance"),
        _("Drag the file here"),
    )
    form.add(
        _("Certified program"),
        bind.tick(context, _program(context), _("made under a certified PCF program")),
        _("A certificate for the way footprints are made here, valid three years at most"),
    )
    _add_program(form, context)
    return form


def _add_program(form: FieldForm, context: Context) -> None:
    """The certificate of the program: its number, and from when to when it holds."""
    _ = context.translate
    for field, title, example, where in (
        ("program", _("Number of the certificate"), "PRG-2026-004", _("And who issued it")),
        ("program_from", _("Certificate from"), "2026-01-15", _("Year-month-day")),
        ("program_until", _("Certificate until"), "2029-01-14", _("Three years later at most")),
    ):
        form.add_text(context, title, _text(field, title, context), example, where)


def _level(context: Context) -> Bound[str]:
    return Bound(
        "assurance-level",
        lambda study: study.assurance.level.value,
        lambda study, value: _with(study, level=AssuranceLevel(value)),
        context.translate("Change the level of verification"),
    )


def _program(context: Context) -> Bound[bool]:
    return Bound(
        "assurance-has_certified_program",
        lambda study: study.assurance.has_certified_program,
        lambda study, value: _with(study, has_certified_program=value),
        context.translate("Change whether the program is certified"),
    )


def _levels(context: Context) -> list[tuple[str, str]]:
    _ = context.translate
    return [
        (AssuranceLevel.NONE.value, _("not verified")),
        (AssuranceLevel.REGULAR.value, _("regular (80 %)")),
        (AssuranceLevel.IN_DEPTH.value, _("in depth (95 %)")),
    ]


def _text(field: str, title: str, context: Context) -> Bound[str]:
    label = context.translate("Change “{field}”").format(field=title)
    return Bound(
        f"assurance-{field}",
        lambda study: getattr(study.assurance, field),
        lambda study, value: _with(study, **{field: value.strip()}),
        label,
    )


def _with(study: Study, **changes: Any) -> Study:
    """The same study with another fact about its verification."""
    return replace(study, assurance=replace(study.assurance, **changes))
