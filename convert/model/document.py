"""The document itself: its metadata, its blocks, its media."""

from __future__ import annotations

from typing import Literal

import msgspec

from convert.model.nodes import Block

SCHEMA_VERSION = 1
"""Version of the JSON form. Older versions are migrated on reading."""


class Meta(msgspec.Struct, frozen=True, gc=False, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """What a document says about itself. Chinese terms are those of 公文 (official documents).

    Nothing here is ever made up: a field that was inferred has its name in `inferred`, and `date` is kept as the
    document writes it. Keys without a field stay in `extra`.
    """

    title: str = ""
    subtitle: str = ""
    issuers: tuple[str, ...] = ()  # 发文机关, the host organ first
    number: str = ""  # 发文字号
    classification: str = ""  # 密级
    classification_term: str = ""  # 保密期限
    urgency: str = ""  # 紧急程度
    copy_number: str = ""  # 份号
    signers: tuple[str, ...] = ()  # 签发人
    recipients: tuple[str, ...] = ()  # 主送机关
    cc: tuple[str, ...] = ()  # 抄送机关
    date: str = ""  # 成文日期, as written
    signature: tuple[str, ...] = ()  # 发文机关署名
    attachments: tuple[str, ...] = ()  # 附件说明
    printing_office: str = ""  # 印发机关
    printing_date: str = ""  # 印发日期
    mark: str = ""  # 发文机关标志 as it is printed, where that is not the issuers' names and the style's ending
    sealing: Literal["", "seal", "stamp", "none"] = ""  # 印章, 签名章 or neither; "": by what is given
    seals: tuple[str, ...] = ()  # pictures of seals or stamps, in the order of the organs: keys of `Document.media`
    posts: tuple[str, ...] = ()  # 职务 of those whose stamps stand for their names
    annotation: str = ""  # 附注
    attendees: tuple[str, ...] = ()  # 出席
    absentees: tuple[str, ...] = ()  # 请假
    observers: tuple[str, ...] = ()  # 列席
    authors: tuple[str, ...] = ()  # 撰稿人
    editors: tuple[str, ...] = ()  # 责任编辑
    proofreaders: tuple[str, ...] = ()  # 校对
    source: str = ""  # 来源
    keywords: tuple[str, ...] = ()
    description: str = ""
    lang: str = ""  # BCP 47, for example zh-Hans
    identifier: str = ""
    inferred: tuple[str, ...] = ()
    extra: dict[str, str] = {}


class Media(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A picture's bytes and their media type (`image/png`)."""

    type: str
    data: bytes
    name: str = ""


class Document(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One report. `media` is keyed by the hash of the content."""

    blocks: tuple[Block, ...] = ()
    meta: Meta = Meta()
    media: dict[str, Media] = {}
