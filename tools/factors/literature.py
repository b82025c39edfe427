"""The single figures we cite: how each row of the research table is named and cited by us."""

from __future__ import annotations

from typing import NamedTuple


class Cited(NamedTuple):
    """Our id, the document the figure stands in, and where in it; empty: as in the research table."""

    id: str
    document: str = ""
    table: str = ""
    note: str = ""


_EA_2024 = "European Aluminium, Environmental Profile Report 2024"
_LIU = "Liu et al., ACS Sustainable Chemistry & Engineering: lithium carbonate of China"
_ABSTRACT = "abstract, as listed at scimage.cn/artwork/3914"
_KUNZ = "Kunz, Salahudeen, Mejia (2026) Green Chemistry, d6gc01680d"
_ARXIV = "arXiv 2506.05531"

CITED: dict[str, Cited] = {
    "page-electricity-switzerland-low-voltage-at-grid-bafu-2026-ef-3-1-kwh-ch": Cited(
        "ch-electricity-low-voltage-2026",
        "BAFU:2026, dataset c4a92617-9f99-3d7b-95c0-15fb110b80ad",
        "climate change by EF 3.1, per kWh",
        "read in a public excerpt, not in the database; "
        "credit: Life Cycle Inventory database of the Swiss Federal Administration, BAFU:2026",
    ),
    "page-electricity-turkiye-natural-gas-plants-etkb-kwh-tr": Cited(
        "tr-electricity-gas-plants", note="the page read does not state the year"
    ),
    "lit-aluminium-primary-global-average-iai-2022-kg-glo": Cited(
        "aluminium-primary-global-2022",
        "International Aluminium Institute, statistics: greenhouse gas intensity of primary aluminium",
        "global average 2022",
        "all unit processes together; between producers 4.5 to 22",
    ),
    "lit-aluminium-primary-global-average-iai-2021-kg-glo": Cited(
        "aluminium-primary-global-2021",
        "International Aluminium Institute, statistics: greenhouse gas intensity of primary aluminium",
        "global average 2021",
    ),
    "lit-aluminium-primary-china-european-aluminium-2018-comparison-kg-cn": Cited(
        "aluminium-primary-china-2015",
        "European Aluminium, Environmental Profile Report 2018",
        "comparison with China, key findings",
    ),
    "lit-aluminium-primary-produced-in-europe-ea-2024-kg-rer": Cited(
        "aluminium-primary-europe-produced-2021",
        _EA_2024,
        "primary aluminium produced in Europe",
        "read second-hand; the association itself states 6.8 for 2015 and 5 % less since",
    ),
    "lit-aluminium-primary-consumed-in-europe-incl-imports-ea-2024-kg-rer": Cited(
        "aluminium-primary-europe-consumed-2021",
        _EA_2024,
        "primary aluminium consumed in Europe, imports included",
        "read second-hand",
    ),
    "lit-aluminium-recycled-ea-2024-kg-rer": Cited(
        "aluminium-recycled-europe-2021",
        _EA_2024,
        "remelting of scrap to ingot",
        "remelting and refining only; scrap burden-free; read second-hand",
    ),
    "lit-crude-steel-global-average-intensity-worldsteel-2023-kg-glo": Cited(
        "crude-steel-global-2023",
        "World Steel Association, Sustainability indicators",
        "CO2 intensity 2023, per tonne of crude steel cast",
        "CO2 only; scopes 1, 2 and part of 3 of crude steel as cast, all routes mixed: "
        "no life cycle of a product",
    ),
    "lit-polyamide-6-base-resin-lanxess-kg-rer": Cited(
        "pa6-lanxess-2021",
        "Lanxess, statement on the footprint of its polyamide 6",
        "base resin",
        "one producer; the average of the industry is much higher: for material of this producer only",
    ),
    "lit-silicone-sealant-rtv-1-kg-de": Cited("silicone-sealant-rtv-1", _KUNZ, "abstract"),
    "lit-silicone-recycled-pdms-koh-kunz2026-kg-de": Cited(
        "pdms-recycled-koh",
        _KUNZ,
        "abstract",
        "prospective: a process that is not yet run in a plant",
    ),
    "lit-lithium-carbonate-china-consumption-average-kg-cn": Cited(
        "lithium-carbonate-china-average", _LIU, f"{_ABSTRACT}: consumption average"
    ),
    "lit-lithium-carbonate-domestic-brine-china-kg-cn": Cited(
        "lithium-carbonate-china-brine",
        _LIU,
        f"{_ABSTRACT}: domestic brine",
        "between plants 6.3 to 36.8",
    ),
    "lit-lithium-carbonate-spodumene-china-kg-cn": Cited(
        "lithium-carbonate-china-spodumene", _LIU, f"{_ABSTRACT}: spodumene"
    ),
    "lit-lithium-carbonate-lepidolite-china-kg-cn": Cited(
        "lithium-carbonate-china-lepidolite", _LIU, f"{_ABSTRACT}: lepidolite"
    ),
    "lit-lithium-hydroxide-monohydrate-spodumene-guben-plant-planned-kg-de": Cited(
        "lithium-hydroxide-guben-planned",
        "Fraunhofer UMSICHT, press release on lithium hydroxide of Guben (2023)",
        "base case",
        "a planned plant; best case 5.4",
    ),
    "lit-li-ion-battery-literature-median-per-kg-battery-kg-glo": Cited(
        "li-ion-battery-per-kg-median",
        _ARXIV,
        "median of the literature, per kg of battery",
        "standard deviation 7.34",
    ),
    "lit-nmc811-cell-made-in-china-per-kg-kg-cn": Cited(
        "nmc811-cell-china", _ARXIV, "NMC811 cell made in China, per kg"
    ),
    "lit-nmc811-cell-made-in-korea-per-kg-kg-kr": Cited(
        "nmc811-cell-korea", _ARXIV, "NMC811 cell made in Korea, per kg"
    ),
    "lit-nmc811-cell-made-in-sweden-per-kg-kg-se": Cited(
        "nmc811-cell-sweden", _ARXIV, "NMC811 cell made in Sweden, per kg"
    ),
    "lit-nmc111-battery-pack-dai-et-al-2019-kwh-us": Cited(
        "li-ion-nmc111-2019",
        "Dai Q., Kelly J.C., Gaines L., Wang M. (2019) Life Cycle Analysis of Lithium-Ion Batteries "
        "for Automotive Applications. Batteries 5(2) 48",
        "NMC111 pack, per kWh; doi 10.3390/batteries5020048",
        "the figure was read where others quote it, not in the article",
    ),
    "lit-aluminium-primary-ingot-china-2020-peng2022-kg-cn": Cited("aluminium-primary-china-2020"),
    "lit-li-ion-battery-lfp-peiseler2024-kwh-glo": Cited("li-ion-lfp-2024"),
    "lit-li-ion-battery-nmc811-peiseler2024-kwh-glo": Cited("li-ion-nmc811-2024"),
}
"""By the id of the research table."""

SINGLE = "Single published value"
"""What each of these rows says first."""
