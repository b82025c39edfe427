"""Mass in against mass out as a small table, with what to look at where it does not add up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from supplier_pcf.app.materials_view import Look, MassBalance, balance_of, where_to_look
from supplier_pcf.domain.numbers import percent, significant
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.widgets.part import quiet

_LABEL, _NUMBER = 300, 90


class BalancePart(QWidget):
    """The masses of one declared unit, line by line, and one sentence on the difference."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("mass-balance")
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnMinimumWidth(0, wide(_LABEL))
        self._grid.setColumnMinimumWidth(1, wide(_NUMBER))
        self._grid.setColumnStretch(2, 1)
        self._cells: list[tuple[QLabel, QLabel]] = []
        column.addLayout(self._grid)
        self.look = quiet("", "mass-balance-look")
        column.addWidget(self.look)
        bind.follow(context, self, self.refresh)

    def refresh(self) -> None:
        """Show the balance of now."""
        balance = balance_of(self._context.session.calculated)
        rows = [] if balance is None else list(_rows(balance, self._context))
        while len(self._cells) < len(rows):
            self._cells.append(self._line(len(self._cells)))
        for n, (words, number) in enumerate(self._cells):
            shown = rows[n] if n < len(rows) else ("", "")
            words.setText(shown[0])
            number.setText(shown[1])
            number.setAccessibleName(f"{shown[0]}: {shown[1]}")
            for each in (words, number):
                each.setVisible(n < len(rows))
        self.look.setText(_to_look_at(balance, self._context))

    def _line(self, row: int) -> tuple[QLabel, QLabel]:
        words, number = QLabel(), QLabel()
        number.setObjectName(f"mass-balance-{row}")
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(number, row, 1)
        return words, number


def _rows(balance: MassBalance, context: Context) -> Iterator[tuple[str, str]]:
    _ = context.translate
    kg = [
        (_("New material that goes in"), balance.inputs),
        (_("Product"), -balance.product),
        (_("Co-products"), -balance.co_products),
        (_("Scrap and waste"), -balance.wastes),
    ]
    for title, value in kg:
        yield title, _kg(value, context)
    share = percent(100 * balance.relative, context.language)
    gap = f"{_kg(balance.difference if abs(balance.relative) > 1e-9 else 0.0, context)} ({share})"
    yield _("Difference"), gap
    if balance.returned:
        yield _("Goes round inside, not counted"), _kg(balance.returned, context)


def _kg(value: float, context: Context) -> str:
    return f"{significant(value or 0.0, context.language)} kg"


def _to_look_at(balance: MassBalance | None, context: Context) -> str:
    """What the numbers point to, with the numbers."""
    _ = context.translate
    sentences = {
        Look.NO_BALANCE: _(
            "The masses cannot be compared yet: the product or a material has no mass."
        ),
        Look.FINE: _("The masses add up within 2 %, as they should."),
        Look.NET_IS_NOT_THE_PRODUCT: _(
            "Look at the net masses: the rows say that {net} stay in the product, which weighs {product}."
        ),
        Look.LOSS_WITHOUT_WASTE: _(
            "Look at the waste: the rows lose {lost} on the way, but only {out} are entered as waste and co-products."
        ),
        Look.WASTE_WITHOUT_LOSS: _(
            "Look at the gross amounts: {out} are entered as waste and co-products, but the rows lose only {lost}. "
            "Enter gross amounts or yields, or take out waste that is not of these materials."
        ),
    }
    text = sentences[where_to_look(balance)]
    if balance is None:
        return text
    out = balance.wastes + balance.co_products
    return text.format(
        net=_kg(balance.net, context),
        product=_kg(balance.product, context),
        lost=_kg(balance.lost, context),
        out=_kg(out, context),
    )
