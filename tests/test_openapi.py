"""The description of the JSON API: valid, complete, and true of every answer."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from index.schema import FACETS
from webapp import create_app, routes, serving
from webapp.asking import Asked
from webapp.json_schema import Schemas
from webapp.page_json import page_json
from webapp.pages import Listing, PageLink
from webapp.parameters import PARAMETERS, SUMMARIES
from webapp.views.help import help_page

MORE: Mapping[str, tuple[str, ...]] = {
    "search": (
        "?q=migrations+at+scale", "?q=kafak", "?q=kafka+zzzz", "?q=latency+under+200+ms&limit=100", "?q=type:person",
        "?technology=technology:kafka&sort=figure&page=2", '?q=tech:kafka+-cloud+"zero+downtime"',
    ),
    "matrix": ("?rows=person&columns=both&by=technology:kafka&shared=2&page=1&columns_page=1", "?row=x&column=k&sort=date"),
    "documents": ("?path=ilse&sort=most", "?sort=least&page=2", "?path=nowhere"),
    "outcomes": ("?dimension=time&sort=size&page=2", "?direction=decrease&measures=result&technology=technology:kafka"),
    "timeline": ("?by=employer&show=roles", "?by=technology", "?person=person:ilse-varnquist&page=2"),
    "graph": ("?group=1", "?page=2"),
    "ego": ("?hops=3&hide=outcome&without=uses", "?page=2"),
    "stories": ("?shows=migration&sort=short&questions=2", "?pick={story}", "?pick={story}&choose=1"),
    "path": ("?from=Oliver+Harper&to=Kafka", "?from=Kafka"),
    "compare": (
        "?a=Kafka", "?b=Kafka", "?a=Kafka&b=PostgreSQL", "?a=Ilse+Varnquist&b=Oliver+Harper&show=technologies&page=1",
        "?a=Ilse+Varnquist&b=Tendai+Orrinshaw&show=figures",
    ),
    "check": ("?code=outcome-without-project&page=2", "?document=nowhere", "?document=ilse"),
    "document": ("?at=0-20&marks=technology", "?marks=none&page=1"),
    "entity": ("?group=uses-in&page=1", "?group=places&page=1"),
    "suggest": ("?q=kaf&limit=20",),
}  # fmt: skip
"""Route → further values to ask it with; each is asked without any, too."""


@pytest.fixture(scope="module")
def described(app: Any) -> dict[str, Any]:
    """The OpenAPI document."""
    found: dict[str, Any] = app.test_client().get("/api/v1/openapi.json").json
    return found


@pytest.fixture(scope="module")
def story(kg: Any) -> str:
    """The id of a story that is told in all four parts."""
    return next(key for key, told in sorted(kg.tellings.items()) if any(len(telling.parts) == 4 for telling in told))


def addresses_of(name: str, path: str, kg: Any, story: str) -> list[str]:
    """Return addresses that try what a route can answer: every entity, every document, and MORE."""
    ids = {"entity": [e.id for e in kg.entities()][::3], "document": sorted(kg.documents), "ego": one_of_each_kind(kg)}
    bases = [path.replace("{id}", key) for key in ids[name]] if name in ids else [path]
    first = path.replace("{id}", {"document": sorted(kg.documents)[0]}.get(name, "technology:kafka"))
    return [*bases, *(first + tail.replace("{story}", story) for tail in MORE.get(name, ()))]


def one_of_each_kind(kg: Any) -> list[str]:
    return sorted({entity.kind: entity.id for entity in kg.entities()}.values())


def closed(schema: Any) -> Any:
    """Return a schema in which an object may have nothing but what is described."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if (
        isinstance(found.get("properties"), dict)
        and "additionalProperties" not in found
        and found.get("type") == "object"
    ):
        found["additionalProperties"] = False
    return found


def validator(described: Mapping[str, Any], schema: Mapping[str, Any]) -> Draft202012Validator:
    return Draft202012Validator({**closed(copy.deepcopy(schema)), "components": closed(described["components"])})


def complaints(found: Draft202012Validator, answer: Any) -> list[str]:
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in found.iter_errors(answer)][:5]


def operations() -> Iterator[tuple[str, str]]:
    """Yield (name, path) of everything that is described."""
    yield from ((one.name, one.path) for one in routes.operations())


# ---------------------------------------------------------------- complete


def test_the_description_is_valid_openapi_3_1(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")
    assert [error.message for error in OpenAPIV31SpecValidator(described).iter_errors()] == []


def test_every_route_is_described_with_what_it_takes(described: dict[str, Any]) -> None:
    names = {operation["get"]["operationId"] for operation in described["paths"].values()}

    assert names == {route.name for route in routes.ROUTES} | {"suggest", "healthz"}
    assert names == set(PARAMETERS) == set(SUMMARIES)


def test_every_schema_is_used_and_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    text = str(described)
    schemas = described["components"]["schemas"]

    assert [name for name in schemas if f"'#/components/schemas/{name}'" not in text] == []
    assert len(schemas) > 50


@pytest.mark.parametrize(("name", "path"), list(operations()), ids=lambda value: value)
def test_what_a_page_reads_of_its_address_is_described_and_nothing_else(
    name: str, path: str, app: Any, kg: Any, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()

    class Recording(dict[str, tuple[str, ...]]):
        def get(self, key: str, default: Any = None) -> Any:
            read.add(key)
            return super().get(key, default)

    unrecorded = serving._asked
    monkeypatch.setattr(serving, "_asked", lambda wanted: Asked(wanted, Recording(unrecorded(wanted).values)))
    client = app.test_client()
    for address in addresses_of(name, path, kg, story)[-12:]:
        assert client.get(address).status_code == 200, address

    assert read - {"format"} == {one.name for one in PARAMETERS[name] if not one.in_path} - {"format"}


# ---------------------------------------------------------------- true


@pytest.mark.parametrize(("name", "path"), list(operations()), ids=lambda value: value)
def test_every_answer_has_the_shape_described_and_no_more(
    name: str, path: str, described: dict[str, Any], client: Any, kg: Any, story: str
) -> None:
    schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    found = validator(described, schema)

    for address in addresses_of(name, path, kg, story):
        answer = client.get(address)
        assert (answer.status_code, answer.mimetype) == (200, "application/json"), address
        # This document's own answer is described by its three main keys alone.
        wrong = [] if name == "api" else complaints(found, answer.json)
        assert wrong == [], address


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/search?q=x&limit=0", 400), ("/api/v1/search?q=a*", 400), ("/api/v1/entity/technology:kafak", 404),
        ("/api/v1/document/nothing.md", 404), ("/api/v1/path?from=Kafak", 404), ("/api/v1/compare?a=Kafak", 404),
        ("/api/v1/stories?pick=project:nothing", 404), ("/api/v1/suggest?limit=99", 400), ("/api/v1/nothing", 404),
    ],
)  # fmt: skip
def test_errors_have_the_shape_described(path: str, status: int, described: dict[str, Any], client: Any) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert complaints(validator(described, {"$ref": "#/components/schemas/Error"}), answer.json) == []


def test_refusals_and_a_missing_store_have_the_shape_described(
    described: dict[str, Any], store: Any, tmp_path: Any
) -> None:
    error = validator(described, {"$ref": "#/components/schemas/Error"})
    health = validator(described, {"$ref": "#/components/schemas/Health"})
    none = create_app(tmp_path / "none").test_client()
    refused = create_app(store, token="word").test_client().get("/api/v1/search")

    assert refused.status_code == 401 and complaints(error, refused.json) == []
    assert complaints(error, none.get("/api/v1/").json) == []
    assert complaints(health, none.get("/healthz").json) == []
    assert none.get("/api/v1/openapi.json").status_code == 503


def test_completions_for_browsers_have_the_shape_described(described: dict[str, Any], client: Any) -> None:
    answer = client.get("/api/v1/suggest?q=kaf&format=browser")

    content = described["paths"]["/api/v1/suggest"]["get"]["responses"]["200"]["content"]
    assert complaints(validator(described, content[answer.mimetype]["schema"]), answer.json) == []


@pytest.mark.parametrize(("name", "path"), list(operations()), ids=lambda value: value)
def test_every_value_listed_is_accepted_and_limits_are_kept(
    name: str, path: str, described: dict[str, Any], client: Any, kg: Any
) -> None:
    base = addresses_of(name, path, kg, "")[0].partition("?")[0]
    asked = {"q": "kafka"} if name == "search" else {}
    for parameter in described["paths"][path]["get"]["parameters"]:
        schema = parameter["schema"].get("items", parameter["schema"])
        key = parameter["name"]
        if name == "compare" and key == "show":  # needs two things; which sections there are depends on their kind
            continue
        for value in schema.get("enum", ()):
            assert client.get(base, query_string=asked | {key: value}).status_code == 200, (key, value)
        if "enum" in schema and key not in ("type", "has", "choose"):
            assert client.get(base, query_string=asked | {key: "no-such-value"}).status_code == 400, key
        # An entity's and a comparison's page has pages only where one group or section is asked for.
        if schema["type"] == "integer" and name not in ("entity", "compare"):
            for value in (schema["minimum"] - 1, schema["maximum"] + 1):
                assert client.get(base, query_string=asked | {key: value}).status_code == 400, (key, value)


def test_examples_work(described: dict[str, Any], client: Any) -> None:
    tried = 0
    for path, operation in described["paths"].items():
        parameters = operation["get"]["parameters"]
        inside = [one for one in parameters if one["in"] == "path"]
        filled = path.replace("{id}", inside[0]["examples"]["example 1"]["value"]) if inside else path
        for parameter in parameters:
            for example in parameter.get("examples", {}).values():
                value = example["value"]
                address = path.replace("{id}", value) if parameter["in"] == "path" else filled
                query = {} if parameter["in"] == "path" else {parameter["name"]: value}
                tried += 1
                assert client.get(address, query_string=query).status_code == 200, (address, query)

    assert tried > 20


# ---------------------------------------------------------------- the page, and how types become schemas


def test_the_page_lists_every_address_with_its_values(client: Any) -> None:
    page = client.get("/api").text

    assert [path for _, path in operations() if f"<code>{path}</code>" not in page] == []
    assert [facet.name for facet in FACETS if f"<code>{facet.name}</code>" not in page] == []
    assert 'href="/api/v1/openapi.json"' in page
    assert 'type="application/json" href="/api/v1/openapi.json"' in page


def test_the_page_is_linked_from_help_and_from_every_foot(client: Any) -> None:
    assert 'href="/api"' in client.get("/help").text.partition("<footer")[0]
    assert 'href="/api"' in client.get("/about").text.partition("<footer")[2]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (str, {"type": "string"}),
        (float | None, {"type": ["number", "null"]}),
        (tuple[int, ...], {"type": "array", "items": {"type": "integer"}}),
        (tuple[str, int], {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2}),
        (Mapping[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}),
        (frozenset[str], {"type": "array", "items": {"type": "string"}}),
    ],
    ids=str,
)  # fmt: skip
def test_a_type_becomes_the_schema_of_its_json(kind: Any, expected: dict[str, Any]) -> None:
    assert Schemas().of(kind) == expected


def test_a_dataclass_becomes_a_schema_with_its_docstrings() -> None:
    schemas = Schemas()

    assert schemas.of(Listing[PageLink]) == {"$ref": "#/components/schemas/Listing_PageLink"}
    listing = schemas.found["Listing_PageLink"]
    assert listing["properties"]["items"] == {"type": "array", "items": {"$ref": "#/components/schemas/PageLink"}}
    assert listing["properties"]["more_url"]["description"].startswith("The whole list")
    assert listing["required"] == ["items", "total", "more_url", "pager"]


def test_a_name_that_is_taken_gets_its_modules() -> None:
    schemas = Schemas(taken={"PageLink"})

    assert schemas.of(PageLink) == {"$ref": "#/components/schemas/pages.PageLink"}
    assert schemas.of(PageLink) == {"$ref": "#/components/schemas/pages.PageLink"}


def test_a_pages_json_and_its_schema_are_of_one_piece(generation: Any) -> None:
    schemas = Schemas()
    schema = schemas.of(inspect.signature(help_page, eval_str=True).return_annotation)
    shape = page_json(help_page(generation, None, Asked()))  # type: ignore[arg-type]
    assert isinstance(shape, dict)

    name: Literal["HelpPage"] = "HelpPage"
    assert schema["$ref"] == f"#/components/schemas/{name}"
    assert list(shape) == schemas.found[name]["required"]
