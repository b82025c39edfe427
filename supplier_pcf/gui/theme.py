"""How the window looks: light or dark as the system, one accent, and the roles of labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from supplier_pcf.paths import resources

FAMILIES = ("Noto Sans", "Noto Sans SC")
_FONTS = (
    "NotoSans_400Regular.ttf",
    "NotoSans_700Bold.ttf",
    "NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold-GB2312.ttf",
)
_SELF_PAINTED = "painted-by-qt"
"""Remembered on the application: under a style sheet a style does not tell its name."""
_NO_STYLE = ("windows", "common")
"""What Qt falls back to where the system has no look of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours that the system's palette does not have; the PDF uses the same."""

    accent: str
    on_accent: str
    tint: str
    """Behind what is chosen."""
    quiet: str
    line: str
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
    return DARK if is_dark(palette or QGuiApplication.palette()) else LIGHT


def load_fonts() -> None:
    """Make the program's own fonts known, so that it writes Chinese on any computer."""
    from PySide6.QtGui import QFontDatabase

    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / name))


def apply(app: QApplication) -> None:
    """Dress the program: fonts, accent, roles; again whenever the system turns light or dark."""
    style = app.style()
    if style is not None and style.name().lower() in _NO_STYLE:
        app.setStyle("Fusion")
    app.setProperty(_SELF_PAINTED, app.style().name().lower() == "fusion")
    font = app.font()
    font.setFamilies(list(FAMILIES))
    app.setFont(font)
    dress(app, dark=system_is_dark(app))
    app.styleHints().colorSchemeChanged.connect(lambda _s: dress(app, dark=system_is_dark(app)))


def system_is_dark(app: QApplication) -> bool:
    """Whether the system is set to light on dark; where it does not say, its style does."""
    scheme = app.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return is_dark(app.style().standardPalette())
    return scheme is Qt.ColorScheme.Dark


def dress(app: QApplication, *, dark: bool) -> None:
    """Set colours and roles."""
    found = DARK if dark else LIGHT
    palette = QPalette()
    if app.property(_SELF_PAINTED):
        _put(palette, _DARK_SURFACES if dark else _LIGHT_SURFACES)
    _put(palette, _accents(found))
    app.setPalette(palette)
    app.setStyleSheet(_sheet(found, app.font().pointSizeF()))


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
            faded.setAlphaF(0.45)
            palette.setColor(QPalette.ColorGroup.Disabled, role, faded)


def _sheet(found: Colours, size: float) -> str:
    return f"""
QLabel[role="heading"] {{ font-size: {size * 1.45:.1f}pt; font-weight: 700; }}
QLabel[role="big"] {{ font-size: {size * 2.8:.1f}pt; font-weight: 700; }}
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
"""
