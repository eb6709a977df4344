"""Units, currencies, scales and numbers in words, under one name each. Closed lists, small on purpose."""

from __future__ import annotations

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: float(at) for at, word in enumerate(_ONES)} | {
    word: 10.0 * at for at, word in enumerate(_TENS, 2)
} | {"dozen": 12.0}  # fmt: skip
# Words before a figure that is not exact, by what they allow: more, less, or either. Alternatives of a pattern.
AT_LEAST = "at least|more than|over"
AT_MOST = "close to|up to|as many as|nearly|almost|less than|fewer than|under"
HEDGES = f"{AT_LEAST}|{AT_MOST}|about|around|roughly|approximately|some|an estimated"
PARTS = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
SIGNS = {
    "US$": "$", "A$": "A$", "AU$": "A$", "C$": "C$", "CA$": "C$", "HK$": "HK$", "S$": "S$", "NZ$": "NZ$", "R$": "R$",
    "$": "$", "£": "£", "€": "€", "¥": "¥", "₹": "₹", "Rs": "₹", "₽": "RUB", "₩": "₩", "USD": "$", "EUR": "€",
    "GBP": "£", "CHF": "CHF", "JPY": "¥", "CNY": "yuan", "RMB": "yuan", "INR": "₹", "RUB": "RUB", "KRW": "₩",
    "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "SGD": "S$", "HKD": "HK$", "BRL": "R$", "PLN": "zloty", "UAH": "hryvnia",
    "ZAR": "rand", "NGN": "naira", "THB": "baht", "BGN": "BGN", "HUF": "HUF", "CZK": "CZK", "RON": "RON",
    "GHS": "GHS", "ZMW": "ZMW", "BDT": "BDT", "PKR": "PKR", "KES": "KES", "EGP": "EGP", "SEK": "SEK", "NOK": "NOK",
    "DKK": "DKK", "MXN": "MXN",
}  # fmt: skip
# Words for money, in the singular; with the countries whose dollars are others.
MONEY = {
    "dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "gbp": "£", "sterling": "£", "yen": "¥",
    "yuan": "yuan", "renminbi": "yuan", "rmb": "yuan", "rupee": "₹", "rouble": "RUB", "ruble": "RUB", "won": "₩",
    "franc": "CHF", "peso": "peso", "real": "R$", "reais": "R$", "rand": "rand", "lira": "lira", "shekel": "shekel",
    "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone", "zloty": "zloty", "naira": "naira",
    "lev": "BGN", "leva": "BGN", "forint": "HUF", "koruna": "CZK", "taka": "BDT", "cedi": "GHS", "kwacha": "ZMW",
    "dirham": "dirham", "riyal": "riyal", "dinar": "dinar", "hryvnia": "hryvnia", "baht": "baht", "ringgit": "ringgit",
}  # fmt: skip
DOLLARS = {"australian": "A$", "canadian": "C$", "hong kong": "HK$", "singapore": "S$", "new zealand": "NZ$", "us": "$",
           "u.s.": "$", "american": "$"}  # fmt: skip
_UNITS = {
    "km": "km kms kilometre kilometres kilometer kilometers",
    "miles": "mile miles mi",
    "metres": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "feet": "foot feet ft",
    "inches": "inch inches",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "lb": "lb lbs",
    "tonnes": "tonne tonnes t",
    "tons": "ton tons",
    "barrels": "barrel barrels bbl",
    "litres": "litre litres liter liters",
    "gallons": "gallon gallons",
    "sq metres": "m² m2 sqm",
    "sq km": "km² km2",
    "sq feet": "ft² sqft",
    "hectares": "hectare hectares ha",
    "acres": "acre acres",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh",
    "mph": "mph",
    "km/h": "kph kmh",
    "°C": "celsius",
    "basis points": "bps",
    "barrels a day": "bpd",
    "years": "year years yr yrs",
    "months": "month months",
    "weeks": "week weeks",
    "days": "day days",
    "hours": "hour hours hr hrs",
    "minutes": "minute minutes min mins",
    "seconds": "second seconds",
    "people": "person persons people",
    "men": "man men",
    "women": "woman women",
    "children": "child children",
}
UNITS = {form: unit for unit, forms in _UNITS.items() for form in forms.split()}
TIMES = frozenset("years months weeks days hours minutes seconds decades centuries".split())
SQUARE_METRE = "m"  # behind *sq* or *square*; alone it is a million
_OTHERS = TIMES | {"people", "men", "women", "children"}
UNIT_WORDS = frozenset(form for form, unit in UNITS.items() if unit not in _OTHERS)
SPEEDS = {"km a hour": "km/h", "miles a hour": "mph"}
IRREGULAR = frozenset("people men women children staff troops police cattle sheep fish aircraft dead personnel".split())
CODES = "|".join(sign for sign in SIGNS if len(sign) == 3 and sign.isalpha())  # of currencies
