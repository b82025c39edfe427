"""Co-products: the table, the answer in words, and behind one line the questions that lead to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from supplier_pcf.app.co_products_view import answered, sharing, tried
from supplier_pcf.domain.flows import CoProduct
from supplier_pcf.domain.study import CoProductMethod, Study
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.materials.co_product_words import log_words, sharing_words
from supplier_pcf.gui.materials.material_columns import co_product_columns
from supplier_pcf.gui.tables.cells import Column, Kind, of_field
from supplier_pcf.gui.tables.columns import factor_title_of
from supplier_pcf.gui.tables.flow_table import FlowTable, TableWords
from supplier_pcf.gui.tables.row_details import RowDetails
from supplier_pcf.gui.widgets.cursor import open_answer, unfold
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.part import quiet
from supplier_pcf.gui.widgets.study_bounds import of_product

_YES_NO = {True: "yes", False: "no", None: ""}
CRITERIA = (
    "made_on_purpose",
    "use_is_certain",
    "usable_as_it_is",
    "part_of_process",
    "use_is_lawful",
)
"""The questions that tell a co-product from waste."""
_ROW_FIELDS = frozenset({"test", "price_years", "legal_proof", "factor"})


class CoProductPart(QWidget):
    """What else of value comes out, and how burdens are shared with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        words = TableWords(
            add=_("Add &co-product"),
            remove=_("Remove co-product"),
            empty=_("Products that come out of the same process and are sold as such."),
        )
        self.table = FlowTable(
            context,
            "co_products",
            co_product_columns(context),
            lambda _s: CoProduct(id=new_id("co")),
            words,
        )
        self.answer = quiet("", "co-products-answer")
        self.row_more = More(
            _("Co-product or waste?"), "co-product-more", lambda: _row_details(context, self.table)
        )
        self.steps_more = More(
            _("How burdens are shared"), "co-product-steps", lambda: SharingSteps(context)
        )
        for widget in (self.table, self.answer, self.row_more, self.steps_more):
            column.addWidget(widget)
        bind.follow(context, self, self._follow)

    def focus_on(self, place: str) -> QWidget:
        """The field a finding leads to, unfolded, with the cursor in it."""
        kind, _, rest = place.partition("/")
        if kind != "co_products":
            name = {"price": "product-price"}.get(rest, f"co-product-{rest}")
            return unfold(self.steps_more, (name if rest else kind).replace("_", "-"))
        row_id, _, key = rest.partition("/")
        self.table.select(row_id, key)
        if key not in _ROW_FIELDS:
            return self.table
        asked = [f"co_products-detail-{each}" for each in CRITERIA] if key == "test" else [key]
        name = open_answer(self.row_more.open(), *asked)
        return unfold(self.row_more, name if key == "test" else f"co_products-detail-{key}")

    def _follow(self) -> None:
        study = self._context.study
        for widget in (self.table.view, self.row_more, self.steps_more):
            widget.setVisible(bool(study.co_products))
        shared = sharing(self._context.session.calculated) if study.co_products else None
        self.answer.setText(sharing_words(shared, self._context) if shared else "")
        self.answer.setVisible(shared is not None)


def _row_details(context: Context, table: FlowTable) -> QWidget:
    _ = context.translate
    sentence = _(
        "One “no” makes it waste: it then carries no burden and belongs on the page of waste. "
        "Scrap that was not made on purpose is a co-product only with legal proof."
    )
    return RowDetails(context, table, _row_columns(context), sentence=sentence)


def _row_columns(context: Context) -> list[Column]:
    _ = context.translate
    questions = {
        "made_on_purpose": (
            _("Made on purpose?"),
            _("Or is it left over when something else is made?"),
        ),
        "use_is_certain": (_("Further use certain?"), _("A contract or a steady market.")),
        "usable_as_it_is": (
            _("Usable as it is?"),
            _("With normal industrial practice only: no treatment as of waste."),
        ),
        "part_of_process": (
            _("Part of the process?"),
            _("It comes out of production itself, not out of cleaning up."),
        ),
        "use_is_lawful": (_("Use lawful?"), _("It meets the rules for products and environment.")),
    }
    return [
        *(_question(key, *words) for key, words in questions.items()),
        *_facts(context),
    ]


def _facts(context: Context) -> list[Column]:
    _ = context.translate
    return [
        of_field(
            "legal_proof",
            _("Why it is no waste"),
            Kind.TEXT,
            help=_("Notice of the authority, or the expert opinion, with its date."),
        ),
        Column(
            key="factor",
            title=_("Displaces"),
            kind=Kind.FACTOR,
            get=lambda row: row.factor_id,
            put=lambda row, factor_id: replace(row, factor_id=factor_id or None),
            show=lambda row, context: factor_title_of(row.factor_id, context),
            help=_(
                "The product that is made less because of it, if there is clearly one. Information only."
            ),
        ),
        Column(
            key="price_years",
            title=_("Mean price of"),
            kind=Kind.NUMBER,
            unit=_("years"),
            get=lambda row: row.price_years,
            put=_years,
            help=_("Three to five. World market first, then the region's price, then your own."),
        ),
    ]


def _years(row: CoProduct, value: float | None) -> CoProduct:
    return replace(row, price_years=None if value is None else round(value))


def _question(key: str, title: str, help_text: str) -> Column:
    return Column(
        key=key,
        title=title,
        kind=Kind.CHOICE,
        get=lambda row: _YES_NO[getattr(row.test, key) if row.test else None],
        put=lambda row, value: answered(row, key, _said(value)),
        options=yes_no,
        help=help_text,
    )


def yes_no(context: Context) -> list[tuple[str, str]]:
    """Not answered, yes or no."""
    _ = context.translate
    return [("", _("not answered")), ("yes", _("yes")), ("no", _("no"))]


def _said(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


class SharingSteps(FieldForm):
    """What was tried before burdens are shared, the method with its reason, and the log of the decision."""

    def __init__(self, context: Context) -> None:
        super().__init__("")
        self.title.hide()
        self.setObjectName("sharing-steps")
        self._context = context
        _ = context.translate
        self._text("sector_rule", _("Rule of the sector"), _("worldsteel LCI 2017"))
        self._yes_no("can_be_divided", _("Can the process be divided?"))
        self._text("division", _("Why, or how"), _("one mould, one shot, both parts"))
        self._yes_no("has_substitute", _("Is one product clearly displaced?"))
        self._text("substitution", _("Which, or why none"), "")
        self._money()
        self._method()
        self.log = quiet("", "co-products-log")
        self.add_wide(self.log)
        bind.follow(context, self, self._follow)

    def _money(self) -> None:
        _, context = self._context.translate, self._context
        price = of_product("price", _("Change the price"))
        self.add(
            _("Price of one piece"),
            bind.number(context, price),
            _("What you sell the product for, in the currency of the co-products' prices."),
        )
        self.add_text(
            context, _("Currency"), of_product("currency", _("Change the currency")), "CNY"
        )

    def _method(self) -> None:
        _, context = self._context.translate, self._context
        methods = [
            (CoProductMethod.AUTO.value, _("as the rule set asks")),
            (CoProductMethod.PHYSICAL.value, _("by mass")),
            (CoProductMethod.ECONOMIC.value, _("by value")),
        ]

        def put(study: Study, value: str) -> Study:
            return replace(study, co_product_method=CoProductMethod(value))

        bound = Bound(
            "co-product-method",
            lambda study: study.co_product_method.value,
            put,
            _("Choose how burdens are shared"),
        )
        self.add(_("Share burdens"), bind.choice(context, bound, methods))
        reason: Bound[str] = Bound(
            "co-product-reason",
            lambda study: study.co_product_reason,
            lambda study, text: replace(study, co_product_reason=text),
            _("Change the reason"),
        )
        where = _("Needed where you share otherwise than the rules ask.")
        self.add_text(context, _("Reason"), reason, "", where)

    def _text(self, key: str, title: str, example: str) -> None:
        label = self._context.translate("Change “{column}”").format(column=title)
        self.add_text(self._context, title, self._bound(key, label), example)

    def _yes_no(self, key: str, title: str) -> None:
        label = self._context.translate("Change “{column}”").format(column=title)
        bound = Bound(
            f"co-product-{key}".replace("_", "-"),
            lambda study: _YES_NO[getattr(study.co_product_steps, key)],
            lambda study, value: tried(study, key, _said(value)),
            label,
        )
        box: QComboBox = bind.choice(self._context, bound, yes_no(self._context))
        self.add(title, box)

    def _bound(self, key: str, label: str) -> Bound[Any]:
        return Bound(
            f"co-product-{key}".replace("_", "-"),
            lambda study: getattr(study.co_product_steps, key),
            lambda study, value: tried(study, key, value),
            label,
        )

    def _follow(self) -> None:
        shared = sharing(self._context.session.calculated)
        self.log.setText(log_words(shared, self._context) if shared else "")
