"""Says whether words name a place of work: "Seattle, WA", "Remote". Finds no place in running text."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from graph.extraction.career_words import words_of

_STATES = words_of(
    """
    Alabama AL | Alaska AK | Arizona AZ | Arkansas AR | California CA | Colorado CO | Connecticut CT | Delaware DE
    | Florida FL | Georgia GA | Hawaii HI | Idaho ID | Illinois IL | Indiana IN | Iowa IA | Kansas KS |
    Kentucky KY | Louisiana LA | Maine ME | Maryland MD | Massachusetts MA | Michigan MI | Minnesota MN |
    Mississippi MS | Missouri MO | Montana MT | Nebraska NE | Nevada NV | New Hampshire NH | New Jersey NJ |
    New Mexico NM | New York NY | North Carolina NC | North Dakota ND | Ohio OH | Oklahoma OK | Oregon OR |
    Pennsylvania PA | Rhode Island RI | South Carolina SC | South Dakota SD | Tennessee TN | Texas TX | Utah UT |
    Vermont VT | Virginia VA | Washington WA | West Virginia WV | Wisconsin WI | Wyoming WY |
    District of Columbia DC | Ontario ON | Quebec QC | British Columbia BC | Alberta AB | Manitoba MB |
    Saskatchewan SK | Nova Scotia NS | New Brunswick NB | New South Wales NSW | Victoria VIC | Queensland QLD |
    Maharashtra MH | Karnataka KA | Tamil Nadu TN | Telangana TG | São Paulo SP | Rio de Janeiro RJ |
    Minas Gerais MG | Rio Grande do Sul RS | Santa Catarina SC | Goiás GO | Distrito Federal DF
    """,
    "|",
)
_COUNTRIES_TOO = words_of(
    """
    USA | U.S.A. | US | U.S. | United States of America | UK | U.K. | England | Scotland | Wales |
    Northern Ireland | The Netherlands | Holland | UAE | Korea | Czech Republic | EU | Europe | EMEA | APAC |
    NL | FR | CH | DK | PL | CZ | GB | HU | NZ | LU | Worldwide | Paraná | Ceará | Pernambuco | Espírito Santo | Mato Grosso | Amazonas | Bahia | Brasil |
    Central Europe | Eastern Europe | Western Europe | Northern Europe | Southern Europe | Southeast Asia | South Asia | East Asia | Latin America |
    South America | North America | Central America | East Africa | West Africa | Southern Africa | Middle East | Scandinavia | Nordics | Benelux
    """,
    "|",
)
_TERRITORY_LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl")
# Cities large enough to stand without a country; a name that is also a common company's or person's is left out.
_CITIES = words_of(
    """
    Amsterdam | Antwerp | Athens | Atlanta | Auckland | Austin | Baltimore | Bangalore | Bengaluru | Bangkok |
    Barcelona | Basel | Beijing | Belfast | Belgrade | Berlin | Bern | Bilbao | Birmingham | Bogotá | Bogota |
    Bologna | Bonn | Bordeaux | Boston | Bratislava | Bremen | Brisbane | Bristol | Brooklyn | Brussels |
    Bucharest | Budapest | Buenos Aires | Cairo | Calgary | Cape Town | Cardiff | Charlotte | Chennai | Chicago |
    Cincinnati | Cleveland | Cologne | Columbus | Copenhagen | Dallas | Delhi | Denver | Detroit | Dortmund |
    Dresden | Dubai | Dublin | Düsseldorf | Edinburgh | Eindhoven | Essen | Florence | Frankfurt | Gdańsk | Geneva
    | Genoa | Ghent | Glasgow | Gothenburg | Hamburg | Hannover | Hanoi | Helsinki | Ho Chi Minh City | Hong Kong
    | Houston | Hyderabad | Indianapolis | Istanbul | Jakarta | Jerusalem | Johannesburg | Kansas City | Karachi |
    Kolkata | Köln | Kraków | Krakow | Kuala Lumpur | Kyiv | Kyoto | Lagos | Lahore | Las Vegas | Lausanne | Leeds
    | Leipzig | Lille | Lima | Lisbon | Lisboa | Liverpool | Ljubljana | London | Los Angeles | Luxembourg | Lyon
    | Madrid | Malmö | Manchester | Manila | Marseille | Melbourne | Mexico City | Miami | Milan | Milano |
    Milwaukee | Minneapolis | Montreal | Montréal | Moscow | Mumbai | München | Munich | Nairobi | Nantes | Naples
    | Nashville | New Delhi | New York | New York City | NYC | Noida | Gurgaon | Gurugram | Nuremberg | Nürnberg |
    Oakland | Osaka | Oslo | Ottawa | Oxford | Palo Alto | Paris | Philadelphia | Pittsburgh | Porto | Portland |
    Prague | Pune | Quito | Redmond | Reykjavik | Riga | Rio de Janeiro | Rome | Roma | Rotterdam | Sacramento |
    Salt Lake City | San Antonio | San Diego | San Francisco | San Francisco Bay Area | Bay Area | San Jose |
    Santiago | São Paulo | Sao Paulo | Seattle | Seoul | Seville | Shanghai | Sheffield | Shenzhen | Singapore |
    Sofia | Stockholm | Strasbourg | Stuttgart | Sydney | Taipei | Tallinn | Tampa | Tel Aviv | The Hague | Tokyo
    | Toronto | Toulouse | Turin | Utrecht | Valencia | Vancouver | Vienna | Wien | Vilnius | Warsaw | Warszawa |
    Washington D.C. | Washington DC | Zagreb | Zaragoza | Zurich | Zürich
    | Aberdeen | Accra | Addis Ababa | Adelaide | Ahmedabad | Albuquerque | Alicante | Ankara | Antwerpen | Asunción | Augsburg |
    Bandung | Barranquilla | Belo Horizonte | Bhubaneswar | Bielefeld | Bochum | Boise | Braga | Brasília | Brno | Brussel | Bruxelles |
    Bucaramanga | Busan | Canberra | Caracas | Casablanca | Catania | Cebu City | Chandigarh | Charleroi | Chemnitz | Chengdu | Christchurch |
    Ciudad de México | Cluj-Napoca | Coimbatore | Coimbra | Córdoba | Curitiba | Dakar | Dar es Salaam | Darmstadt | Delft |
    Den Haag | Des Moines | Dhaka | Duisburg | Durban | Edmonton | El Paso | Erfurt | Firenze | Florianópolis | Fort Worth | Fortaleza |
    Fukuoka | Gdynia | Genève | Genova | Gent | Gijón | Goiânia | Granada | Graz | Grenoble | Groningen | Guadalajara | Guangzhou | Guayaquil |
    Halle (Saale) | Hangzhou | Heidelberg | Honolulu | Innsbruck | Islamabad | Izmir | Jaipur | Kampala | Karlsruhe | Kathmandu | Katowice |
    Kharkiv | Kigali | Klagenfurt | Kochi | La Coruña | A Coruña | Las Palmas | Leicester | Leiden | Liège | Linz | Lucknow | Luzern | Lviv | Łódź |
    Maastricht | Magdeburg | Makati | Málaga | Manaus | Mannheim | Medellín | Minsk | Monterrey | Montevideo | Montpellier | Murcia | Nagoya |
    Nagpur | Nanjing | Napoli | Nijmegen | Norwich | Nottingham | Novosibirsk | Omaha | Orlando | Oviedo | Padova | Palermo | Palma de Mallorca |
    Porto Alegre | Potsdam | Poznań | Pretoria | Querétaro | Quezon City | Rabat | Raleigh | Rawalpindi | Recife | Regensburg | Rennes | Rostock |
    Saarbrücken | Saint Petersburg | Saint-Étienne | Salzburg | San Salvador | Santa Fe | Santo Domingo | Saskatoon | Sevilla | Southampton |
    Surabaya | Szczecin | Tegucigalpa | Thessaloniki | Thiruvananthapuram | Tijuana | Tilburg | Timișoara | Torino | Trieste | Tucson | Tunis |
    Valladolid | Venezia | Vadodara | Valparaíso | Visakhapatnam | Wiesbaden | Winnipeg | Winterthur | Wrocław | Wuhan | Wuppertal | Würzburg
    """,
    "|",
)
_REMOTE = re.compile(
    r"(?:fully |100\s?% )?(?:remote|hybrid|on[- ]?site|home office|télétravail|remoto|"
    r"various locations|multiple locations)"
    r"(?:\s*[(,/–-]\s*[\w ./]+\)?)?",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"(?:Greater )?[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:[ -](?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|of|de|la|le|am|an der|upon|on|"
    r"del|do|da)){0,3}(?: Area| Metropolitan (?:Area|Region)| en omgeving| und Umgebung| et périphérie| y alrededores| e arredores| e dintorni)?"
)


_PARTS_OF_TOWNS = frozenset(
    words_of(
        "greater north south east west new old upper lower central downtown metro port fort mount lake saint st san santa northern southern eastern western inner outer near"
    )
)
"""Words before a city's name that go with it."""


_LEADING_TO_TOWNS = frozenset(words_of("of di de du da do des del della delle von van zu in at for für aus der la le"))
_CALLED_BY_TOWN = re.compile(
    r"(?:universit(?!y)\w+|hochschule|politecnico|polytechnique|politechnika|hogeschool|uniwersytet|klinikum|krankenhaus|stadtwerke|sparkasse|volksbank|messe|flughafen|hôpital|mairie)$"
)
"""Ends, casefolded, words that a town's name belongs to: "Universiteit Gent", "Stadtwerke Bielefeld"."""
_COMMA = re.compile(r"(?:(?<!\s)\s++)?[,/]\s*")


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    """Return states (by name and by code) and countries, casefolded."""
    names = {part for state in _STATES for part in (state.rsplit(" ", 1)[0], state.rsplit(" ", 1)[1])}
    for language in _TERRITORY_LANGUAGES:
        names |= {str(name) for code, name in Locale(language).territories.items() if len(code) == 2}
    return frozenset(name.casefold() for name in (*names, *_COUNTRIES_TOO))


@lru_cache(maxsize=1)
def _state_names() -> frozenset[str]:
    return frozenset(state.rsplit(" ", 1)[0].casefold() for state in _STATES)


_IS_CODE = re.compile(r"(?!US\b|UK\b)[A-Z]{2}\b")
"""Of a state, not of a country."""


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    return frozenset(name.casefold() for name in _CITIES)


IN_BRAZIL = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ’']+(?:\s(?:d[aeo]s?\s)?[A-ZÀ-Þ][a-zà-ÿ’']+){0,3}\s?[–—/-]\s?(?:A[CLMP]|BA|CE|DF|ES|GO|M[AGST]|P[ABEIR]|R[JNORS]|S[CEP]|TO)(?!\w)"
)
"""A town and its state: "Taquari Novo – RS"."""


@lru_cache(maxsize=4096)  # several stages ask about the same words
def is_place(text: str) -> bool:
    """Return whether the whole of `text` names a place, or says that the work was remote.

    >>> is_place("West Lafayette, Indiana"), is_place("Remote"), is_place("Millrace Coffee")
    (True, True, False)
    """
    parts = [part.strip() for part in _COMMA.split(text.strip(" .()")) if part.strip()]
    if not parts or len(text) > 60:
        return False
    if _REMOTE.fullmatch(text.strip(" .()")):
        return True
    if len(parts) > 1 and _REMOTE.fullmatch(parts[-1]) is not None:  # "São Paulo / Remoto"
        parts.pop()
    if len(parts) == 1:
        word = parts[0].casefold()
        # Two letters alone ("IT", "IN") are rather something else.
        return word in _cities() or (len(word) > 3 and word in _regions())
    known = [part.casefold() in _cities() or _is_region(part) for part in parts]
    if len(parts) > 4 or not all(known[1:]):
        return False
    if len(parts) == 3 and not known[0] and parts[1].casefold() in _state_names() and _IS_CODE.match(parts[2]):
        return False  # "Acme Credit Union, Virginia, MN": a town that is called like a state.
    first, _, city = parts[0].rpartition(" ")
    if not known[0] and city.casefold() in _cities() and first.casefold() not in _PARTS_OF_TOWNS:
        return False  # "Bluecadence Philadelphia, PA" names a company before its town.
    # "Gouda, Netherlands" names a town by its country; "Acme, Seattle" need not.
    return known[0] or (_TOWN.fullmatch(parts[0]) is not None and all(_is_region(part) for part in parts[1:]))


def name_before_city(text: str) -> int:
    """Return how long the words are that stand before a city's name without a comma, 0 for none.

    >>> name_before_city("Bluecadence Philadelphia"), name_before_city("South Boston"), name_before_city("Boston")
    (11, 0, 0)
    """
    words = text.split(" ")
    for count in (2, 1):
        city = " ".join(words[-count:])
        if len(words) <= count or city.casefold() not in _cities():
            continue
        before = words[-count - 1].casefold()
        if before not in _PARTS_OF_TOWNS and before not in _LEADING_TO_TOWNS and not _CALLED_BY_TOWN.search(before):
            return len(text) - len(city) - 1
    return 0


def _is_region(part: str) -> bool:
    bare = re.sub(r"(?<!\s)\s++\d{4,5}(?:-\d{4})?(?:\s(?:United States|USA?))?$", "", part)
    return bare.casefold() in _regions() and (len(bare) > 2 or bare.isupper())


_HOUSE_AND_TOWN = re.compile(
    r"\A(?:[A-ZÀ-Þ&][\w.'’&-]*\s|(?:and|of|the|for)\s){1,5}(?:Services|Group|Solutions|Systems|Technologies|Company|Corporation|Industries|Partners|Associates|Center|Centre|Hospital|"
    r"Clinic|Bank|University|College|School|Store|Stores|Restaurant|Hotel|Foods|Realty|Logistics|Consulting|LLC|LLP|Inc\.?|Ltd\.?)(?=\s[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?\Z)"
)
_STATE = re.compile(r",\s[A-Z]{2}(?![A-Za-z])")


def name_before_town(text: str, start: int, end: int) -> int:
    """Return how long a house's name is right before a town that no list knows: "Weikert Realty Services Madison, NJ"; 0 for none."""
    if _STATE.match(text, end) is None:
        return 0
    found = _HOUSE_AND_TOWN.match(text[start:end])
    return 0 if found is None else found.end()
