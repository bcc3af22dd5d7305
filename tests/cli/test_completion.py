from __future__ import annotations

from convert.cli import completion


def test_words_are_completed_from_the_tables() -> None:
    assert completion.inputs("t") == ["text"]
    assert completion.outputs("") == ["pdf", "docx", "epub", "json", "json-pandoc"]
    assert completion.outputs("pdf,d") == ["pdf,docx"]
    assert completion.styles("gbt9")[0] == "gbt9704"
    assert "title-inferred" in completion.codes("title")
