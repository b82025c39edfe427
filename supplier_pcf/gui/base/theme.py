"""How the window looks: light or dark as the system, one accent, and the roles of labels."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from supplier_pcf.paths import resources

OWN_FAMILIES = ("Noto Sans", "Noto Sans SC")
"""What the program brings."""
_OF_WINDOWS = ("Microsoft YaHei UI",) if sys.platform == "win32" else ()
"""Rare characters that ours do not have; elsewhere a family that is not there costs time."""
FAMILIES = (*OWN_FAMILIES, *_OF_WINDOWS)
LATIN = ("NotoSans_400Regular.ttf", "NotoSans_700Bold.ttf")
CHINESE = ("NotoSansSC_400Regular.ttf", "NotoSansSC-Bold-GB2312.ttf")
FONTS = (*LATIN, *CHINESE)
"""The Chinese ones are large: where nothing Chinese is shown at first, they come after the window."""
_SELF_PAINTED = "painted-by-qt"
"""Remembered on the application: under a style sheet a style does not tell its name."""
_BASE_SIZE = "text-size-of-the-system"
"""In points, remembered on the application before it is changed."""
_OF_QT = {"Windows", "Fusion"}
"""The styles that Qt has on any system."""
_NO_STYLE = ("windows", "common")
"""What Qt falls back to where the system has no look of its own."""
_EDGED = (
    "QLineEdit",
    "QTextEdit",
    "QPlainTextEdit",
    "QAbstractSpinBox",
    "QComboBox",
    "QCheckBox",
    "QRadioButton",
    "QAbstractButton",
    "QTableView",
    "QListView",
)
"""Widgets whose border Fusion derives from the colour of the window, and too faint where it is dark."""
_FUSION_DARKENS = 140
"""By how much, in percent."""


_FADED = 0.66
"""How much of its colour a text keeps that does not answer: it is still read, at 4.5 to 1."""


class Colours(NamedTuple):
    """The colours that the system's palette does not have; the PDF uses the same."""

    accent: str
    on_accent: str
    tint: str
    """Behind what is chosen."""
    quiet: str
    line: str
    edge: str
    """Around what can be filled in or ticked: 3 to 1 against every surface, as WCAG 1.4.11 asks."""
    grid: str
    """Between the cells of a table."""
    warning: str
    warning_tint: str
    error: str
    error_tint: str
    stages: dict[str, str]
    """Stage of the life cycle to the colour of its bar; never shown without its name."""


LIGHT = Colours(
    accent="#1B7A5A",
    on_accent="#FFFFFF",
    tint="#E6F2ED",
    quiet="#55616D",
    line="#D5DBE0",
    edge="#77818B",
    grid="#CBD2D8",
    warning="#8F4A00",
    warning_tint="#FDF1DF",
    error="#B3261E",
    error_tint="#FCE8E6",
    stages={
        "materials": "#1B7A5A",
        "inbound_transport": "#B05E00",
        "production": "#2F71A8",
        "packaging": "#3F1D5C",
        "waste": "#475357",
        "outbound_transport": "#8A4A00",
    },
)
DARK = Colours(
    accent="#4FC295",
    on_accent="#10161B",
    tint="#1F3A31",
    quiet="#A9B4BE",
    line="#3B4650",
    edge="#78848F",
    grid="#5B6772",
    warning="#F0B060",
    warning_tint="#33291B",
    error="#F28B82",
    error_tint="#3A2220",
    stages={
        "materials": "#4FC295",
        "inbound_transport": "#E5A04A",
        "production": "#6FB1E6",
        "packaging": "#7683EA",
        "waste": "#A3B2BE",
        "outbound_transport": "#F0BE80",
    },
)


def _heightened(found: Colours, ink: str) -> Colours:
    """Where the system asks for high contrast nothing is quiet and no line is faint."""
    return found._replace(quiet=ink, line=ink, edge=ink, grid=ink)


HIGH_LIGHT = _heightened(LIGHT, "#000000")
HIGH_DARK = _heightened(DARK, "#FFFFFF")
_HIGH = "high-contrast"
"""Remembered on the application: whether its user asked the system for high contrast."""


_LIGHT_SURFACES = {
    QPalette.ColorRole.Window: "#F5F7F8",
    QPalette.ColorRole.WindowText: "#1B2530",
    QPalette.ColorRole.Base: "#FFFFFF",
    QPalette.ColorRole.AlternateBase: "#F7F9FA",
    QPalette.ColorRole.Text: "#1B2530",
    QPalette.ColorRole.Button: "#FAFBFB",
    QPalette.ColorRole.ButtonText: "#1B2530",
    QPalette.ColorRole.ToolTipBase: "#FFFFFF",
    QPalette.ColorRole.ToolTipText: "#1B2530",
}
_DARK_SURFACES = {
    QPalette.ColorRole.Window: "#1A2026",
    QPalette.ColorRole.WindowText: "#E8ECEF",
    QPalette.ColorRole.Base: "#151A1F",
    QPalette.ColorRole.AlternateBase: "#1F262D",
    QPalette.ColorRole.Text: "#E8ECEF",
    QPalette.ColorRole.Button: "#2A323A",
    QPalette.ColorRole.ButtonText: "#E8ECEF",
    QPalette.ColorRole.ToolTipBase: "#2A323A",
    QPalette.ColorRole.ToolTipText: "#E8ECEF",
}
"""Where Qt paints by itself (Fusion); a native style keeps the system's surfaces."""


def is_dark(palette: QPalette) -> bool:
    """Whether the system writes light on dark."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def colours(palette: QPalette | None = None) -> Colours:
    """The colours that go with this palette; with the window's own where none is given."""
    return _found(dark=is_dark(palette or QGuiApplication.palette()))


def _found(*, dark: bool) -> Colours:
    app = QGuiApplication.instance()
    if app is not None and app.property(_HIGH):
        return HIGH_DARK if dark else HIGH_LIGHT
    return DARK if dark else LIGHT


def write_at(app: QApplication, percent: int) -> None:
    """Write everything in so many percent of the system's own size, from now on."""
    _resize(app, percent)
    dress(app, dark=is_dark(app.palette()))


def _resize(app: QApplication, percent: int) -> None:
    from supplier_pcf.gui.base.sizes import TEXT_SIZE

    base = app.property(_BASE_SIZE) or app.font().pointSizeF()
    app.setProperty(_BASE_SIZE, base)
    app.setProperty(TEXT_SIZE, percent)
    font = app.font()
    font.setPointSizeF(base * percent / 100)
    app.setFont(font)


def load_fonts(names: Sequence[str] = FONTS) -> None:
    """Make the program's own fonts known, so that it writes Chinese on any computer."""
    from PySide6.QtGui import QFontDatabase

    for name in names:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / name))


def apply(app: QApplication, percent: int = 100) -> None:
    """Dress the program: fonts, accent, roles; again whenever the system turns light or dark."""
    if percent != 100:
        _resize(app, percent)
    if not app.property(_SELF_PAINTED):
        _settle_style(app)
    _write_in_our_fonts(app)
    dress(app, dark=is_dark(app.palette()) if app.property(_SELF_PAINTED) else system_is_dark(app))
    hints = _hints(app)
    hints.colorSchemeChanged.connect(lambda _s: dress(app, dark=system_is_dark(app)))
    hints.accessibility().contrastPreferenceChanged.connect(
        lambda _c: dress(app, dark=system_is_dark(app))
    )


def new_app(program: str) -> QApplication:
    """The application, in Qt's own style where the system has none; to ask it afterwards takes longer."""
    from PySide6.QtWidgets import QStyleFactory

    if os.environ.get("QT_STYLE_OVERRIDE") or set(QStyleFactory.keys()) - _OF_QT:
        return QApplication([program])
    app = QApplication([program, "-style", "Fusion"])
    app.setProperty(_SELF_PAINTED, True)
    return app


def _settle_style(app: QApplication) -> None:
    style = app.style()
    if style is not None and style.name().lower() in _NO_STYLE:
        app.setStyle("Fusion")
    app.setProperty(_SELF_PAINTED, app.style().name().lower() == "fusion")


def system_is_dark(app: QApplication) -> bool:
    """Whether the system is set to light on dark; where it does not say, its style does."""
    from PySide6.QtCore import Qt

    scheme = app.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return is_dark(app.style().standardPalette())
    return scheme is Qt.ColorScheme.Dark


def asks_for_contrast(app: QApplication) -> bool:
    """Whether the user has set the system to high contrast."""
    return bool(_hints(app).accessibility().contrastPreference().value)


@cache
def _hints(app: QApplication) -> QStyleHints:
    """Held on to: Qt for Python forgets what hangs on it with it."""
    return app.styleHints()


def dress(app: QApplication, *, dark: bool) -> None:
    """Set colours and roles."""
    app.setProperty(_HIGH, asks_for_contrast(app))
    found = _found(dark=dark)
    palette = QPalette()
    if app.property(_SELF_PAINTED):
        _put(palette, _DARK_SURFACES if dark else _LIGHT_SURFACES)
    _put(palette, _accents(found))
    app.setPalette(palette)
    edged = _edged(palette, found) if app.property(_SELF_PAINTED) else palette
    for name in _EDGED:
        _dress_class(app, edged, name)
    table = copy(edged)
    table.setColor(QPalette.ColorRole.Highlight, QColor(found.tint))
    table.setColor(QPalette.ColorRole.HighlightedText, palette.text().color())
    _dress_class(app, table, "QTableView")
    _dress_class(app, table, "QTreeView")
    sheet = _sheet(found, app.font().pointSizeF())
    app.setStyleSheet(sheet + _own_sheet(found) if app.property(_SELF_PAINTED) else sheet)
    _write_in_our_fonts(app)


def _write_in_our_fonts(app: QApplication) -> None:
    """Everywhere; on Windows menus and lists have fonts of their own, which every new palette brings back."""
    font = app.font()
    font.setFamilies(list(FAMILIES))
    app.setFont(font)


def _dress_class(app: QApplication, palette: QPalette, name: str) -> None:
    """What only widgets of one class wear; Qt for Python takes a text where its stubs say bytes."""
    app.setPalette(palette, name)  # type: ignore[arg-type]


def _edged(palette: QPalette, found: Colours) -> QPalette:
    """The palette of widgets whose border is to be seen; of those that do not answer it is faint."""
    edged, group = copy(palette), QPalette.ColorGroup
    for each, colour in ((group.All, found.edge), (group.Disabled, found.line)):
        edged.setColor(each, QPalette.ColorRole.Window, QColor(colour).lighter(_FUSION_DARKENS))
    return edged


def _accents(found: Colours) -> dict[QPalette.ColorRole, str]:
    """Only what is ours is set; the rest stays the system's."""
    return {
        QPalette.ColorRole.Highlight: found.accent,
        QPalette.ColorRole.HighlightedText: found.on_accent,
        QPalette.ColorRole.Accent: found.accent,
        QPalette.ColorRole.Link: found.accent,
        QPalette.ColorRole.PlaceholderText: found.quiet,
    }


def _put(palette: QPalette, chosen: Mapping[QPalette.ColorRole, str]) -> None:
    for role, colour in chosen.items():
        palette.setColor(QPalette.ColorGroup.All, role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        if role in chosen:
            faded = QColor(chosen[role])
            faded.setAlphaF(_FADED)
            palette.setColor(QPalette.ColorGroup.Disabled, role, faded)


def _sheet(found: Colours, size: float) -> str:
    return f"""
QLabel[role="heading"] {{ font-size: {size * 1.45:.1f}pt; font-weight: 700; }}
QLabel[role="big"] {{ font-size: {size * 2.8:.1f}pt; font-weight: 700; }}
QLabel[role="medium"] {{ font-size: {size * 1.8:.1f}pt; font-weight: 700; }}
QLabel[role="quiet"] {{ color: {found.quiet}; }}
QLabel[role="strong"] {{ font-weight: 700; }}
QLabel[role="problem"] {{ color: {found.error}; }}
QPushButton[role="primary"] {{
    background: {found.accent}; color: {found.on_accent}; border: 1px solid {found.accent};
    border-radius: 4px; padding: 5px 18px; font-weight: 700;
}}
QPushButton[role="primary"]:focus {{ border: 2px solid palette(window-text); padding: 4px 17px; }}
QPushButton[role="primary"]:disabled {{ background: {found.line}; color: {found.quiet}; }}
QFrame[role="line"] {{ color: {found.line}; }}
QFrame[role="hint"] {{ background: palette(base); border: 2px solid {found.accent}; border-radius: 6px; }}
QFrame[role="card"] {{ border: 1px solid {found.line}; border-radius: 6px; }}
QFrame[role="part"] {{ border: 1px solid transparent; border-radius: 4px; }}
QFrame[role="part"]:hover {{ border-color: {found.line}; }}
QFrame[role="part"]:focus {{ border: 2px solid palette(highlight); }}
QFrame[role="card"]:focus {{ border: 2px solid palette(highlight); }}
QTableView {{ gridline-color: {found.grid}; }}
QTableView#result-rows::item, QTableView#factor-table::item,
QTableView#library-table::item {{ padding: 0 5px; }}
QTableView#result-rows::item:selected, QTableView#factor-table::item:selected,
QTableView#library-table::item:selected {{
    background: {found.tint};
    border-top: 1px solid {found.accent}; border-bottom: 1px solid {found.accent};
}}
"""


def _own_sheet(found: Colours) -> str:
    """What is added where Qt paints by itself."""
    return f"""
QHeaderView {{ background: palette(alternate-base); }}
QHeaderView::section, QTableCornerButton::section {{
    background: palette(alternate-base); color: {found.quiet}; padding: 2px 4px;
    border: none; border-right: 1px solid {found.grid}; border-bottom: 1px solid {found.grid};
}}
QHeaderView::up-arrow, QHeaderView::down-arrow {{
    subcontrol-origin: margin; subcontrol-position: top center; width: 7px; height: 7px;
}}
QAbstractScrollArea::corner {{ background: palette(alternate-base); }}
"""
