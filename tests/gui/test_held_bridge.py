"""A page that cannot be seen hears of changes when it is shown again, as of one."""

from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.held_bridge import HeldBridge


def heard_by(context):
    held, heard = HeldBridge(context.bridge), []
    held.changed.connect(lambda before, after: heard.append((before.title, after.title)))
    return held, heard


def rename(context, title):
    from dataclasses import replace

    context.edit(lambda study: replace(study, title=title), "Rename")


def test_what_was_missed_is_heard_as_one_change(context):
    held, heard = heard_by(context)
    for title in ("a", "b", "c"):
        rename(context, title)
    assert heard == []
    held.listen(True)
    assert heard == [("", "c")]
    rename(context, "d")
    assert heard == [("", "c"), ("c", "d")]
    held.listen(False)
    held.listen(True)
    assert len(heard) == 2


def test_a_change_that_was_taken_back_meanwhile_is_none(context):
    held, heard = heard_by(context)
    rename(context, "a")
    context.session.undo()
    held.listen(True)
    assert heard == []


def test_a_page_shows_on_its_return_what_was_done_on_another(qtbot, window):
    window.start_study(lambda: sample_study("stamped-bracket"))
    window.show_step("materials")
    window.show_step("energy")
    window.session.edit(lambda _study: Study(), "Empty")
    table = window.page("materials").materials
    assert table.model.rowCount() > 0
    window.show_step("materials")
    assert table.model.rowCount() == 0
