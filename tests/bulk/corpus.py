"""Short reports to convert many of, each of them other than the next."""

from __future__ import annotations

from pathlib import Path

_SUBJECTS = ("安全生产", "森林防火", "防汛抗旱", "地质灾害防治", "危险化学品监管", "应急演练", "隐患排查", "值班值守")


def report(number: int) -> str:
    """A report of three paragraphs, the same for the same number."""
    subject, other = _SUBJECTS[number % 8], _SUBJECTS[(number // 8 + 3) % 8]
    return (
        f"关于做好第{number}号区域{subject}工作的通知\n\n各县（市、区）应急管理局：\n\n"
        f"为切实做好{subject}和{other}工作，现将第{number}号区域有关事项通知如下。\n\n"
        f"一、提高认识，压实责任\n\n各单位要把{subject}摆在突出位置，逐项分解任务。\n\n"
        f"二、强化督查\n\n对{other}中发现的问题，限期整改到位。\n\n某市应急管理局\n\n2025年6月{number % 28 + 1}日\n"
    )


def write_reports(folder: Path, count: int) -> None:
    """So many reports in a folder, `0000.txt` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04d}.txt").write_text(report(number), "utf-8")


def outputs(folder: Path) -> dict[str, bytes]:
    """What a run wrote into a folder, by the paths below it; without the journal and the page of the run."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".triptych" not in path.parts and path.name != "report.html"
    }
