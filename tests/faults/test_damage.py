"""Bits that flip on the disk: found, and never shown as what the reader wrote."""

from __future__ import annotations

import random

import pytest

from briefer.desk.model import Place
from tests.desk.material import HERE, NOTES, READ, a_desk, a_full_file, card, names, read_after
from tests.faults.rounds import rounds

FLIPS = rounds(60, 600)


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    return a_full_file(tmp_path_factory.mktemp("whole"), backup=False).read_bytes()


def flips(whole: bytes) -> list[int]:
    """Return bits to flip, half of them in the first page, where the file says what it is."""
    chance = random.Random(11)
    return [chance.randrange(8 * (4096 if n % 2 else len(whole))) for n in range(FLIPS)]


def test_a_flipped_bit_never_alters_what_was_written(tmp_path, whole) -> None:
    wanted = [f"card-{number}" for number in range(30)]
    for number, bit in enumerate(flips(whole)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "desk.sqlite3").write_bytes(whole)
        kept = read_after(folder, lambda data, bit=bit: flip(data, bit))
        assert kept.trouble == "", f"bit {bit}"
        assert set(names(kept)) <= set(wanted), f"bit {bit}"
        assert {note.words for note in kept.notes} <= set(NOTES), f"bit {bit}"
        assert {saved.picks for saved in kept.lists} <= {(card("a"), card("b"))}, f"bit {bit}"
        assert kept.place in (None, Place("a", "A", 0.25, 0.5, "the way")), f"bit {bit}"
        assert a_desk(folder).words_read(HERE, "a") in (None, "", READ), f"bit {bit}"
        if not kept.notice:
            whole_again = names(kept), len(kept.notes), len(kept.lists), len(kept.seen)
            assert whole_again == (wanted, 2, 1, 1), f"bit {bit}"
        else:
            assert list(folder.glob("desk-damaged-*")), f"bit {bit}"


def test_with_a_copy_a_flipped_bit_loses_nothing(tmp_path) -> None:
    file = a_full_file(tmp_path, backup=True)
    whole = file.read_bytes()
    for bit in flips(whole)[::4]:
        file.write_bytes(whole)
        kept = read_after(tmp_path, lambda data, bit=bit: flip(data, bit))
        assert (len(names(kept)), len(kept.notes), len(kept.lists)) == (30, 2, 1), f"bit {bit}"


@pytest.mark.parametrize("size", [100, 600, 4096, 5000, 9000])
def test_a_file_cut_short_is_found(tmp_path, whole, size) -> None:
    (tmp_path / "desk.sqlite3").write_bytes(whole[:size])
    kept = a_desk(tmp_path).keep(HERE)
    assert "damaged" in kept.notice
    assert kept.trouble == ""


def flip(data: bytearray, bit: int) -> None:
    data[bit // 8] ^= 1 << (bit % 8)
