"""Ten thousand draws on demand: a button, how far they are, a way to stop them, and the histogram."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from supplier_pcf.app.drawing_runs import DRAWS, SEED, DrawingRun, Drawn, histogram_drawing
from supplier_pcf.app.uncertainty_view import UncertaintyView
from supplier_pcf.app.views import kg_text
from supplier_pcf.domain.numbers import fixed
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.drawing_view import DrawingView

_LOOK_MS = 30


class DrawsPart(QWidget):
    """Draws in a thread beside the window; figures of a study that has changed since are put away."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("sure-draws")
        self._context = context
        self._view: UncertaintyView | None = None
        self._running: list[DrawingRun] = []
        self.histogram: DrawingView | None = None
        _ = context.translate
        self.button = plain_button("sure-draw", self._counted(_("&Draw {count} times")), self.draw)
        self.stop_button = plain_button("sure-draw-stop", _("Cancel"), self.stop)
        self.progress = QProgressBar()
        self.progress.setObjectName("sure-draw-progress")
        self.progress.setAccessibleName(_("How many draws are done"))
        self.progress.setMaximumWidth(240)
        self.words = label(role="quiet", name="sure-draws-said")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for widget in (self.button, self.progress, self.stop_button):
            row.addWidget(widget)
        row.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addLayout(row)
        self._column.addWidget(self.words)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.destroyed.connect(partial(_give_up, self._running))
        self._show_state()

    def show_of(self, view: UncertaintyView | None) -> None:
        """Draws are of this view from now on; those of another one are put away."""
        if view is not self._view:
            self.stop()
            self._view = view
            self._put_away()
        self._show_state()

    def draw(self) -> None:
        """Begin to draw."""
        if self._view is not None and not self._running:
            self._running.append(DrawingRun(self._view.found.parts))
            self._timer.start()
            self._show_state()

    def stop(self) -> None:
        """Give up a run; nothing is shown of it."""
        _give_up(self._running)
        self._timer.stop()
        self._show_state()

    def _look(self) -> None:
        run = self._running[0]
        self.progress.setValue(round(100 * run.done_part))
        if run.is_over:
            self.stop()
            if run.drawn is not None:
                self._show_drawn(run.drawn)

    def _show_state(self) -> None:
        _ = self._context.translate
        is_running = bool(self._running)
        self.button.setEnabled(self._view is not None and not is_running)
        why = "" if self._view is not None else _("There is no spread to draw from.")
        self.button.setToolTip(why)
        self.progress.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        if is_running:
            self.progress.setValue(0)
        if self.histogram is None:
            text = _("A check by drawing every number at random within its range, {count} times.")
            self.words.setText(why or self._counted(text))

    def _counted(self, text: str, count: int = DRAWS) -> str:
        return text.replace("{count}", fixed(count, self._context.language, 0))

    def _put_away(self) -> None:
        if self.histogram is not None:
            self.histogram.hide()
            self.histogram.deleteLater()
            self.histogram = None

    def _show_drawn(self, drawn: Drawn) -> None:
        _, language, view = self._context.translate, self._context.language, self._view
        if view is None:
            return
        self._put_away()
        make = partial(histogram_drawing, drawn, _, language)
        self.histogram = DrawingView(self._context, make, "sure-histogram")
        self._column.addWidget(self.histogram)
        text = _(
            "Drawn {count} times (seed {seed}, so that it can be repeated): 95 % between {low} and {high} kg CO₂e. "
            "Worked out at once, by the moments of the sum: {worked_low} to {worked_high}."
        )
        self.words.setText(
            self._counted(text, drawn.count).format(
                seed=SEED,
                low=kg_text(drawn.low, language),
                high=kg_text(drawn.high, language),
                worked_low=kg_text(view.spread.low, language),
                worked_high=kg_text(view.spread.high, language),
            )
        )


def _give_up(running: list[DrawingRun]) -> None:
    """A run whose study or window is gone draws no further."""
    while running:
        running.pop().stop()
