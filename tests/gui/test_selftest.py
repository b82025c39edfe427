"""The window's part of the self-test, on the window itself."""

from supplier_pcf.app.selftest import selftest
from supplier_pcf.gui.selftest import window_step
from supplier_pcf.i18n import LANGUAGES


def test_the_window_opens_in_every_language_and_is_drawn(qapp, in_own_fonts, tmp_path):
    said = []
    assert selftest(tmp_path, said.append, (window_step("test"),)), said
    assert said[-2].startswith("window: ok, 8 steps in 3 languages")
    for language in LANGUAGES:
        assert (tmp_path / f"window-{language}.png").stat().st_size > 20_000
