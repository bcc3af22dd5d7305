"""Real DOCX files: each is read in time and without a crash, and keeps the words that Word shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.docx_recall import FILES, FOLDER, corpus_paragraphs_share, corpus_share, recall

LEAST = 0.98
LEAST_OF_ALL = 0.998
LEAST_PARAGRAPHS = 0.99  # in order and unbroken, which counting characters does not show

REFUSED = {
    "phpword/corrupted_main_document_part.docx": "its main part is no XML",
    "poi/bug53475-password-is-solrcell.docx": "it is encrypted",
    "poi/cpansearch.perl.org_src_tobyink_acme-rundoc-0.001_word-lib_hello_world.docm": "it is no Office Open XML",
    "poi/truncated62886.docx": "it was cut off",
}
"""Files that nothing could read, and why."""

EXPLAINED = {
    "reports/nist/800-63B-sec10_Usability_Table.docx": "characters of the font Wingdings, read as what they look like",
    "reports/owasp-top10/OWASP_Top_Ten_-_Comparison_of_2003,2004,2007,2010,2013,2017_and_2021_Releases.docx": "as above",
}
"""Files with other characters than those that Word stores, and why."""

needs_corpus = pytest.mark.skipif(not FILES, reason=f"no corpus: nothing in {FOLDER} (set TRIPTYCH_CORPUS)")


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_the_words_of_a_file_are_kept(path: Path) -> None:
    found = recall(path)
    name = path.relative_to(FOLDER).as_posix()
    if name in REFUSED:
        assert found.refusal and found.refusal.diagnostic.hint(), "a refusal says what to do"
    elif name in EXPLAINED:
        assert found.share < LEAST, "no exception any more"
    else:
        assert not found.refusal, found.refusal
        assert found.share >= LEAST, found.changed[:3]


@needs_corpus
def test_the_words_of_the_corpus_are_kept() -> None:
    assert corpus_share() >= LEAST_OF_ALL
    assert corpus_paragraphs_share() >= LEAST_PARAGRAPHS


@needs_corpus
def test_exceptions_are_few() -> None:
    assert len(REFUSED) + len(EXPLAINED) <= 0.02 * len(FILES)
