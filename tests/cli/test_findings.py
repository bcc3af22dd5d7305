"""What programs get: GitHub's workflow commands, SARIF 2.1.0."""

from __future__ import annotations

import jsonschema
import pytest

from convert.checks.rule import Finding, Place, words
from convert.checks.rules import RULES
from convert.cli.findings import Checked, github_lines, record, sarif
from convert.diagnostics import diagnostic

BY_NAME = {rule.id: rule for rule in RULES}
BELOW = Finding(BY_NAME["grid-lines"], words("22"), words("23"), (Place(2),))
FINDINGS = [
    Finding(BY_NAME["grid-pitch"], words("29 pt"), words("28 pt"), (Place(1, 2, "", "100%"), Place(2)), (BELOW,)),
    Finding(BY_NAME["sheet-size"], words("A4"), words("A5"), (Place(1),)),
    Finding(BY_NAME["bold"], words("no bold", "不加粗"), words("bold", "加粗"), (Place(None, 7, "a.xhtml", "一、"),)),
]
FILE = Checked("a, b:c.pdf", FINDINGS, [diagnostic("check-format", path="x")])

# The parts of the OASIS schema that concern us: required properties and value sets of SARIF 2.1.0, 3.13 to 3.58.
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "location": {
            "type": "object",
            "required": ["physicalLocation"],
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "required": ["uri"],
                            "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~/%!$&'()*+,;=:@-]+$"}},
                        }
                    },
                },
                "logicalLocations": {
                    "type": "array",
                    "items": {"type": "object", "properties": {"fullyQualifiedName": {"type": "string"}}},
                },
            },
        },
        "rule": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "fullDescription": {"$ref": "#/$defs/message"},
                "defaultConfiguration": {"type": "object", "properties": {"level": {"$ref": "#/$defs/level"}}},
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": -1},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
        },
        "notification": {
            "type": "object",
            "required": ["message"],
            "properties": {
                "message": {"$ref": "#/$defs/message"},
                "level": {"$ref": "#/$defs/level"},
                "descriptor": {"type": "object", "anyOf": [{"required": ["index"]}, {"required": ["guid"]}, {"required": ["id"]}]},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
            },
        },
        "run": {
            "type": "object",
            "required": ["tool"],
            "properties": {
                "tool": {
                    "type": "object",
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "type": "object",
                            "required": ["name"],
                            "properties": {"rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}}},
                        }
                    },
                },
                "invocations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["executionSuccessful"],
                        "properties": {
                            "executionSuccessful": {"type": "boolean"},
                            "toolExecutionNotifications": {"type": "array", "items": {"$ref": "#/$defs/notification"}},
                        },
                    },
                },
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
            },
        },
    },
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sarif_has_the_form_that_the_standard_says(language: str) -> None:
    log = sarif([FILE], RULES, "zh" if language == "zh" else "en")
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%2C%20b%3Ac.pdf"
    assert run["invocations"][0]["toolExecutionNotifications"][0]["descriptor"] == {"id": "check-format"}


def test_github_gets_errors_for_the_standard_and_warnings_for_practice() -> None:
    lines = list(github_lines(FILE, "en"))
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::error", "::warning"]
    assert all("file=a%2C b%3Ac.pdf,title=" in line for line in lines)
    assert "100%25" in lines[1] and "\n" not in "".join(lines)


def test_a_record_holds_what_follows_below_its_cause() -> None:
    first = record(FILE, "zh")["findings"][0]
    assert (first["rule"], first["count"], first["standard"]) == ("grid-pitch", 2, True)
    assert [below["rule"] for below in first["consequences"]] == ["grid-lines"]
    assert first["places"][1] == {"page": 2}
