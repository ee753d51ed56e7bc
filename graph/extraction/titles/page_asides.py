"""Says which headings of a page greet, count, plan or tell how to use it: they name no work, whatever stands below them."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]{1,30}:?|[\U0001F000-\U0001FAFF\u2600-\u27BF\ufe0f\u200d]+")
"""A picture in a heading, or its name: ":wave:" (":wave" where the colon was taken for the end)."""
_LONGEST = 70

_ASIDE = re.compile(
    r"(?i)\A\W*+(?:"
    # Figures about an account: "My GitHub stats", "Contribution graph".
    r"(?:(?:my|our|some|profile|overall|all[- ]time|[\w.-]{2,30}[’']s)\s){0,2}(?:(?:git(?:hub|lab)?|coding|code|contributions?|commit|profile|wakatime|leetcode|codewars|account|repo(?:sitory)?|language)\s(?:&\s|and\s)?){0,2}"
    r"(?:stats|statistics|statistiken?|statistiques|estad[ií]sticas|estat[ií]sticas|statistiche|streaks?|trophies|badges|contribution\s(?:graph|snake)|activity\s(?:graph|feed)|(?:recent|latest)\sactivity|статистика)|"
    r"(?:(?:my|the)\s)?(?:top|most[\s-](?:used|common)|favou?rite|main)\s(?:programming\s|coding\s)?(?:languages?|langs)(?:\sby\s\w+)?|"
    r"(?:visitors?|profile\sviews|visitor\s(?:count|counter)|hit\scounter|snake|spotify|now\splaying|random\s(?:dev\s)?(?:quotes?|jokes?|memes?|facts?)|quote\sof\sthe\sday|fun\sfacts?)|"
    # What else a site shows: its articles, its letters, whom it serves, how to pay for it.
    r"(?:(?:my|the|our)\s)?(?:latest|recent|newest|popular)\s(?:(?:blog\s)?posts|articles|news|writing|thoughts|notes)(?:\s(?:from|on)\s(?:my|the)\sblog)?|blog\s?posts|from\sthe\sblog|"
    r"trusted\sby|as\s(?:seen|featured)\sin|(?:my|our)\sclients|(?:support|sponsor)(?:\s(?:me|us|my\swork|this\s\w+))?|(?:buy\sme\sa\s\w+)|licen[sc]e|(?:currently|now|still)\slearning|"
    # A greeting.
    r"(?:hi+|hello|hey(?:a|\sya)?|welcome|howdy|greetings|willkommen|bienvenid[oa]s?|bienvenue|bem[\s-]vind[oa]s?|benvenut[oi]|välkommen|welkom|добро\spожаловать|привет)"
    r"(?:[\s,]+(?:there|all|everybody|everyone|every\sone|folks|friends?|visitors?|world|here|aboard|back|stranger|reader|to\s(?:my|the|this|our)\b.{0,40}|(?:auf|bei|zu)\s.{2,40}|(?:sur|chez|à)\s.{2,40}|a\s(?:mi|todos)\b.{0,40}|ao\s.{2,40}|и.{2,30}))*|"
    # What is still to come.
    r"(?:zukunfts)?pläne|ausblick|planes(?:\s(?:de\s)?futuro[s]?)?|planos(?:\s(?:para\so\s)?futuro[s]?)?|piani(?:\s(?:futuri|per\sil\sfuturo))?|projets\sà\svenir|framtidsplaner|plany|(?:мои\s|дальнейшие\s)?планы(?:\s(?:на|по)\s.{2,30})?|в\sпланах|что\sдальше|цели|"
    r"(?:this|the|my|our|diese|cette|esta)?\s?(?:site|page|website|portfolio|seite|страница|сайт)\s(?:is\s|wird\s|est\s|está\s)?(?:still\s|currently\s|noch\s|ещё\s|еще\s|пока\s|encore\s|todavía\s)?(?:under\sconstruction|(?:a\s)?work\sin\sprogress|being\s(?:updated|built|filled)|growing|im\saufbau|en\sconstruc\w+|em\sconstruç\w+|пополняется|обновляется|дорабатывается|в\sразработке)|"
    r"(?:work\sin\sprogress|under\sconstruction|wip)|"
    # How a page about one thing is divided.
    r"(?:project|case|product)\s(?:overview|summary|background|details)|(?:design\s|prototype\s)?iterations?(?:\s(?:of\s.{2,30}|[#№]?\s?\d{1,2}))?|"
    # How to rehearse.
    r"(?:rehearsal|practi[cs]e|recording|drill|timing|usage|reading|study|review)\s(?:instructions|guidelines|routine|schedule|plan|rules|tips|goals?|log|tracker)|(?:weekly|daily|monthly)\s(?:goals?|targets?|practi[cs]e|drills?|routine|schedule)"
    r")\W*+"
)
_NOW = re.compile(
    r"(?i)\A\W*+(?:(?:what\s(?:i|we)(?:[’']m|\sam|\sare)\s(?:(?:currently|now|busy)\s)*|(?:i|we)(?:[’']m|\sam|\sare)\s(?:currently|now)\s|(?:currently|now|right\snow)(?:,)?\s)(?:working\s(?:on|with)|building|doing|making|up\sto|hacking\son|into)(?:\s(?:now|right\snow|at\sthe\smoment|currently|today|these\sdays|lately))?|"
    r"(?:what[’']s|what\sis)\s(?:new|going\son|cooking)|(?:woran|was)\sich\s(?:gerade|derzeit|aktuell|zurzeit|momentan)\s(?:arbeite|baue|mache)|aktuell\sin\sarbeit|en\s(?:qué|que)\s(?:estoy\strabajando|trabajo)(?:\sahora)?|sur\squoi\sje\stravaille(?:\sen\sce\smoment)?|en\sce\smoment|no\sque\sestou\strabalhando|a\scosa\slavoro|waar\sik\s(?:nu\s)?aan\swerk|"
    r"vad\sjag\s(?:gör|jobbar\smed)(?:\snu)?|чем\s(?:я\s)?(?:занимаюсь|занят)(?:\sсейчас)?|над\sчем\s(?:я\s)?(?:сейчас\s)?работаю(?:\sсейчас)?|сейчас|now|right\snow|currently|aktuell|derzeit|actualmente|actuellement|atualmente)\W*"
)


@lru_cache(maxsize=4096)  # several stages ask about the same words
def names_page_aside(title: str) -> bool:
    """Return whether a heading counts, greets, plans or instructs.

    >>> [names_page_aside(t) for t in ("Iteration #2", "💡 Project Overview", "Iterative planning tool")]
    [True, True, False]
    >>> [names_page_aside(t) for t in ("My GitHub Stats 📊", "Top Languages", "Welcome Everybody :wave:", "Welcome desk relaunch")]
    [True, True, True, False]
    """
    if len(title) > _LONGEST:
        return False
    return _ASIDE.fullmatch(_SHORTCODE.sub(" ", title)) is not None


def names_the_present(title: str) -> bool:
    """Return whether a heading says that what stands below it goes on now; what stands there may be work.

    >>> names_the_present("What I am working on now"), names_the_present("Now working in three languages")
    (True, False)
    """
    return len(title) <= _LONGEST and _NOW.fullmatch(_SHORTCODE.sub(" ", title)) is not None
