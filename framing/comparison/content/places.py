"""What else means a country or a state: its well-known cities, its people, and towns that texts set before it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from framing.comparison.content.vocabulary import DEMONYMS, SEATS, STATES, STATES_IN_SHORT, WORLD
from framing.corpus.corpus import Corpus
from framing.text.typography import CAPITALS

# Cities that readers know without the country, besides `SEATS`, which stand for governments.
CITIES = {
    "Switzerland": "Geneva Zurich Davos Basel", "United Arab Emirates": "Dubai UAE", "Turkey": "Istanbul",
    "India": "Mumbai Kolkata Bengaluru", "China": "Shanghai Shenzhen Guangzhou Wuhan",
    "Germany": "Munich Frankfurt Hamburg",
    "Italy": "Milan Naples Venice", "Spain": "Barcelona Valencia Seville", "Brazil": "Rio Belem",
    "Russia": "Petersburg",
    "Canada": "Toronto Montreal Vancouver Quebec", "Australia": "Sydney Melbourne Brisbane Perth",
    "Pakistan": "Karachi Lahore", "Egypt": "Sharm", "Saudi Arabia": "Jeddah Mecca", "Japan": "Osaka Hiroshima",
    "Ukraine": "Kharkiv Odesa Odessa Mariupol Lviv", "Israel": "Haifa", "Syria": "Aleppo", "Iraq": "Mosul Basra",
    "South Africa": "Johannesburg Durban", "Nigeria": "Lagos", "Morocco": "Casablanca Marrakesh", "Kenya": "Mombasa",
    "Sudan": "Khartoum Darfur", "France": "Marseille Lyon Strasbourg", "Belgium": "Antwerp",
    "Scotland": "Glasgow Edinburgh",
    "Northern Ireland": "Belfast", "United Kingdom": "Manchester Glasgow Edinburgh Belfast Birmingham Liverpool",
    "Vietnam": "Saigon", "Poland": "Krakow Gdansk", "Myanmar": "Yangon", "Afghanistan": "Kandahar",
    "Arizona": "Phoenix Tucson", "California": "Sacramento Oakland", "Colorado": "Denver",
    "Florida": "Miami Orlando Tampa",
    "Georgia": "Atlanta", "Illinois": "Chicago", "Indiana": "Indianapolis", "Kentucky": "Louisville",
    "Louisiana": "Orleans", "Maryland": "Baltimore", "Massachusetts": "Boston", "Michigan": "Detroit",
    "Minnesota": "Minneapolis", "Nebraska": "Omaha", "Nevada": "Vegas", "New Jersey": "Newark",
    "New Mexico": "Albuquerque", "North Carolina": "Raleigh Charlotte", "Ohio": "Cleveland Cincinnati Columbus",
    "Pennsylvania": "Philadelphia Pittsburgh", "Tennessee": "Nashville Memphis", "Texas": "Houston Dallas Austin",
    "Wisconsin": "Milwaukee Madison",
}  # fmt: skip
# Peoples whose name is not that of the language or the country with an *s*.
_PEOPLES = {
    "Denmark": "Dane", "Sweden": "Swede", "Finland": "Finn", "Poland": "Pole", "Turkey": "Turk", "Spain": "Spaniard",
    "Scotland": "Scot", "United Kingdom": "Briton", "Britain": "Briton", "Ireland": "Irishman", "Serbia": "Serb",
    "Netherlands": "Dutchman", "Philippines": "Filipino", "Argentina": "Argentinian", "Switzerland": "Swiss",
    "France": "Frenchman", "England": "Englishman", "Croatia": "Croat", "Slovakia": "Slovak", "Slovenia": "Slovene",
}  # fmt: skip
_TOWN = re.compile(
    rf"\b([{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w’'-]+)?), ([{CAPITALS}][\w.’'-]+(?: [{CAPITALS}][\w’'-]+){{0,2}})"
)


# Behind a town, its state: *, Pennsylvania*, *, Pa.*
IN_A_STATE = (
    r"^, (?:"
    + "|".join(sorted(re.escape(name.title()) for name in STATES))
    + "|"
    + "|".join(sorted(re.escape(short) for shorts in STATES_IN_SHORT.values() for short in shorts.split()))
    + r")(?:\W|$)"
)


@lru_cache(maxsize=256)
def means(nation: str) -> tuple[str, ...]:
    """Words each of which tells that a text is of a country: its cities and its people; none of what is no country."""
    people = _PEOPLES.get(nation)
    return (*CITIES.get(nation, "").split(), *((people, f"{people}s") if people else ()))


def states_of(city: str) -> tuple[str, ...]:
    """The state or country of a city: who names it may mean the city."""
    return tuple(land for land, cities in CITIES.items() if city in cities.split())


def nation_of(name: str) -> str | None:
    """The country of a people: Denmark of *Danes*."""
    return next((nation for nation, people in _PEOPLES.items() if name in (people, f"{people}s")), None)


def towns(corpus: Corpus) -> dict[str, set[str]]:
    """State or country -> the towns that some text sets before it, *Phoenix, Arizona*. Use `corpus.once(towns)`."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    lands = {*DEMONYMS, *WORLD, *CITIES}
    for text in corpus.articles["text"]:
        for town, land in _TOWN.findall(text):
            if (land in lands or land.lower() in STATES) and town not in lands and town not in SEATS:
                found[land].add(town)
    return dict(found)
