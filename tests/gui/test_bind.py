"""Bindings: what is shown, what is sent, what is kept when it cannot be taken."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from supplier_pcf.domain.units import Quantity
from supplier_pcf.gui.base import bind

NAME = bind.Bound(
    "product-name",
    lambda study: study.product.name,
    lambda study, text: replace(study, product=replace(study.product, name=text)),
    "Rename the product",
)
VOLUME = bind.Bound(
    "product-volume",
    lambda study: study.product.volume,
    lambda study, value: replace(study, product=replace(study.product, volume=value)),
    "Change the volume",
)


def test_typing_merges_into_one_step_of_undo(qtbot, context):
    field = bind.text(context, NAME)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "Bracket")
    assert context.study.product.name == "Bracket"
    assert context.session.undo_label == "Rename the product"
    context.session.undo()
    assert context.study.product.name == ""
    assert field.text() == ""


def test_composing_a_character_is_no_edit(qtbot, context):
    field = bind.text(context, NAME)
    qtbot.addWidget(field)
    QApplication.sendEvent(field, QInputMethodEvent("zhi", []))
    assert context.study.product.name == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("支架")
    QApplication.sendEvent(field, done)
    assert context.study.product.name == "支架"


def test_a_number_is_read_in_either_writing(qtbot, context):
    field = bind.number(context, VOLUME, "pieces")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "180 000")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert context.study.product.volume == 180000
    assert field.line.text() == "180000"


def test_text_that_is_no_number_stays_with_a_sentence_beside_it(qtbot, context):
    field = bind.number(context, VOLUME)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "many")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert context.study.product.volume is None
    assert field.line.text() == "many"
    assert "is no number" in field.problem.text()
    assert not field.problem.isHidden()


def test_another_edit_does_not_wipe_what_is_being_typed(qtbot, context):
    field = bind.number(context, VOLUME)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "many")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    context.edit(lambda study: NAME.put(study, "Other"), "Rename the product")
    assert field.line.text() == "many"


def test_undo_shows_the_old_number_again(qtbot, context):
    field = bind.number(context, VOLUME)
    qtbot.addWidget(field)
    context.edit(lambda study: VOLUME.put(study, 5.0), "Change the volume")
    context.edit(lambda study: VOLUME.put(study, 6.0), "Change the volume")
    context.session.undo()
    assert field.line.text() == "5"


MASS = bind.Bound(
    "product-mass",
    lambda study: study.product.mass,
    lambda study, value: replace(study, product=replace(study.product, mass=value)),
    "Change the mass",
)


def test_a_quantity_takes_the_unit_that_is_typed(qtbot, context):
    field = bind.quantity(context, MASS, ("kg", "g"))
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "12,5 g")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert context.study.product.mass == Quantity(12.5, "g")
    assert (field.line.text(), field.box.currentText()) == ("12.5", "g")


def test_a_unit_nobody_knows_stays_with_a_sentence(qtbot, context):
    field = bind.quantity(context, MASS, ("kg", "g"))
    qtbot.addWidget(field)
    qtbot.keyClicks(field.line, "12 stones")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert context.study.product.mass is None
    assert field.line.text() == "12 stones"
    assert "is not known" in field.problem.text()


def test_a_field_that_is_gone_is_not_told(qtbot, context):
    field = bind.text(context, NAME)
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    context.edit(lambda study: NAME.put(study, "Other"), "Rename the product")


def test_a_value_that_no_list_offers_is_shown_and_stays(qtbot, context):
    rules = bind.Bound(
        "rule-set",
        lambda study: study.rule_set,
        lambda study, value: replace(study, rule_set=value),
        "Choose the rule set",
    )
    context.edit(lambda study: replace(study, rule_set="pact-9"), "As in a file")
    box = bind.choice(context, rules, [("a", "Rules A"), ("b", "Rules B")])
    qtbot.addWidget(box)
    assert (box.currentText(), box.currentData()) == ("pact-9", "pact-9")
    context.edit(lambda study: replace(study, rule_set="b"), "Choose")
    assert box.currentText() == "Rules B"
