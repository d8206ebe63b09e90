"""Packages are read as folders are, in memory; what is wrong with one is one clear sentence."""

import io
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefer.briefing.errors import FileProblem, UnreadableBriefing
from briefer.briefing.files import open_files
from briefer.briefing.reading import read_briefing, read_outline
from tests.briefing.conftest import ARTICLE, Write
from tests.briefing.package_material import BREAKDOWN, Part, packed, usual, write_package


def refusal(tmp_path: Path, *more: Part) -> str:
    """Return the sentence that refuses a package with these entries besides the usual ones."""
    return refusal_of(write_package(tmp_path, [*usual(), *more]))


def refusal_of(path: Path) -> str:
    with pytest.raises(UnreadableBriefing) as caught:
        open_files(path)
    (found,) = caught.value.problems
    assert found.place.file == path.name
    assert found.message.startswith(f"{path.name} ")
    assert found.message.endswith(".")
    return found.message


def test_a_package_reads_as_its_folder_does(tmp_path: Path, write: Write) -> None:
    folder, package = write(BREAKDOWN), write_package(tmp_path, usual())
    for read in (read_briefing, read_outline):
        one, other = read(folder), read(package)
        assert one.cards == other.cards
        assert one.documents == other.documents
        assert one.problems == other.problems == ()
    files, packed_files = open_files(folder), open_files(package)
    for inside in ("", "documents", "none"):
        assert files.names(inside) == packed_files.names(inside)
    assert files.size("breakdown.md") == packed_files.size("breakdown.md") == len(BREAKDOWN)
    assert files.size("none") == packed_files.size("none") == 0


def test_one_folder_around_all_is_taken_off_and_what_a_mac_adds_is_ignored(tmp_path: Path) -> None:
    parts = [Part(b"talks/", mode=0o40755, method=0)]
    for part in usual():
        parts.append(Part(b"talks/" + part.name, part.data))
        parts.append(Part(b"__MACOSX/talks/._" + part.name.split(b"/")[-1], b"junk"))
    parts.append(Part(b"talks/.DS_Store", b"junk"))
    package = write_package(tmp_path, parts)
    assert read_briefing(package).problems == ()
    assert open_files(package).names() == ("breakdown.md", "briefing.toml")


def test_a_package_by_another_program_is_read(tmp_path: Path) -> None:
    class Stream(io.RawIOBase):  # can't seek: sizes stand behind the data
        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:
            written.write(data)
            return len(data)

    written = io.BytesIO()
    with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as package:
        for part in usual():
            package.writestr(part.name.decode(), part.data)
    (tmp_path / "x.BRIEFING").write_bytes(written.getvalue())
    assert read_briefing(tmp_path / "x.BRIEFING").problems == ()


def test_names_are_found_whatever_way_their_accents_are_written(tmp_path: Path) -> None:
    files = open_files(write_package(tmp_path, [*usual(), Part("images/cafe\u0301.png".encode())]))
    assert files.names("images") == ("images/caf\u00e9.png",)
    assert files.read("images/cafe\u0301.png", 10) == b""


def test_a_package_goes_to_another_process(tmp_path: Path) -> None:
    files = open_files(write_package(tmp_path, usual()))
    again = pickle.loads(pickle.dumps(files))
    assert again.read("documents/article.txt", 1000) == ARTICLE.encode()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (b"/etc/passwd", "absolute"),
        (b"C:/x", "absolute"),
        (b"C:x", "absolute"),
        (b"../x", "leads out"),
        (b"a/../../x", "leads out"),
        (b"a\\b", "backslash"),
        (b"ab:c", "colon"),
        (b"a\0b", "can't be seen"),
        (b"a\nb", "can't be seen"),
        ("a\u202eb".encode(), "can't be seen"),
        (b"a//b", "empty part"),
        (b"./a", "empty part"),
        (b"", "empty part"),
        (b"con", "device"),
        (b"images/NUL.png", "device"),
        (b"images/com1", "device"),
        (b"a.", "ends in a dot"),
        (b"a /b", "ends in a dot or a space"),
        (b"a" * 500, "longer than 400"),
        (b"a/" * 20 + b"b", "folders deep"),
        (b"caf\xe9", "not UTF-8"),
    ],
)
def test_a_name_that_is_no_plain_name_is_refused(tmp_path: Path, name: bytes, said: str) -> None:
    message = refusal(tmp_path, Part(name, b"x"))
    assert said in message
    assert message.isprintable()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("images/a.png", "images/a.png"),
        ("images/a.png", "images/A.png"),
        ("images/caf\u00e9", "images/cafe\u0301"),
        ("images/stra\u00dfe", "images/STRASSE"),
        ("images", "images/a.png"),
        ("images/a.png", "images"),
        ("IMAGES", "images/a.png"),
    ],
)
def test_two_names_that_are_one_file_somewhere_are_refused(
    tmp_path: Path, one: str, other: str
) -> None:
    message = refusal(tmp_path, Part(one.encode(), b"x"), Part(other.encode(), b"y"))
    assert "two files that some systems take for one" in message


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part(b"a", b"/etc/passwd", mode=0o120777), "holds a link"),
        (Part(b"a", mode=0o10644), "not an ordinary file"),
        (Part(b"a", mode=0o20644), "not an ordinary file"),
        (Part(b"a", mode=0o40755), "not an ordinary file"),
        (Part(b"a/", b"data", mode=0o40755), "not so in front"),
        (Part(b"a", b"data", flags=0x801), "password"),
        (Part(b"a", b"data", method=12), "method 12"),
        (Part(b"a", b"x" * 100_000), "more than 200 times"),
        (Part(b"a", b"data", size=2**31, packed=2**25), "1 GB"),
        (Part(b"a", b"data", method=0, packed=0xFFFFFFFF, size=0xFFFFFFFF), "1 GB"),
        (Part(b"a", b"data", local_name=b"b"), "not so in front"),
        (Part(b"a", b"data", local_size=5), "not so in front"),
        (Part(b"a", b"data", method=0, size=5), "not so in front"),
        (Part(b"a", b"data", header=1), "not so in front"),
        (Part(b"a", b"data", header=2**30), "not so in front"),
        (Part(b"briefing.tomm", header=0), "not so in front"),
        (Part(b"a", b"data", packed=200), "overlap"),
    ],
)
def test_links_devices_bombs_and_lies_are_refused(tmp_path: Path, part: Part, said: str) -> None:
    assert said in refusal(tmp_path, part)


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    inner = Part(b"b", b"data", method=0)
    outer = Part(b"a", inner.local(), method=0)
    start = len(packed(usual())) - len(b"".join(p.central(0) for p in usual())) - 22
    inner.header = start + 30 + 1
    path = tmp_path / "x.briefing"
    whole = packed([*usual(), outer])
    directory = b"".join(
        part.central(at)
        for part, at in zip([*usual(), outer], _places([*usual(), outer]), strict=True)
    )
    body = whole[: len(whole) - 22 - len(directory)]
    directory += inner.central(0)
    end = b"PK\x05\x06" + bytes(4) + (5).to_bytes(2, "little") * 2
    end += len(directory).to_bytes(4, "little") + len(body).to_bytes(4, "little") + bytes(2)
    path.write_bytes(body + directory + end)
    assert "overlap: a and b" in refusal_of(path)


def _places(parts: list[Part]) -> list[int]:
    at, places = 0, []
    for part in parts:
        places.append(at)
        at += len(part.local())
    return places


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "only a part"),
        (b"PK", "only a part"),
        (packed(usual())[:-30], "only a part"),
        (packed(usual()) + b"more", "belong to none of its files"),
        (b"MZ" + packed(usual()), "belong to none of its files"),
        (packed(usual(), count=2), "damaged list"),
        (packed(usual(), count=4), "damaged list"),
        (packed(usual(), count=20_001), "more than 20,000"),
        (packed(usual(), count=0xFFFF), "more than 20,000"),
        (packed(usual(), disk=1), "several parts"),
        (packed(usual()[1:]), "no briefing.toml"),
        (packed([Part(b"a/briefing.toml"), Part(b"b/breakdown.md")]), "no briefing.toml"),
        (packed([]), "no briefing.toml"),
    ],
)
def test_what_is_no_whole_package_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "x.briefing").write_bytes(data)
    assert said in refusal_of(tmp_path / "x.briefing")


def test_a_pipe_or_a_missing_package_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.briefing")
    assert "not an ordinary file" in refusal_of(tmp_path / "x.briefing")
    assert "not there" in refusal_of(tmp_path / "none.briefing")
    (tmp_path / "link.briefing").symlink_to("x.briefing")
    said = refusal_of(tmp_path / "link.briefing")
    assert said == "link.briefing is a link; open the file that it leads to."


@pytest.mark.parametrize(
    "part",
    [
        Part(b"documents/article.txt", ARTICLE.encode(), crc=1),
        Part(b"documents/article.txt", ARTICLE.encode(), size=10, local_size=10),
        Part(b"documents/article.txt", ARTICLE.encode(), size=200, local_size=200),
        Part(b"documents/article.txt", b"", size=1, local_size=1),
    ],
)
def test_a_file_that_unpacks_to_something_else_is_a_problem_and_the_rest_opens(
    tmp_path: Path, part: Part
) -> None:
    briefing = read_briefing(write_package(tmp_path, [*usual()[:2], part]))
    assert [p.code for p in briefing.problems] == ["package-damaged"]
    assert "article.txt is damaged in x.briefing" in briefing.problems[0].message
    assert briefing.cards


def test_no_name_in_a_briefing_leads_out_of_its_package(tmp_path: Path) -> None:
    files = open_files(write_package(tmp_path, usual()))
    (tmp_path / "secret.txt").write_text("outside")
    for name in ("../secret.txt", "/etc/passwd", str(tmp_path / "secret.txt"), "..\\secret.txt"):
        with pytest.raises(FileProblem) as caught:
            files.read(name, 100)
        assert caught.value.problem.code == "file-outside"
    for name, code in (("documents", "file-special"), ("", "file-special"), ("x", "file-missing")):
        with pytest.raises(FileProblem) as caught:
            files.read(name, 100)
        assert caught.value.problem.code == code


def test_a_file_above_the_bound_is_refused(tmp_path: Path) -> None:
    files = open_files(write_package(tmp_path, usual()))
    with pytest.raises(FileProblem, match="larger than 5 bytes"):
        files.read("breakdown.md", 5)


def test_a_package_that_was_replaced_is_not_read_as_the_old_one(tmp_path: Path) -> None:
    files = open_files(write_package(tmp_path, usual()))
    other = write_package(tmp_path, [*usual(), Part(b"more", b"x")], "new")
    other.replace(tmp_path / "x.briefing")
    with pytest.raises(FileProblem, match="has changed since it was opened"):
        files.read("breakdown.md", 1000)


_WATCHED = """
import re, sys, time
from pathlib import Path
from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.files import open_files
start = time.process_time()
try:
    open_files(Path(sys.argv[1]))
except UnreadableBriefing:
    pass
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(time.process_time() - start, peak[1])
"""


def _empty(name: bytes) -> Part:
    return Part(name, method=0)


@pytest.mark.parametrize(
    "data",
    [
        packed([*usual(), *(_empty(b"n/%d" % n) for n in range(19_000))]),
        packed([*usual(), *(_empty(b"n/%0300d" % n) for n in range(19_000))]),
        packed([*usual(), *(_empty(b"a/" * 15 + b"%d" % n) for n in range(19_000))]),
        packed([*usual(), Part(b"bomb", bytes(200_000_000))]),
        b"PK\x05\x06" * 2_000_000,
    ],
    ids=["many", "long", "deep", "bomb", "end"],
)
def test_any_package_opens_or_is_refused_within_a_second_and_200_mb(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "x.briefing"
    path.write_bytes(data)
    watched = [sys.executable, "-c", _WATCHED, path]
    done = subprocess.run(watched, capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    assert seconds < 1
    assert kilobytes < 200_000
