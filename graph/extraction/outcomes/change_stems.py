"""The beginnings of verbs and nouns of other languages that say that something went up or down. Reads no sentence."""

from __future__ import annotations

import re

DECREASE_STEMS = re.compile(
    r"(?:ge)?(?:senk|sunk|sank)|gesunk|reduzier|reduktion|verringer|verkürz|minimier|halbier|(?:ein|ge)?spar(?:t|ung)|eingespart|abgebaut|"
    r"rédui|réduc|baiss|diminu|économi|raccourc|divis[ée]|reduj|reduc|redu[cz]|baj[óoa]|disminu|ahorr|recort|acort|"
    r"ridott|riduzion|ridur|risparm|abbatt|verlaa|verminder|bespar|bespaar|gedaal|daald|teruggebracht|verkort|redu[zç]|diminui|economi[az]|"
    r"verlag(?!e)|queda|cai[ru]|minsk|sänk|förkort|spara[dt]|reducer|zmniejsz|skróci|obniż|spadł|spadek|ograniczy|zredukow"
)
INCREASE_STEMS = re.compile(
    r"(?:ge)?steiger|erhöh|gestieg|stieg|verdoppel|verdreifach|wachs|gewachs|wuchs|verbesser|augment|hausse|accr[uo]|croiss|doubl|amélior|progress|"
    r"aument|increment|crec|subi|subí|mejor|duplic|triplic|multipli|moltiplic|cresc|migliora|raddopp|verhoog|gestegen|gegroeid|groei|stijg|verdubbel|melhor|omzetgroei|umsatzwachs|"
    r"öka|höj|förbättr|fördubbl|växt|zwiększ|wzr[oó]s|podni[oó]s|podwoi"
)


def changes(word: str) -> bool:
    """Return whether a word of another language, in lower case, says that something went up or down."""
    return DECREASE_STEMS.match(word) is not None or INCREASE_STEMS.match(word) is not None
