"""Mutations of structures: what is left is JSON, XML, or a zip file, and so gets past the first door."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any

from lxml import etree

from tests.fuzz.mutation import CHARACTERS, NUMBERS, Mutation, mutate_bytes, mutate_text

_DEEP = (2, 30, 190, 260)
_NAMES = (
    "../../escape.txt",
    "/absolute.txt",
    "C:\\x",
    "a/" * 40,
    "\x00",
    "名.xml",
    "",
    "word/document.xml",
    "mimetype",
)
_MARKUP = ("<", "</", "/>", "&", "&#0;", "&#xD800;", "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "<?x ?>", '="', ":", "xmlns=''",
           "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;")  # fmt: skip

# --- JSON ------------------------------------------------------------------------------------------------------------


def mutate_json(data: bytes, random: Random) -> bytes:
    """JSON with a value put elsewhere, repeated, left out or replaced; bytes where it is none."""
    try:
        root = json.loads(data)
    except (ValueError, RecursionError):
        return mutate_bytes(data, random)
    if random.random() < 0.05:
        return mutate_bytes(data, random)
    for _ in range(random.randint(1, 3)):
        root = _changed_json(root, random)
    return _written(root) or data


def _written(root: Any) -> bytes:
    try:
        return json.dumps(root, ensure_ascii=False).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return b""


def _changed_json(root: Any, random: Random) -> Any:
    places = list(_places(root))
    if not places:
        return _any_json(random)
    holder, key = random.choice(places)
    match random.randrange(8):
        case 0:
            holder[key] = _any_json(random)
        case 1:
            other, its = random.choice(places)
            holder[key] = deepcopy(other[its])
        case 2:
            del holder[key]
        case 3 if isinstance(holder, list):
            holder[key:key] = [deepcopy(holder[key]) for _ in range(random.choice((1, 2, 50)))]
        case 4:
            made, value = deepcopy(holder), holder[key]
            if len(_written(made)) < 4000:
                for _ in range(random.choice(_DEEP)):
                    value = {**made, key: value} if isinstance(made, dict) else [value]
                holder[key] = value
        case 5 if isinstance(holder[key], str):
            holder[key] = mutate_text(holder[key], random, ("\n", "#", "<b>", "$", "^", "\ud800"))
        case 6 if isinstance(holder, dict):
            holder[random.choice([k for h, k in places if isinstance(k, str)] or ["x"])] = holder[key]
        case _:
            holder[key] = [holder[key]] if random.random() < 0.5 else {"t": holder[key], "c": holder[key]}
    return root


def _places(root: Any) -> Iterator[tuple[Any, Any]]:
    stack = [root]
    while stack:
        holder = stack.pop()
        if isinstance(holder, dict | list):
            for key in holder if isinstance(holder, dict) else range(len(holder)):
                yield holder, key
                stack.append(holder[key])


def _any_json(random: Random) -> Any:
    number = random.choice(NUMBERS)
    return random.choice(
        (None, True, 0, -1, 1 << 70, 1e308, 0.5, "", number, random.choice(CHARACTERS), [], {}, [[]], [{}], "x" * 3000)
    )


# --- XML -------------------------------------------------------------------------------------------------------------


def mutate_xml(data: bytes, random: Random) -> bytes:
    """XML with an element moved, repeated, left out, put into itself, or with other attributes; text where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return mutate_bytes(data, random)
    if random.random() < 0.12:
        return mutate_text(data.decode("utf-8", "replace"), random, _MARKUP).encode("utf-8", "replace")
    for _ in range(random.randint(1, 4)):
        _change_xml(root, random)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _change_xml(root: Any, random: Random) -> None:
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    one, other = random.choice(elements), random.choice(elements)
    parent = one.getparent()
    match random.randrange(10):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            for _ in range(random.choice((1, 1, 3, 40))):
                parent.insert(parent.index(one), deepcopy(one))
        case 2 if len(other) < 40:
            one.insert(random.randint(0, len(one)), deepcopy(other))
        case 3:
            one.tag = other.tag
        case 4 if len(one) < 10:
            inner = one
            for _ in range(random.choice(_DEEP)):
                inner = etree.SubElement(inner, one.tag, dict(one.attrib))
            inner.append(deepcopy(other))
        case 5:
            one.text = random.choice(NUMBERS) if random.random() < 0.5 else _legal(random.choice(CHARACTERS))
        case 6 if one.attrib:
            del one.attrib[random.choice(list(one.attrib))]
        case 7 if other.attrib:
            name = random.choice(list(other.attrib))
            one.set(name, other.get(name))
        case _ if one.attrib:
            value = random.choice(
                (random.choice(NUMBERS), _legal(random.choice(CHARACTERS)), "", "true", "auto", "x" * 300)
            )
            one.set(random.choice(list(one.attrib)), value)


def _legal(text: str) -> str:
    return "".join(char for char in text if char in "\t\n\r" or " " <= char < "\ufdd0")


# --- zip -------------------------------------------------------------------------------------------------------------


def zip_mutation(mutate_member: Callable[[str], Mutation]) -> Mutation:
    """A mutation of zip files: mostly one member, by what `mutate_member` gives for its name, else the archive itself."""

    def mutate(data: bytes, random: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
        except Exception:
            return mutate_bytes(data, random)
        if not members or random.random() < 0.06:
            return mutate_bytes(data, random)
        at = random.randrange(len(members))
        name, content = members[at]
        match random.randrange(16):
            case 0:
                members[at] = (random.choice(_NAMES), content)
            case 1:
                del members[at]
            case 2:
                members.append((name, random.choice(members)[1]))
            case 3:
                members[at] = (name, random.choice(members)[1])
            case _:
                members[at] = (name, mutate_member(name)(content, random))
        return zipped(members)

    return mutate


def zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A zip file of these, whatever their names, the same on any day."""
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        warnings.simplefilter("ignore")  # a name that is there twice is what is wanted
        for name, content in members:
            entry = zipfile.ZipInfo("x", (1980, 1, 1, 0, 0, 0))
            entry.filename = name
            entry.compress_type = zipfile.ZIP_DEFLATED
            try:
                archive.writestr(entry, content)
            except (ValueError, UnicodeError, struct.error):
                entry.filename = "x"
                archive.writestr(entry, content)
    return made.getvalue()
