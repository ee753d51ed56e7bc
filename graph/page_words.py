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
    r"(?:\s?[/>›»·|–—]\s?(?:(?:19|20)\d\d[\d –—-]{0,7}|[^\n]{2,40})?)?)[ \t]*\Z|[←‹«]\s?(?:back|all)\b.{0,30}\Z"
)
"""A line above the title of a page about one piece of work: "← Case studies", "project · 2016-2017"."""
PAGER = re.compile(
    r"(?i)(?:[←→<>‹›«»][ \t]{0,3})?(?:(?:next|previous|prev|more|other|related|similar|all|back to|see (?:all|more|other)|view (?:all|more|other)|explore(?: more)?|read)[ \t](?:my[ \t]|our[ \t]|the[ \t]|all[ \t])?"
    r"(?:projects?|case(?:[ \t]stud(?:y|ies))?|work|works|posts?|articles?|stor(?:y|ies)|portfolio|also|next|up|page)\b.{0,20}|(?:previous|next|prev)(?:[ \t]?[←→>»])?|you (?:may|might) also (?:like|enjoy).{0,20}|read (?:next|also|more)|"
    r"(?:let[’']?s[ \t](?:talk|work|chat|build).{0,50}|get in touch|contact(?:[ \t](?:me|us))?|say hello|share (?:this)?.{0,24}|ready to .{4,60}\?|start (?:a|your) project|have a project .{0,40}|want to .{4,50}\?|subscribe.{0,30}|back to top)|"
    r"nächstes projekt|weitere projekte|projet suivant|autres projets|siguiente proyecto|otros proyectos)[ \t]*[→>»↑]?\Z|(?:©|copyright\b|\(c\)[ \t]).{0,70}\Z"
)
"""A line below what a page tells: "Next project", "You may also like", "© 2022 Ada Quill"."""

CARD_LINK = re.compile(
    r"(?i)(?:[→↗>›»🔗👉][ \t]{0,3})?(?:(?:view|see|read|visit|open|explore|discover|learn|launch|try|check out|show|watch|get|download|voir|ver|mehr|zum|lire|leer)[ \t](?:the[ \t]|full[ \t]|more[ \t]?|live[ \t]|this[ \t]|my[ \t]|our[ \t]|le[ \t]|el[ \t]|la[ \t])*(?:project|case[ \t]?study|story|details?|more|demo|site|website|app|code|source(?:[ \t]code)?|repo(?:sitory)?|github|page|article|report|paper|live|video|projet|proyecto|projekt|erfahren|plus|más|on github|it live)?"
    r"|(?:live|online)(?:[ \t](?:demo|site|app|preview|version|link))?|demo|source(?:[ \t]code)?|code|github(?:[ \t](?:repo(?:sitory)?|link))?|repo(?:sitory)?|website|app store|google play|play store|details|case study|video|paper|slides|preview|link|code[ \t]?(?:[|·/]|live)[ \t]?(?:demo|live))"
    r"(?:[ \t]?(?:[|·/&,]|and)[ \t]?(?:live[ \t]?)?(?:demo|code|github|site|repo|source))?[ \t]*[→↗>›»⟶+]{0,2}\Z"
)
"""A link at the end of a card: "View project →", "Live demo", "Read case study"."""


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
