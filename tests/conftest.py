"""How the tests run: hypothesis' settings, and no skipped conformance test where `CI` is set."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

# No deadline: the machine's load is nobody's bug. The same examples each time: a change is judged by itself. New ones,
# and many of them, are for those who look for bugs: TRIPTYCH_EXPLORE=1.
settings.register_profile("triptych", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("explore" if os.environ.get("TRIPTYCH_EXPLORE") else "triptych")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update`: rewrite the expected results that differ, to be looked at before they are committed."""
    parser.addoption("--update", action="store_true", help="rewrite the expected results that differ")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a conformance test that would be skipped in CI: there its validator has to be installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail") and item.get_closest_marker("conformance"):
        report.outcome = "failed"
        report.longrepr = f"a conformance test may not be skipped in CI: {report.longrepr}"
    return report
