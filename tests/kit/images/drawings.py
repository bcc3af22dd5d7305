"""SVG drawings that tests share."""

from __future__ import annotations

CHART = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100"
 viewBox="0 0 400 200"><title>各市企业数</title><defs><g id="bar"><rect width="60" height="80"/></g>
<clipPath id="clip"><circle cx="340" cy="60" r="40"/></clipPath></defs>
<style>.axis { stroke: #333; stroke-width: 2 } #last { fill: rgb(0, 128, 0) }</style>
<path class="axis" d="M20 180 H380" fill="none"/>
<use xlink:href="#bar" x="40" y="100" fill="#c81e1e"/>
<use xlink:href="#bar" x="120" y="60" fill="blue" transform="translate(0 40) scale(1 1)"/>
<rect id="last" x="200" y="40" width="60" height="140" style="fill-opacity: 1"/>
<g clip-path="url(#clip)"><rect x="300" y="20" width="100" height="100" fill="orange"/></g>
<text x="40" y="30" font-family="SimSun, sans-serif" font-size="24">公文 chart</text></svg>""".encode()
"""A chart as programs draw it: styles, reuse, transformations, a clipping path, words."""


def drawing(content: str, attributes: str = 'width="40" height="20"') -> bytes:
    """A drawing around some elements."""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{content}</svg>".encode()
