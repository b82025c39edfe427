"""Two things to do with a whole plant: take it over from another study, begin another product's study with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QInputDialog, QWidget

from supplier_pcf.app.plant_model import (
    apart,
    begin_with,
    outputs_of,
    plant_in,
    possible_outputs,
    take_over,
)
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.site import PlantOutput
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, is_large
from supplier_pcf.gui.widgets.dialog_parts import plain_button


class PlantActions(QWidget):
    """The two buttons; each asks which product is meant where that is not clear."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        _ = context.translate
        self.take = plain_button(
            "plant-take", _("Take over the plant from another study…"), self._take
        )
        self.begin = plain_button(
            "plant-begin", _("New study for another product of this plant…"), self._begin
        )
        self.take.setToolTip(
            _("Meters, energy, gases and the list of products of the same site and year.")
        )
        self.begin.setToolTip(
            _("The plant and the company come along; materials, packaging and waste start empty.")
        )
        way = QBoxLayout.Direction
        row = QBoxLayout(way.TopToBottom if is_large() else way.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.take)
        row.addWidget(self.begin)
        row.addStretch()
        context.bridge.changed.connect(lambda _before, _after: self._enable())
        self._enable()

    def _enable(self) -> None:
        others = [o for o in outputs_of(self._context.study) if not o.is_this_product]
        self.begin.setEnabled(bool(others))

    def _take(self) -> None:
        context = self._context
        path = context.session.path
        folder = str(path.parent if path else Path.home())
        found = ask.file_to_open(self, folder, context.translate)
        if found is None:
            return
        try:
            project = apart(plant_in(found), context.session.attachments)
        except Refusal as refusal:
            context.say(refusal)
            return
        other = project.study
        possible = possible_outputs(context.study, other)
        output = possible[0] if len(possible) == 1 else self._asked(possible or outputs_of(other))
        if output is not None:
            label = context.translate("Take over a plant")
            context.session.bring(project)
            context.edit(lambda study: take_over(study, other, output.id), label)

    def _begin(self) -> None:
        context = self._context
        study, project = context.study, context.session.project
        others = [o for o in outputs_of(study) if not o.is_this_product]
        output = others[0] if len(others) == 1 else self._asked(others)
        if output is not None:
            context.start_study(lambda: begin_with(study, output.id))
            if context.study is not study:
                context.session.bring(project)

    def _asked(self, outputs: Sequence[PlantOutput]) -> PlantOutput | None:
        """The product that the user picks; nothing where he turns back."""
        _ = self._context.translate
        words = [" · ".join(filter(None, (o.part_number, o.name or o.id))) for o in outputs]
        if not words:
            return None
        title = _("Which product of the plant?")
        picked, given = QInputDialog.getItem(
            self, title, _("The study is of this product:"), words, 0, False
        )
        return outputs[words.index(picked)] if given else None
