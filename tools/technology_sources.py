"""Compares technologies.yaml with two public lists of technologies, and writes graph/vocabularies/SOURCES.md.

Run as `make technology-sources`. Needs npm and a network: the lists are packages, fetched into a temporary folder. Says
which of our terms each list confirms, and which of its names we have not; such a name is added to technologies.yaml, or
to SKIPPED with a reason. No test runs this.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.gazetteer import Term
from graph.model import EntityKind
from graph.vocabulary import read_terms
from graph.vocabulary_files import FOLDER

RECORD = FOLDER / "SOURCES.md"
LICENCE = "MIT"
"""The licence that both lists have; another stops the script."""

SAME_AS: Mapping[str, str] = {
    "denojs": "Deno",
    "foundation": "ZURB Foundation",
    "discordjs": "Discord.js",
    "filamentphp": "FilamentPHP",
    "redhat": "RHEL",
    "talos": "Talos Linux",
    "traefikmesh": "Traefik",
    "traefikproxy": "Traefik",
    "turbo": "Turborepo",
    "windows8": "Windows",
    "zend": "Zend Framework",
    "Shell": "Shell scripting",
    "Visual Basic 6.0": "Visual Basic",
    "Rocq Prover": "Rocq",
}
"""Name in a list → our term, where the spelling alone does not tell."""

SKIPPED: Mapping[str, str] = {
    "an employer, a site or an event rather than something that one builds with": """
        apache; apple; behance; codeac; devicon; discloud; facebook; gardener; gitter; glitch; google; harvester; HCL;
        jetbrains; kaggle; leetcode; linkedin; stackoverflow; thealgorithms; twitter
    """,
    "a browser or an editor that one merely uses": """
        atom; chrome; firefox; ie10; nano; norg; opera; safari
    """,
    "a processor or a family of desktop systems, rarely a skill of its own": """
        aarch64; artixlinux; k3os; kdeneon; yunohost
    """,
    "an ordinary word or an engine of another sort, and too rare in career documents for a guard": """
        4D; AL; Alloy; Arc; B; BASIC; beats; Beef; Berry; Bison; Boo; Boogie; C3; cairo; carbon; Carbon; Chapel;
        Charity; ChucK; Clarion; clarity; Clarity; Clean; Click; CLIPS; Clue; Cool; CUE; Curry; DM; Dune; E; eC; Elvish;
        EQ; Euphoria; F*; Factor; Fancy; Fennel; fish; Fluent; Forth; GAP; Genie; Glyph; Grace; Hare; HIP; Hurl; Hy;
        Ink; Io; J; Just; Lasso; Lean; Limbo; Lobster; Logos; M; M4; Max; Mercury; Metal; Mint; Monkey; Move; Nasal;
        Nickel; nimble; Nit; Nu; Opal; Ox; Oz; P4; Pan; Papyrus; Parrot; Pawn; Pike; Polar; Pony; processing;
        Processing; q; Quake; Rascal; reach; Reason; rect; Red; reflex; Ring; Rouge; Sail; Scenic; Self; sema; Shell;
        Sieve; Singularity; Slang; Slash; Slice; Smithy; sourceengine; Squirrel; Sway; Tact; Talon; Tape; Teal; V; v8;
        Verse; Volt; wisp; Wren; XC; XS; ZAP
    """,
    "too rare in career documents": """
        Aiken; Aleo; ALGOL; Answer Set Programming; Apollo Guidance Computer; ASL; Asymptote; ATS; Augeas; B (Formal
        Method); B4X; BAML; Befunge; BlitzBasic; BlitzMax; Bluespec BH; BQN; Brainfuck; C2hs Haskell; Cairo; Cairo Zero;
        CameLIGO; Cangjie; CartoCSS; Circom; Cirru; Common Workflow Language; Component Pascal; CQL; Csound; CWeb;
        Cycript; Daslang; detaspace; DIGITAL Command Language; Dogescript; dyalog; Dylan; ECL; EdgeQL; Eiffel; Fantom;
        Faust; Filebench WML; Filterscript; FIRRTL; Flix; FPP; FreeBASIC; Frege; Futhark; Game Maker Language; GAML;
        GDShader; Genero 4gl; Genshi; Glimmer JS; Glimmer TS; Gno; Golo; Grammatical Framework; GSC; Harbour; HolyC;
        hoon; HyPhy; IDL; IGOR Pro; IL Assembly; ImageJ Macro; Imba; ImHex Pattern Language; Inform 7; Ioke; Isabelle;
        Isabelle ROOT; ISPC; Jac; Jai; Janet; Jasmin; JASS; jeet; JetBrains MPS; JFlex; Jison; Jison Lex; Jolie; JSONiq;
        jule; Kaitai Struct; KCL; KFramework; Koka; KoLmafia ASH; KRL; Lambdapi; Langium; Lean 4; Leo; Lex; LFE;
        LigoLANG; Linear Programming; Liquidsoap; LiveScript; Logtalk; LOLCODE; LSL; M4Sugar; Macaulay2; Mako;
        Mathematical Programming System; mcfunction; MeTTa; MiniD; Mirah; Modula-3; Module Management System; Moocode;
        MoonBit; Motorola 68K Assembly; MUF; mupad; Myghty; NASL; NCL; Nearley; Nemerle; nesC; NetLinx; NewLisp; NMODL;
        Noir; npss; Oberon; Objective-J; Odin; Omgrofl; OMNeT++ MSG; OMNeT++ NED; ooc; OverpassQL; OverPy; Oxygene;
        Parrot Assembly; PDDL; PEG.js; Pep8; PicoLisp; Pkl; Portugol; POV-Ray SDL; Praat; Propeller Spin; Pyret; QMake;
        QuakeC; Quint; Ragel; ReasonLIGO; Rebol; Redcode; Redscript; Rez; Rhai; Roc; RPC; scalingo; sed; ShaderLab;
        Shen; Smali; SmPL; SMT; SourcePawn; SQF; SQLPL; Stan; sulu; SurrealQL; Terra; TI Program; TL-Verilog; TLA; Toit;
        Tolk; towergit; Turing; TXL; ucode; Unified Parallel C; Unix Assembly; Uno; Untyped Plutus Core; UrWeb; VCL;
        waku; WDL; WebIDL; Whiley; Wollok; X10; xBase; Xmake; Xonsh; XProc; Yul; Zephir; ZIL; Zimpl
    """,
    "a kind of file or a dialect, not a skill of its own": """
        ABAP CDS; AGS Script; AIDL; Alpine Abuild; AngelScript; Batchfile; BibTeX Style; CAP CDS; ColdFusion CFC; Csound
        Document; Csound Score; DenizenScript; Elvish Transcript; EmberScript; Fortran Free Form; GCC Machine
        Description; Gentoo Ebuild; Gentoo Eclass; Groovy Server Pages; Java Template Engine; JavaScript+ERB; Julia
        REPL; KakouneScript; KerboScript; Linker Script; Literate Agda; Literate CoffeeScript; Literate Haskell;
        LiveCode Script; LoomScript; MiniScript; mIRC Script; MoonScript; NetLinx+ERB; NWScript; OpenRC runscript;
        Parrot Internal Representation; PogoScript; Procfile; Python console; Qt Script; RAScript; RenderScript;
        RouterOS Script; ShellSession; Tree-sitter Query; UnrealScript; Witcher Script; ZenScript
    """,
}
"""Reason → names of the lists that technologies.yaml leaves out, parted by semicolons."""

SKIPPED_TYPES: Mapping[str, str] = {
    "data": "a kind of file",
    "markup": "a kind of file or template",
    "prose": "a kind of file",
}
"""Linguist's type → why those of its names that we have not are left out."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of a list, with its other spellings there."""

    name: str
    others: tuple[str, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one list says about our terms."""

    package: str
    version: str
    names: int
    confirmed: tuple[str, ...]
    """Our terms that the list names too, sorted."""
    skipped: int
    lacking: tuple[str, ...]
    """Names neither in technologies.yaml nor skipped."""


def main() -> int:
    """Fetch, compare, print and record; return 1 where a name is neither ours nor skipped."""
    terms = read_terms("technologies.yaml", EntityKind.TECHNOLOGY)
    with tempfile.TemporaryDirectory() as folder:
        comparisons = [
            compare(package, *read_package(fetch(package, Path(folder)), reader), terms)
            for package, reader in LISTS.items()
        ]
    for comparison in comparisons:
        print(f"{comparison.package} {comparison.version}: confirms {', '.join(comparison.confirmed)}")
        print(f"{comparison.package} {comparison.version}: we lack {', '.join(comparison.lacking) or 'none'}")
    RECORD.write_text(record(comparisons, len(terms), date.today()), encoding="utf-8")
    return 1 if any(comparison.lacking for comparison in comparisons) else 0


# ---------------------------------------------------------------- reading the packages


def fetch(package: str, folder: Path) -> Path:
    """Return the archive of a package's newest version, fetched into `folder`. Raises CalledProcessError without npm's help."""
    command = ["npm", "pack", package, "--silent", "--pack-destination", str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout
    return folder / said.split()[-1]


def read_package(archive: Path, reader: Callable[[Mapping[str, str]], list[Listed]]) -> tuple[str, list[Listed]]:
    """Return a package's version and names. Raises SystemExit where its licence is another than expected."""
    with tarfile.open(archive) as tar:
        files = {
            member.name.removeprefix("package/"): stream.read().decode("utf-8")
            for member in tar.getmembers()
            if member.name.endswith((".json", ".js")) and (stream := tar.extractfile(member)) is not None
        }
    about = json.loads(files["package.json"])
    if about.get("license") != LICENCE:
        raise SystemExit(f"{archive.name}: licence {about.get('license')!r}, not {LICENCE}; read it before going on")
    return str(about["version"]), reader(files)


def read_devicon(files: Mapping[str, str]) -> list[Listed]:
    """Return devicon's icons: a name and its `altnames`."""
    return [Listed(icon["name"], tuple(icon.get("altnames", ()))) for icon in json.loads(files["devicon.json"])]


def read_linguist(files: Mapping[str, str]) -> list[Listed]:
    """Return linguist's languages, one a file; their aliases are editors' short names (`py`) and are passed over."""
    languages = []
    for path, text in sorted(files.items()):
        name = re.search(r"^  name: (?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"),$", text, re.MULTILINE)
        kind = re.search(r"^  type: '(\w+)',$", text, re.MULTILINE)
        if path.startswith("data/") and name and kind:
            languages.append(Listed((name[1] or name[2]).replace("\\'", "'"), (), kind[1]))
    return languages


LISTS: Mapping[str, Callable[[Mapping[str, str]], list[Listed]]] = {
    "devicon": read_devicon,
    "linguist-languages": read_linguist,
}
"""Package → the reader of its names."""


# ---------------------------------------------------------------- comparing


def compare(package: str, version: str, listed: Iterable[Listed], terms: Iterable[Term]) -> Comparison:
    """Return which terms a list confirms and which of its names are lacking."""
    ours: dict[str, str] = {}
    for term in terms:
        for spelling in (term.name, *term.aliases, *term.plain):
            ours.setdefault(_key(spelling), term.name)
    skipped = {_key(name) for names in SKIPPED.values() for name in names.split(";")}
    confirmed, lacking, passed, count = set(), [], 0, 0
    for item in listed:
        count += 1
        spellings = (SAME_AS.get(item.name, item.name), item.name, *item.others)
        term_name = next((ours[_key(spelling)] for spelling in spellings if _key(spelling) in ours), None)
        if term_name is not None:
            confirmed.add(term_name)
        elif _key(item.name) in skipped or item.type in SKIPPED_TYPES:
            passed += 1
        else:
            lacking.append(item.name)
    return Comparison(
        package, version, count, tuple(sorted(confirmed, key=str.casefold)), passed, tuple(sorted(lacking))
    )


def _key(name: str) -> str:
    """Return a name without case, spaces and signs, other than those that tell languages apart (C++, C#, F*)."""
    return re.sub(r"[^\w+#*]|_", "", name.casefold())


def record(comparisons: Iterable[Comparison], terms: int, day: date) -> str:
    """Return SOURCES.md."""
    rows = [
        f"| `{c.package}` | {c.version} | {LICENCE} | {c.names:,} | {len(c.confirmed):,} | {c.skipped:,} | {len(c.lacking):,} |"
        for c in comparisons
    ]
    return "\n".join(
        [
            "# Sources of technologies.yaml",
            "",
            "`technologies.yaml` is written by hand. Two public lists, packages of npm, check it for gaps; only names are",
            "compared, and nothing else of the lists is copied. A name that we had not is added where one builds with the",
            "thing; the others are left out with a reason in `tools/technology_sources.py`.",
            "",
            f"Compared on {day.isoformat()}, with {terms:,} terms in `technologies.yaml`:",
            "",
            "| list | version | licence | names | our terms that it confirms | names left out with a reason | names we lack |",
            "|---|---|---|---|---|---|---|",
            *rows,
            "",
            "`make technology-sources` (or `python -m tools.technology_sources`) fetches the lists anew, prints what each",
            "confirms and what we lack, and writes this file. It needs npm and a network; no test runs it.",
            "",
            "The practices, roles, degrees and other vocabularies are written by hand from general knowledge of each field;",
            "`personal_names.txt` is made by `make learned-names` and says its own source.",
            "",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
