"""Reads how well a model fits, by the name of the score beside a bare number: "F1 of 0.81", "RMSE 38", "0.93 accuracy". Judges no work."""

from __future__ import annotations

import re

from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.surroundings import YEAR, number_of

_OF_ONE = (
    r"(?:(?:macro|micro|weighted)[\s-]?)?F1(?:[\s-]scores?)?|F1[\s-]macro|(?:ROC|PR)[\s-]?AUC|AUROC|AUPRC|AUC(?:[\s-]ROC)?|R(?:2|²|\^2|[\s-]squared)|m?IoU|mAP|MCC|"
    r"(?:[Dd]ice|[Ss]ilhouette)(?:\s(?:score|coefficient))?|(?:[Cc]ohen[’']s\s)?[Kk]appa|"
    r"(?:(?:[Tt]est|[Vv]alidation)\s)?[Aa]ccuracy(?:\sscore)?|[Pp]recision|[Rr]ecall|[Ss]ensitivity|[Ss]pecificity"
)
"""Scores between 0 and 1. Words among them mean other things, too, where the number is none such: "a precision of 5 mm"."""
_OF_ANY = r"RMSE|RMSLE|MAE|MAPE|MSE|WER|FID|BLEU|ROUGE(?:-[12L])?|[Pp]erplexity|[Ll]og[\s-]?loss"
_LEADS = r"(?:\*\*|__)?(?:@\d{1,3})?(?:\s?[:=≈~]\s?|\s(?:(?:was|is|of|at|reached|score|hit)\s){0,2}(?:about\s|around\s|roughly\s|[~≈]\s?)?)"
_ENDS = r"(?![\w%]|[.,:/-]\d|[^\S\n]?[%°$€£]|[^\S\n](?!(?:on|for|with|in|over|at|across|and|against|versus|vs|compared|using|after|by|while|but|which|as)\b)[a-z])"
"""No unit stands behind, and no change goes on: "MAE of 6.4 years", "RMSE 42 to 31"."""
MODEL_SCORES = re.compile(
    rf"(?<![\w-])(?:(?P<name>{_OF_ONE})(?:{_LEADS})(?P<num>0[.,]\d{{1,4}}){_ENDS}|"
    rf"(?P<error>{_OF_ANY})(?:{_LEADS})(?P<any>\d{{1,5}}(?:[.,]\d{{1,4}})?){_ENDS}|"
    rf"(?<![.,:/$€£])(?P<before>0[.,]\d{{1,4}})\s(?P<behind>{_OF_ONE})(?![\w-]))"
)
SCORE_WORDS = frozenset(
    "f1 auc auroc auprc r2 r² r squared iou miou map mcc dice silhouette kappa accuracy precision recall sensitivity specificity "
    "rmse rmsle mae mape mse wer fid bleu rouge perplexity loss logloss rocauc prauc".split()
)
"""One of which, casefolded, each such figure holds."""


def read_model_score(text: str, match: re.Match[str]) -> Quantity | None:
    """Return the score of a model, its name being the unit, or None where the number is a year.

    >>> read_model_score(t := "Reached an F1 of 0.81 on 900 reviews", MODEL_SCORES.search(t)).unit
    'F1'
    """
    group = next(name for name in ("num", "any", "before") if match[name])
    if YEAR.fullmatch(match[group]):
        return None
    name = match["name"] or match["error"] or match["behind"]
    start, end = match.start(group), match.end(group)
    whole = match.end() if match["behind"] else end
    return Quantity(
        start, whole, start, end, number_of(match[group]), unit=name, dimension="score", form="model scores"
    )
