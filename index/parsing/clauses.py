"""Puts the clauses of a query together: signs, groups, and how many words one query may have. Reads no text."""

from __future__ import annotations

from index.errors import QueryBudgetError
from index.query import MAX_PHRASES, MAX_TOKENS, Clause, Group, Need, Node, Operator, Phrase


def signed(sign: str, clauses: list[Clause], source: str) -> list[Clause]:
    """Return clauses under a sign: `+` makes each required, `-` excludes them together."""
    if not clauses or not sign:
        return clauses
    if sign == "+":
        return [Clause(clause.node, clause.need if clause.need is Need.NOT else Need.MUST) for clause in clauses]
    return [Clause(as_node(clauses, source), Need.NOT)]


def as_node(clauses: list[Clause], source: str) -> Node:
    """Return clauses as one node: all of them, function words aside where there are others."""
    telling = [clause for clause in clauses if clause.need is not Need.MAY] or clauses
    nodes = [Group(Operator.NOT, (c.node,), source) if c.need is Need.NOT else c.node for c in telling]
    return nodes[0] if len(nodes) == 1 else Group(Operator.ALL, tuple(nodes), source)


def need_of(clauses: list[Clause]) -> Need:
    """Return what clauses in parentheses ask together: required where each of them is."""
    needs = {clause.need for clause in clauses}
    return Need.MUST if needs <= {Need.MUST, Need.NOT} else Need.SHOULD


def check_size(clauses: list[Clause]) -> None:
    """Raise QueryBudgetError where clauses hold more words or phrases than one search may."""
    parts, phrases = 0, 0
    waiting: list[Node] = [clause.node for clause in clauses]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Group):
            waiting.extend(node.members)
            continue
        phrases += isinstance(node, Phrase)
        parts += len(node.words) if isinstance(node, Phrase) else 1
    if parts > MAX_TOKENS:
        raise QueryBudgetError(f"the query has {parts} words; leave at most {MAX_TOKENS}")
    if phrases > MAX_PHRASES:
        raise QueryBudgetError(f"the query has {phrases} phrases in quotation marks; leave at most {MAX_PHRASES}")
