"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefer import __version__
from briefer.briefing.reading import read_briefing
from briefer.cli import COMMANDS, USAGE, main

DOCUMENT = "The line was used sparingly. It prevented nothing worse."
CARDS = """# Channels

## Line

A line.

> The line was used sparingly.
> — [@text, ¶1]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a small briefing in which all is well."""
    (tmp_path / "briefing.toml").write_text(
        'title = "Lines"\n[[documents]]\nid = "text"\ntitle = "Text"\nfile = "text.txt"\n',
        encoding="utf-8",
    )
    (tmp_path / "text.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "breakdown.md").write_text(CARDS, encoding="utf-8")
    return tmp_path


def _damage(folder: Path) -> None:
    breakdown = folder / "breakdown.md"
    text = breakdown.read_text(encoding="utf-8").replace(
        "> The line was used", "> The line was not used"
    )
    breakdown.write_text(text, encoding="utf-8")


def test_check_is_content_with_a_true_quotation(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder)]) == 0
    assert "1 exact, 0 shortened, 0 to fix" in capsys.readouterr().out


def test_check_names_a_negation_that_was_put_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _damage(folder)
    assert main(["check", str(folder)]) == 1
    assert "breakdown.md:7:" in capsys.readouterr().out


def test_check_prints_the_object_of_the_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _damage(folder)
    assert main(["check", str(folder), "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert list(printed) == ["briefing", "ok", "counts", "quotations", "problems"]
    quotation = printed["quotations"][0]
    assert (quotation["grade"], quotation["difference"]["kind"]) == ("altered", "negation")
    assert printed["problems"][0]["code"] == "quotation-altered"


def test_check_of_what_is_no_briefing_exits_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere"), "--json"]) == 2
    printed = json.loads(capsys.readouterr().out)
    assert printed["ok"] is False
    assert printed["problems"]


def test_check_without_a_path_checks_the_built_in_briefing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check"]) == 0
    assert "0 to fix" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["--json", "PATH", "line"],
        ["PATH", "line", "--json"],
        ["PATH", "--json", "line"],
        ["--json", "PATH", "--", "line"],
        ["--json", "--", "PATH", "line"],
    ],
)
def test_search_takes_its_options_on_either_side(
    words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", *[str(folder) if word == "PATH" else word for word in words]]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["query"], printed["hits"][0]["id"]) == ("line", "line")


@pytest.mark.parametrize("query", ["-", "-nothing", "(", '"', "--", "US-Russia", "~", "*", ""])
def test_whatever_is_searched_for_is_no_error(
    query: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", str(folder), "--json", "--", query]) == 0
    assert json.loads(capsys.readouterr().out)["query"] == query


def test_search_prints_at_most_the_limit(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(folder), "line", "--json", "--limit", "1"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert len(printed["hits"]) == 1
    assert printed["total"] == 2


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "PATH"),
        (["PATH"], "QUERY"),
        (["PATH", "--json"], "QUERY"),
        (["PATH", "line", "--limit", "-1"], "-1 is no number of hits"),
        (["PATH", "line", "--limit", "many"], "many is no number of hits"),
    ],
)
def test_a_search_that_lacks_something_says_so(
    words: list[str], complaint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search", *[str(folder) if word == "PATH" else word for word in words]])
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


def test_pdf_writes_the_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "lines.pdf"
    assert main(["pdf", str(folder), "-o", str(output)]) == 0
    assert output.read_bytes().startswith(b"%PDF-")


def test_pdf_of_a_briefing_with_an_altered_quotation_is_written_and_warns(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _damage(folder)
    assert main(["pdf", str(folder), "-o", str(folder / "lines.pdf")]) == 0
    assert "1 quotation does not match the document" in capsys.readouterr().err


def test_pdf_says_where_it_cannot_write(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", str(folder), "-o", str(folder / "no" / "lines.pdf")]) == 1
    assert "lines.pdf" in capsys.readouterr().err


def test_pdf_of_an_unknown_card_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", str(folder), "-o", str(folder / "x.pdf"), "--cards", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err


@pytest.mark.parametrize(
    "choice", ["--cards line", "--kind Channels", "--search line", "--cards Line --format html"]
)
def test_what_is_printed_can_be_chosen(choice: str, folder: Path) -> None:
    output = folder / "chosen"
    assert main(["pdf", str(folder), "-o", str(output), *choice.split()]) == 0
    assert output.stat().st_size > 0


def test_a_search_that_finds_no_card_prints_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = folder / "none.pdf"
    assert main(["pdf", str(folder), "-o", str(output), "--search", "zebra"]) == 1
    assert capsys.readouterr().err
    assert not output.exists()


def test_the_format_can_be_a_table_of_quotations(folder: Path) -> None:
    output = folder / "lines.csv"
    assert main(["pdf", str(folder), "-o", str(output), "--format", "csv"]) == 0
    assert "The line was used sparingly." in output.read_text(encoding="utf-8-sig")


def test_check_against_a_new_version_tells_what_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = folder / "new.txt"
    new.write_text("The line was used rarely. It prevented nothing worse.", encoding="utf-8")
    assert main(["check", str(folder), "--against", str(new), "--document", "text"]) == 1
    assert "1 changed" in capsys.readouterr().out


def test_the_same_date_and_briefing_give_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("one.pdf", "two.pdf"):
        assert main(["pdf", str(folder), "-o", str(folder / name)]) == 0
    assert (folder / "one.pdf").read_bytes() == (folder / "two.pdf").read_bytes()


def test_pdf_of_what_is_no_briefing_exits_with_2(tmp_path: Path) -> None:
    assert main(["pdf", str(tmp_path / "nowhere"), "-o", str(tmp_path / "x.pdf")]) == 2
    assert not (tmp_path / "x.pdf").exists()


def test_new_makes_a_briefing_that_checks(folder: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    assert main(["new", str(made), "--document", str(folder / "text.txt")]) == 0
    assert main(["check", str(made)]) == 0


def test_new_never_writes_over_a_briefing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "briefing.toml").read_bytes()
    assert main(["new", str(folder), "--document", str(folder / "text.txt")]) == 1
    assert capsys.readouterr().err
    assert (folder / "briefing.toml").read_bytes() == before


def test_without_a_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(command in said for command in COMMANDS if command != "present")


def test_a_display_that_does_not_answer_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", ":61234")
    assert main(["present"]) == 2


def test_an_unknown_option_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fast"]) == 2
    assert "--fast" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefer {__version__}\n"


def test_the_usage_names_every_command() -> None:
    assert all(f"briefer {command} " in USAGE for command in COMMANDS)


def test_pack_writes_what_every_command_opens(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "x.briefing"
    assert main(["pack", str(folder), "-o", str(package)]) == 0
    assert "x.briefing: 3 files" in capsys.readouterr().out
    assert main(["check", str(package)]) == 0
    assert "1 exact, 0 shortened, 0 to fix" in capsys.readouterr().out
    assert main(["search", str(package), "sparingly"]) == 0
    assert "Line" in capsys.readouterr().out
    assert main(["pdf", str(package), "-o", str(tmp_path / "x.pdf")]) == 0
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


def test_pack_says_why_it_wrote_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(folder), "-o", str(tmp_path / "x.zip")]) == 1
    assert "must end in .briefing" in capsys.readouterr().err
    assert main(["pack", str(tmp_path / "none"), "-o", str(tmp_path / "x.briefing")]) == 2
    assert "is not there" in capsys.readouterr().err
    assert not (tmp_path / "x.briefing").exists()


def test_a_damaged_package_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.briefing").write_bytes(b"PK")
    assert main(["check", str(tmp_path / "x.briefing")]) == 2
    assert "x.briefing is not a packed briefing" in capsys.readouterr().err


def test_pdf_takes_the_choices_of_paper(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "lines.pdf"
    words = ["--layout", "cards", "--cards-on-page", "2", "--binding", "--both-sides"]
    assert main(["pdf", str(folder), "-o", str(out), *words, "--greyscale", "--foot", "each"]) == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_pdf_prints_what_the_reader_keeps_only_when_asked(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from briefer.desk.changes import WriteNote
    from briefer.desk.desk import Desk

    monkeypatch.setattr("briefer.cli._data_folder", lambda: tmp_path / "desk")
    desk = Desk(tmp_path / "desk", date.today)
    first = read_briefing(folder).cards[0]
    desk.ask(WriteNote(str(folder.absolute()), first.id, first.title, "Ask Berlin first"))
    desk.keep(str(folder.absolute()))
    desk.close()
    out = tmp_path / "lines.html"
    assert main(["pdf", str(folder), "-o", str(out), "--format", "html", "--my-notes"]) == 0
    assert "Ask Berlin first" in out.read_text(encoding="utf-8")
    assert main(["pdf", str(folder), "-o", str(out), "--format", "html"]) == 0
    assert "Ask Berlin first" not in out.read_text(encoding="utf-8")
    assert main(["pdf", str(folder), "-o", str(out), "--picked"]) == 1
    assert "no card to print" in capsys.readouterr().err


def test_pdf_names_a_matrix_that_is_no_pair_of_kinds(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "lines.pdf")
    with pytest.raises(SystemExit) as ended:
        main(["pdf", str(folder), "-o", out, "--layout", "matrix", "--matrix", "channels"])
    assert ended.value.code == 2
    assert "two kinds" in capsys.readouterr().err
    assert main(["pdf", str(folder), "-o", out, "--layout", "matrix", "--matrix", "a,b"]) == 1
    assert "No kind of cards is called “a”" in capsys.readouterr().err


def test_pdf_that_is_stopped_writes_nothing_and_says_so(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefer.sheet_command.write_sheets", stopped)
    out = tmp_path / "lines.pdf"
    assert main(["pdf", str(folder), "-o", str(out)]) == 130
    assert capsys.readouterr().err == "briefer pdf: stopped; nothing was written.\n"
    assert not out.exists()
