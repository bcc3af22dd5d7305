"""From roles to metadata."""

from __future__ import annotations

from convert.model import Document, Meta
from convert.model.build import para
from convert.model.nodes import Para
from convert.passes.roles.facts import learn


def meta_of(*blocks: Para, meta: Meta | None = None) -> Meta:
    return learn(Document(blocks, meta or Meta())).meta


def test_the_head() -> None:
    meta = meta_of(
        para("№ 000123", role="copy-number"),
        para("机密★1年", role="classification"),
        para("特 急", role="urgency"),
        para("某某省财政厅", role="issuer"),
        para("某某省教育厅文件", role="issuer"),
        para("某财教〔2025〕3号　　签发人：张三　李四", role="number"),
    )
    assert (meta.copy_number, meta.classification, meta.classification_term, meta.urgency) == (
        "000123",
        "机密",
        "1年",
        "特急",
    )
    assert meta.issuers == ("某某省财政厅", "某某省教育厅")
    assert (meta.number, meta.signers) == ("某财教〔2025〕3号", ("张三", "李四"))


def test_recipients_stand_apart_by_commas() -> None:
    kinds = "各市、县（区）人民政府，省直有关部门："
    assert meta_of(para(kinds, role="recipient")).recipients == ("各市、县（区）人民政府", "省直有关部门")
    assert meta_of(para("市财政局、市教育局：", role="recipient")).recipients == ("市财政局", "市教育局")
    assert meta_of(para("各位代表：", role="recipient")).recipients == ()


def test_the_tail() -> None:
    meta = meta_of(
        para("附件：1. 任务清单；", role="attachment-note"),
        para("2．2025年统计表", role="attachment-item"),
        para("某某省财政厅", role="signature"),
        para("2025年6月23日", role="date"),
        para("抄送：省委办公厅，省人大常委会办公厅、省政协办公厅。", role="cc"),
        para("某某省财政厅办公室　　2025年6月24日印发", role="printing"),
    )
    assert meta.attachments == ("任务清单", "2025年统计表")
    assert (meta.signature, meta.issuers, meta.date) == (("某某省财政厅",), ("某某省财政厅",), "2025年6月23日")
    assert meta.cc == ("省委办公厅", "省人大常委会办公厅", "省政协办公厅")
    assert (meta.printing_office, meta.printing_date) == ("某某省财政厅办公室", "2025年6月24日")


def test_signature_and_date_on_one_line() -> None:
    meta = meta_of(para("某某局　2025年6月23日", role="signature"))
    assert (meta.signature, meta.date) == (("某某局",), "2025年6月23日")


def test_joint_organs_on_one_line() -> None:
    assert meta_of(para("甲甲厅　　乙乙厅", role="signature")).signature == ("甲甲厅", "乙乙厅")
    assert meta_of(para("省长　王某某", role="signature")).signature == ("省长　王某某",)


def test_lines_below_the_title() -> None:
    meta = meta_of(para("来源：某某日报　发布时间：2025-06-23", role="dateline"), para("作者：张三", role="dateline"))
    assert (meta.source, meta.date, meta.authors) == ("某某日报", "2025-06-23", ("张三",))


def test_what_is_given_stays_and_the_rest_is_named_as_inferred() -> None:
    blocks = (para("某某局", role="signature"), para("2025年6月23日", role="date"))
    meta = meta_of(*blocks, meta=Meta(date="2025-01-01", inferred=("title",)))
    assert meta.date == "2025-01-01"
    assert set(meta.inferred) == {"title", "signature", "issuers"}


def test_nothing_is_said_without_roles() -> None:
    document = Document((para("2025年6月23日"),))
    assert learn(document) is document


def test_organs_of_a_joint_mark() -> None:
    names = ("某某省财政厅", "某某省教育厅")
    assert meta_of(para("某某省财政厅　某某省教育厅文件", role="issuer")).issuers == names
    assert meta_of(para("某某省财政厅", role="issuer"), para("某某省教育厅文件", role="issuer")).issuers == names
    assert meta_of(para("某 某 省 教 育 厅 文 件", role="issuer")).issuers == ("某某省教育厅",)


def test_signers_on_several_lines() -> None:
    number, more = para("某发〔2025〕3号　签发人：张三　李四光", role="number"), para("王　五　赵六", role="signer")
    assert meta_of(number, more).signers == ("张三", "李四光", "王五", "赵六")
    assert meta_of(para("某发〔2025〕3号", role="number")).signers == ()


def test_numbers_of_an_issue() -> None:
    assert meta_of(para("第3期", role="number")).number == "第3期"


def test_who_was_there() -> None:
    meta = meta_of(
        para("出席：某厅张三、李四；某局王五。", role="attendance"),
        para("请假人员：赵六", role="attendance"),
        para("列席：钱七、孙八", role="attendance"),
    )
    assert (meta.attendees, meta.absentees) == (("某厅张三、李四", "某局王五"), ("赵六",))
    assert meta.observers == ("钱七", "孙八")


def test_recipients_in_the_imprint() -> None:
    meta = meta_of(para("主送：各市人民政府，各厅。", role="imprint-recipient"))
    assert meta.recipients == ("各市人民政府", "各厅")


def test_the_number_at_the_end_of_a_letter_s_line() -> None:
    meta = meta_of(para("加急　　某应急函〔2025〕45号", role="urgency"))
    assert (meta.urgency, meta.number) == ("加急", "某应急函〔2025〕45号")


def test_the_date_that_minutes_say_below_their_number() -> None:
    meta = meta_of(para("某某省应急厅办公室　2025年7月18日", role="issue-line"))
    assert (meta.date, meta.signature) == ("2025年7月18日", ())
