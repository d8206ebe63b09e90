"""Documents become the folder of a new briefing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.briefing.errors import CannotStart
from briefer.briefing.reading import read_briefing
from briefer.briefing.starting import start_briefing
from briefer.evidence.checker import check

PIECES = [
    "Words ", "that. ", "*a* ", "> ", "# ", "[[x]] ", "“q” ", "1. ", "\n", "- ", "`c` ", "<b> ",
    "[@a, ¶1] ", "&amp; ", "\\ ", "| ", "~~~", "é… ", "_x_ ",
]  # fmt: skip
ARTICLE = "Short. The talks are *not* merely [ceremonial], it says. They go on.\r\nMore."


def document(folder: Path, name: str = "My Article.txt", data: bytes | None = None) -> Path:
    path = folder / name
    path.write_bytes(ARTICLE.encode() if data is None else data)
    return path


def test_a_new_briefing_has_no_problem_and_true_quotations(tmp_path: Path) -> None:
    first, second = (
        document(tmp_path),
        document(tmp_path, "my-article.md", b"# Title\n\nWords here."),
    )
    folder = start_briefing(tmp_path / "deep" / "US_talks", [first, second])
    briefing = read_briefing(folder)
    assert briefing.problems == ()
    assert briefing.title == "US talks"
    assert [kind.id for kind in briefing.kinds] == [
        "overview", "channels", "actors", "purposes", "sources",
    ]  # fmt: skip
    assert [(d.id, d.letter) for d in briefing.documents] == [
        ("my-article", "A"),
        ("my-article-2", "B"),
    ]
    report = check(briefing)
    assert report.problems == ()
    assert report.counts.verbatim == report.counts.quotations == 5


def test_documents_are_copied_byte_for_byte(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfOne.\r\nTwo.\r\n"
    folder = start_briefing(tmp_path / "new", [document(tmp_path, "a.txt", data)])
    assert (folder / "documents" / "a.txt").read_bytes() == data


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    with pytest.raises(CannotStart, match="is there already"):
        start_briefing(tmp_path / "new", [document(tmp_path)])
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert read_briefing(start_briefing(tmp_path / "new", [document(tmp_path)]))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF", r"a\.pdf.*cannot be read by this version"),
        ("a.txt", b"\xff\xfeO\0", r"a\.txt is not UTF-8.*UTF-16"),
        ("a.txt", b" \n ", "has no words"),
    ],
)
def test_a_bad_document_leaves_nothing_behind(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    good, bad = document(tmp_path), document(tmp_path, name, data)
    with pytest.raises(CannotStart, match=said):
        start_briefing(tmp_path / "deep" / "new", [good, bad, tmp_path / "none.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([good.name, bad.name])


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    path = document(tmp_path)
    with pytest.raises(CannotStart):
        start_briefing(path / "new", [path])
    with pytest.raises(CannotStart, match="at least one document"):
        start_briefing(tmp_path / "new", [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join))
def test_any_text_document_starts_a_briefing_without_fault(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    tmp_path = tmp_path_factory.mktemp("start")
    try:
        folder = start_briefing(tmp_path / "new", [document(tmp_path, "a.txt", text.encode())])
    except CannotStart as error:
        assert not any(sign.isalnum() for sign in text) or "no words" in str(error)
        return
    briefing = read_briefing(folder)
    assert briefing.problems == ()
    report = check(briefing)
    assert report.counts.verbatim == 5, [each.outcome for each in report.quotations]


def test_the_example_cards_can_be_replaced_without_fault(tmp_path: Path) -> None:
    folder = start_briefing(tmp_path / "talks", [document(tmp_path)])
    (folder / "breakdown.md").write_text("# Overview\n\n## Talks\n\nThey go on.\n")
    assert read_briefing(folder).problems == ()


def test_the_run_order_that_is_shown_is_one_when_its_marks_go(tmp_path: Path) -> None:
    folder = start_briefing(tmp_path / "talks", [document(tmp_path)])
    manifest = folder / "briefing.toml"
    before, shown = manifest.read_text().split("# [[agendas]]")
    manifest.write_text(f"{before}[[agendas]]" + shown.replace("\n# ", "\n"))
    briefing = read_briefing(folder)
    assert briefing.problems == ()
    assert briefing.agendas[0].cards == ("overview", "first-channel")
