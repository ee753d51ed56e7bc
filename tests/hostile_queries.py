"""Queries that try to make a search slow, to break it, or to have it say something untrue."""

from __future__ import annotations

HOSTILE = (
    "?*", "*a*", "*", "**", "a*", "[a TO z]", "date:[ TO ]", "(" * 1_000, "(" * 12 + "a" + ")" * 12, ")" * 500,
    "((((((((((((((a))))))))))))))", '"' * 511, "'" * 511, '"a b c d e f g h i j k l m n o p q r s t u v w x y z"',
    "kafka~3", "kafka~", "kafka^1e308", "kafka^-1", "a AND", "OR", "AND AND AND", "NOT NOT NOT kafka", "- - - -", "+ + +",
    "-kafka", "NOT kafka", "+", "-", ":", "::::", "tech:", "tech:::", "tech:\x00", "nosuch:thing", "type:nosuch",
    "metric:", "metric:>", "metric:>>40%", "metric:>=", "metric:1..", "metric:..", "metric:1..2..3", "metric:" + "9" * 400,
    "money:>$1e999", "money:>" + "9" * 300, "count:>-5", "time:<0", "time:<1parsec", "year:0", "year:99999", "year:2021..2019",
    "after:tomorrow", "years:>=999999999999999999999", "improvement:>0x", "team:>NaN", "saved:>∞",
    " ".join(f"w{n}" for n in range(33)), " ".join(["kafka"] * 32), " OR ".join(["kafka"] * 15), "a" * 512, "é" * 512, "🎉" * 512,
    "\u202e" * 100 + "kafka", "kafka\x00\x01\x02", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "../../etc/passwd",
    "'; DROP TABLE records; --", "%00%0a%0d", "\ud800kafka", "K\u0130\u0131", "micro* macro* kaf* pos* red* rab*", "ab*", "abc*" * 100,
    "over over over over over over 5", "more than " * 40 + "5", "1" * 500 + "%", "5 " * 200, "under 200 ms " * 30,
    "latency < < < 200", "a.b.c.d.e.f.g.h.i.j.k", "a-b-c-d-e-f-g-h-i-j", "a/b/c/d/e/f/g", "@@@@@", "#####", "\t\n\r\v\f",
)  # fmt: skip
