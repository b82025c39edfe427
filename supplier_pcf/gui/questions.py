"""The questions of the result page as data, in the order an engineer asks them."""

from __future__ import annotations

from supplier_pcf.gui.widgets.questions import Question
from supplier_pcf.gui.widgets.scenario_view import LowerAnswer, LowerPart

_LOWER = Question(
    id="lower",
    title=lambda _: _("What would lower it?"),
    answer=LowerAnswer(),
    make=LowerPart,
    places=("scenarios",),
)

QUESTIONS: tuple[Question, ...] = (_LOWER,)
"""How sure, what to measure next, what would change it, what would lower it, what changed, does the method hold, what proves it."""
