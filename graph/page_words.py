"""Words of a web page that are no part of what it tells: of its navigation, its trail of links, its foot. Finds nothing."""

from __future__ import annotations

import re

_LINKS = frozenset(
    """
    home|start|startseite|accueil|inicio|início|about|about me|about us|über mich|über uns|à propos|sobre mí|sobre|work|my work|works|projects|projekte|projets|proyectos|portfolio|
    blog|contact|contact me|contact us|kontakt|contacto|resume|résumé|cv|download cv|download resume|experience|education|skills|services|leistungen|talks|notes|writing|articles|
    publications|research|teaching|gallery|menu|close menu|open menu|search|skip to content|skip to main content|toggle navigation|case studies|testimonials|now|uses|hire me|let's talk|let’s talk|
    github|linkedin|dribbble|behance|read.cv|medium|codepen|youtube|vimeo|bluesky|threads|gitlab|stack overflow|x|twitter|instagram|facebook|mastodon|email|e-mail|rss|team|company|careers|pricing|products|industries|clients|references|referenzen|photos|playground|lab|journal|press|imprint|impressum|
    datenschutz|privacy|privacy policy|cookies|en|de|fr|es|login|log in|sign in|get in touch|say hello|archive|index|info|studio|expertise|technologies|insights|news|faq|shop|solutions|open source|
    get a quote|book a call|get started|language|english|deutsch|dark mode|light mode|toggle theme|bio|reading|links|thoughts|timeline|achievements|awards|music|art|photography|life|teams|stack|
    arbeiten|meine arbeiten|lebenslauf|profil|lebensläufe|inhalt|parcours|mes projets|réalisations|expérience|compétences|sobre mim|trabalhos|meus trabalhos|projetos|meus projetos|contato|currículo|trabajos|mis proyectos|experiencia|
    more|philosophy|teaching philosophy|capstone|top of page|bottom of page|dashboard|certificates|lessons|lesson plans|everything|case-studies|selected work|featured work|coaching|speaking|press kit|newsletter|
    how i work|tech stack|certificates|certifications|cases|case study|selected projects|blogs|process|approach|resources|community|customers|partners|join us|jobs
    """.replace("\n", "")
    .strip()
    .split("|")
)
_LINKS = frozenset(word.strip() for word in _LINKS)
_SURE = frozenset(
    "home|start|startseite|accueil|inicio|início|about|about me|über mich|contact|contact me|contact us|kontakt|contacto|portfolio|blog|work|menu|cv|resume|résumé|skip to content|skip to main content|toggle navigation|search".split(
        "|"
    )
)
_BETWEEN = re.compile(r"[\s|·•/]+")
CRUMB = re.compile(
    r"(?i)(?:[←<‹«↩][ \t]{0,3}(?:back(?: to)?[ \t])?(?:all[ \t])?|back to (?:all |my |the )?|home\s?[/>›»]\s?)?(?:(?:the[ \t])?(?:case[ \t]stud(?:y|ies)|projects?|work|portfolio|fallstudien?|étude de cas|caso de éxito|referenzen|success stor(?:y|ies)|customer stor(?:y|ies))"
    r"(?:\s?[/>›»·|–—]\s?(?:(?:19|20)\d\d[\d –—-]{0,7}|[^\n]{2,40})?)?)[ \t]*\Z|[←‹«]\s?(?:back|all|alle|zurück|toutes|tous|retour|todos|todas|volver|voltar|tutti|indietro)\b.{0,30}\Z"
)
"""A line above the title of a page about one piece of work: "← Case studies", "project · 2016-2017"."""
PAGER = re.compile(
    r"(?i)(?:[←→<>‹›«»][ \t]{0,3})?(?:(?:next|previous|prev|more|other|related|similar|all|back to|see (?:all|more|other)|view (?:all|more|other|(?:the )?next)|explore(?: more)?|read)[ \t](?:my[ \t]|our[ \t]|the[ \t]|all[ \t])?"
    r"(?:projects?|case(?:[ \t]stud(?:y|ies))?|work|works|posts?|articles?|stor(?:y|ies)|portfolio|also|next|up|page)\b.{0,20}|(?:previous|next|prev)(?:[ \t]?[←→>»])?|you (?:may|might) also (?:like|enjoy).{0,20}|read (?:next|also|more)|"
    r"(?:let[’']?s[ \t](?:talk|work|chat|build).{0,50}|get in touch|contact(?:[ \t](?:me|us))?|say hello|share (?:this)?.{0,24}|ready to .{4,60}\?|start (?:a|your) project|have a project .{0,40}|want to .{4,50}\?|subscribe.{0,30}|back to top)|"
    r"nächstes projekt|weitere projekte|projet suivant|autres projets|siguiente proyecto|otros proyectos|próximo projeto|outros projetos|prossimo progetto|altri progetti|weitere arbeiten|weitere fallstudien)[ \t]*[→>»↑]?\Z|[←→‹›«»][ \t]?(?:project|case[ \t]study)[ \t]\d{1,2}[ \t]?[:–—-][ \t].{2,60}\Z|(?:©|copyright\b|\(c\)[ \t]).{0,70}\Z"
)
"""A line below what a page tells: "Next project", "You may also like", "© 2022 Ada Quill"."""

CARD_LINK = re.compile(
    r"(?i)(?:[→↗>›»🔗👉][ \t]{0,3})?(?:(?:view|see|read|visit|open|explore|discover|learn|launch|try|check out|show|watch|get|download|voir|ver|mehr|zum|lire|leer)[ \t](?:the[ \t]|full[ \t]|more[ \t]?|live[ \t]|this[ \t]|my[ \t]|our[ \t]|le[ \t]|el[ \t]|la[ \t])*(?:project|case[ \t]?study|story|details?|more|demo|site|website|app|code|source(?:[ \t]code)?|repo(?:sitory)?|github|page|article|report|paper|live|video|projet|proyecto|projekt|erfahren|plus|más|on github|it live)?"
    r"|(?:live|online)(?:[ \t](?:demo|site|app|preview|version|link))?|demo|source(?:[ \t]code)?|code|github(?:[ \t](?:repo(?:sitory)?|link))?|repo(?:sitory)?|website|app store|google play|play store|details|case study|video|paper|slides|preview|link|code[ \t]?(?:[|·/]|live)[ \t]?(?:demo|live))"
    r"(?:[ \t]?(?:[|·/&,]|and)[ \t]?(?:live[ \t]?)?(?:demo|code|github|site|repo|source))?[ \t]*[→↗>›»⟶+]{0,2}\Z"
)
"""A link at the end of a card: "View project →", "Live demo", "Read case study"."""

_ICONS = frozenset(
    """
    calendar_today calendar_month date_range event_note event_available access_time work_history work_outline business_center
    location_on location_city place_outlined map_pin open_in_new arrow_forward arrow_back arrow_outward arrow_upward
    arrow_right_alt arrow_downward arrow_drop_down expand_more expand_less chevron_right chevron_left keyboard_arrow_down
    keyboard_arrow_up keyboard_arrow_right light_mode dark_mode brightness_4 account_circle more_vert more_horiz content_copy
    military_tech workspace_premium emoji_events check_circle format_quote file_download mail_outline alternate_email
    contact_mail phone_iphone code_off data_object school_outlined auto_awesome psychology_alt rocket_launch
    """.split()
)
"""Names of Material icons, which are pasted where a page draws them."""
_WORD_ICONS = frozenset(
    "school mail email call phone code work event place menu close link schedule public language home person star download terminal launch business today description build brush bolt domain apartment badge bookmark share visibility".split()
)
"""Names of icons that are words as well: read so only on a page with others."""


def is_page_link(words: str) -> bool:
    """Return whether a line is a word of a site's navigation.

    >>> is_page_link("About"), is_page_link("Home Projects Contact"), is_page_link("Ferry tickets")
    (True, True, False)
    """
    plain = words.casefold().strip(" ·|/»›→") if len(words) < 70 else ""
    if " " not in plain or plain in _LINKS:
        return plain in _LINKS
    many = [word for word in _BETWEEN.split(plain) if word]
    return len(many) > 2 and all(word in _LINKS for word in many)


def is_link_line(words: str) -> bool:
    """Return whether a line leads to another page: of navigation, "View all projects", "Live demo".

    >>> is_link_line("View all projects →"), is_link_line("Project ferry")
    (True, False)
    """
    return is_page_link(words) or (len(words) < 60 and bool(PAGER.match(words) or CARD_LINK.match(words)))


def is_sure_link(words: str) -> bool:
    """Return whether a line is a word that hardly stands in anything but a site's navigation, or heads a part of its page.

    >>> is_sure_link("Home"), is_sure_link("Skills")
    (True, False)
    """
    return words.casefold().strip(" ·|/»›→") in _SURE


def is_icon(words: str) -> bool:
    """Return whether a line names an icon, or might: "calendar_today", "school"."""
    return words in _ICONS or words in _WORD_ICONS


def is_sure_icon(words: str) -> bool:
    """Return whether a line names an icon by a name that is no word: "calendar_today"."""
    return words in _ICONS
