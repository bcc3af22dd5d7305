"""LibreOffice, where it is installed: documents of older programs as DOCX.

It runs without a window, in a profile of its own that is thrown away: macros are off, links are not followed, no file of
the user's is read or written (https://help.libreoffice.org/latest/en-US/text/shared/guide/start_parameters.html).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from convert.diagnostics import InputError

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_LONGEST = 120.0  # seconds
_QUIET = ("--headless", "--nologo", "--nodefault", "--norestore", "--nolockcheck", "--nofirststartwizard")
_FILTER = "docx:MS Word 2007 XML"
_SCRIPTING, _INTERNET = "org.openoffice.Office.Common/Security/Scripting", "org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),  # very high: macros from trusted folders only, of which there are none
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # never
    (_INTERNET, "ooInetProxyType", "2"),  # by hand: a proxy that is not there
    (_INTERNET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPProxyPort", "9"),
    (_INTERNET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INTERNET, "ooInetHTTPSProxyPort", "9"),
)


def find_office() -> str | None:
    """Where LibreOffice's program is: what `TRIPTYCH_OFFICE` names, or on the path, or where it is usually installed."""
    named = os.environ.get("TRIPTYCH_OFFICE")
    if named:
        return os.path.abspath(named) if Path(named).is_file() else None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def convert_to_docx(data: bytes, suffix: str, seconds: float = _LONGEST) -> bytes:
    """A document as DOCX. `suffix`: what LibreOffice shall take it for; `seconds`: how long it may take.

    Raises InputError: `office-missing`, `office-failed`, `office-slow`.
    """
    program = find_office()
    if program is None:
        raise InputError("office-missing", suffix=suffix)
    with tempfile.TemporaryDirectory(prefix="triptych-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        _write_settings(place / "profile" / "user")
        given = place / f"document{suffix}"
        given.write_bytes(data)
        said = _run([program, *_arguments(place), str(given)], place, seconds)
        made = place / "made" / "document.docx"
        if not made.is_file():
            raise InputError("office-failed", reason=_last_line(said) or "no output")
        return made.read_bytes()


def _arguments(place: Path) -> list[str]:
    profile = (place / "profile").as_uri()
    return [f"-env:UserInstallation={profile}", *_QUIET, "--convert-to", _FILTER, "--outdir", str(place / "made")]


def _write_settings(folder: Path) -> None:
    """The profile's own registry, before LibreOffice makes one."""
    folder.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{items}</oor:items>\n',
        "utf-8",
    )


def _run(command: list[str], home: Path, seconds: float) -> str:
    """What the program said. It and all that it started are ended where they take too long.

    Raises InputError (`office-failed`, `office-slow`).
    """
    try:
        program = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=home,
            env={**os.environ, "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"},
            start_new_session=True,
        )
    except OSError as error:
        raise InputError("office-failed", reason=error.strerror or error) from None
    try:
        said, _ = program.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(program)
        raise InputError("office-slow", seconds=round(seconds)) from None
    except BaseException:
        _end(program)
        raise
    return said.decode("utf-8", "replace")


def _end(program: subprocess.Popen[bytes]) -> None:
    """With all that it started: `soffice` is a script that starts the office."""
    if sys.platform == "win32":
        program.kill()
    else:
        os.killpg(program.pid, signal.SIGKILL)
    program.communicate()


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else ""
