"""The five criteria for contracts of electricity, each with its answer and its documents."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from supplier_pcf.app import power_views
from supplier_pcf.app.plant import energy_use
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.energy import Criterion, EnergyUse
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.evidence_field import EvidenceField
from supplier_pcf.words import sentence

CurrentUse = Callable[[], str]
"""The id of the use of energy that is shown."""

ANSWERS = {"": None, "yes": True, "no": False}


def answers(context: Context) -> list[tuple[str, str]]:
    """Yes, no, or open."""
    _ = context.translate
    return [("", _("open")), ("yes", _("yes")), ("no", _("no"))]


def answer_word(met: bool | None) -> str:
    """The value of a choice for an answer."""
    return next(word for word, value in ANSWERS.items() if value is met)


def on_use(
    current: CurrentUse, change: Callable[[EnergyUse, str], EnergyUse]
) -> Callable[[Study, str], Study]:
    """A change of the study that changes the use that is shown."""

    def put(study: Study, value: str) -> Study:
        use = energy_use(study, current())
        return study if use is None else set_flow(study, change(use, value))

    return put


class CriteriaEditor(QWidget):
    """One line a criterion: what is asked, yes, no or open, and the files that prove it."""

    def __init__(self, context: Context, current: CurrentUse) -> None:
        super().__init__()
        self.setObjectName("power-criteria")
        self._context, self._current = context, current
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        for number, criterion in enumerate(Criterion):
            self._add(number, criterion)

    def _add(self, row: int, criterion: Criterion) -> None:
        context, current = self._context, self._current
        words = sentence(f"power.criterion.{criterion.value}", {}, context.translate)

        def get(study: Study) -> str:
            use = energy_use(study, current())
            proof = None if use is None else use.proof
            return "" if proof is None else answer_word(getattr(proof, criterion.value))

        def ids(study: Study) -> tuple[str, ...]:
            use = energy_use(study, current())
            return () if use is None else power_views.files_of(use, criterion)

        name = f"power-{criterion.value}"
        put = on_use(current, lambda u, v: power_views.answer(u, criterion, ANSWERS[v]))
        bound = Bound(name, get, put, context.translate("Answer criterion"))
        box = bind.choice(context, bound, answers(context))
        box.setAccessibleName(words)
        add = on_use(current, lambda u, v: power_views.prove(u, criterion, v))
        take = on_use(current, lambda u, v: power_views.unprove(u, criterion, v))
        files = EvidenceField(context, f"{name}-files", ids, add, take)
        for column, widget in enumerate((label(words), box, files)):
            self._grid.addWidget(widget, row, column)
