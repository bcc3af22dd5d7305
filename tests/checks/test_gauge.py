"""Where further lines begin is asked of what has further lines: a Word file tells indents, not lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.findings import A4, element, facts, found


@pytest.mark.parametrize(("kind", "count", "wrong"), [("docx", 14, False), ("docx", 40, True), ("pdf", 14, True)])
def test_a_paragraph_of_one_line_of_word_has_no_wrapped_lines(kind: str, count: int, wrong: bool) -> None:
    page = replace(A4, number=0, left=28, right=26, label=None)
    body = element("body", "字" * (count - 1) + "。", indent=2, left=2)
    copies = element("cc", "抄送：" + "某" * (count - 4) + "。", size=14, indent=1, left=1)
    measured = replace(facts(body, copies, pages=(page,)), kind=kind)  # type: ignore[arg-type]
    assert {"wrap", "imprint-wrap"} & set(found(measured)) == ({"wrap", "imprint-wrap"} if wrong else set())
