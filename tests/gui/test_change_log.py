"""The change log in the window."""

from dataclasses import replace

from supplier_pcf.gui.window.change_log import ChangeLogDialog
from tests.build import a_study


def test_the_newest_change_stands_first(qtbot, qtmodeltester, context, tmp_path):
    session = context.session
    session.start(a_study())
    session.edit(lambda study: replace(study, title="T"), "Change the title")
    session.save(tmp_path / "a.spcf")
    session.edit(lambda study: replace(study, title="U"), "Change it again")
    session.save()
    dialog = ChangeLogDialog(context)
    qtbot.addWidget(dialog)
    qtmodeltester.check(dialog.model)
    said = [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())]
    assert said == ["Change it again", "Change the title"]
    assert dialog.model.index(0, 0).data() == "2026-03-01 12:00"
    session.close()
