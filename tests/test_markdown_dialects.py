"""Markdown as site generators and note apps have it: marks leave no trace in what is read, values in front matter are read."""

from __future__ import annotations

import pytest

from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.resolution.readings import DocumentReading

HUGO = """+++
title = "Ledger move"
author = "Odile Marchbanks"
tags = ["kafka", "migration"]
[params]
company = "Quarnstead"
+++

{{< figure src="a.svg" caption="Fig. 1 of 12" >}}

## Moving the ledger

At Quarnstead I moved the ledger to PostgreSQL and cut run time by 40%.

{{% notice tip %}}
Saved $20k a year.
{{% /notice %}}
"""
JEKYLL = """---
layout: post
title: "Moving the ledger"
author: Odile Marchbanks
company: Quarnstead
categories: [work, kafka]
---
{% include toc.html %}

I moved the ledger to PostgreSQL and cut run time by 40%, which saved $20k a year.
{: .lead}

{% highlight java %}
int limit = 9000 customers;
{% endhighlight %}
"""
MKDOCS = """---
author: Odile Marchbanks
company: Quarnstead
tags:
  - kafka
---
# Moving the ledger { #ledger .big }

!!! note "What came of it"
    Cut run time by 40% with PostgreSQL.

=== "Money"
    It saved $20k a year.

*[SLA]: 99 % of requests
"""
OBSIDIAN = """---
aliases: [Ledger]
tags: [project/kafka]
author: "[[Odile Marchbanks]]"
company: "[[companies/q|Quarnstead]]"
---
# Moving the ledger

> [!success] Result
> Cut run time by 40% with [[PostgreSQL|Postgres]], saved $20k a year.

![[ledger 300 px.png]]
%%secret: 99% of it%%
"""


def read(text: str) -> DocumentReading:
    return interpret(reader_for("note.md").read(text.encode(), "note.md"))


@pytest.mark.parametrize(
    "text", [HUGO, JEKYLL, MKDOCS, OBSIDIAN], ids=["Hugo, TOML", "Jekyll", "MkDocs", "Obsidian and Quartz"]
)
def test_the_same_note_in_every_dialect(text: str) -> None:
    reading = read(text)

    assert {m.name for m in reading.of(EntityKind.PERSON)} == {"Odile Marchbanks"}
    assert {m.name for m in reading.of(EntityKind.EMPLOYER)} == {"Quarnstead"}
    assert {"Kafka", "PostgreSQL"} <= {m.name for m in reading.of(EntityKind.TECHNOLOGY)}
    assert len(reading.of(EntityKind.PROJECT)) == 1
    assert [(m.text, m.measure.value) for m in reading.of(EntityKind.OUTCOME) if m.measure is not None] == [
        ("40%", 40.0),
        ("$20k a year", 20_000.0),
    ]
    assert not [m.name for m in reading.mentions if set("{}[]%!=") & set(m.name) and m.kind is not EntityKind.OUTCOME]


def test_every_field_of_toml_stands_where_it_says() -> None:
    document = reader_for("note.md").read(HUGO.encode(), "note.md")

    found = {block.key: document.quote(block.span) for block in document.blocks if block.key}
    assert found == {
        "title": "Ledger move",
        "author": "Odile Marchbanks",
        "tags[0]": "kafka",
        "tags[1]": "migration",
        "params.company": "Quarnstead",
    }


def test_code_in_braces_of_ones_own_is_kept() -> None:
    reading = read("# Notes\n\nSaved {about} $20k a year with PostgreSQL.\n")

    assert [m.text for m in reading.of(EntityKind.OUTCOME)] == ["$20k a year"]
