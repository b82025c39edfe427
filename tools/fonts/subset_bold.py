"""Makes the bold Chinese font we ship: Noto Sans SC Bold with GB 2312 and Latin only.

Usage: python tools/fonts/subset_bold.py NotoSansSC_700Bold.ttf resources/fonts/NotoSansSC-Bold-GB2312.ttf
Needs fonttools. Rare name characters are missing here; the report then takes the regular weight.
"""

from __future__ import annotations

import sys

from fontTools import subset

FIRST_ROW, LAST_ROW = 0xA1, 0xF7
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2040), 0x2192, 0x2264, 0x2265)


def gb2312() -> set[int]:
    """The code points of GB 2312."""
    found = set()
    for row in range(FIRST_ROW, LAST_ROW + 1):
        for cell in range(0xA1, 0xFF):
            text = bytes((row, cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def main(source: str, target: str) -> None:
    """Writes the subset; the same source gives the same bytes."""
    options = subset.Options()
    options.hinting = False
    options.recalc_timestamp = False
    options.name_IDs = ["*"]
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=gb2312() | set(LATIN))
    subsetter.subset(font)
    subset.save_font(font, target, options)


if __name__ == "__main__":
    main(*sys.argv[1:])
