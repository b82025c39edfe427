"""One line under the figure of the result: with power as it was bought, and by the average mix of its place."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supplier_pcf.app.views import kg_text
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.widgets.card import label


class PowerLine(QWidget):
    """Hidden where no electricity is counted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = label(role="quiet", name="result-power-line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)

    def refresh(self) -> None:
        """Show both results of now."""
        _, language = self._context.translate, self._context.language
        power = self._context.session.calculated.result.power
        self.setVisible(bool(power.lines))
        market = kg_text(power.market, language)
        if power.location is None:
            text = _(
                "Market-based {market} kg CO₂e · location-based not known: see the energy step"
            )
            self.words.setText(text.format(market=market))
            return
        text = _(
            "Market-based, electricity as bought: {market} kg CO₂e · location-based, by the average mix of its place: "
            "{location} kg CO₂e"
        )
        self.words.setText(text.format(market=market, location=kg_text(power.location, language)))
