"""A kept index is used as long as it holds, and built anew without a word when it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.briefing.model import Briefing, Card
from briefer.search import keeping
from briefer.search.index import Index, build_index


@pytest.fixture
def small(card: Callable[..., Card], briefing: Callable[..., Briefing]) -> Briefing:
    return briefing(card("x", "Title", "A hotline"), text="A crisis hotline")


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with every index that is built."""
    calls: list[object] = []
    real = keeping.build
    monkeypatch.setattr(keeping, "build", lambda *args: calls.append(args) or real(*args))
    return calls


def works(index: Index) -> bool:
    return index.search("hotlines").total == 2


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_an_index_is_kept_for_the_same_content(
    small: Briefing, tmp_path: Path, builds: list[object]
) -> None:
    assert works(build_index(small, None, tmp_path))
    assert works(build_index(small, None, tmp_path))
    assert len(builds) == 1


def test_other_content_has_its_own(
    small: Briefing, briefing: Callable[..., Briefing], tmp_path: Path
) -> None:
    build_index(small, None, tmp_path)
    other = briefing(*small.cards, text="Another crisis hotline")
    assert build_index(other, None, tmp_path).search("another").total == 1


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes() or b"\0")
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("spoil", [_cut, _flip, Path.unlink], ids=["cut", "flipped", "gone"])
def test_a_damaged_index_is_built_anew(
    small: Briefing, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    build_index(small, None, tmp_path)
    for number in range(len(files(tmp_path))):
        spoil(files(tmp_path)[number % len(files(tmp_path))])
        assert works(build_index(small, None, tmp_path))


def test_a_folder_that_cannot_be_written_is_no_matter(small: Briefing, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert works(build_index(small, None, tmp_path / "file"))


def test_nothing_half_built_is_left(small: Briefing, tmp_path: Path) -> None:
    build_index(small, None, tmp_path)
    assert [path for path in tmp_path.iterdir() if path.name.startswith("building")] == []


def test_old_indexes_go(
    card: Callable[..., Card], briefing: Callable[..., Briefing], tmp_path: Path
) -> None:
    for number in range(12):
        build_index(briefing(card("x", f"Title {number}")), None, tmp_path)
    assert len(list(tmp_path.iterdir())) == 8


def test_a_search_survives_the_loss_of_its_files(small: Briefing, tmp_path: Path) -> None:
    index = build_index(small, None, tmp_path)
    for path in files(tmp_path):
        path.unlink()
    assert works(index)


def test_a_panic_becomes_an_error_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    import tantivy

    from briefer.search.building import BrokenIndex, schema, the_one_door

    with pytest.raises(BrokenIndex), the_one_door():
        tantivy.Query.phrase_query(schema(), "body", ["one"])
