"""Words of a query that say how, not what: never required, or asking for stories of a certain size. Data only."""

from __future__ import annotations

from collections.abc import Mapping

FUNCTION_WORDS = frozenset(
    """
    a an and are as at be been but by can did do does for from had has have he her his how i if in into is it
    its me my not of on or our she so some such than that the their them then there these they this those to
    too was we were what when where which who whom whose why will with within without you your
    aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't
    arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt
    """.split()
)
"""Words that say how, not what: welcome, never required."""

LIGHT_WORDS = frozenset(
    """
    about achieve actually almost achieved anything bit came case come deal dealing dealt describe did doing done example examples experience
    experienced experiences experiencing get gets getting ever forever give given gave go going gone got handle handled handling happen
    happened kind lot made make makes making really show showed showing shows situation situations some
    somebody someone something somewhere stories story stuff take taken takes taking tell thing things took tried try
    trying use used using want wanted way went whatever whenever work worked working
    """.split()
)
"""Words by which people introduce what they look for: welcome, never required beside others."""

LIGHT_PHRASES = frozenset({("a", "time", "when"), ("a", "time", "you"), ("a", "time", "i"), ("the", "time", "when")})
"""So interviewers begin their questions: the time is not what they ask for."""

LARGE, MANY, FAST, CHEAP, SMALL = "large", "many", "fast", "cheap", "small"

MODIFIERS: Mapping[tuple[str, ...], str] = {
    tuple(words.split()): asked
    for asked, listed in {
        LARGE: "at scale|at large scale|at massive scale|large scale|massive scale|large|huge|massive|big|enormous|very large|"
               "vast|gigantic|larger|largest|biggest|at high scale|high scale|global scale|web scale|enterprise scale|giant|"
               "immense|tremendous|colossal|sizeable|sizable|hefty|bigger|hugely|massively|internet scale|planet scale|"
               "at huge scale|at enormous scale|on a large scale|on a massive scale|on a huge scale|at global scale",
        MANY: "high volume|high volumes|large volume|large volumes|large number of|large numbers of|millions of|"
              "thousands of|hundreds of|billions of|lots of|a lot of|dozens of|scores of|tens of thousands of|"
              "hundreds of thousands of|hundreds of millions of|numerous|countless|many|very many|so many|plenty of|huge number of|"
              "huge numbers of|huge volume of|huge volumes of|enormous number of|vast number of|large amounts of",
        FAST: "fast|faster|quicker|rapid|quickly|rapidly|in no time|in record time|at speed|at short notice|speedy|"
              "speedily|swiftly|in a hurry|fastest|quickest|within hours|within days|within weeks|in days|in weeks|"
              "in just days|in just weeks|in a matter of days|in a matter of weeks",
        SMALL: "handful of|a handful of|only a few|just a few|a couple of|a tiny number of",
        CHEAP: "cheap|cheaper|low cost|cheaply|at low cost|on a small budget|on a shoestring|inexpensively|inexpensive|"
               "affordable|low budget|for pennies|dirt cheap|for next to nothing|cost effectively|cheapest",
    }.items()
    for words in listed.split("|")
}  # fmt: skip
"""Words that ask for large figures, many things, short times or little money, and need not be written in the passage → what they ask for."""
