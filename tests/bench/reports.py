"""What the benchmarks convert: the report, short reports, one long report; for us and, as Markdown, for the peers."""

from __future__ import annotations

import random
from pathlib import Path

from convert.model import Block, Cell, Column, Document, Heading, Meta, Row, Table, Text
from convert.model.build import heading, para
from convert.model.walk import plain

FIXTURES = Path(__file__).parents[1] / "fixtures"
REPORT = FIXTURES / "meeting-report.txt"

_SENTENCES = (FIXTURES / "meeting-report.expected.txt").read_text("utf-8").replace("\n", "").split("。")[:-1]
_NUMERALS = "一二三四五六七八九十"


def short_report(seed: int, sentences: int = 12) -> Document:
    """A report of about 900 characters: a title, two headings, paragraphs. No two seeds give the same one."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    for part in range(2):
        blocks.append(heading(1, f"{_NUMERALS[part]}、第{seed}号工作的{'要求' if part else '情况'}"))
        blocks += [para(_sentences(chance, sentences // 4)) for _ in range(2)]
    return Document(tuple(blocks), Meta(title=f"关于第{seed}号工作的报告", lang="zh-Hans"))


def long_report(seed: int, characters: int = 325_000) -> Document:
    """A report of that many characters and a few more: sections of paragraphs with a table each."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    done = section = 0
    while done < characters:
        section += 1
        part: list[Block] = [heading(1, f"第{section}部分工作情况"), heading(2, f"（{section}）具体措施")]
        part += [para(_sentences(chance, 4)) for _ in range(8)]
        part.append(_table(chance, section))
        done += len(plain(tuple(part)))
        blocks += part
    return Document(tuple(blocks), Meta(title="关于全年工作情况的报告", lang="zh-Hans"))


def table_report(tables: int, seed: int = 0) -> Document:
    """A report of so many tables of eight rows, each with a heading and a paragraph."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    for number in range(1, tables + 1):
        blocks += heading(2, f"第{number}部分"), para(_sentences(chance, 1)), _table(chance, number)
    return Document(tuple(blocks), Meta(title="关于各单位完成情况的报告", lang="zh-Hans"))


def text_report(characters: int, seed: int = 0) -> Document:
    """A report of running text: paragraphs, a heading before every twenty."""
    chance = random.Random(seed)
    blocks: list[Block] = []
    done = 0
    while done < characters:
        part: list[Block] = [heading(1, f"第{len(blocks) // 21 + 1}部分工作情况")]
        part += [para(_sentences(chance, 4)) for _ in range(20)]
        done += len(plain(tuple(part)))
        blocks += part
    return Document(tuple(blocks), Meta(title="关于全年工作情况的报告", lang="zh-Hans"))


def markdown(document: Document) -> str:
    """The same report in pandoc's Markdown, for the nodes that reports here are made of."""
    parts = [f"---\ntitle: {document.meta.title}\nlang: zh-Hans\n---"]
    for block in document.blocks:
        match block:
            case Heading():
                parts.append(f"{'#' * block.level} {plain(block)}")
            case Table():
                rows = [*block.head, *block.body]
                lines = ["| " + " | ".join(plain(cell) for cell in row.cells) + " |" for row in rows]
                lines.insert(1, "|---" * len(block.columns) + "|")
                parts.append("\n".join(lines) + f"\n\n: {plain(block.caption)}")
            case _:
                parts.append(plain(block))
    return "\n\n".join(parts) + "\n"


def marked_markdown(seed: int, size: int = 2**20) -> str:
    """Markdown of that many bytes and a few more, with marks, links, notes, lists, tables and code in every section."""
    chance = random.Random(seed)
    parts: list[str] = []
    done = section = 0
    while done < size:
        section += 1
        bold, link, plain_words = (_sentences(chance, 1) for _ in range(3))
        part = [
            f"## 第{section}部分 {{#part-{section}}}",
            f'{plain_words}**{bold}**{plain_words}[{link}](https://example.org/{section} "标题")，`code {section}`。',
            f"{_sentences(chance, 3)}[^{section}]*{plain_words}*\\\n{_sentences(chance, 2)}",
            f"[^{section}]: {plain_words}",
            "\n".join(
                f"{n}. {_sentences(chance, 1)}\n   - {_sentences(chance, 1)}\n   - **{bold}**" for n in (1, 2, 3)
            ),
            f"> {_sentences(chance, 2)}",
            f"```python\nx = {section}\nprint(x)\n```",
            markdown(Document((_table(chance, section),))).partition("---\n\n")[2].strip(),
        ]
        parts += part
        done += len("\n\n".join(part).encode())
    return "\n\n".join(parts) + "\n"


def _sentences(chance: random.Random, count: int) -> str:
    return "".join(f"{sentence}。" for sentence in chance.choices(_SENTENCES, k=count))


def _table(chance: random.Random, number: int) -> Table:
    def row(texts: list[str], header: bool = False) -> Row:
        return Row(tuple(Cell((para(text),), header=header) for text in texts))

    head = row(["单位", "项目", "数量", "完成率"], header=True)
    body = tuple(
        row([f"第{i}单位", "隐患整改", str(chance.randrange(1, 500)), f"{chance.random():.1%}"]) for i in range(1, 9)
    )
    return Table((Column(),) * 4, (Text(f"表{number}　完成情况"),), (head,), body)
