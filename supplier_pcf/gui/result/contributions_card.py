"""What makes the figure up, as bars or as a flow picture: the same numbers twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from supplier_pcf.app.views import contribution_drawing, sankey_drawing
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import Card
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.drawing_view import DrawingView


class ContributionsCard(Card):
    """Bars at first; the flow picture is drawn when it is asked for."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(_("What makes it up"), "card-contributions")
        self._context = context
        parts = (context.session, context.translate, context.language)
        self.bars = DrawingView(context, partial(contribution_drawing, *parts), "contributions")
        self.flows: DrawingView | None = None
        self.on_flows: Callable[[DrawingView], None] = lambda _view: None
        """Called with the flow picture when it is made."""
        self._stack = QStackedWidget()
        self._stack.addWidget(self.bars)
        self.as_bars = plain_button("contributions-as-bars", _("Bars"), self._show_bars)
        self.as_flows = plain_button("contributions-as-flows", _("Flow picture"), self._show_flows)
        row = QHBoxLayout()
        row.setSpacing(SPACE // 2)
        for button in (self.as_bars, self.as_flows):
            button.setCheckable(True)
            row.addWidget(button)
        row.addStretch()
        self.as_bars.setChecked(True)
        self.column.addLayout(row)
        self.column.addWidget(self._stack)

    def refresh(self) -> None:
        """Draw what is seen anew."""
        self._fit(self._stack.currentWidget())

    def _show_bars(self) -> None:
        self._fit(self.bars)

    def _show_flows(self) -> None:
        if self.flows is None:
            context = self._context
            parts = (context.session, context.translate, context.language)
            self.flows = DrawingView(context, partial(sankey_drawing, *parts), "flow-picture")
            self._stack.addWidget(self.flows)
            self.on_flows(self.flows)
        self._fit(self.flows)

    def _fit(self, view: object) -> None:
        """As high as what is seen, not as the highest of both."""
        assert isinstance(view, DrawingView)
        self._stack.setCurrentWidget(view)
        self.as_bars.setChecked(view is self.bars)
        self.as_flows.setChecked(view is self.flows)
        view.refresh()
        self._stack.setFixedHeight(view.height())
