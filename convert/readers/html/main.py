"""The main content of a page, and what around and within it is furniture: navigation, share bars, related links,
comments, footers.

The main content is the element whose lines together say most for being an article (`Weights.value`): prose counts for
it, links to elsewhere and scraps count against. What is furniture by its element, its role or its name is looked at
first, and again within what was found. Nothing of the text is rewritten: elements are kept or marked as left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from convert.diagnostics import Report
from convert.readers.html.weights import Weights
from convert.reading.html.notes import drop

_LEAST = 200.0  # weight of prose below which no main content is found
_SURE = 500.0  # the same where the rest of the page is more than `_MUCH` times as long: a list of teasers, say
_MUCH = 8.0
_MOST = 0.5  # share of a page's text that furniture can have

_TAGS = {"nav": "navigation", "footer": "footer", "aside": "aside"}
_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "banner": "navigation",
    "search": "navigation", "contentinfo": "footer", "complementary": "aside", "dialog": "aside", "alertdialog": "aside",
}  # fmt: skip
_NAMES = (
    ("comment", re.compile(r"(?<![a-z])(?:comments?|disqus|respond|replies|reply|pinglun|gentie|guestbook|discuss|livefyre)(?![a-z])")),
    ("related", re.compile(r"(?<![\w-])rank(?:ing|list)?(?![\w-])")),
    ("share", re.compile(r"(?<![a-z])(?:share\w*|sharing|social\w*|bdshare|jiathis|addthis\w*|addtoany|sns|weibo|follow\w*|qrcode|ewm)(?![a-z])")),
    ("related", re.compile(r"(?<![a-z])(?:related\w*|recommend\w*|read-?more|see-?also|more-?(?:news|stories|articles|on|from)|outbrain|taboola|trending|most-?(?:read|popular)|popular\w*|next[-_]?post|xiangguan|tuijian|hot-?(?:news|list|article)?|promo\w*|teasers?|cross-?sell)(?![a-z])")),
    ("navigation", re.compile(r"(?<![a-z])(?:nav\w*|menu\w*|breadcrumbs?|crumbs?|masthead|skip\w*|pag(?:er|ination)|toolbar|topbar|topnav|site-?header|langs?|sitemap|mianbao|dqwz|weizhi|location)(?![a-z])")),
    ("footer", re.compile(r"(?<![a-z])(?:footer\w*|foot|copyright|banquan|disclaimer|colophon|beian)(?![a-z])")),
    ("aside", re.compile(r"(?<![a-z])(?:sidebar\w*|side-?bar|side|widget\w*|advert\w*|ads?|adsense|adbox|banner|sponsor\w*|popup|modal|newsletter\w*|subscri\w*|signup|login|cookies?|tags?|tag-?list|author-?(?:bio|box)|about-?author|donat\w*)(?![a-z])")),
)  # fmt: skip
_CONTENT = re.compile(r"(?<![a-z])(?:article-?(?:body|content|text)|post-?(?:body|content)|entry-?content|story-?body|main-?content|trs_editor|js_content|ucap-?content|pages_content)(?![a-z])")  # fmt: skip
_RELATED_HEADING = re.compile(
    r"(?:阅读)?[上下]一[篇页条][:：]?|您?(?:可能|也许)(?:还|也|会)?(?:还|也|会)?(?:感兴趣|喜欢).{0,8}|文章关键词[:：]?|(?:相关|延伸|推荐|更多|热门|热点|猜你喜欢|往期|精彩)(?:阅读|新闻|文章|推荐|链接|报道|内容|资讯|专题|评论)?[:：]?|"
    r"(?:related|recommended|more|read more|see also|also read|you may also like|further reading|popular|trending|comments?)\b.{0,30}",
    re.IGNORECASE,
)
_CONVERTERS = re.compile(
    r"pandoc|microsoft|libreoffice|openoffice|asciidoc|docutils|latex|wps|kingsoft|triptych|calibre", re.IGNORECASE
)
_SMALL_PRINT = re.compile(r"(?<![a-z])disclaimer(?![a-z])")  # of paragraphs, the one name that says it all
_LINKED = 0.5  # share of a part's text within links above which it leads elsewhere
_LONG = 500.0  # weight above which a part with a furniture's name is looked at twice
_KEPT_TAGS = frozenset({"html", "body", "main", "article", "h1", "a", "p", "td", "tr", "tbody"})


def is_page(root: Any) -> bool:
    """Whether this is a page of a site rather than a document in HTML: it has a `body` and scripts, navigation or a site's
    metadata, and no word processor or converter made it."""
    made_by = " ".join(
        (m.get("content") or "") for m in root.iter("meta") if (m.get("name") or "").lower() == "generator"
    )
    body = root.find("body")
    if body is None or _CONVERTERS.search(made_by):
        return False
    if any(next(root.iter(tag), None) is not None for tag in ("nav", "footer", "aside", "form")):
        return True
    scripts = [s for s in root.iter("script") if "math" not in (s.get("type") or "")]
    site = any((m.get("property") or "").startswith(("og:", "article:")) for m in root.iter("meta"))
    return bool(scripts) or site or any((link.get("rel") or "") == "canonical" for link in root.iter("link"))


class Main:
    """What was found: `element` is None where the page has no main content to be told apart; `left_out` has the
    elements that are furniture, by kind in `counts`."""

    def __init__(self, root: Any) -> None:
        self.left_out: set[Any] = set()
        self.counts: Counter[str] = Counter()
        self.element: Any = None
        body = root.find("body")
        self._body = root if body is None else body
        self._weights = Weights(self._body)
        self._whole = self._weights.whole[self._body]
        self._outside = 0.0
        self._leave_out_named(self._body)
        self._find()

    def _find(self) -> None:
        weights = self._remaining()
        best = max(weights.order, key=lambda element: weights.value[element])
        outside = weights.whole[self._body] - weights.whole[best]
        if weights.value[best] < (_LEAST if outside < _MUCH * weights.whole[best] else _SURE):
            self.left_out.clear()
            self.counts.clear()
            return
        self.element = best
        self._weights = weights
        self._leave_out_linked(best)
        self._leave_out_tail(best)

    def _remaining(self) -> Weights:
        """The weights without what was left out so far."""
        hidden = [(element, element.get("hidden")) for element in self.left_out]
        for element, _ in hidden:
            element.set("hidden", "")
        weights = Weights(self._body)
        for element, before in hidden:
            if before is None:
                del element.attrib["hidden"]
        return weights

    def cut(self) -> None:
        """Take what is furniture out of the page."""
        self._outside = self._whole - self._weights.whole[self.element]
        for element in self.left_out:
            drop(element)

    def report(self, report: Report, lines: Mapping[str, list[str]]) -> None:
        """Tell what was left out, `lines` of the article included."""
        above, bylines = len(lines.get("above", ())), len(lines.get("byline", ()))
        counts = Counter(self.counts)
        counts["navigation"] += above
        counts["footer"] += len(lines.get("rights", ()))
        if counts.total() or bylines or self._outside >= 1:
            report.add(
                "html-boilerplate",
                characters=round(self._outside),
                navigation=counts["navigation"],
                share=counts["share"],
                related=counts["related"],
                comment=counts["comment"],
                footer=counts["footer"],
                aside=counts["aside"],
                bylines=bylines,
            )

    def _leave_out(self, element: Any, kind: str) -> None:
        self.left_out.add(element)
        self.counts[kind] += 1

    # --- by name -----------------------------------------------------------------------------------------------------

    def _leave_out_named(self, top: Any) -> None:
        """What an element, a role or a name calls furniture, unless most of the page is in it."""
        most = _MOST * self._weights.whole[top]
        stack = list(reversed(top))
        while stack:
            element = stack.pop()
            if not isinstance(element.tag, str):
                continue
            kind = self._kind(element)
            if kind and self._weights.whole[element] < most and not self._is_content(element, kind):
                self._leave_out(element, kind)
            else:
                stack.extend(reversed(element))

    def _kind(self, element: Any) -> str:
        tag = element.tag
        if tag in _TAGS:
            return _TAGS[tag]
        role = (element.get("role") or "").lower()
        if role in _ROLES:
            return _ROLES[role]
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if tag in _KEPT_TAGS:
            return "footer" if tag == "p" and _SMALL_PRINT.search(names) else ""
        if not names.strip() or _CONTENT.search(names):
            return ""
        return next((kind for kind, pattern in _NAMES if pattern.search(names)), "")

    def _is_content(self, element: Any, kind: str) -> bool:
        """Whether an article is in what bears a furniture's name: much prose, few links."""
        if element.tag in _TAGS or kind == "comment":
            return kind == "footer" and next(element.iterancestors("blockquote", "figure"), None) is not None
        return self._weights.value[element] > _LONG and self._weights.density(element) < 0.2

    # --- by what it holds --------------------------------------------------------------------------------------------

    def _leave_out_linked(self, main: Any) -> None:
        """Lists, tables and divisions that are mostly links to elsewhere."""
        whole = self._weights.whole[main]
        stack = list(reversed(main))
        while stack:
            element = stack.pop()
            if element in self.left_out or not isinstance(element.tag, str):
                continue
            weight = self._weights.whole[element]
            leads_away = self._weights.density(element) > _LINKED and weight < 0.3 * whole
            leads_away = leads_away and not _points_within(element) and not _holds_pictures(element)
            if weight and leads_away and element.tag in ("ul", "ol", "div", "section", "dl", "form", "table"):
                self._leave_out(element, "related")
                continue
            stack.extend(reversed(element))

    def _following(self, element: Any, main: Any) -> list[Any]:
        """What follows a line and is seen: behind it, or behind what holds only the line."""
        while element is not main and element is not None:
            rest = [each for each in element.itersiblings() if isinstance(each.tag, str)]
            words = [each for each in rest if self._weights.whole[each] and each not in self.left_out]
            if words:
                return words
            element = element.getparent()
        return []

    def _leads_away(self, element: Any) -> bool:
        return self._weights.density(element) > _LINKED or self._weights.whole[element] < 40 or _holds_links(element)

    def _leave_out_tail(self, main: Any) -> None:
        """What follows a heading such as 相关阅读 near the end, if it is links."""
        headings = list(main.iter("h2", "h3", "h4", "h5", "h6", "strong", "p", "div", "span", "b"))
        for element in reversed(headings):  # the last ones first: each has fewer lines behind it then
            text = "".join(element.itertext()).strip()
            if not text or len(text) > 40 or not _RELATED_HEADING.fullmatch(text):
                continue
            words = self._following(element, main)
            if words and all(self._leads_away(each) for each in words) and not _is_long(words, self._weights, main):
                self.left_out |= {element, *words}
                self.counts["related"] += 1


def _is_long(parts: list[Any], weights: Weights, main: Any) -> bool:
    """Whether the parts are much of the article: then a heading alone does not make them related links."""
    return sum(weights.whole[part] for part in parts) > 0.4 * weights.whole[main]


def _holds_links(element: Any) -> bool:
    return element.tag == "a" or next((a for a in element.iter("a") if a.get("href")), None) is not None


def _points_within(element: Any) -> bool:
    """Whether the links in an element lead to places in the page, like those of a table of contents or of notes."""
    links = [link.get("href") or "" for link in element.iter("a")]
    return bool(links) and sum(link.startswith("#") and len(link) > 1 for link in links) * 2 > len(links)


def _holds_pictures(element: Any) -> bool:
    return element.tag in ("div", "section") and next(element.iter("figure"), None) is not None
