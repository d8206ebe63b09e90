"""Dated copies, and what happens to a damaged file."""

from __future__ import annotations

from datetime import date, timedelta

from tests.desk.material import HERE, TODAY, a_desk, a_full_file, names, picked, read_after


def copies(folder) -> list[str]:
    return sorted(file.name for file in (folder / "backups").iterdir())


def test_one_copy_a_day_and_the_newest_five_are_kept(tmp_path) -> None:
    for day in range(7):
        for number in range(2):
            desk = a_desk(tmp_path, date(2026, 1, 28) + timedelta(days=day))
            picked(desk, f"card-{day}-{number}")
            desk.close()
    days = ("2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02", "2026-02-03")
    assert copies(tmp_path) == [f"desk-{day}.sqlite3" for day in days]


def test_todays_copy_holds_what_was_kept_at_the_end(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a", "b")
    desk.close()
    kept = read_after(tmp_path, lambda data: data.__setitem__(slice(0, 100), bytes(100)))
    assert names(kept) == ["a", "b"]
    assert kept.notice == (
        "The file with what you keep was damaged. You go on with the copy of 2026-11-23; "
        "the damaged file is kept as desk-damaged-2026-11-23-1.sqlite3."
    )


def test_a_damaged_copy_is_passed_over_for_an_older_one(tmp_path) -> None:
    for day in (1, 2):
        desk = a_desk(tmp_path, TODAY - timedelta(days=3 - day))
        picked(desk, f"day-{day}")
        desk.close()
    newest = tmp_path / "backups" / copies(tmp_path)[-1]
    newest.write_bytes(b"nothing")
    kept = read_after(tmp_path, lambda data: data.__setitem__(0, 0))
    assert names(kept) == ["day-1"]


def test_an_emptied_or_missing_file_comes_back_from_its_copy(tmp_path) -> None:
    file = a_full_file(tmp_path, backup=True)
    assert len(names(read_after(tmp_path, lambda data: data.clear()))) == 30
    assert len(names(read_after(tmp_path, lambda data: data.__delitem__(slice(9, None))))) == 30
    file.unlink()
    kept = a_desk(tmp_path).keep(HERE)
    assert len(names(kept)) == 30
    assert "gone" in kept.notice


def test_a_damaged_file_without_a_copy_gives_its_undamaged_rows(tmp_path) -> None:
    a_full_file(tmp_path, backup=False)

    def alter(data: bytearray) -> None:
        at = data.index(b"Card-7")
        data[at] ^= 1

    kept = read_after(tmp_path, alter)
    assert names(kept) == [f"card-{number}" for number in range(30) if number != 7]
    assert kept.notes[0].words == "Call <b>them</b>. Ünïcode."
    assert "what of it is undamaged" in kept.notice


def test_damage_while_the_desk_is_open_is_found_and_nothing_asked_for_is_lost(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    desk.close()
    desk = a_desk(tmp_path)
    desk.keep(HERE)
    data = bytearray(desk.file.read_bytes())
    data[data.rindex(b"aA")] ^= 4
    desk.file.write_bytes(data)
    desk._let_go()
    kept = picked(desk, "b")
    assert names(kept) == ["a", "b"]
    assert len(list(tmp_path.glob("desk-damaged-*.sqlite3"))) == 1
