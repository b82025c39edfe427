"""The question what proves the figure: its answer in a sentence, and the coverage behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.questions import Question


def _answer(context: Context) -> str:
    from supplier_pcf.gui.evidence.coverage_part import coverage_words

    return coverage_words(context)


def _make(context: Context) -> QWidget:
    from supplier_pcf.gui.evidence.coverage_part import CoveragePart

    return CoveragePart(context, with_dialog=True)


PROOF = Question(
    id="proof",
    title=lambda _: _("What proves it?"),
    answer=_answer,
    make=_make,
    places=("evidence", "comments", "drills"),
)
