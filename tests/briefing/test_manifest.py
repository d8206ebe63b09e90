"""briefing.toml becomes a manifest, and its faults problems with their lines."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.errors import BrieferError, UnreadableBriefing
from briefer.briefing.manifest import Manifest, read_manifest

WHOLE = """\
format = 1
title = "US–Russia"
subtitle = "Sub"
language = "fr"
authors = ["A", "B"]
as_of = 2024-05-01
marking = "OFFEN"
paper = "us-letter"
stale_after_days = 90

[[documents]]
id = "article"
title = "Article"
file = "documents/a.txt"
paragraphs = "lines"
letter = "C"
sha256 = "%s"

[[documents]]
id = "other"
title = "Other"
file = "documents/b.md"

[[agendas]]
id = "ten"
title = "Ten"
minutes = 10
cards = ["a", "b"]

[[kinds]]
heading = "Timeline"
singular = "Event"
icon = "mdi6.timeline-outline"
color = "#7a5b00"
""" % ("A" * 64)
DOCUMENT = '[[documents]]\nid = "a"\ntitle = "A"\nfile = "a.txt"\n'


def read(text: str) -> Manifest:
    return read_manifest(text.encode())


def said(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in read(text).problems]


def test_everything_is_read() -> None:
    manifest = read(WHOLE)
    assert manifest.problems == ()
    assert (manifest.title, manifest.paper, manifest.as_of) == (
        "US–Russia",
        "us-letter",
        date(2024, 5, 1),
    )
    assert manifest.authors == ("A", "B")
    assert [(d.id, d.letter, d.paragraphs) for d in manifest.documents] == [
        ("article", "C", "lines"),
        ("other", "A", ""),
    ]
    assert manifest.documents[0].sha256 == "a" * 64
    assert manifest.agendas[0].cards == ("a", "b")
    assert manifest.kinds[0].color == "#7a5b00"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("titel = 1", "manifest-unknown-key"),
        ("marking = 1", "manifest-wrong-type"),
        ("marking = true", "manifest-wrong-type"),
        ('authors = "A"', "manifest-wrong-type"),
        ('authors = ["A", 1]', "manifest-wrong-type"),
        ("stale_after_days = -1", "manifest-bad-value"),
        ("stale_after_days = 1.5", "manifest-wrong-type"),
        ('paper = "a5"', "manifest-bad-value"),
        ("as_of = 2024", "manifest-wrong-type"),
        ('as_of = "soon"', "manifest-wrong-type"),
        ("format = 2", "manifest-format"),
        ("format = 0", "manifest-bad-value"),
        ("agendas = 1", "manifest-wrong-type"),
        ("kinds = [1]", "manifest-wrong-type"),
    ],
)
def test_a_wrong_line_is_named(line: str, code: str) -> None:
    assert said(f'# titel\ntitle = "T"\n{line}\n{DOCUMENT}') == [(code, 3)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('id = "A b"', "manifest-bad-value"),
        ("id = 1", "manifest-wrong-type"),
        ('letter = "a"', "manifest-bad-value"),
        ('sha256 = "12"', "manifest-bad-value"),
        ('paragraphs = "pages"', "manifest-bad-value"),
        ("size = 1", "manifest-unknown-key"),
    ],
)
def test_a_wrong_line_of_a_document_is_named(line: str, code: str) -> None:
    given = "" if line.startswith("id") else 'id = "b"\n'
    text = f'title = "T"\n{DOCUMENT}\n[[documents]]\n{given}title = "B"\nfile = "b.txt"\n{line}\n'
    line_number = text.split("\n").index(line) + 1
    assert said(text) == [(code, line_number)]


def test_what_is_required_is_missed() -> None:
    assert said("") == [("manifest-missing", 0), ("manifest-missing", 0)]
    assert said('title = "T"\n[[documents]]\ntitle = "A"') == [
        ("manifest-missing", 2),
        ("manifest-missing", 2),
    ]


def test_doubled_ids_and_letters_are_errors_and_both_documents_stay() -> None:
    text = f'title = "T"\n{DOCUMENT}letter = "B"\n{DOCUMENT}letter = "B"\n'
    manifest = read(text)
    assert [(document.id, document.letter) for document in manifest.documents] == [
        ("a", "B"),
        ("a-2", "A"),
    ]
    assert [(p.code, p.place.line) for p in manifest.problems] == [
        ("manifest-double", 11),
        ("manifest-double", 8),
    ]


def test_letters_go_on_after_z() -> None:
    text = 'title = "T"\n' + "".join(
        f'[[documents]]\nid = "d{n}"\ntitle = "D"\nfile = "d.txt"\n' for n in range(28)
    )
    assert [document.letter for document in read(text).documents][25:] == ["Z", "AA", "AB"]


def test_a_syntax_error_names_line_and_column() -> None:
    with pytest.raises(UnreadableBriefing) as caught:
        read('title = "T"\nauthors = [1,,]\n')
    (problem,) = caught.value.problems
    assert (problem.place.line, problem.place.column) == (2, 14)
    assert "not valid TOML: Invalid value" in problem.message


@pytest.mark.parametrize("text", ["x = " + "[" * 30_000, "a = 1\na = 2", "x = {" * 5000, "." * 999])
def test_toml_that_breaks_the_parser_is_an_error(text: str) -> None:
    with pytest.raises(UnreadableBriefing):
        read(text)


def test_bytes_that_are_not_utf_8_are_named() -> None:
    with pytest.raises(BrieferError, match="offset 9 is 0xE9"):
        read_manifest(b'title = "\xe9"')


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_a_manifest_or_a_declared_error(data: bytes) -> None:
    try:
        read_manifest(data)
    except BrieferError as error:
        assert error.problems


_values = st.recursive(
    st.sampled_from(['"x"', "1", "-7", "1.5", "true", "2024-05-01", "12:00:00", '"a4"', '"a"']),
    lambda inner: st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
    max_leaves=5,
)
_keys = [
    "title",
    "as_of",
    "paper",
    "authors",
    "id",
    "file",
    "letter",
    "cards",
    "minutes",
    "heading",
    "x",
]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["", "[[documents]]\n", "[[agendas]]\n", "[[kinds]]\n", "[documents]\n"]
            ),
            st.dictionaries(st.sampled_from(_keys), _values),
        ),
        max_size=6,
    )
)
def test_any_values_of_any_type_are_read(parts: list[tuple[str, dict[str, str]]]) -> None:
    text = "\n".join(
        head + "\n".join(f"{key} = {value}" for key, value in values.items())
        for head, values in parts
    )
    try:
        manifest = read(text)
    except UnreadableBriefing:
        return
    assert len({document.letter for document in manifest.documents}) == len(manifest.documents)
    assert len({document.id for document in manifest.documents}) == len(manifest.documents)
