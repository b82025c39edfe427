"""Make the tables of the sample "stamped bracket": a bill of materials and a year of energy.

The plant, its suppliers and its part numbers are invented; masses and amounts are of the size such a
plant has. The bill is as untidy as those that come out of an ERP system, on purpose.
"""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"

TITLES = (
    "宁波甬东精密冲压有限公司",
    "Ningbo Yongdong Precision Stamping Co., Ltd.",
    "物料清单 BOM   BR-2041-00   版本 C",
)
HEADINGS = (
    ("层级\nLevel", "物料编码\nPart No.", "物料名称\nDescription", "材质\nMaterial", "类别\nType",
     "用量\nQty", "单位\nUnit", "单重 Unit weight", "", "", "供应商\nSupplier", "产地\nOrigin", "备注\nRemark"),
    ("", "", "", "", "", "", "", "净重 Net", "毛重 Gross", "重量单位 Wt. unit", "", "", ""),
)  # fmt: skip
WIDTHS = (7, 16, 34, 22, 8, 8, 7, 11, 11, 10, 22, 12, 26)

FIRST_PAGE = (
    (0, "BR-2041-00", "冲压支架总成 Bracket assembly", "", "成品", 1, "PCS", "1.28", "", "kg", "", "", "图纸质量"),
    (1, "BR-2041-10", "支架焊接件 Welded bracket", "", "自制", 1, "PCS", "1.139", "", "kg", "", "", ""),
    (2, "BR-2041-11", "支架本体 Bracket body", "SPCC (DC01) 2.0 mm", "自制", 1, "PCS", "842", "1,236", "g",
     "杭州湾钢材加工", "浙江 宁波", "冷轧卷 1250 mm"),
    (2, "BR-2041-12", "加强板 Reinforcement plate", "DX51D+Z 1.5 mm", "自制", 1, "件", "０．２１４", "0.305", "kg",
     "杭州湾钢材加工", "浙江 宁波", "镀锌卷"),
    (2, "WN-M8-F", "焊接螺母 Weld nut M8", "20#", "外购", 2, "个", "12.5", "", "g", "海曙紧固件", "浙江 宁波", ""),
    (2, "WS-M10-35", "焊接螺柱 Weld stud M10x35", "35#", "外购", 2, "个", "２６", "", "g", "海曙紧固件", "浙江 宁波", ""),
    (2, "AX-ER506", "焊丝 Welding wire 1.0 mm", "ER50-6", "辅料", 6, "g", "", "", "", "东海焊材", "江苏 常州", ""),
    (1, "BU-16-20", "衬套 Bushing", "20#", "外购", 1, "PCS", "46", "71", "g", "慈溪精工", "浙江 慈溪", "冷拔管车削"),
    (1, "SP-25-40", "隔套 Spacer tube 25x4x40", "20#", "外购", 1, "PCS", "83", "96", "g", "慈溪精工", "浙江 慈溪", ""),
)  # fmt: skip
SECOND_PAGE = (
    (1, "CP-08-PP", "护帽 Cap", "PP", "外购", 1, "个", "8", "8.3", "g", "余姚塑料制品", "浙江 余姚", "注塑"),
    (1, "FS-10-EP", "密封泡棉条 Foam strip", "EPDM", "外购", 0.15, "m", "22", "", "g", "余姚塑料制品", "浙江 余姚", "单重按每米"),
    (1, "PK-CT-40", "纸箱 Corrugated carton", "瓦楞纸", "包装", 0.02, "个", "620", "", "g", "江北纸业", "浙江 宁波", "每箱50件"),
    (1, "PK-PE-01", "PE袋 PE bag", "LDPE", "包装", 1, "个", "9", "", "g", "江北纸业", "浙江 宁波", ""),
)  # fmt: skip

MONTHS = tuple(f"2025年{month}月" for month in range(1, 13))
ELECTRICITY_KWH = (148_600, 98_400, 161_200, 158_700, 156_300, 163_900,
                   174_500, 172_800, 162_100, 143_600, 159_900, 160_000)  # fmt: skip
GAS_M3 = (9_820, 6_940, 8_310, 6_450, 5_220, 4_870, 4_610, 4_590, 4_980, 5_640, 7_450, 9_120)
DIESEL_L = (610, 420, 650, 640, 630, 640, 660, 650, 640, 590, 640, 630)
WATER_T = (830, 560, 910, 900, 890, 940, 1_010, 1_000, 930, 820, 900, 890)
COST_CNY = (106_700, 70_650, 115_740, 113_950, 112_220, 117_680,
            130_880, 129_600, 116_390, 103_100, 114_810, 114_880)  # fmt: skip

_THIN = Side(style="thin", color="999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def write_bill(path: Path) -> None:
    """Write the bill of materials as an ERP system prints it."""
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2025, 11, 3, 9, 12)  # noqa: DTZ001
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError(sheet)
    sheet.title = "BOM"
    _titles(sheet)
    _headings(sheet, 5)
    row = _lines(sheet, 7, FIRST_PAGE)
    sheet.cell(row, 1, "第 1 页 / 共 2 页")
    _headings(sheet, row + 1)
    row = _lines(sheet, row + 3, SECOND_PAGE)
    _foot(sheet, row + 1)
    for index, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKLM"[index]].width = width
    sheet.freeze_panes = "A7"
    book.save(path)


def _titles(sheet: Worksheet) -> None:
    for row, text in enumerate(TITLES, 1):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=13)
        sheet.cell(row, 1, text).font = Font(bold=row != 2, size=14 if row == 1 else 10)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
    sheet.cell(4, 1, "打印日期 Print date:")
    sheet.cell(4, 3, "2025-11-03 09:12")
    sheet.cell(4, 11, "打印人: zhouw")


def _headings(sheet: Worksheet, row: int) -> None:
    """Two rows of headings, merged as people merge them."""
    for offset, texts in enumerate(HEADINGS):
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(row + offset, column, text or None)
            cell.font, cell.border = Font(bold=True), _BOX
            cell.fill = PatternFill("solid", fgColor="D9E2EC")
            cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    sheet.merge_cells(start_row=row, start_column=8, end_row=row, end_column=10)
    for column in (*range(1, 8), *range(11, 14)):
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + 1, end_column=column)


def _lines(sheet: Worksheet, row: int, lines: tuple[tuple[object, ...], ...]) -> int:
    """Write lines from a row on; the row after them."""
    for texts in lines:
        for column, value in enumerate(texts, 1):
            cell = sheet.cell(row, column, None if value == "" else value)  # type: ignore[arg-type]
            cell.border = _BOX
            if column in {8, 9}:
                cell.number_format = "@"
        row += 1
    return row


def _foot(sheet: Worksheet, row: int) -> None:
    """A blank row stands above; then the total, a remark and the names."""
    sheet.cell(row, 1, "合计")
    sheet.cell(row, 8, "1.279")
    sheet.cell(row, 10, "kg")
    sheet.merge_cells(start_row=row + 1, start_column=1, end_row=row + 1, end_column=13)
    sheet.cell(row + 1, 1, "备注：重量含焊丝，不含包装；表面锌镍镀层为外协，不在本清单。")
    sheet.cell(row + 2, 1, "制表: 周伟")
    sheet.cell(row + 2, 6, "审核: 陈静")


def write_energy(path: Path) -> None:
    """Write the plant's year of energy as its accounts export it: GBK, months down, a total row."""
    columns = (ELECTRICITY_KWH, GAS_M3, DIESEL_L, WATER_T, COST_CNY)
    with path.open("w", encoding="gbk", newline="") as stream:
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(["2025年能源消耗统计表", "", "", "", "", ""])
        table.writerow(["月份", "电 (度)", "天然气 (m3)", "柴油 (L)", "水 (吨)", "电费(元)"])
        table.writerows(zip(MONTHS, *columns, strict=True))
        table.writerow(["年合计", *(sum(column) for column in columns)])


def main() -> int:
    """Write both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    write_bill(FOLDER / "bom.xlsx")
    write_energy(FOLDER / "energy-2025.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main())
