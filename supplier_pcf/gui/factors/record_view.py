"""The full record of one factor on one panel: its figure worked out from gases, and its birth certificate."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.theme import colours
from supplier_pcf.gui.factors.factor_words import layer_title, unit_sign, value_title
from supplier_pcf.gui.factors.recipe_words import recipe_table
from supplier_pcf.gui.factors.record_words import (
    Part,
    Reckoning,
    reckoning_words,
    record_parts,
)

_TIED = "\N{NO-BREAK SPACE}"
"""Between a number and its unit or sign."""


class RecordView(QTextBrowser):
    """Text that can be read, scrolled and copied by key."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._factor: EmissionFactor | None = None
        self.setObjectName("library-record")
        self.setAccessibleName(context.translate("What this factor says about itself"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def show_factor(self, factor: EmissionFactor | None) -> None:
        """Show this factor, or nothing."""
        if factor is self._factor:
            return
        self._factor = factor
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tell()

    def _tell(self) -> None:
        if self._factor is None:
            self.clear()
            return
        found = colours(self.palette())
        self.document().setDefaultStyleSheet(
            f"h3 {{ margin: 0 0 2px 0; }} h4 {{ margin: 12px 0 2px 0; }}"
            f".quiet {{ color: {found.quiet}; }} .mark {{ color: {found.accent}; }}"
            "td { padding: 1px 8px 1px 0; } p { margin: 2px 0; }"
        )
        self.setHtml(self._html(self._factor))

    def _html(self, factor: EmissionFactor) -> str:
        parts = record_parts(factor, self._context)
        return self._head(factor) + _part(parts[0]) + self._worked_out(factor) + _parts(parts[1:])

    def _head(self, factor: EmissionFactor) -> str:
        language, _ = self._context.language, self._context.translate
        mark = ""
        if factor.layer is not Layer.BUNDLED:
            mark = f"<p class='mark'><b>{escape(layer_title(factor.layer, _))}</b></p>"
        return f"<h3>{escape(name_in(factor, language))}</h3>{mark}"

    def _worked_out(self, factor: EmissionFactor) -> str:
        _ = self._context.translate
        heading = _("How the CO₂e is worked out")
        title = f"<h4>{escape(heading)}</h4>"
        if factor.recipe is not None:
            return title + recipe_table(factor, self._context)
        done = reckoning_words(factor, self._context)
        if not done:
            text = _(
                "{value}: the publisher gives CO₂e alone, not the gases. "
                "It cannot be worked out for another IPCC report."
            ).format(value=value_title(factor, self._context.language))
            return f"{title}<p>{escape(text)}</p>"
        unit = escape(unit_sign(factor.unit))
        return title + "".join(self._reckoning(each, unit) for each in done)

    def _reckoning(self, done: Reckoning, unit: str) -> str:
        _ = self._context.translate
        rows = [
            f"<tr><td width='30%'>{escape(gas)}</td>{_right(f'{kg}{_TIED}kg')}{_right(f'×{_TIED}{gwp}')}"
            f"{_right(f'={_TIED}{co2e}')}</tr>"
            for gas, kg, gwp, co2e in done.terms
        ]
        if done.rest is not None:
            why, kg = done.rest
            rows.append(f"<tr><td colspan='3'>{escape(why)}</td>{_right(kg)}</tr>")
        total = escape(_("kg CO₂e/{unit}")).format(unit=unit)
        rows.append(f"<tr><td colspan='3'><b>{total}</b></td>{_right(f'<b>{done.total}</b>')}</tr>")
        return (
            f"<p class='quiet'>{escape(done.title)}</p><table width='94%'>{''.join(rows)}</table>"
        )


def _right(text: str) -> str:
    return f"<td align='right'>{text}</td>"


def _parts(parts: list[Part]) -> str:
    return "".join(f"<h4>{escape(part.title)}</h4>{_part(part)}" for part in parts)


def _part(part: Part) -> str:
    rows = (
        f"<tr><td class='quiet' width='38%'>{escape(title)}</td>"
        f"<td>{escape(text or NOTHING)}</td></tr>"
        for title, text in part.facts
    )
    return f"<table width='100%'>{''.join(rows)}</table>"
