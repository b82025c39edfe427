"""What the study says of its own goal, scope and limits (ISO 14067 clauses 6.3.1 and 6.3.2)."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from supplier_pcf.domain.study import PlannedAs
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.study_bounds import of_scope

Question = tuple[str, str, str]
"""Field of the scope, its label, and an example or where to look."""


def goal_form(context: Context) -> FieldForm:
    """Texts for the report; a verifier asks for each of them."""
    _ = context.translate
    form = FieldForm("")
    form.title.hide()
    for asked, edit in (
        (_goal(context), _("Describe the goal")),
        (_scope(context), _("Describe the scope")),
    ):
        for field, label, where in asked:
            form.add(label, bind.paragraph(context, of_scope(field, edit), lines=2), where)
    planned = of_scope("is_prospective", _("Planned or measured production"))
    form.add_wide(bind.tick(context, planned, _("Planned production, not measured yet")))
    form.add(
        _("Kind of planned production"),
        _planned_as(context),
        _("Asked by Catena-X, where the production is planned"),
    )
    goods = of_scope("infrastructure_excluded", _("Count capital goods or not"))
    form.add_wide(bind.tick(context, goods, _("Machines and buildings are left out")))
    return form


def _planned_as(context: Context) -> QComboBox:
    """What the plan is a plan of; open while the production is planned."""
    _ = context.translate
    bound = of_scope("planned_as", _("Choose the kind of planned production"))
    box = bind.choice(
        context,
        Bound(
            bound.name,
            lambda study: study.scope.planned_as or "",
            lambda study, kind: bound.put(study, PlannedAs(kind) if kind else None),
            bound.label,
        ),
        (
            ("", "–"),
            (PlannedAs.NEW_PRODUCT, _("A new product without forerunner")),
            (PlannedAs.SUCCESSOR, _("The further developed form of a product")),
            (PlannedAs.LATER_PRODUCTION, _("Today's product, made at a later time")),
        ),
    )
    bind.follow(context, box, lambda: box.setEnabled(context.study.scope.is_prospective))
    return box


def _goal(context: Context) -> tuple[Question, ...]:
    _ = context.translate
    return (
        (
            "application",
            _("&Intended use"),
            _("Such as: answer to the data request of a car maker"),
        ),
        (
            "reason",
            _("Rea&son"),
            _("Such as: asked by the customer; to find where the part can improve"),
        ),
        (
            "audience",
            _("A&udience"),
            _("Who will read it: the customer's purchasing, a verifier, the public"),
        ),
    )


def _scope(context: Context) -> tuple[Question, ...]:
    _ = context.translate
    return (
        (
            "boundary_text",
            _("System &boundary"),
            _("What is special about it, such as steps that a sister plant does"),
        ),
        (
            "allocation_text",
            _("A&llocation"),
            _("Why burdens are shared as they are, where that needs more words"),
        ),
        (
            "limitations",
            _("Li&mitations"),
            _("What the figure does not say, such as a start-up year"),
        ),
    )
