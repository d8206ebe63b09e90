"""Bits that flip on the disk: found, and never shown as what the reader wrote."""

from __future__ import annotations

import random

import pytest

from tests.desk.material import HERE, a_desk, a_full_file, names, read_after

FLIPS = 60  # of each kind; 2,000 were run when this was written


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
        assert {note.words for note in kept.notes} <= {"Call <b>them</b>. Ünïcode."}, f"bit {bit}"
        if not kept.notice:
            assert (names(kept), len(kept.notes)) == (wanted, 1), f"bit {bit}"
        else:
            assert list(folder.glob("desk-damaged-*")), f"bit {bit}"


def test_with_a_copy_a_flipped_bit_loses_nothing(tmp_path) -> None:
    file = a_full_file(tmp_path, backup=True)
    whole = file.read_bytes()
    for bit in flips(whole)[::4]:
        file.write_bytes(whole)
        kept = read_after(tmp_path, lambda data, bit=bit: flip(data, bit))
        assert (len(names(kept)), len(kept.notes)) == (30, 1), f"bit {bit}"


@pytest.mark.parametrize("size", [100, 600, 4096, 5000, 9000])
def test_a_file_cut_short_is_found(tmp_path, whole, size) -> None:
    (tmp_path / "desk.sqlite3").write_bytes(whole[:size])
    kept = a_desk(tmp_path).keep(HERE)
    assert "damaged" in kept.notice
    assert kept.trouble == ""


def flip(data: bytearray, bit: int) -> None:
    data[bit // 8] ^= 1 << (bit % 8)
