"""One amount in two units: 5,000 barrels are 210,000 gallons, 10 miles are 16 kilometres."""

from __future__ import annotations

import re

_LENGTH, _AREA, _WEIGHT, _VOLUME = "metres", "square metres", "kilograms", "litres"
_FACTORS = {
    "km": (_LENGTH, 1000.0), "metres": (_LENGTH, 1.0), "cm": (_LENGTH, 0.01), "mm": (_LENGTH, 0.001),
    "miles": (_LENGTH, 1609.344), "yards": (_LENGTH, 0.9144), "feet": (_LENGTH, 0.3048), "inches": (_LENGTH, 0.0254),
    "nautical miles": (_LENGTH, 1852.0), "sq nautical miles": (_AREA, 3.43e6),
    "km/h": (_LENGTH, 1000.0), "mph": (_LENGTH, 1609.344),  # *60 mph*, and *96 km* of 96 km an hour
    "km a second": (_LENGTH, 3.6e6), "miles a second": (_LENGTH, 5_793_638.4),
    "sq km": (_AREA, 1e6), "sq metres": (_AREA, 1.0), "sq miles": (_AREA, 2.59e6), "sq feet": (_AREA, 0.0929),
    "hectares": (_AREA, 1e4), "acres": (_AREA, 4046.86),
    "kg": (_WEIGHT, 1.0), "tonnes": (_WEIGHT, 1000.0), "tons": (_WEIGHT, 907.185), "lb": (_WEIGHT, 0.45359),
    "litres": (_VOLUME, 1.0), "gallons": (_VOLUME, 3.78541), "barrels": (_VOLUME, 158.987),
    "MW": ("megawatts", 1.0), "GW": ("megawatts", 1000.0),
}  # fmt: skip
_HEAT = frozenset({"°C", "degrees"})
_ITEM = re.compile(r"(?P<number>[\d,]+(?:\.\d+)?)(?: (?P<scale>trillion|billion|million))? (?P<unit>\D+)")
_SCALES = {"trillion": 1e12, "billion": 1e9, "million": 1e6}
_DEGREE = 1.0  # by which a temperature may be rounded


def same_amount(one: str, other: str, near: float) -> bool:
    """Whether two items of `figures` are one amount in two units, up to a share of it. Degrees are of any scale."""
    first, second = _read(one), _read(other)
    if first is None or second is None:
        return False
    (value, unit), (told, measure) = first, second
    if unit in _HEAT or measure in _HEAT:
        heat = unit in _HEAT and measure in _HEAT
        return heat and any(abs((hot - 32) / 1.8 - cold) <= _DEGREE for hot, cold in ((value, told), (told, value)))
    (base, factor), (beside, by) = _FACTORS[unit], _FACTORS[measure]
    return unit != measure and base == beside and abs(value * factor - told * by) <= near * value * factor


def convertible(item: str) -> bool:
    """Whether an item of `figures` is an amount in a unit that has others beside it."""
    return _read(item) is not None


def base_of(unit: str) -> tuple[str, float] | None:
    """The unit by which amounts in one are set beside others, and how many of it one is: *km* is 1000 metres."""
    return _FACTORS.get(unit)


def _read(item: str) -> tuple[float, str] | None:
    found = _ITEM.fullmatch(item)
    if found is None or found["unit"] not in _FACTORS.keys() | _HEAT:
        return None
    return float(found["number"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1.0), found["unit"]
