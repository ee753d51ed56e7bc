"""The names of degrees and of institutions as patterns, by the vocabulary and by the forms that it cannot list."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.alternation import alternation
from graph.extraction.career_words import words_of
from graph.vocabulary import DegreeWords

LEADING = frozenset(
    words_of(
        """
        i at from the studied graduated dual with in by attended alumni my a an bachelor master education university-level
        and completed earned
        """
    )
)
"""Words before a name or a field that are none of it: "studied at the …"."""
_CAP = r"(?!(?:Diploma|Degree|Student|Graduate|GPA|Class)\b)[A-ZÀ-ÖØ-ÞŁŚŽ](?:[\w’'.-]|&(?=[A-Z]))*\w"
# Short forms too common elsewhere to stand in the vocabulary: they count beside an institution or among studies only.
SHORT = {
    "MS": "Master of Science",
    "MA": "Master of Arts",
    "MEng": "Master of Engineering",
    "BE": "Bachelor of Engineering",
    "Master": "Master",
    "Masters": "Master Degree",
    "Máster": "Máster",
    "Maestría": "Maestría",
    "Mestrado": "Mestrado",
    "Bachelor": "Bachelor",
    "Doctorat": "Doctor of Philosophy",
    "Promotion": "Doctor of Philosophy",
    "Doktor": "Doctor of Philosophy",
    "Ingeniería": "Ingeniería",
    "Engenharia": "Engenharia",
    "Magister": "Magister",
    "CAP": "Certificat d'aptitude professionnelle",
    "BEP": "Brevet professionnel",
    "BM": "Brevet de maîtrise",
    "DMA": "Diplôme des métiers d'art",
    "DNMADE": "Diplôme des métiers d'art",
    "BPJEPS": "BPJEPS",
    "BUT": "Bachelor universitaire de technologie",
    "Bac": "Baccalauréat",
    "Dottorato": "Doctor of Philosophy",
    "Doctorado": "Doctor of Philosophy",
    "Proefschrift": "Doctor of Philosophy",
    "Specjalizacja": "Specjalizacja",
    "Videreutdanning": "Videreutdanning",
    "Fagbrev": "Fagbrev",
    "Svendebrev": "Svendebrev",
    "Yrkeshögskoleutbildning": "Yrkeshögskoleutbildning",
    "Kaderopleiding": "Kaderopleiding",
    "Post-hbo": "Post-hbo",
    "Residência médica": "Residência médica",
    "Residência Médica": "Residência médica",
    "Especialista": "Especialista",
    "Pós-graduado": "Pós-graduação",
    "Pós-graduada": "Pós-graduação",
    "JD": "Juris Doctor",
    "MD": "Doctor of Medicine",
    "Matriculation": "Secondary School Certificate",
    "Higher Secondary": "Higher Secondary Certificate",
    "Intermediate": "Higher Secondary Certificate",
    "ESO": "Educación Secundaria Obligatoria",
    "Pre-University": "Higher Secondary Certificate",
    "PUC": "Higher Secondary Certificate",
    "HSC": "Higher Secondary Certificate",
    "SSC": "Secondary School Certificate",
    "SSLC": "Secondary School Certificate",
    "Class XII": "Higher Secondary Certificate",
    "Class 12": "Higher Secondary Certificate",
    "Class X": "Secondary School Certificate",
    "Class 10": "Secondary School Certificate",
    "Propedeuse": "Propedeuse",
    "Técnico": "Técnico",
    "Grado": "Grado universitario",
    "Pós-graduação": "Pós-graduação",
    "Posgrado": "Posgrado",
    "Especialización": "Especialización",
    "Especialização": "Especialização",
    "Diplomado": "Diplomado",
    "Curso": "Curso",
    "Títol Superior": "Título Superior",
    "Título Superior": "Título Superior",
    "Technik": "Technik",
}
_ONLY_BEFORE = {"Curso": r"(?=\sde\s[A-ZÀ-Þ])"}
"""What has to follow a short form that heads columns, too: "Curso de Gravura", not "| Curso |"."""
SHORT_FORM = re.compile(
    r"(?:^|[*_,;|–—•·:(\t]\s{0,60}|\s{2}|\d\s)(?P<name>"
    + "|".join(name + _ONLY_BEFORE.get(name, "") for name in sorted(SHORT, key=len, reverse=True))
    + r")(?=,?\s(?:(?:in\s|en\s|em\s|di\s|of\s|de\s|i\s)?[A-ZÀ-Þ]|(?:en|em|di|de|i)\s\w|\((?:Dr|PhD|(?:19|20)\d\d|1[02]th|XI{0,2}\b|[Cc]lass)|[|·–—]\s)|,|$)"
)
_LEVELS = ("NVQ", "SVQ", "City & Guilds", "AAT", "BTEC", "QCF", "Cert", "Diploma")
# School leaving and vocational qualifications that the vocabulary lacks, called as they are written.
_MORE_DEGREES = (
    *(f"{name} Level {level}" for name in _LEVELS for level in range(1, 8)),
    *(f"Level {level} {name}" for name in (*_LEVELS[:4], "Certificate", "Award") for level in range(1, 8)),
    *(f"MBO{joint}{level}" for joint in (" ", "-", " niveau ") for level in range(1, 5)),
    *words_of(
        """
        HTS | MTS | HEAO | MEAO | LTS | MAVO | FP I | FP II | Formación Profesional | NVQ | HAVO | VWO | VMBO | MBO | Mittlere Reife | Realschulabschluss | Hauptschulabschluss | Fachabitur |
        Fachhochschulreife | Allgemeine Hochschulreife | Matura | Gesellenbrief | Meisterbrief | A-levels | A Levels |
        GCSEs | HND | HNC | Higher National Diploma | Higher National Certificate | Foundation Degree | Leaving Certificate |
        Post-hbo | Post-HBO | Meisterprüfung | Gesellenprüfung | Abschlussprüfung | BTS | Bac Pro | Baccalauréat professionnel | Licence professionnelle | Bachillerato | Grado en |
        Ciclo Formativo de Grado Superior | Ciclo Formativo de Grado Medio | Ciclo Superior | Ciclo Medio | Educación Secundaria Obligatoria |
        Diplomatura | Tecnicatura | Diplomstudiengang | Bachelorstudiengang | Masterstudiengang | Brevet des collèges | Cycle ingénieur | Reifeprüfung | Lehrabschlussprüfung | Gymnasieexamen | Técnico Superior | Bacharelado |
        Ensino Médio | Tecnólogo | Curso Técnico | Diploma di maturità | Maturità | Diplom-Ingenieur (FH) |
        Diplom-Ingenieurin (FH) | Diplom-Ingenieur | Diplom-Ingenieurin | Diplom-Kaufmann | Diplom-Kauffrau |
        Diplom-Informatiker | Diplom-Informatikerin | Diplom-Betriebswirt | Diplom-Betriebswirtin |
        Masterabschluss | Bachelorabschluss | Diplomabschluss | Colegial Técnico | Studia podyplomowe | Jednolite studia magisterskie | Austauschjahr | Auslandssemester |
        Staatsexamen | Erstes Staatsexamen | Zweites Staatsexamen
        """,
        "|",
    ),
)
TRAINING = re.compile(r"(?:^|\s)(?P<name>(?:Berufsa|A)usbildung|Umschulung|Lehre)\s(?:zum|zur|als)\s(?=[A-ZÄÖÜ])")
STUDY = re.compile(
    r"(?:^|(?<!degli)[\s:–—|])(?P<name>(?:Diplom|Bachelor|Master|Lehramts|Magister|Promotions)?[Ss]tudium|Études|Estudios|Studi|Studia|Studie)\s(?:(?:der|des|de la|du|de|di|en|in|i|z|of|von)\s|d[’'])?"
    r"(?!podyplomow|magistersk|licencjack|inżyniersk|doktoranck|an der|am\b|with|at\b|cas\b|caso)(?P<field>[^\W\d_][^,;|()\d\n·•–—]{2,60}?)(?=\s*(?:[,;|()·•–—]|$|\s{3}|\s(?:an der|an|at|à|in)\s[A-ZÀ-Þ]))"
)
"""What was studied, the degree perhaps on the next line: "Studium der Rechtswissenschaften"."""
CERTIFICATE = re.compile(
    r"(?:^|[|*_:\t\d]\s{0,4})(?P<name>Certificate|Post[ -]?[Gg]raduate Program(?:me)?)(?=\sin\s[A-Z]|,\s[A-Z])"
    r"|(?<=[a-z])\s(?P<behind>certificate)(?=[*_]{0,3}(?:,|$|\s{3}))"
)
"""A certificate that a school gave, before what it is in or behind it: "Certificate in Welding", "Dental Assistant certificate"."""
STUDY_WORD = re.compile(r"(?:\w{0,12}[Ss]tudium|Études|Estudios|Studi|Studia|Studie)")
CRAFTS = re.compile(r"\b(?:(?:[Ss]taatlich\s)?[Gg]eprüfter?)\s[A-ZÄÖÜ][\w-]{3,40}")
"""A German examination of a trade: "Geprüfte Bilanzbuchhalterin"."""
_COMPOUND = (
    r"[A-ZÀ-Þ]\w{2,}-[A-ZÀ-Þ]\w{2,}(?:-[A-ZÀ-Þ]\w{2,})? (?:Schule|Akademie|Kolleg)|[A-ZÀ-Þ][\w-]{2,}-(?:Universität|Hochschule|Schule|Gymnasium|Kolleg|Akademie|Oberschule|Realschule|College|Lyceum)|"
    r"videregående skole|folkehøgskole|gymnasieskola|Handwerkskammer|Handelskammer|IHK|Realschule|Oberschule|Gesamtschule|Scholengemeenschap|[A-ZÀ-Þ][\w-]{2,}(?:universität|hochschule|schule|gymnasium|kolleg|akademie|universiteit|hogeschool|"
    r"scholengemeenschap|lyceum|universitet|högskola|skolan|skole|skola|folkhögskola|gymnasiet|højskole|høyskole|yliopisto|opisto)|"
    r"[А-ЯЁ][а-яё-]{2,}(?:\s[а-яё-]{3,}){0,4}\s(?:университет|институт|академия|колледж|техникум|училище)"
)
"""German, Dutch and Nordic names of institutions in one word: "Rijksuniversiteit", "Pflegeschule"."""
_EAST_ASIAN = "大學 大学 學院 学院 高等学校 専門学校 專科學校 高中 대학교 대학원 고등학교".split()
_COMPOUND += rf"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{{1,12}}(?:{'|'.join(_EAST_ASIAN)})"
_COMPOUND_PARTS = (*re.findall(r"[^\W\d_]{3,}", re.sub(r"\[[^\[\]]*\]|\{[^{}]*\}|\\.", " ", _COMPOUND)), *_EAST_ASIAN)
"""The words and ends of words in it."""


_OF_PUPILS = re.compile(
    r"\b(?:Grund|Volks|Haupt|Mittel|Real|Gesamt|Ober|Primar|Sekundar|Sporthaupt)schule\b|\b(?:FOS|BOS|[A-ZÄÖÜ]\w*[Gg]ymnasium|Gymnasium)\b"
)
_STUDIED = re.compile(r"\b(?:Ausbildungsrichtung|Studiengang|Studienrichtung|Schulbesuch)\b")


def says_schooling(text: str, *, is_among_jobs: bool) -> bool:
    """Return whether a line with dates says where somebody was a pupil or studied; among jobs a school alone may employ.

    >>> says_schooling("2001 - 2005 | Grundschule Eggham", is_among_jobs=False)
    True
    """
    if "chule" not in text and "mnasium" not in text and "OS " not in text:
        return False
    return _STUDIED.search(text) is not None or (not is_among_jobs and _OF_PUPILS.search(text) is not None)


@lru_cache(maxsize=4)
def degree_pattern(words: DegreeWords) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for all names of degrees, longest first, and casefolded name → its degree."""
    names = {form: form for form in _MORE_DEGREES}
    names |= {form: name for name, aliases in words.degrees for form in (name, *aliases)}
    names |= {form.replace("'", "’"): name for form, name in names.items()}
    # Abbreviations must be written as they are: "ba" and "be" are words.
    short = alternation(form for form in names if 0 < len(form) <= 6)
    long = alternation((form for form in names if len(form) > 6), ignore_case=True)
    return re.compile(rf"(?<![\w.])(?:{long}|{short})(?!\w)"), {form.casefold(): name for form, name in names.items()}


@lru_cache(maxsize=4)
def degree_words(words: DegreeWords) -> frozenset[str]:
    """Return words, casefolded, one of which every match of `degree_pattern` holds: of a name the longest."""
    names = (*_MORE_DEGREES, *(form for name, aliases in words.degrees for form in (name, *aliases)))
    return frozenset(max(re.findall(r"\w+", name.casefold()), key=len, default="") for name in names)


@lru_cache(maxsize=4)
def institution_word(words: DegreeWords) -> re.Pattern[str]:
    """Return a pattern for a word or part of one that every match of `institution_pattern` holds: quick to look for."""
    listed = [*words.institution_words, *(word.upper() for word in words.institution_words)]
    return re.compile(alternation([*listed, "ROC", "IUT", "IES", *_COMPOUND_PARTS]))


@lru_cache(maxsize=4)
def institution_pattern(words: DegreeWords) -> re.Pattern[str]:
    """Return a pattern for names of schools and universities."""
    listed = sorted(words.institution_words, key=lambda word: (-len(word), word))
    before = "|".join(re.escape(word) for word in listed if word.endswith(" of"))
    listed += [word.upper() for word in listed if len(word) > 4]
    whole = "|".join(
        [
            *(re.escape(word) for word in listed if not word.endswith(" of")),
            "ROC",
            "IUT",
            "IES",
            "ESPE",
            "INSPE",
            "IUFM",
            r"Universit[a-zà-ÿ]{1,6}",
            _COMPOUND,
        ]
    )
    small = (
        r" (?:des|du|de la|de l[’']|d[’']|de|dei|degli|della|del|do|da|dos)(?<=[’' \w])\s?[a-zà-ÿ][\w’'-]*(?: [a-zà-ÿ][\w’'-]*){0,4}"
        rf"(?: (?:d[’'])?{_CAP}(?: {_CAP}){{0,2}})?(?=\s*(?:[,(;|–—\n]|$))"
    )
    tail = (
        rf"(?:,? (?:of|OF|for|FOR|i|de|del|della|delle|degli|da|do|dos|das|di|du|des|der|at|zu|zum|zur|am|im|für|van|voor|w|we|the)(?: (?:the|la|los|"
        rf"las|le|les|der|den|het))? (?:[dl][’'])?{_CAP}(?: (?:(?:and|&|of|AND|OF|de|e|et|und|y) )?{_CAP}){{0,3}}| (?:d|dell)[’']{_CAP}(?: {_CAP}){{0,2}})"
    )
    campus = (
        r"(?:, (?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Santa Cruz|Riverside|"
        r"Urbana-Champaign|Ann Arbor|Chapel Hill|College Park|Twin Cities))?"
    )
    return re.compile(
        rf"(?<![\w@])(?:(?:{_CAP} (?:(?:and|&|of|AND|OF) )?){{0,5}}(?:{whole})(?![\w@])(?: {_CAP}){{0,3}}"
        rf"(?:{small}|{tail}{{0,2}}{campus})"
        rf"|(?:{_CAP} (?:(?:and|&|of) )?){{0,5}}{_CAP},? \((?:A )?[Dd]eemed(?: [a-z]{{2}}){{0,3}} University\)"
        rf"|(?:lycée|université|école|faculté|instituto|universidad|università|liceo|escuela|universidade|liceum)(?: [a-zà-ÿ][\w’']{{0,14}}){{0,4}} {_CAP}(?: {_CAP}){{0,3}}"
        rf"|(?:{_CAP} ){{0,3}}(?:{before}) {_CAP}(?: (?:(?:and|&|of) )?{_CAP}){{0,4}})"
    )
