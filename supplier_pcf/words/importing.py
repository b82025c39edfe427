"""Sentences of importing: what is wrong, where, and what to do."""

from __future__ import annotations

_REFUSALS = {
    "import.is_a_folder": "{file} is a folder, not a file. Choose a table in it.",
    "import.file_missing": "{file} was not found. Check the name and the folder.",
    "import.file_in_use": "{file} is held by another program. Close it there and try again.",
    "import.file_unreadable": (
        "{file} could not be read: {reason}. Close it in other programs, or ask its owner for access."
    ),
    "import.file_empty": "{file} is empty. Export the table again and choose the new file.",
    "import.file_too_large": (
        "{file} is larger than {limit} MB. Keep only the sheet with the table in a copy and choose that."
    ),
    "import.is_encrypted": (
        "{file} is protected by a password. Save a copy without the password in Excel and choose that."
    ),
    "import.is_old_workbook": (
        "{file} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and choose that."
    ),
    "import.is_pdf": (
        "{file} is a PDF. Ask for the table as Excel or CSV, or copy it into a sheet."
    ),
    "import.is_web_page": (
        "{file} is a web page, though its name may say otherwise. "
        "Open it in Excel, save it as .xlsx and choose that."
    ),
    "import.is_xml": "{file} is XML, not a table. Open it in Excel, save it as .xlsx and choose that.",
    "import.is_picture": "{file} is a picture. Ask for the table as Excel or CSV.",
    "import.not_a_workbook": (
        "{file} is not an Excel workbook of the kind .xlsx or .xlsm. Save it as .xlsx and choose that."
    ),
    "import.not_text": (
        "{file} is neither a workbook nor readable text. Save the table as .xlsx or as CSV (UTF-8)."
    ),
    "import.damaged": (
        "{file} is damaged. Open it in Excel, let Excel repair it, save it and choose the new file."
    ),
    "import.suspicious": (
        "{file} is built in a way that no spreadsheet program builds a workbook, so it is not opened. "
        "Copy the table into a new workbook and choose that."
    ),
    "import.expands_too_far": (
        "{file} would grow far beyond its size when opened, so it is not opened. "
        "Copy the table into a new workbook and choose that."
    ),
    "import.too_many_rows": (
        "{file} has more than {limit} rows. Keep only the rows of this product or year in a copy."
    ),
    "import.too_many_columns": (
        "{file} has more columns than can be read ({limit} in a table of ordinary length). "
        "Keep only the columns of the table in a copy."
    ),
    "import.quotes_open": (
        "In {file} a quotation mark is opened and never closed. Save the table as .xlsx and choose that."
    ),
    "import.factor_no_headings": (
        "No row of headings for factors was found in {file}. It needs at least name, unit and kg_co2e; "
        "all that may stand there: {columns}."
    ),
    "import.no_sheet": "{file} has no sheet with anything in it. Choose the file that holds the table.",
    "import.no_such_sheet": "{file} has no sheet {sheet}. Its sheets are: {sheets}.",
    "import.no_bom_headings": (
        "No row of headings was found in {file}. Looked for a part number, name or material together with "
        "a quantity or a mass, in the first 60 rows. Name the columns yourself, or add a row of headings."
    ),
    "import.no_bom_rows": (
        "{file} has headings but no lines under them. Choose the sheet that holds the bill of materials."
    ),
    "import.no_energy_headings": (
        "No row of headings was found in {file}. Looked for months together with electricity, gas or "
        "another carrier, in the first 60 rows. Add a row of headings such as: month, electricity (kWh)."
    ),
    "import.no_such_field": "There is no field {field} to read a column of {file} as.",
    "import.no_such_column": (
        "{file} has no column {column}. Name a column by its letters, such as C, or by its heading."
    ),
}

_ROWS_LEFT_ASIDE = {
    "import.title_row": "Row {row} stands above the headings.",
    "import.heading_row": "Row {row} holds the headings.",
    "import.blank_row": "Row {row} is empty.",
    "import.total_row": "Row {row} sums up other rows, which are counted themselves.",
    "import.repeated_heading": "Row {row} repeats the headings, as after a page break.",
    "import.page_row": "Row {row} belongs to the printed page, not to the table.",
    "import.remark_row": "Row {row} is a remark.",
    "import.set_aside": "Row {row} was set aside by you.",
    "import.left_out_with": "Row {row}, {name}, belongs to row {parent_row}, which is left out.",
    "import.packaging_row": "Row {row}, {name}, is packaging: enter it on the packaging step.",
    "import.product_row": "Row {row}, {name}, is the product itself.",
    "import.no_amount_row": "Row {row} holds no amount.",
    "import.water_ignored": "Row {row}, {name}, is water: it is no energy. Enter it as a material if it matters.",
    "import.money_ignored": "Row {row}, {name}, is money, not an amount of energy.",
    "import.not_a_consumption": "Row {row}, {name}, is no amount of energy used.",
}

_VALUES = {
    "import.not_a_number": (
        "Cell {cell} ({heading}) says “{value}” where a number is expected. Enter the number there."
    ),
    "import.error_value": (
        "Cell {cell} ({heading}) holds the error {value}. Correct the formula in the workbook, or enter the number."
    ),
    "import.date_for_number": (
        "Cell {cell} ({heading}) holds a date, {value}: Excel may have turned a number into it. Enter the number."
    ),
    "import.absurd": "Cell {cell} ({heading}) holds {value}, which is beyond all measure. Check the number.",
    "import.negative": "Cell {cell} ({heading}) holds {value}, less than zero. Check the number.",
    "import.zero": (
        "Cell {cell} ({heading}) says 0. Enter the real number, or remove the row if nothing goes in."
    ),
    "import.number_ambiguous": (
        "Cell {cell} ({heading}) says {value}: that is {with_comma} with a decimal comma and {with_point} with a "
        "decimal point. Say which the file uses."
    ),
    "import.formula_not_calculated": (
        "Cell {cell} holds a formula without a result. Open the workbook in Excel, save it, and import it again."
    ),
    "import.formulas_not_calculated": (
        "Cells with a formula and no result: {count}, the first is {cell}. "
        "Open the workbook in Excel, save it, and import it again."
    ),
    "import.unit_missing": (
        "Cell {cell} ({heading}) says {value} without a unit. Choose the unit of the column, or enter it in the file."
    ),
    "import.unit_unknown": "The unit “{value}” near cell {cell} is not known. Choose the unit.",
    "import.unit_not_mass": (
        "Cell {cell} ({heading}) has the unit {unit}, which is not a mass. Choose a unit of mass."
    ),
    "import.not_a_share": "Cell {cell} ({heading}) says {value}, which is not a share up to 100 %. Check it.",
}

_LINES = {
    "import.no_quantity": "Row {row}, {name}, says no quantity (cell {cell}). Enter how many go in.",
    "import.no_mass": (
        "Row {row}, {name}, is counted in pieces and has no mass. Weigh one, or choose a factor per piece."
    ),
    "import.no_net_mass": (
        "Row {row}, {name}, has a gross mass (cell {cell}) and no net mass. Enter the mass of the finished part."
    ),
    "import.no_mass_of_measured": (
        "Row {row}, {name}, says {amount} {unit} and no mass. Enter the mass of one {unit}, or choose a factor per {unit}."
    ),
    "import.mass_of_what": (
        "Row {row}, {name}, says {amount} {unit} and {mass} (cell {cell}). "
        "Say whether that is the mass of one {unit} or of the whole line."
    ),
    "import.mass_and_quantity_differ": (
        "Row {row}, {name}: the quantity is {quantity} and the mass {mass} (cell {cell}). "
        "Say which is net and which is gross."
    ),
    "import.gross_below_net": (
        "Row {row}, {name}: the gross mass {gross} (cell {cell}) is less than the net mass {net}. Check both."
    ),
    "import.mass_absurd": (
        "Row {row}, {name}: {value} in cell {cell} is too heavy for this product. Check the unit, g or kg."
    ),
    "import.level_unreadable": "Row {row}, {name}, has no readable level. Enter the level, or its assembly.",
    "import.no_name": "Row {row} has numbers but no part number, name or material. Enter what it is.",
    "import.assembly_by_measure": (
        "Row {row}, {name}, has parts under it and a quantity that is no number of pieces. "
        "Say for which amount of it the parts are."
    ),
    "import.parent_open": (
        "Row {row}, {name}, belongs to row {parent_row}, whose quantity is open. Settle that row first and import again."
    ),
    "import.other_product": (
        "Row {row}, {name}, belongs to another product in the same table. Import each product into its own study."
    ),
    "import.origin_unknown": (
        "Row {row}, {name}: the origin “{value}” is no place we know. It stays as it is; write the code of the country."
    ),
    "import.level_skipped": "Row {row}, {name}, skips a level. It was put under the nearest row above it.",
    "import.looks_like_packaging": (
        "Row {row}, {name}, looks like packaging. If it is, enter it on the packaging step and remove it here."
    ),
    "import.heavier_than_product": (
        "Row {row}, {name}, weighs {mass}, more than the product ({product}). Check the unit and the quantity."
    ),
    "import.assembly_mass_differs": (
        "Row {row}, {name}, weighs {mass}, its parts together {parts}. The parts are counted. "
        "Check whether the parts' masses are net, and whether a part is missing."
    ),
    "import.several_products": (
        "From row {row} ({name}) on the table holds another product. Only the first one was read."
    ),
    "import.part_numbers_repeated": (
        "Part numbers that stand in several lines: {count}, such as {examples}. All lines were kept."
    ),
}

_COLUMNS = {
    "import.decimal_settled": (
        "Column {heading}: numbers such as 1,234 ({count} of them) were read with “{mark}” as the decimal mark, as in cell "
        "{cell} ({value})."
    ),
    "import.decimal_unclear": (
        "Column {heading}: numbers that could be read in two ways: {count}. Cell {cell} says {value}, which is "
        "{with_comma} with a decimal comma and {with_point} with a decimal point. Say which the file uses."
    ),
    "import.decimal_mixed": (
        "Column {heading} uses both decimal comma and decimal point, so some numbers stay open ({count}). Cell {cell} says "
        "{value}, which is {with_comma} with a decimal comma and {with_point} with a decimal point."
    ),
    "import.mass_read_per_piece": (
        "Column {heading} does not say what its mass is for. It was read as the mass of one piece, not of the line."
    ),
    "import.quantity_assumed_one": "The table has no column of quantities. Each line was read as one piece.",
    "import.scrap_not_used": (
        "Column {heading} was not used, as it does not say of what the scrap is a share. "
        "Enter gross masses, or the yield of a process step."
    ),
    "import.recycled_kind_open": (
        "Column {heading} was not used, as it does not say whether the recycled part comes from production "
        "(pre-consumer) or from used products (post-consumer). Name it as one of the two."
    ),
    "import.columns_unused": "These columns were not used: {columns}.",
    "import.factor_columns_unused": "These columns are not part of the layout and were not read: {columns}.",
    "import.factor_incomplete": (
        "Row {row} was left out: {columns} missing or not usable. A factor without its source and boundary is not taken."
    ),
    "import.factor_twice": (
        "Row {row} was left out: the id “{id}” stands in more than one row. Give each factor an id of its own."
    ),
    "import.factor_id": (
        "Row {row} was left out: the id “{id}” does not begin with own:, supplier: or licensed:, or holds a space. "
        "Correct it, or leave it empty."
    ),
    "import.factor_number": (
        "Row {row} was left out: “{value}” in the column {column} is not a plain number of zero or more "
        "(of zero or less for removals and uptake). "
        "Enter the number alone."
    ),
    "import.factor_parts": (
        "Row {row} was left out: its parts add up to more than its figure of {value}. Enter the whole without uptake."
    ),
    "import.factor_share": "Row {row} was left out: {value} in “{column}” is more than the whole. Enter 0 to 1.",
    "import.factor_gsd": (
        "Row {row} was left out: a geometric standard deviation of {value} is below 1. Enter 1 or more, or nothing."
    ),
    "import.factor_unit": (
        "Row {row} was left out: the unit “{unit}” is not known. Enter a unit as kg, kWh, m2, t.km or piece."
    ),
    "import.factor_place": (
        "Row {row} was left out: the place “{place}” is not known. Enter a country code such as CN, CN-ZJ or GLO."
    ),
    "import.factor_word": (
        "Row {row} was left out: “{value}” cannot stand in the column {column}. It may hold: {choices}."
    ),
    "import.factor_formula": (
        "Row {row} was left out: cell {cell} holds a formula without a result. Enter its value and save the table again."
    ),
    "import.encoding_inferred": (
        "{file} does not say how its letters are encoded. It was read as {encoding}; check a name with special letters."
    ),
    "import.other_sheets": "Sheet {sheet} was read. These sheets look like such a table too: {sheets}.",
    "import.column_of_money": "Column {heading} is money and was not used.",
    "import.column_of_water": "Column {heading} is water, no energy, and was not used.",
    "import.column_not_a_consumption": "Column {heading} is no amount of energy used and was left aside.",
    "import.part_of_total_ignored": (
        "Column {heading} is part of a total that has a column of its own. The total was read."
    ),
}

_ENERGY = {
    "import.negative_reading": (
        "Cell {cell} ({heading}) holds {value}, less than zero, as in a credit note. Correct the bill it belongs to."
    ),
    "import.date_unreadable": (
        "Row {row}: “{value}” is no month or day that can be read. Write it as 2025-01 or 2025-01-31."
    ),
    "import.date_ambiguous": (
        "Row {row}: {value} could be two days. Write it as year-month-day, such as 2025-01-31."
    ),
    "import.year_missing": "Row {row}: {value} has no year. Say which year the table is for.",
    "import.carrier_unknown": (
        "Row {row}: “{value}” is no form of energy that is known here. Choose what it is."
    ),
    "import.unit_does_not_fit": (
        "Row {row}: the unit {value} does not fit {heading} (cell {cell}). Check the unit."
    ),
    "import.unit_changes": (
        "Row {row}: the unit is {value}, in the rows above it is {unit} (cell {cell}). Enter it as a meter of its own."
    ),
    "import.month_twice": (
        "Row {row}: {value} stands in row {other_row} already. Only that one is counted. "
        "Remove one, or enter the second as a meter of its own."
    ),
    "import.bills_overlap": (
        "Row {row}: the days {value} overlap with those of row {other_row}. Only that bill is counted. Check the days."
    ),
    "import.months_missing": "{name}: months without a reading: {months} ({count} in all). Add the missing bills.",
    "import.less_than_a_year": (
        "Months in the table: {count}. A whole year evens out seasons: add the missing months or say why not."
    ),
    "import.unlike_other_months": (
        "{name}: {month} says {value} {unit}, more than ten times the usual {usual}. Check the number and the unit."
    ),
    "import.heating_value_open": (
        "{name} is given in {unit} without saying whether that is the gross or the net heating value. "
        "The bill says it (Hs or Ho: gross; Hi or Hu: net). Choose the unit."
    ),
    "import.own_power": (
        "{name} is electricity made on site. On the energy step, say so and whether its certificates were sold."
    ),
    "import.carrier_from_title": "The carrier was taken from the title: {carrier}.",
    "import.year_from_title": "The months have no year. {year} was taken from the title or the file's name.",
    "import.day_taken_as_month": (
        "Column {heading} holds days in the middle of a month. Each amount was put into the month of its day; "
        "check whether the bill is for the month before."
    ),
    "import.total_differs": (
        "{name}: row {row} gives a total of {total} {unit}, the readings sum to {sum} {unit}. Check for a missing month."
    ),
}

SENTENCES: dict[str, str] = {
    **_REFUSALS,
    **_ROWS_LEFT_ASIDE,
    **_VALUES,
    **_LINES,
    **_COLUMNS,
    **_ENERGY,
}
