"""A file is written whole, or the old one stays."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from briefer.sheets.errors import SelectionError, WritingError
from briefer.sheets.options import ChosenCards, Options
from briefer.sheets.printing import typeset_once
from briefer.sheets.writing import write_sheets, write_whole


def test_the_file_holds_the_pages(built_in, tmp_path):
    path = tmp_path / "sheets.pdf"
    options = Options(date(2026, 1, 1), selection=ChosenCards(("crisis-hotlines",)))
    written = write_sheets(built_in.briefing, built_in.report, options, path)
    made = typeset_once(built_in.briefing, built_in.report, options)
    assert path.read_bytes() == made.pdf
    assert written.pages == made.pages == 1
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_no_half_one(tmp_path, monkeypatch):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WritingError, match=r"disk is full.*old file is as it was"):
        write_whole(b"new", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(WritingError, match="folder that exists"):
        write_whole(b"new", tmp_path / "nowhere" / "sheets.pdf")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path):
    with pytest.raises(WritingError, match="is a folder"):
        write_whole(b"new", tmp_path)


def test_a_file_that_is_read_only_is_left_alone(tmp_path):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(b"old")
    path.chmod(0o400)
    with pytest.raises(WritingError, match="read-only"):
        write_whole(b"new", path)
    assert path.read_bytes() == b"old"


def test_a_file_that_another_program_holds_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(b"old")

    def held(_self, _target):
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WritingError, match=r"open in another program.*old file is as it was"):
        write_whole(b"new", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_mode_of_the_old_file_is_kept(tmp_path):
    path = tmp_path / "sheets.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(b"new", path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_card_that_is_not_there_is_named(built_in, tmp_path):
    options = Options(date(2026, 1, 1), selection=ChosenCards(("nobody",)))
    with pytest.raises(SelectionError, match="“nobody”"):
        write_sheets(built_in.briefing, built_in.report, options, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
