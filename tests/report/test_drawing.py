"""Colours can be read by everybody, on paper and on dark screens."""

from itertools import combinations

import pytest

from supplier_pcf.domain.flows import PCF_STAGES, Stage
from supplier_pcf.report.drawing import DARK, LIGHT, Role, stage_role

TEXTS = (Role.TEXT, Role.MUTED, Role.WARNING, Role.ERROR, Role.ACCENT)
GROUNDS = (Role.PAPER, Role.PANEL, Role.WARNING_PANEL)
BARS = (*(stage_role(stage) for stage in Stage), Role.OTHERS)
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SIGHT = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def linear(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(rgb):
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(first, second):
    low, high = sorted((luminance(linear(first)), luminance(linear(second))))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505
    y = luminance(rgb)
    z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089
    fx, fy, fz = (max(v, 0) ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour, matrix):
    rgb = linear(colour)
    return lab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in matrix])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_role_has_a_colour_and_texts_pass_wcag_aa(palette):
    assert set(palette) == set(Role)
    for text in TEXTS:
        for ground in GROUNDS:
            assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_stand_out_from_the_ground_and_carry_readable_text(palette):
    for bar in BARS:
        assert contrast(palette[bar], palette[Role.PAPER]) >= 3
        assert contrast(palette[bar], palette[Role.ON_COLOUR]) >= 4.5


@pytest.mark.parametrize("kind", SIGHT)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_stages_differ_for_colour_blind_readers(palette, kind):
    colours = [seen(palette[stage_role(stage)], SIGHT[kind]) for stage in PCF_STAGES]
    for first, second in combinations(colours, 2):
        assert sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5 > 14
