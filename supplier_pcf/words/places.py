"""The names of places that factors and sites stand for; translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable

from supplier_pcf.words import same as _

_REGIONS = {
    "GLO": _("World"),
    "RER": _("Europe"),
    "RNA": _("North America"),
    "RAS": _("Asia"),
    "EU27": _("European Union"),
    "ASEAN": _("South-east Asia (ASEAN)"),
    "CN-region-North": _("North China grid"),
    "CN-region-Northeast": _("Northeast China grid"),
    "CN-region-East": _("East China grid"),
    "CN-region-Central": _("Central China grid"),
    "CN-region-Northwest": _("Northwest China grid"),
    "CN-region-South": _("South China grid"),
    "CN-region-Southwest": _("Southwest China grid"),
}

_COUNTRIES = {
    "AT": _("Austria"),
    "AU": _("Australia"),
    "BD": _("Bangladesh"),
    "BE": _("Belgium"),
    "BG": _("Bulgaria"),
    "BR": _("Brazil"),
    "CA": _("Canada"),
    "CH": _("Switzerland"),
    "CN": _("China"),
    "CZ": _("Czechia"),
    "DE": _("Germany"),
    "DK": _("Denmark"),
    "ES": _("Spain"),
    "FI": _("Finland"),
    "FR": _("France"),
    "GB": _("United Kingdom"),
    "GR": _("Greece"),
    "HK": _("Hong Kong"),
    "HR": _("Croatia"),
    "HU": _("Hungary"),
    "ID": _("Indonesia"),
    "IE": _("Ireland"),
    "IN": _("India"),
    "IT": _("Italy"),
    "JP": _("Japan"),
    "KH": _("Cambodia"),
    "KR": _("South Korea"),
    "MA": _("Morocco"),
    "MX": _("Mexico"),
    "MY": _("Malaysia"),
    "NL": _("Netherlands"),
    "NO": _("Norway"),
    "PH": _("Philippines"),
    "PL": _("Poland"),
    "PT": _("Portugal"),
    "RO": _("Romania"),
    "RS": _("Serbia"),
    "RU": _("Russia"),
    "SE": _("Sweden"),
    "SG": _("Singapore"),
    "SI": _("Slovenia"),
    "SK": _("Slovakia"),
    "TH": _("Thailand"),
    "TN": _("Tunisia"),
    "TR": _("Türkiye"),
    "TW": _("Taiwan"),
    "UA": _("Ukraine"),
    "US": _("United States"),
    "VN": _("Vietnam"),
    "ZA": _("South Africa"),
}

_PROVINCES = {
    "CN-AH": _("Anhui"),
    "CN-BJ": _("Beijing"),
    "CN-CQ": _("Chongqing"),
    "CN-FJ": _("Fujian"),
    "CN-GD": _("Guangdong"),
    "CN-GS": _("Gansu"),
    "CN-GX": _("Guangxi"),
    "CN-GZ": _("Guizhou"),
    "CN-HA": _("Henan"),
    "CN-HB": _("Hubei"),
    "CN-HE": _("Hebei"),
    "CN-HI": _("Hainan"),
    "CN-HL": _("Heilongjiang"),
    "CN-HN": _("Hunan"),
    "CN-JL": _("Jilin"),
    "CN-JS": _("Jiangsu"),
    "CN-JX": _("Jiangxi"),
    "CN-LN": _("Liaoning"),
    "CN-NM": _("Inner Mongolia"),
    "CN-NX": _("Ningxia"),
    "CN-QH": _("Qinghai"),
    "CN-SC": _("Sichuan"),
    "CN-SD": _("Shandong"),
    "CN-SH": _("Shanghai"),
    "CN-SN": _("Shaanxi"),
    "CN-SX": _("Shanxi"),
    "CN-TJ": _("Tianjin"),
    "CN-XJ": _("Xinjiang"),
    "CN-XZ": _("Tibet"),
    "CN-YN": _("Yunnan"),
    "CN-ZJ": _("Zhejiang"),
}

PLACES: dict[str, str] = {**_REGIONS, **_COUNTRIES, **_PROVINCES}
"""English names by place id, in the order to offer them."""

_THREE_LETTERS = (
    "AT AUT|AU AUS|BD BGD|BE BEL|BG BGR|BR BRA|CA CAN|CH CHE|CN CHN|CZ CZE|DE DEU|DK DNK|ES ESP|FI FIN|FR FRA|GB GBR|"
    "GR GRC|HK HKG|HR HRV|HU HUN|ID IDN|IE IRL|IN IND|IT ITA|JP JPN|KH KHM|KR KOR|MA MAR|MX MEX|MY MYS|NL NLD|NO NOR|"
    "PH PHL|PL POL|PT PRT|RO ROU|RS SRB|RU RUS|SE SWE|SG SGP|SI SVN|SK SVK|TH THA|TN TUN|TR TUR|TW TWN|UA UKR|US USA|"
    "VN VNM|ZA ZAF"
)
_OTHERWISE = (
    "CN PRC|CN P.R.C.|CN PR China|CN P.R. China|CN People's Republic of China|CN VR China|CN 中华人民共和国|CN 中国大陆|"
    "CZ Czech Republic|CZ Tschechische Republik|GB UK|GB Great Britain|GB England|GB Großbritannien|DE Federal Republic of Germany|"
    "DE Bundesrepublik Deutschland|KR Korea|KR Republic of Korea|KR Republik Korea|NL Holland|NL The Netherlands|"
    "RU Russian Federation|TR Turkey|US U.S.A.|US United States of America|US Vereinigte Staaten von Amerika|VN Viet Nam|"
    "CN-NM Nei Mongol|CN-NM 内蒙古自治区|CN-GX 广西壮族自治区|CN-NX 宁夏回族自治区|CN-XJ 新疆维吾尔自治区|CN-XZ 西藏自治区|CN-XZ Xizang"
)
OTHER_NAMES: dict[str, str] = {
    name.casefold(): place
    for place, name in (pair.split(" ", 1) for pair in f"{_THREE_LETTERS}|{_OTHERWISE}".split("|"))
}
"""Place ids by what papers and tables call them beside their names here: ISO 3166-1 alpha-3 and others."""


def place_name(place: str, translate: Callable[[str], str]) -> str:
    """The name of a place; of one without a name here, the id itself."""
    return translate(PLACES[place]) if place in PLACES else place
