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
    about very ultra super extremely highly incredibly insanely completely totally truly exceptionally particularly especially quite pretty
    fairly rather achieve actually almost achieved anything bit came case come deal dealing dealt describe did doing done example examples experience
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
               "at huge scale|at enormous scale|on a large scale|on a massive scale|on a huge scale|at global scale|"
               "a mountain of|mountains of|an ocean of|a sea of|enormous amount of|enormous amounts of|a huge amount of|"
               "huge amounts of|vast amounts of|a vast amount of|a massive amount of|massive amounts of|really big|really large|"
               "terabytes of|petabytes of|gigabytes of|exabytes of|super large|extremely large|record breaking|sky high|mammoth|monumental|whopping|humongous",
        MANY: "high volume|high volumes|large volume|large volumes|large number of|large numbers of|millions of|"
              "thousands of|hundreds of|billions of|lots of|a lot of|dozens of|scores of|tens of thousands of|"
              "hundreds of thousands of|hundreds of millions of|numerous|countless|many|very many|so many|plenty of|huge number of|"
              "huge numbers of|huge volume of|huge volumes of|enormous number of|vast number of|large amounts of|"
              "an avalanche of|avalanche of|a flood of|flood of|floods of|a deluge of|deluge of|a torrent of|a wave of|waves of|"
              "a tsunami of|tons of|loads of|heaps of|masses of|piles of|a pile of|hordes of|crowds of|swarms of|a bunch of|"
              "a whole bunch of|a ton of|a great many|a great deal of|an army of|untold|innumerable|myriad|myriads of",
        FAST: "fast|faster|quick|quicker|rapid|quickly|rapidly|in no time|in record time|at speed|at short notice|speedy|"
              "speedily|swiftly|in a hurry|fastest|quickest|within hours|within days|within weeks|in days|in weeks|"
              "in just days|in just weeks|in a matter of days|in a matter of weeks|"
              "in a matter of hours|in a matter of minutes|blazing fast|blazingly fast|lightning fast|super fast|very fast|"
              "really fast|extremely fast|ultra fast|at lightning speed|at breakneck speed|breakneck|in a flash|in a rush|"
              "in the blink of an eye|in a blink|against the clock|double quick|in just hours|in just minutes|in a few days|"
              "in a few weeks|in a few hours|in short order|at pace|at high speed",
        SMALL: "handful of|a handful of|only a few|just a few|a couple of|a tiny number of|just a handful of|no more than a few|"
               "just a couple of|a very small number of|a small number of|a mere handful of",
        CHEAP: "cheap|cheaper|low cost|cheaply|at low cost|on a small budget|on a shoestring|inexpensively|inexpensive|"
               "affordable|low budget|for pennies|dirt cheap|for next to nothing|cost effectively|cheapest|next to no budget|"
               "next to no money|almost no money|almost no budget|hardly any money|hardly any budget|with little money|on the cheap|"
               "on a tight budget|on a tiny budget|for peanuts|for almost nothing|for little money|penny pinching|at minimal cost|"
               "at little cost|for a song|for cents|for a few euros|for a few dollars|for a few pounds|a shoestring budget|"
               "a shoestring|budget friendly",
    }.items()
    for words in listed.split("|")
}  # fmt: skip
"""Words that ask for large figures, many things, short times or little money, and need not be written in the passage → what they ask for."""
