"""Column headings as companies write them in English, Chinese and German, by field.

Words are separated by `|`. Whether capitals, spaces or punctuation differ does not matter.
"""

from __future__ import annotations

BOM_FIELDS: dict[str, str] = {
    "level": "level|lvl|bom level|indent|indent level|structure level|explosion level|层级|层次|级别|阶层|阶次|bom层级|bom级别|层|"
    "stufe|ebene|strukturstufe|stücklistenstufe|auflösungsstufe|baustufe",
    "position": "pos|pos.|position|item|item no|item number|find no|find number|no|no.|nr|#|line|line no|序号|项次|行号|项目号|"
    "posnr|pos-nr|positionsnummer|lfd nr|stl pos",
    "part_number": "part number|part no|part no.|part-no|p/n|pn|part|item code|part code|material number|material no|"
    "material code|component|component number|component no|article number|article no|article|sku|drawing number|"
    "料号|物料编码|物料编号|物料号|物料代码|零件号|零部件号|零件编号|件号|图号|品号|编码|存货编码|子件编码|子项物料编码|代码|"
    "teilenummer|teile-nr|teilenr|teil|sachnummer|sachnr|artikelnummer|artikel-nr|artikelnr|artikel|materialnummer|"
    "material-nr|materialnr|komponente|komponentennummer|zeichnungsnummer|ident-nr|identnummer",
    "name": "name|description|part name|item name|item description|part description|component name|component description|"
    "designation|title|material description|品名|名称|物料名称|零件名称|零部件名称|物料描述|描述|零件描述|存货名称|子件名称|"
    "子项物料名称|品名规格|"
    "benennung|bezeichnung|beschreibung|teilebezeichnung|teilename|artikelbezeichnung|kurztext|materialkurztext|"
    "objektkurztext|komponentenbezeichnung",
    "material": "material|material grade|grade|raw material|material spec|material specification|material name|substance|"
    "材质|材料|材料牌号|牌号|材料名称|原材料|材质牌号|"
    "werkstoff|werkstoffbezeichnung|werkstoffnummer|werkstoff-nr|materialgüte|güte|rohstoff",
    "quantity": "quantity|qty|qty.|quantity per|qty per|qty per assembly|qty/assy|quantity per assembly|usage|usage per|amount|"
    "component quantity|comp qty|per unit qty|单位用量|单机用量|单台用量|用量|数量|单件用量|标准用量|定额用量|定额|使用数量|"
    "menge|menge je|menge je einheit|stückzahl|anzahl|verbrauchsmenge|einsatzmenge|komponentenmenge|menge pro",
    "unit": "unit|uom|u/m|um|unit of measure|qty unit|base unit|units|单位|计量单位|用量单位|基本单位|数量单位|"
    "me|einheit|mengeneinheit|basismengeneinheit|komponentenmengeneinheit|meh|bme|eh|kme",
    "net_mass": "net mass|net weight|net wt|net wt.|net|finished weight|part weight|weight|mass|wt|weight net|mass net|"
    "净重|净重量|成品重量|成品重|零件重量|重量|质量|产品净重|"
    "nettogewicht|netto|nettomasse|fertiggewicht|teilegewicht|gewicht|masse|gewicht netto|nettogew",
    "unit_mass": "unit weight|unit mass|weight per piece|mass per piece|weight per unit|piece weight|weight each|"
    "unit net weight|weight/pc|net weight per piece|net mass per piece|net weight/pc|单重|单件重量|单件净重|单件重|单个重量|单位重量|单位净重|"
    "stückgewicht|einzelgewicht|gewicht je stück|gewicht pro stück|nettogewicht je stück",
    "total_mass": "total weight|total mass|total net weight|extended weight|line weight|weight total|total wt|"
    "总重|总重量|合计重量|总净重|小计重量|gesamtgewicht|gesamtmasse|gesamtnettogewicht|positionsgewicht|summe gewicht|gewicht gesamt",
    "gross_mass": "gross mass|gross weight|gross wt|gross wt.|gross|blank weight|input weight|raw weight|shot weight|"
    "material input|weight gross|consumption weight|毛重|毛重量|毛坯重量|毛坯重|下料重量|下料重|投料重量|投料重|投入重量|单件毛重|"
    "bruttogewicht|brutto|bruttomasse|einsatzgewicht|rohgewicht|platinengewicht|rohteilgewicht|gewicht brutto",
    "mass_unit": "weight unit|mass unit|wt unit|weight uom|unit of weight|net weight unit|gross weight unit|wun|重量单位|质量单位|"
    "gew.einh.|gewichtseinheit|gew.-einh.|geweh|gew-einheit|einheit gewicht|gewichts-einheit|gew.eh.",
    "yield_share": "yield|material yield|utilization|utilisation|material utilization|material utilisation|"
    "material utilization rate|材料利用率|利用率|材料利用|ausnutzung|ausnutzungsgrad|materialausnutzung|ausbringung|"
    "materialnutzungsgrad|nutzungsgrad",
    "recycled": "recycled content|recycled share|recycled|recycled %|recycled content %|再生料比例|回收料比例|再生比例|再生含量|"
    "rezyklatanteil|recyclinganteil|rezyklat|recyclatanteil",
    "recycled_pre": "pre-consumer recycled|pre consumer recycled content|pre-consumer|post-industrial|post-industrial recycled|pir|消费前再生|消费前|工业后再生|"
    "消费前再生料比例|消费前回收比例|"
    "pre-consumer-rezyklat|pre-consumer-anteil|post-industrial-rezyklat",
    "recycled_post": "post-consumer recycled|post consumer recycled content|post-consumer|pcr|消费后再生|消费后|消费后再生料比例|消费后回收比例|"
    "post-consumer-rezyklat|post-consumer-anteil",
    "scrap": "scrap|scrap rate|scrap %|component scrap|废料|废品率|损耗率|损耗|报废率|ausschuss|ausschuß|komponentenausschuss|"
    "verschnitt|abfall",
    "supplier": "supplier|vendor|supplier name|vendor name|source|manufacturer|供应商|供应商名称|供方|厂家|厂商|生产厂家|制造商|"
    "lieferant|lieferantenname|lieferant name|hersteller",
    "origin": "origin|country of origin|country|coo|source country|supplier country|place of origin|产地|原产地|原产国|来源地|"
    "herkunft|herkunftsland|ursprung|ursprungsland|land",
    "category": "category|item type|part type|type|make/buy|make or buy|material type|item category|procurement type|kind|"
    "类别|类型|物料类型|物料类别|属性|物料属性|分类|自制/外购|"
    "materialart|typ|art|beschaffungsart|kategorie|mart|postyp|positionstyp",
    "remark": "remark|remarks|note|notes|comment|comments|备注|说明|附注|bemerkung|bemerkungen|hinweis|kommentar|anmerkung",
    "other": "price|unit price|cost|amount of money|revision|rev|rev.|drawing|specification|spec|plant|valid from|valid to|"
    "单价|金额|价格|版本|版次|规格|规格型号|工厂|生效日期|失效日期|图纸|preis|kosten|werk|revisionsstand|gültig ab|gültig bis|index|zeichnung|"
    "abmessung|dimension|dimensions|尺寸",
}
"""`net_mass` does not say whether it is for one unit or the line; `unit_mass` and `total_mass` do."""

ENERGY_FIELDS: dict[str, str] = {
    "month": "month|date|period|billing period|billing month|year month|time|invoice date|bill date|billing date|statement date|reading date|usage month|service month|账单日期|账单月份|开票日期|用电月份|抄表月份|月份|月|日期|时间|期间|账期|抄表日期|统计月份|年月|计费周期|"
    "monat|datum|zeitraum|rechnungsdatum|ablesedatum|verbrauchsmonat|liefermonat|abrechnungsmonat|abrechnungszeitraum|zeit",
    "from": "from|start|start date|period start|billing start|period from|开始日期|起始日期|开始|von|beginn|zeitraum von|anfang",
    "to": "to|end|end date|period end|billing end|period to|结束日期|截止日期|结束|bis|ende|zeitraum bis",
    "carrier": "carrier|energy|energy type|energy carrier|fuel|fuel type|type|utility|medium|能源|能源种类|能源品种|能源类型|种类|品种|"
    "energieträger|energieart|energie|brennstoff|art|sparte",
    "amount": "consumption|amount|usage|quantity|total consumption|reading|value|用量|消耗量|用能量|消费量|数量|能耗|使用量|"
    "verbrauch|menge|verbrauchsmenge|wert|bezug",
    "unit": "unit|uom|units|单位|计量单位|einheit|me|mengeneinheit",
    "meter": "meter|meter no|meter number|meter id|metering point|表号|电表|电表号|计量点|户号|zähler|zählernummer|zählpunkt|messstelle",
    "remark": "remark|remarks|note|notes|comment|备注|说明|bemerkung|hinweis|kommentar",
    "total": "total|sum|year total|annual total|合计|总计|年合计|全年合计|全年|summe|gesamt|jahressumme",
}

TOTAL_WORDS = "合计|总计|小计|累计|年合计|共计|总和|合计数|全年|全年合计|年度合计|total|totals|sum|subtotal|sub total|grand total|year total|annual total|" \
    "total weight|total net weight|yearly total|whole year|summe|summen|gesamt|gesamtsumme|zwischensumme|jahressumme|gesamtgewicht|gesamtmasse|summe gesamt|jahr gesamt|average|mean|平均|月平均|mittelwert|durchschnitt"  # fmt: skip
REMARK_STARTS = ("备注", "说明", "注:", "注：", "制表", "编制", "审核", "批准", "remark", "note:", "notes:", "hinweis", "bemerkung", "anmerkung", "prepared by", "checked by", "approved by", "erstellt", "geprüft")  # fmt: skip
PAGE_STARTS = ("打印日期", "打印时间", "打印人", "第", "page", "seite", "print date", "printed", "druckdatum", "gedruckt", "blatt", "--", "共")  # fmt: skip

PACKAGING_CATEGORIES = (
    "包装|包材|包装材料|包装物|packaging|packing|package|verpackung|verp|packmittel|pack"
)
AUXILIARY_CATEGORIES = "辅料|辅助材料|耗材|auxiliary|consumable|consumables|auxiliary material|hilfsstoff|hilfsstoffe|betriebsstoff|hibe"
PACKAGING_NAMES = (
    "纸箱",
    "包装箱",
    "包装袋",
    "托盘",
    "周转箱",
    "缠绕膜",
    "carton",
    "cardboard box",
    "corrugated box",
    "pe bag",
    "plastic bag",
    "pallet",
    "stretch film",
    "karton",
    "palette",
    "pe-beutel",
    "verpackung",
    "packaging",
)
