"""What the Coverage API's own specification (version 1.5) says of the endpoints in use: parameters, fields, types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

ENDPOINTS: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("endpoints.json").read_text())
TOKEN = "metadata/license-agreement/"


def schema_of(endpoint: str) -> dict[str, Any]:
    """The JSON Schema of an endpoint's answer. Fields beyond the described ones are let through: the API grows."""
    fields = ENDPOINTS[endpoint]["fields"].items()
    row = {name: {} if kind == "any" else {"type": kind} for name, kind in fields}
    meta = {"type": "object", "required": ["status"], "properties": {"status": {"type": "object"}}}
    rows = {"type": "array", "items": {"type": "object", "properties": row}}
    return {"type": "object", "required": ["meta", "data"], "properties": {"meta": meta, "data": rows}}


def check(endpoint: str, answer: dict[str, Any]) -> None:
    """Raises jsonschema.ValidationError when an answer is not as described, or has a field that is not."""
    jsonschema.validate(answer, schema_of(endpoint))
    known = set(ENDPOINTS[endpoint]["fields"]) | ({"Token"} if endpoint == TOKEN else set())
    for row in answer["data"]:
        if unknown := set(row) - known:
            raise jsonschema.ValidationError(f"{endpoint} has no field {', '.join(sorted(unknown))}")
