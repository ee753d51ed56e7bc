"""The whole flow: a content folder becomes a knowledge graph and a report of what was read. Start reading here."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from graph.assembly import assemble
from graph.content_folder import find_content
from graph.correction_rules import Corrections
from graph.corrections import load_corrections
from graph.documents import Document
from graph.errors import ContentFolderError
from graph.extraction.outcomes.outcomes import left_out
from graph.extraction.reading import Reading
from graph.extraction.stages import recognize, relate
from graph.model import Mention
from graph.plain_links import plain_links
from graph.plain_marks import in_plain_marks
from graph.questions import load_questions
from graph.readers import read_file, reader_for
from graph.reading_apart import Progress, Unread, read_apart, read_one_apart
from graph.report import BuildReport, BuildResult, DocumentSummary, Skipped
from graph.resolution.identities import resolve
from graph.resolution.readings import DocumentReading
from graph.resolution.user_word import apply_to_mentions, unmatched_rules
from graph.sections import find_sections
from graph.sentences import split_sentences
from graph.vocabulary import load_vocabularies
from graph.workers import Limits

DEFAULT_LIMITS = Limits()


def build_graph(content_dir: Path, progress: Progress | None = None, limits: Limits = DEFAULT_LIMITS) -> BuildResult:
    """Return the graph of all that can be read below `content_dir`; files that can't are named in the report.

    Files are read by workers (graph/workers.py); how many, and which is done first, makes no difference to the graph.
    Raises ContentFolderError where the folder is missing or nothing in it can be read, CorrectionsError where
    careergraph.yaml is not understood.
    """
    corrections = load_corrections(content_dir)
    listing = find_content(content_dir, corrections.taxonomies)
    skipped = [Skipped(_shown(path, content_dir), *_reason_and_remedy(reason)) for path, reason in listing.skipped]
    files = [(path, path.relative_to(content_dir).as_posix()) for path in listing.files]
    if files:
        _warm_up(corrections)
    results = read_apart(
        lambda path, document_id: interpret(read_file(path, document_id), corrections), files, limits, progress
    )
    readings = [result for result in results if isinstance(result, DocumentReading)]
    skipped += [Skipped(r.document_id, *_reason_and_remedy(r.message)) for r in results if isinstance(r, Unread)]
    if not readings:
        raise ContentFolderError(_nothing_read(skipped), path=str(content_dir))
    identities = resolve(readings, corrections)
    kg = assemble(readings, identities, corrections)
    report = BuildReport(
        documents=tuple(_summary(reading) for reading in sorted(readings, key=lambda r: r.document.id)),
        skipped=tuple(sorted(skipped, key=lambda s: s.path)),
        findings=(
            *_front_matter_findings(readings),
            *(message for reading in readings for message in reading.left_out),
            *corrections.findings,
            *unmatched_rules(readings, kg, corrections, identities.ids),
        ),
        merges=tuple(merge for entity in kg.entities() for merge in entity.merges),
        questions=(*load_questions(), *corrections.questions),
        kept_apart=tuple(rule.ids for rule in corrections.keep_apart),
        hidden=tuple((rule.document, rule.quote) for rule in corrections.hide if rule.document and rule.quote),
    )
    return BuildResult(kg, report)


def interpret(document: Document, corrections: Corrections | None = None) -> DocumentReading:
    """Return what one document says: its mentions and relations, the user's corrections applied."""
    corrections = corrections or Corrections()
    vocabularies = load_vocabularies(corrections.terms)
    rule = corrections.author_of(document.id)
    plain = in_plain_marks(document.text)
    shown = document if plain == document.text else replace(document, text=plain)
    links = plain_links(shown, vocabularies.roles)
    told = shown if links is None else links.told
    sections = tuple(find_sections(told, vocabularies.sections))
    reading = Reading(
        document=told,
        sections=sections,
        sentences=tuple(split_sentences(told)),
        vocabularies=vocabularies,
        author=None if rule is None else rule.name,
        author_label=None if rule is None else rule.label,
    )
    mentions = apply_to_mentions(told, recognize(reading), corrections)
    relations = relate(replace(reading, mentions=mentions))
    if links is not None:
        sections = tuple(map(links.section, sections))
        mentions = tuple(map(links.mention, mentions))
        relations = tuple(map(links.relation, relations))
    return DocumentReading(document, sections, _as_written(document, mentions), relations, left_out(reading))


def _as_written(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return mentions with the words as they stand in the document; their names are in plain marks."""
    return tuple(
        mention if mention.text == (said := document.quote(mention.span)) else replace(mention, text=said)
        for mention in mentions
    )


def read_document(path: Path, document_id: str, limits: Limits = DEFAULT_LIMITS) -> DocumentReading:
    """Return what one file says, read by a worker as in a build. Raises UnreadableFileError."""
    reader_for(document_id)  # an unsupported format is told before anything is loaded
    _warm_up(Corrections())
    return read_one_apart(lambda path, name: interpret(read_file(path, name)), path, document_id, limits)


def _warm_up(corrections: Corrections) -> None:
    """Load vocabularies and compile patterns, once for all workers. Raises VocabularyError."""
    interpret(Document("nothing.txt", "text/plain", "", "", ()), corrections)


def _summary(reading: DocumentReading) -> DocumentSummary:
    kinds = Counter(str(kind) for kind, _ in {mention.identity for mention in reading.mentions})
    return DocumentSummary(
        reading.document.id, reading.document.title, dict(sorted(kinds.items())) | {"relations": len(reading.relations)}
    )


def _shown(path: Path, content_dir: Path) -> str:
    """Return a path below the content folder, with what is no UTF-8 in it escaped."""
    return path.relative_to(content_dir).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _reason_and_remedy(message: str) -> tuple[str, str]:
    """Return a message's two halves: what is so, and what to do (after the first semicolon)."""
    reason, _, remedy = message.partition("; ")
    return reason, remedy


def _front_matter_findings(readings: list[DocumentReading]) -> list[str]:
    return [found for r in readings if (found := r.document.metadata.get("front_matter_error"))]


def _nothing_read(skipped: list[Skipped]) -> str:
    if not skipped:
        return "nothing to read; put résumés, notes or portfolio pages (.md, .txt, .yaml, .html, .pdf, .docx) into it"
    names = ", ".join(f"{s.path} ({s.reason})" for s in skipped[:5])
    return f"nothing could be read; skipped: {names}{' …' if len(skipped) > 5 else ''}"
