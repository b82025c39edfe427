"""The questions of the result page as data, in the order an engineer asks them."""

from __future__ import annotations

from supplier_pcf.gui.widgets.proof_question import PROOF
from supplier_pcf.gui.widgets.questions import Question

QUESTIONS: tuple[Question, ...] = (PROOF,)
"""How sure, what to measure next, what would change it, what would lower it, what changed, does the method hold, what proves it."""
