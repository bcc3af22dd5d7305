"""Whatever is fed to the command: an outcome that is told, nothing reached, nothing leaked, nothing written elsewhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Ran
from tests.hostile import inside
from tests.hostile.cases import ESCAPED, TOKEN, Case, Trap, all_cases
from tests.hostile.inside import convert
from tests.hostile.judging import judge
from tests.hostile.tables import Row, table
from tests.hostile.watching import Listener, Run, watch

CASES = all_cases()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


def set_up(folder: Path, listener: Listener) -> Trap:
    """The canary, and the folder for the inputs."""
    trap = Trap(folder / "inputs", folder / "canary.txt", listener.port)
    trap.folder.mkdir()
    trap.canary.write_text(TOKEN)
    return trap


@pytest.mark.parametrize("case", [pytest.param(c, id=f"{c.family}/{c.name}") for c in CASES if not c.heavy])
def test_nothing_breaks_it_and_nothing_leaks(case: Case, tmp_path: Path, listener: Listener) -> None:
    trap = set_up(tmp_path, listener)
    source = case.place(trap)
    options = [option.replace("{folder}", str(source.parent)) for option in case.options]
    verdict = judge(convert(source, tmp_path, options, listener), case)
    assert not verdict.faults, verdict


def test_every_input_has_a_name_of_its_own() -> None:
    assert len({(case.family, case.name) for case in CASES}) == len(CASES) > 300


# --- the judge itself ---------------------------------------------------------------------------------------------


def ran(*outputs: Path, code: int | None = 0, out: str = "", err: str = "", **more: float) -> Run:
    told = {"seconds": 1.0, "megabytes": 50.0} | more
    return Run(code, out, err, told["seconds"], told["megabytes"], outputs, (), 0)


@pytest.mark.parametrize(
    ("run", "fault"),
    [
        pytest.param(ran(code=None), "ended: too long or too large", id="it was ended"),
        pytest.param(ran(code=-11, err="error[input-empty] x"), "exit code -11", id="it crashed"),
        pytest.param(ran(code=1), "refused without a word", id="nothing was said"),
        pytest.param(ran(code=1, err="error[x] Traceback (most recent call last)"), "traceback", id="a traceback"),
        pytest.param(ran(code=1, err="error[internal-error] x"), "traceback", id="a bug that was caught"),
        pytest.param(ran(code=1, err=f"error[x] {TOKEN}"), "leak in messages", id="the canary in a message"),
        pytest.param(ran(code=1, err="error[x]", seconds=21), "21 s", id="too long"),
        pytest.param(ran(code=1, err="error[x]", megabytes=1001), "1001 MB", id="too large"),
    ],
)
def test_a_run_is_judged(run: Run, fault: str) -> None:
    assert judge(run).faults == (fault,)


def test_leaks_are_found_in_packages_and_in_what_they_hold(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.docx", tmp_path / "outer.epub"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("a.xml", f"<a>{TOKEN}</a>")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
        package.write(inner, "b.docx")
    assert judge(ran(outer)).faults == ("leak in outer.epub",)


def test_expectations_are_judged(tmp_path: Path) -> None:
    made = tmp_path / "a.docx"
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("a.xml", "<a>ki<b>ll</b></a>")
    case = Case("a.md", "", "", codes=("image-outside",), keeps=("kill", "words"), lacks=("ll",))
    assert judge(ran(made), case).faults == (
        "did not tell image-outside",
        ".docx lost 'words'",
        ".docx holds 'll'",
    )


def test_the_command_is_watched_in_a_process_of_its_own(tmp_path: Path, listener: Listener) -> None:
    trap = set_up(tmp_path, listener)
    (trap.folder / "a.txt").write_text("正文。")
    run = watch(trap.folder / "a.txt", tmp_path / "room", (), [listener], most_seconds=60, most_mb=2000)
    verdict = judge(run)
    assert verdict.outcome == "done" and not verdict.faults
    assert {path.suffix for path in run.outputs} == {".pdf", ".docx", ".epub"} and run.megabytes > 10
    row = Row("a.txt", "a|b", verdict, run.seconds, run.megabytes, 9)
    assert "| `a.txt` | a\\|b | done |" in table([row])


def test_what_takes_too_much_is_ended(tmp_path: Path, listener: Listener) -> None:
    trap = set_up(tmp_path, listener)
    (trap.folder / "a.txt").write_text("正文。")
    run = watch(trap.folder / "a.txt", tmp_path / "room", (), [listener], most_seconds=60, most_mb=1)
    assert judge(run).outcome == "ended"


def test_files_elsewhere_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / f"{ESCAPED}_X").touch()
    assert judge(ran(code=1, err="error[x]")).faults == (f"escaped to {tmp_path}",)
    assert not list(tmp_path.iterdir())


def test_what_climbs_out_of_the_folder_of_outputs_is_found(
    tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def climb(*words: str) -> Ran:
        out = Path(words[words.index("-O") + 1])
        for name in ("a.pdf", "../b.pdf", "../../../../../../c.pdf"):
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")
        return Ran(0, "", "")

    monkeypatch.setattr(inside, "triptych", climb)
    run = inside.convert(tmp_path / "a.md", tmp_path / "room", (), listener)
    assert [path.name for path in run.outputs] == ["a.pdf"]
    assert sorted(path.name for path in run.strays) == ["b.pdf", "c.pdf"], "six up is the highest that is looked at"
