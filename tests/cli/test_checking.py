from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pytest

from convert.checks.rule import Finding, Rule
from convert.checks.rules import RULES
from convert.cli.checking import chosen, is_failing
from convert.diagnostics import UsageError
from tests.cli.running import triptych

BY_NAME = {rule.id: rule for rule in RULES}


def finding(rule: Rule) -> Finding:
    """A finding of a rule."""
    return Finding(rule, rule.about, rule.about, ())


def test_findings_of_practice_fail_under_strict_alone() -> None:
    assert is_failing([finding(BY_NAME["sheet-size"])], strict=False)
    assert not is_failing([finding(BY_NAME["bold"])], strict=False)
    assert is_failing([finding(BY_NAME["bold"])], strict=True)
    assert not is_failing([], strict=True)


def test_rules_are_chosen_by_name() -> None:
    assert [rule.id for rule in chosen(["bold", "sheet-size"], ["bold"])] == ["sheet-size"]
    assert len(chosen([], ["bold"])) == len(RULES) - 1
    with pytest.raises(UsageError) as error:
        chosen(["blod"], [])
    assert error.value.diagnostic.code == "rule-unknown" and error.value.diagnostic.args["near"] == "bold"


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", b"%PDF-"])
def test_a_damaged_file_is_told_and_stops_no_other(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    ran = triptych("check", str(tmp_path / "a.pdf"), str(tmp_path / "absent.pdf"))
    assert ran.code == 1 and "check-unreadable" in ran.err and "input-not-found" in ran.err


def test_a_name_that_is_too_long_and_a_password_are_told_and_stop_no_other(tmp_path: Path) -> None:
    locked, absent = tmp_path / "locked.docx", tmp_path / "absent.docx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    ran = triptych("check", "字" * 300 + ".docx", str(locked), str(absent))
    assert ran.code == 1
    for code in ("input-unreadable", "docx-encrypted", "input-not-found"):
        assert code in ran.err
    assert "check-format" not in ran.err


@pytest.mark.parametrize(
    "more",
    [["a.pdf"], ["--fix"], ["--against", "a.md"], ["-o", "b.pdf"], ["--format", "sarif"], ["--format", "github"]],
)
def test_what_a_table_of_rules_has_no_use_for_is_refused(more: list[str]) -> None:
    ran = triptych("check", "--rules", *more)
    assert (ran.code, ran.out) == (2, "") and "option-conflict" in ran.err
    assert triptych("check", "--rules", "--json", "--select", "bold").code == 0


def test_without_the_instruments_the_user_is_told_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pikepdf.new()
    whole.add_blank_page()
    whole.save(tmp_path / "a.pdf")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    ran = triptych("check", str(tmp_path / "a.pdf"))
    assert ran.code == 2 and "check-instruments" in ran.err and "triptych[measure]" in ran.err


def test_an_order_is_judged_as_an_order(tmp_path: Path) -> None:
    source = tmp_path / "order.md"
    source.write_text(
        "---\n发文机关: 北江省人民政府\n文号: 第18号\n成文日期: 2025年3月20日\n---\n\n现予公布，自公布之日起施行。\n",
        "utf-8",
    )
    made = tmp_path / "order.pdf"
    assert triptych("convert", str(source), "-q", "-s", "gbt9704-order", "-o", str(made)).code == 0
    ran = triptych("check", "-v", str(made))
    assert "check-as" in ran.err and "gbt9704-order" in ran.err and (ran.code, ran.out) == (0, "")
    as_ordinary = triptych("check", str(made), "--style", "gbt9704", "--json")
    assert '"mark-top"' in as_ordinary.out and as_ordinary.code == 1
