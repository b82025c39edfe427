"""The sentences of a request to a supplier: refusals, and what every field of the sheet means."""

from __future__ import annotations

_REFUSALS: dict[str, str] = {
    "request.no_row": "The study has no row “{id}”. Choose one of its materials, processes, energies or legs.",
    "request.not_bought": "“{name}” is not bought from anybody, so there is no supplier to ask.",
    "request.no_sender": "The study does not say who you are. Enter the company on the page Product before you ask a supplier.",
    "request.no_folder_given": "A request needs the row it is for and a folder. Say --row ID and --out FOLDER.",
    "request.bad_day": "“{text}” is no day. Write it as year-month-day, such as 2027-01-31.",
    "request.days_over": "The day to answer by, {due}, is over. Choose one to come.",
}

_SHEET: dict[str, str] = {
    "request.sheet_title": "{item}: the carbon footprint asked for by {company}.",
    "request.sheet_lead": (
        "Fill in the coloured column and send the sheet back; rows marked with x are the least we need. "
        "Numbers without unit, days as 2026-01-31."
    ),
}

_COMPANY: dict[str, str] = {
    "request.validityPeriodStart": "The first day the footprint may be used, such as 2026-01-01.",
    "request.validityPeriodEnd": "The last day it may be used, three years after the reference period at the latest.",
    "request.companyName": "The name of your company.",
    "request.companyIds": "Numbers of your company as URN, such as urn:uuid:… or your own domain; several with a comma.",
    "request.productDescription": "What the product is, in a few words.",
    "request.productIds": "Your part number as URN, or simply as you print it; several with a comma.",
    "request.productClassifications": "Codes of the product in a classification such as CN, CPC or UNSPSC, if you have them.",
    "request.productNameCompany": "The name you sell the product under.",
    "request.comment": "Anything a reader should know, such as what is estimated.",
}

_UNIT: dict[str, str] = {
    "request.pcf/declaredUnitOfMeasurement": "What the footprint is for: kilogram, piece, liter, square meter and the like.",
    "request.pcf/declaredUnitAmount": "How many of that unit all figures below are for; mostly 1.",
    "request.pcf/productMassPerDeclaredUnit": "Net mass of the declared unit in kg, without packaging.",
    "request.pcf/referencePeriodStart": "First day of the year of production the data are of.",
    "request.pcf/referencePeriodEnd": "Last day of that year of production.",
    "request.pcf/geographyRegionOrSubregion": "Region of production by the United Nations' list, if it is several countries.",
    "request.pcf/geographyCountry": "Country of production as two letters, such as CN.",
    "request.pcf/geographyCountrySubdivision": "Province or state of production, such as CN-ZJ, if one is all.",
    "request.pcf/boundaryProcessesDescription": "Which processes are inside, from raw material to your gate.",
}

_FIGURES: dict[str, str] = {
    "request.pcf/pcfExcludingBiogenicUptake": "The footprint without the CO2 that plants took up, kg CO2e per declared unit.",
    "request.pcf/pcfIncludingBiogenicUptake": "The footprint with that uptake subtracted, kg CO2e per declared unit.",
    "request.pcf/fossilCarbonContent": "Carbon of fossil origin in the product, kg; 0 for bare metal.",
    "request.pcf/biogenicCarbonContent": "Carbon of plants in the product, kg; 0 where there is none.",
    "request.pcf/recycledCarbonContent": "Recycled carbon in the product, kg, if known.",
    "request.pcf/fossilGhgEmissions": "The part of the footprint from fossil sources, kg CO2e.",
    "request.pcf/landUseChangeGhgEmissions": "The part from turning forest or grassland into other land, kg CO2e.",
    "request.pcf/landManagementBiogenicCO2Emissions": "Biogenic CO2 set free by the use of land, kg CO2e.",
    "request.pcf/landManagementBiogenicCO2Removals": "Biogenic CO2 bound by the use of land, zero or negative, kg CO2e.",
    "request.pcf/biogenicCO2Uptake": "CO2 that plants in the product took up, zero or negative, kg.",
    "request.pcf/biogenicNonCO2Emissions": "Methane and nitrous oxide of biogenic origin, kg CO2e.",
    "request.pcf/aircraftGhgEmissions": "The part from transport by air, kg CO2e; also inside the fossil part.",
    "request.pcf/packagingEmissionsIncluded": "Whether packaging is inside: yes or no.",
    "request.pcf/packagingGhgEmissions": "The part from packaging, kg CO2e.",
    "request.pcf/packagingBiogenicCarbonContent": "Carbon of plants in the packaging, kg.",
    "request.pcf/outboundLogisticsGhgEmissions": "Transport from your gate to us, told apart and not inside, kg CO2e.",
    "request.pcf/ccsTechnologicalCO2CaptureIncluded": "Whether captured and stored CO2 is counted: yes or no.",
}

_METHOD: dict[str, str] = {
    "request.pcf/ipccCharacterizationFactors": "The IPCC report behind the GWP values: AR6 asked for, else which.",
    "request.pcf/crossSectoralStandards": "The standards followed, such as ISO14067 or PACT-3.0.",
    "request.pcf/productOrSectorSpecificRules": "Rules for your kind of product, such as Catena-X, if any.",
    "request.pcf/exemptedEmissionsPercent": "How much was left out on purpose, percent of the footprint.",
    "request.pcf/exemptedEmissionsDescription": "What was left out and why.",
    "request.pcf/allocationRulesDescription": "How burdens are shared with other products, by mass or by price.",
    "request.pcf/secondaryEmissionFactorSources": "The databases used, with their versions.",
    "request.pcf/primaryDataShare": "Share of the footprint from measured data of your own or your suppliers, percent.",
    "request.pcf/dqi/technologicalDQR": "How well the data fit the technology, 1 (best) to 5.",
    "request.pcf/dqi/geographicalDQR": "How well the data fit the place, 1 (best) to 5.",
    "request.pcf/dqi/temporalDQR": "How well the data fit the time, 1 (best) to 5.",
    "request.pcf/verification": "Who verified the figure and how far, or: not verified.",
}

_BESIDES: dict[str, str] = {
    "request.recycledPreConsumer": "Recycled content from production (pre-consumer), percent by mass.",
    "request.recycledPostConsumer": "Recycled content from used products (post-consumer), percent by mass.",
    "request.scrapRule": "How scrap is counted: cut-off (asked for), with burden, or with credit.",
    "request.electricityKwh": "Electricity used in your plant per declared unit, kWh, and which grid or contract.",
}

SENTENCES: dict[str, str] = {
    **_REFUSALS,
    **_SHEET,
    **_COMPANY,
    **_UNIT,
    **_FIGURES,
    **_METHOD,
    **_BESIDES,
}
