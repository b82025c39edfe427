"""The questions of the result page as data, in the order an engineer asks them."""

from __future__ import annotations

from supplier_pcf.gui.evidence.checklist import METHOD
from supplier_pcf.gui.evidence.proof_question import PROOF
from supplier_pcf.gui.result.last_year import LAST_YEAR
from supplier_pcf.gui.result.measure_part import MEASURE_NEXT
from supplier_pcf.gui.result.scenario_view import LowerAnswer, LowerPart
from supplier_pcf.gui.result.sensitivity_part import SENSITIVITY
from supplier_pcf.gui.result.sure_part import SURE
from supplier_pcf.gui.widgets.questions import Question

_LOWER = Question(
    id="lower",
    title=lambda _: _("What would lower it?"),
    answer=LowerAnswer(),
    make=LowerPart,
    places=("scenarios",),
    is_said_inside=lambda context: bool(context.study.scenarios),
)

QUESTIONS: tuple[Question, ...] = (
    SURE,
    MEASURE_NEXT,
    SENSITIVITY,
    _LOWER,
    LAST_YEAR,
    METHOD,
    PROOF,
)
"""How sure, what to measure next, what would change it, what would lower it, what changed, does the method hold, what proves it."""
