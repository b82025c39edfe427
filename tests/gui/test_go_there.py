"""*Go there* puts the cursor into the very cell or field, for every finding there is."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from supplier_pcf.checks import findings
from supplier_pcf.domain.flows import Exclusion, Packaging
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.tables.flow_table_view import FlowTableView
from supplier_pcf.gui.widgets.cursor import open_answer, put_cursor
from tests.checks.test_checks import FOUND, with_steel

ELSEWHERE = {
    "scope": "scope-comment",
    "rule_set": "rule-set",
    "declared_unit": "declared-unit-amount",
    "sites": "site-0-country",
    "period": "period-start",
    "": "signatures",
    "evidence": "coverage-drawing",
    "evidence/e": "coverage-drawing",
    "comments/c": "coverage-drawing",
    "scenarios/a": "scenarios-chart",
    "scope/boundary_text": "scope-boundary-text",
    "packaging": "packaging-add",
    "transports": "transports-add",
    "materials/m": "materials-table",
    "outputs/nb": "outputs-add",
    "result": "result-head",
    "materials": "materials-add",
    "co_product_method": "co-product-method",
    "co_product_reason": "co-product-reason",
    "co_product_steps/division": "co-product-division",
    "co_product_steps/substitution": "co-product-substitution",
    "co_product_steps/price": "product-price",
    "mass_balance": "mass-balance-more-more",
    "releases": "releases-table",
    "result/biogenic": "result-kinds-more",
    "result/exempted_percent": "card-completeness",
    "result/factor_sets": "card-quality",
    "result/last-year": "last-year-find",
}
"""Places of the whole study, and the field or part that they are about."""
NAMED = {
    "materials/evidence": ("materials-detail-evidence-attach",),
    "energy_uses/allocation": ("basis-",),
    "co_products/test": ("co_products-detail-use_is_certain", "co_products-detail-made_on_purpose"),
    "energy_uses/included_in": ("energy-included-in",),
    "energy_uses/conversions": ("fuel-value",),
    "energy_uses/proof": (
        "power-",
        "energy_uses-detail-certificates_sold",
        "energy_uses-detail-part_of",
    ),
    "energy_uses/added_factors": ("power-add-factor", "power-take-add"),
    "energy_uses/location": ("power-location_factor_id",),
    "materials/exclusion": ("materials-detail-exclusion_reason",),
    "materials/exclusion/reason": ("materials-detail-exclusion_reason",),
    "materials/exclusion/estimate": ("materials-detail-exclusion_estimate",),
    "meters/parts": ("part-idle",),
    "meters/readings": ("readings-table", "energy_uses-add"),
    "outputs/q": ("outputs-table",),
}
"""Fields of a row that stand outside its table, by the beginnings of their names."""
NO_FIELD = {"materials/allocation"}
"""A bill of materials for a period comes from a file alone: the row is shown."""
PLACES = {
    code: next(f.where for f in findings(FOUND[code].examined) if f.code == code) for code in FOUND
}


def cases():
    """The studies by the step that their finding leads to, so that pages change seldom."""
    return sorted(FOUND, key=lambda code: PLACES[code])


def load(window, session, case):
    study = replace(case.study, factors=tuple(case.factors))
    session.start(study)
    window.bridge.changed.emit(Study(), study)
    QApplication.processEvents()


def go(window, where):
    window.frame.back.setFocus()
    window.go_to(where)
    QApplication.processEvents()
    return QApplication.focusWidget()


def is_right(field, where):
    """Whether this widget is what the place is about."""
    kind, _, rest = where.partition("/")
    row_id, _, key = rest.partition("/")
    if where in ELSEWHERE:
        return field.objectName() == ELSEWHERE[where]
    named = NAMED.get(f"{kind}/{key}" if key else f"{kind}/{rest}")
    if named:
        return field.objectName().startswith(named)
    if isinstance(field, FlowTableView):
        at, model = field.currentIndex(), field.model()
        column = model.columns[at.column()].key
        return model.id_at(at.row()) == row_id and (column == key or f"{kind}/{key}" in NO_FIELD)
    return field.objectName() in (
        f"{kind}-detail-{key}",
        where.replace("/", "-"),
        f"row-quality-{key.rpartition('/')[2]}",
    )


def is_in_sight(field, page):
    box = field.rect()
    if isinstance(field, QAbstractItemView) and field.currentIndex().isValid():
        cell = field.visualRect(field.currentIndex())
        if not field.viewport().rect().intersects(cell):
            return False
        box = QRect(field.viewport().mapTo(field, cell.topLeft()), cell.size())
    middle = field.mapTo(page.viewport(), QPoint(box.left() + 1, box.center().y()))
    return field.isVisible() and page.viewport().rect().contains(middle)


@pytest.fixture
def strays():
    """Windows that show themselves beside the main window."""

    class Watch(QWidget):
        def __init__(self):
            super().__init__()
            self.seen = []

        def eventFilter(self, watched, event):  # noqa: N802 - a name of Qt
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow() and watched.objectName() != "main-window":
                self.seen.append(watched.objectName() or type(watched).__name__)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    yield watch.seen
    QApplication.instance().removeEventFilter(watch)


def test_every_finding_leads_to_its_very_field(window, session, strays):
    wrong = []
    for code in cases():
        load(window, session, FOUND[code])
        field, where = go(window, PLACES[code]), PLACES[code]
        if field is None or not is_right(field, where):
            wrong.append((code, where, field.objectName() if field else None))
        elif not is_in_sight(field, window.page(window.step)):
            wrong.append((code, where, "out of sight"))
    assert wrong == []
    assert strays == []


def test_a_column_that_was_hidden_is_shown_for_its_finding(window, session):
    load(window, session, with_steel(factor_id=None))
    window.show_step("materials")
    table = window.page("materials").materials
    at = table.model.column_of("factor")
    table.view.heading.hide(at)
    field = go(window, "materials/m/factor")
    assert field is table.view
    assert not table.view.isColumnHidden(at)
    assert is_in_sight(field, window.page("materials"))


def test_a_row_far_down_is_scrolled_into_sight(window, session):
    case = with_steel()
    rows = tuple(replace(case.study.materials[0], id=f"m{n}", origin=None) for n in range(60))
    load(window, session, case.having(materials=rows))
    field = go(window, "materials/m55/origin")
    assert is_right(field, "materials/m55/origin")
    assert is_in_sight(field, window.page("materials"))


def test_a_package_left_out_leads_to_its_reason_and_takes_it(window, session, qtbot):
    box = Packaging(id="box", name="Box", exclusion=Exclusion(estimate=0.1))
    load(window, session, with_steel().with_flow("packaging", box))
    field = go(window, "packaging/box/exclusion/reason")
    assert field.objectName() == "packaging-detail-exclusion_reason"
    qtbot.keyClicks(field, "minor")
    field.clearFocus()
    assert session.study.packaging[0].exclusion == Exclusion(reason="minor", estimate=0.1)


def test_emptying_reason_and_estimate_counts_the_row_again(window, session):
    load(window, session, with_steel(exclusion=Exclusion(reason="minor")))
    field = go(window, "materials/m/exclusion")
    field.selectAll()
    field.del_()
    field.clearFocus()
    assert session.study.materials[0].exclusion is None


def test_the_answer_that_is_wrong_comes_before_the_open_one(qtbot):
    from PySide6.QtWidgets import QComboBox

    inside = QWidget()
    qtbot.addWidget(inside)
    for name, answer in (("a", "yes"), ("b", ""), ("c", "no")):
        box = QComboBox(inside)
        box.setObjectName(name)
        box.addItem(answer, answer)
    assert open_answer(inside, "a", "b", "c") == "c"
    assert open_answer(inside, "a", "b") == "b"
    assert open_answer(inside, "a") == "a"
    inside.show()
    assert put_cursor(inside, "gone", "b").objectName() == "b"
