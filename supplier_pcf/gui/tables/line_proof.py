"""What proves the amount of a row or meter: its documents, and how many records stand behind it."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.app import drill
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.evidence_field import field_of_place
from supplier_pcf.gui.widgets.field_form import FieldForm


def add_proof(form: FieldForm, context: Context, name: str, *places: Callable[[], str]) -> None:
    """Two fields more in a form: the documents behind a place, and the number of its records.

    Of several places the first takes new documents and has the records.
    """
    _, where = context.translate, places[0]
    form.add(
        _("Documents"),
        field_of_place(context, f"{name}-detail-evidence", *places),
        _(
            "What proves the amount: weighing record, bill, delivery note. Drag a file here; "
            "one document may prove many rows."
        ),
    )

    def get(study: Study) -> float | None:
        return drill.count_of(study, where())

    def put(study: Study, count: float | None) -> Study:
        return drill.with_count(study, where(), None if count is None else round(count))

    bound = Bound(f"{name}-detail-records", get, put, _("Enter the number of records"))
    form.add(
        _("Records in the period"),
        bind.number(context, bound),
        _("How many bills or delivery notes there are: a verifier draws some of them."),
    )
