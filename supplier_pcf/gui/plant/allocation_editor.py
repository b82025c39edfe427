"""How a plant's amount reaches this part: every basis side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app import plant
from supplier_pcf.app.entering import Unreadable, entered_share, shown_share
from supplier_pcf.app.sharing_views import BASES, BasisView, basis_views, is_shared
from supplier_pcf.domain.flows import AllocationBasis, Flow
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.plant.allocation_words import (
    basis_help,
    basis_title,
    changed_percent,
    lack_sentence,
    sharing_sentences,
    shown_percent,
)
from supplier_pcf.gui.plant.plant_words import unit_words
from supplier_pcf.words import sentence

_SHARE, _AMOUNT, _KG, _EFFECT = 1, 2, 3, 4
"""Columns of the numbers, beside the name of the basis."""

_COLUMNS = ("share", "amount", "kg", "effect")


class AllocationEditor(QWidget):
    """The bases for one amount of the plant, with the share, the amount per piece and its footprint."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("allocation")
        self._context = context
        self._flow_id = ""
        self._rows: dict[AllocationBasis, _Row] = {}
        self._buttons = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE + SPACE // 2)
        self._grid.setVerticalSpacing(SPACE // 2)
        self._grid.setColumnStretch(_EFFECT + 1, 1)
        self._heads = self._add_heads()
        self._share = self._add_rows()
        self._reason = self._line("allocation-reason", self._send_reason)
        self._problem = _label("problem")
        self._worked = _label("")
        self._worked.setObjectName("allocation-arithmetic")
        self._rest = _label("quiet")
        self._rest.setObjectName("allocation-rest")
        self._put_together()
        self._is_old = False
        context.bridge.changed.connect(lambda _before, _after: self._follow())
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self._show()

    def _follow(self) -> None:
        """On a page that nobody sees it waits until it is shown: every basis is worked out anew."""
        self._is_old = self.window().isVisible() and not self.isVisible()
        if not self._is_old:
            self._show()

    def set_flow(self, flow_id: str) -> None:
        """Show the bases of this flow; an empty id shows none."""
        self._flow_id = flow_id
        self._share.setModified(False)
        self._show()

    def focus(self) -> None:
        """Put the cursor on the basis that is chosen."""
        chosen = self._buttons.checkedButton()
        (chosen or self._rows[AllocationBasis.ALL].button).setFocus()

    def _put_together(self) -> None:
        _ = self._context.translate
        reason = QHBoxLayout()
        self._why = QLabel(_("Why this &share"))
        self._why.setBuddy(self._reason)
        reason.addWidget(self._why)
        reason.addWidget(self._reason, 1)
        self._reason.setPlaceholderText(_("hour log of press 3, January to December"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self._grid)
        column.addLayout(reason)
        for label in (self._problem, self._worked, self._rest):
            column.addWidget(label)
        column.addStretch()

    def _add_heads(self) -> list[QLabel]:
        heads = []
        for column in range(_EFFECT + 1):
            head = QLabel()
            head.setProperty("role", "quiet")
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            head.setAlignment(side)
            self._grid.addWidget(head, 0, column)
            heads.append(head)
        return heads

    def _add_rows(self) -> QLineEdit:
        _ = self._context.translate
        for number, basis in enumerate(BASES, start=1):
            row = _Row(self._grid, number, basis, _)
            row.button.clicked.connect(lambda _checked=False, b=basis: self._choose(b))
            self._buttons.addButton(row.button)
            self._rows[basis] = row
        share = self._line("allocation-share", self._send_share)
        share.setAccessibleName(_("Share of this product in percent"))
        share.setFixedWidth(wide(80))
        share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._rows[AllocationBasis.SHARE].put_field(share)
        return share

    def _line(self, name: str, send: Callable[[], None]) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.editingFinished.connect(send)
        return line

    # what the user does

    def _choose(self, basis: AllocationBasis) -> None:
        label = self._context.translate("Choose how it is shared")
        flow_id = self._flow_id
        self._context.edit(lambda study: plant.set_allocation(study, flow_id, basis), label)
        if basis is AllocationBasis.SHARE:
            self._share.setFocus()

    def _send_share(self) -> None:
        if not self._share.isModified():
            return
        value, typed = self._read_share(), self._context.session.typed
        if isinstance(value, Unreadable):
            typed[self._share_place] = (self._share.text(), self._share_now())
            return
        typed.pop(self._share_place, None)
        self._share.setModified(False)
        label = self._context.translate("Enter the share")
        flow_id = self._flow_id
        self._context.edit(lambda study: plant.set_share(study, flow_id, value), label)
        self._show()

    @property
    def _share_place(self) -> tuple[str, ...]:
        return ("allocation-share", self._flow_id)

    def _share_now(self) -> float | None:
        flow = self._context.study.flow(self._flow_id)
        return flow.allocation.share if flow is not None and flow.allocation else None

    def _read_share(self) -> float | Unreadable | None:
        """The share in the field; where it is none, with a sentence that says so."""
        value = entered_share(self._share.text(), self._context.decimal)
        self._problem.setVisible(isinstance(value, Unreadable))
        if isinstance(value, Unreadable):
            self._problem.setText(sentence(value.code, value.params, self._context.translate))
        return value

    def _send_reason(self) -> None:
        if not self._reason.isModified():
            return
        self._reason.setModified(False)
        typed, flow_id = self._reason.text().strip(), self._flow_id
        label = self._context.translate("Say why this share")
        self._context.edit(lambda study: plant.set_share_reason(study, flow_id, typed), label)

    # what is shown

    def _show(self) -> None:
        self._is_old = False
        context, session = self._context, self._context.session
        flow = context.study.flow(self._flow_id)
        self.setEnabled(flow is not None and is_shared(flow))
        views: tuple[BasisView, ...] = ()
        if flow is not None and is_shared(flow):
            whole = session.calculated.result.excluding
            day = session.now().date()
            views = basis_views(context.study, session.library, day, flow.id, whole)
        self._buttons.setExclusive(False)
        for basis, row in self._rows.items():
            row.show(next((v for v in views if v.basis is basis), None), context)
        self._buttons.setExclusive(True)
        self._show_heads(views)
        self._show_fields(flow, views)

    def _show_heads(self, views: tuple[BasisView, ...]) -> None:
        _ = self._context.translate
        amounts = [v.per_unit for v in views if v.per_unit is not None]
        piece = unit_words(self._context.study.product.counted_in, self._context)
        unit = unit_words(amounts[0].unit, self._context) if amounts else _("amount")
        words = (_("Basis"), _("Share"), f"{unit} / {piece}", _("kg CO₂e"), _("Total"))
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        self._heads[_KG].setToolTip(_("For one declared unit, as the result has it"))
        self._heads[_EFFECT].setToolTip(
            _("How much the whole footprint would change beside the basis that is chosen")
        )

    def _show_fields(self, flow: Flow | None, views: tuple[BasisView, ...]) -> None:
        study = self._context.study
        chosen = next((v for v in views if v.chosen), None)
        known = flow.allocation if flow else None
        if not self._share.isModified():
            shown = shown_share(known.share if known else None, self._context.decimal)
            text, of = self._context.session.typed.get(self._share_place, ("", None))
            is_kept = bool(text) and of == self._share_now()
            self._share.setText(text if is_kept else shown)
            self._share.setModified(is_kept)
            self._read_share()
        is_entered = chosen is not None and chosen.basis is AllocationBasis.SHARE
        self._why.setVisible(is_entered)
        self._reason.setVisible(is_entered)
        if not self._reason.isModified():
            self._reason.setText(known.reason if known else "")
        worked, rest = "", ""
        if flow is not None and chosen is not None:
            total = plant.amount_of(study, flow)
            worked, rest = sharing_sentences(self._context, study, flow, total, chosen)
        for label, text in ((self._worked, worked), (self._rest, rest)):
            label.setText(text)
            label.setVisible(bool(text))


class _Row:
    """One basis: a button, its numbers, or in their place what is missing."""

    def __init__(
        self, grid: QGridLayout, number: int, basis: AllocationBasis, _: Callable[[str], str]
    ) -> None:
        self._grid, self._number = grid, number
        self._basis = basis
        self._translate = _
        self.button = QRadioButton(basis_title(basis, _))
        self.button.setObjectName(f"basis-{basis.value}")
        self.button.setToolTip(basis_help(basis, _))
        grid.addWidget(self.button, number, 0, Qt.AlignmentFlag.AlignLeft)
        self._numbers = [QLabel() for _column in range(_EFFECT)]
        for column, label in enumerate(self._numbers, start=_SHARE):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            label.setObjectName(f"{_COLUMNS[column - _SHARE]}-{basis.value}")
            grid.addWidget(label, number, column)
        self._lack = _label("quiet")
        self._lack.setObjectName(f"lack-{basis.value}")
        grid.addWidget(self._lack, number, _SHARE, 1, 5)
        self._field: QWidget | None = None

    def put_field(self, field: QWidget) -> None:
        """A field in place of the share, for the basis that is entered."""
        self._grid.removeWidget(self._numbers[0])
        self._numbers[0].hide()
        self._grid.addWidget(field, self._number, _SHARE, Qt.AlignmentFlag.AlignRight)
        self._grid.removeWidget(self._lack)
        self._grid.addWidget(self._lack, self._number, _AMOUNT, 1, 4)
        self._field = field

    def show(self, view: BasisView | None, context: Context) -> None:
        """Show this basis of the flow; nothing where there is none."""
        self.button.setChecked(view is not None and view.chosen)
        nothing = significant(None)
        share = shown_percent(view.share, context) if view else nothing
        amount = view.per_unit if view else None
        texts = (
            share,
            significant(amount.value if amount else None, context.language),
            significant(view.kg_co2e if view else None, context.language),
            changed_percent(view.effect_percent if view else None, context),
        )
        lacks = view is not None and view.lack is not None and view.per_unit is None
        for label, text in zip(self._numbers, texts, strict=True):
            label.setText(text)
            _role(label, "strong" if view is not None and view.chosen else "")
            label.setVisible(not lacks and not (self._field and label is self._numbers[0]))
        self._lack.setVisible(lacks)
        if view is not None and view.lack is not None:
            self._lack.setText(lack_sentence(view.lack, self._translate))
            _role(self._lack, "problem" if view.chosen else "quiet")
            self._numbers[2].setToolTip(lack_sentence(view.lack, self._translate))
        else:
            self._numbers[2].setToolTip("")


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", role or None)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def _role(label: QLabel, role: str) -> None:
    if (label.property("role") or "") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)
