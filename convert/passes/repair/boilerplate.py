"""Labels of the page around a report: buttons, share links, counters, headings of link lists. Whole lines only."""

from __future__ import annotations

import re

_LISTS = (
    "相关链接|相关阅读|相关新闻|相关文章|相关报道|相关稿件|延伸阅读|推荐阅读|"
    "热门推荐|热点推荐|精彩推荐|最新文章|热门文章|往期回顾"
)
_BUTTONS = (
    "打印|打印本页|打印此页|我要打印|关闭|关闭窗口|关闭本页|收藏|加入收藏|全屏|下载|分享|分享到|分享至|"
    "返回|返回顶部|返回首页|返回列表|回到顶部|字号|字体|字体大小|加大|还原|减小|放大|缩小|"
    "微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|朋友圈|复制链接|我要纠错|纠错|点赞|评论|举报|"
    "扫一扫|扫一扫在手机打开当前页|扫一扫分享本页|无障碍浏览|语音播报"
)
_SIZES = "大|中|小|T|默认|正常|超大"
_COUNTERS = "点击数|点击量|浏览次数|浏览量|阅读次数|阅读量|访问量|人气"
_NEIGHBOURS = "上一篇|下一篇|上一条|下一条|上一页|下一页"

_LIST = re.compile(rf"[【\[]?(?:{_LISTS})[】\]]?[：:]?")
_BUTTON_LINE = re.compile(rf"(?:[\s\[\]【】|｜/·•：:()（）+-]*(?:{_BUTTONS}|{_SIZES}))+[\s\[\]【】|｜/·•：:()（）+-]*")
_ONLY_SIZES = re.compile(rf"(?:[\s\[\]【】|｜/·•：:()（）+-]*(?:{_SIZES}))+[\s\[\]【】|｜/·•：:()（）+-]*")
_COUNTER = re.compile(rf"(?:{_COUNTERS})[：:]?\s*\d*\s*次?")
_NEIGHBOUR = re.compile(rf"(?:{_NEIGHBOURS})(?:\s*[：:].{{0,80}})?")
_BARE = re.compile(r"[\[\]【】|｜]?")


def is_link_heading(line: str) -> bool:
    """Whether the line is the heading of a list of links: boilerplate only if no list follows."""
    return _LIST.fullmatch(line) is not None


def is_boilerplate(line: str) -> bool:
    """Whether the line is nothing but buttons, counters or links to the neighbouring pages, or blank but for a
    list mark."""
    if len(line) > 120:
        return False
    if _COUNTER.fullmatch(line) or _NEIGHBOUR.fullmatch(line) or _BARE.fullmatch(line):
        return True
    return _BUTTON_LINE.fullmatch(line) is not None and not _ONLY_SIZES.fullmatch(line)
