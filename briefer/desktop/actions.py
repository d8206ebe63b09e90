"""The one table of what the window can do: menus, toolbar, key list and README read it."""

from __future__ import annotations

from typing import NamedTuple

from briefer.desktop.key_words import spelled
from briefer.language import tr


class ActionRow(NamedTuple):
    """One thing the window can do.

    `command` names the method that does it, called with `argument` when there is one; it is the
    id when left out. Rows of a menu whose `group` differs are parted by a line. Rows with a
    `choice` exclude one another.
    """

    id: str
    text: str  # as menus show it, with the & of its mnemonic
    sentence: str  # what it does, for tooltips and the key list
    menu: str
    group: int
    keys: tuple[str, ...] = ()  # as Qt writes them portably; the first is the one shown
    icon: str = ""  # a QtAwesome name
    checkable: bool = False
    choice: str = ""
    submenu: str = ""
    command: str = ""
    argument: str | int | None = None

    @property
    def label(self) -> str:
        """Return the text without its mnemonic."""
        return self.text.replace("&", "")

    @property
    def method(self) -> str:
        """Return the name of the method that does it."""
        return self.command or self.id


# fmt: off
MENUS = {
    "File": tr("&File"), "Edit": tr("&Edit"), "Go": tr("&Go"), "View": tr("&View"),
    "Help": tr("&Help"),
}  # by the name that the rows have for them

ACTIONS = (
    ActionRow(
        "new_briefing", tr("&New…"), tr("Start a briefing from documents"), "File", 0, ("Ctrl+N",),
        "mdi6.file-plus-outline",
    ),
    ActionRow(
        "open_briefing", tr("&Open…"), tr("Open another briefing"), "File", 0, ("Ctrl+O",),
        "mdi6.folder-open-outline",
    ),
    ActionRow(
        "open_built_in", tr("Open the &built-in briefing"),
        tr("Open the briefing that ships with Briefer"), "File", 0,
    ),
    ActionRow(
        "reload", tr("&Reload"), tr("Read the briefing's files again and stay on this card"),
        "File", 0, ("Ctrl+R",), "mdi6.refresh",
    ),
    ActionRow(
        "present", tr("Pre&sent"), tr("Choose what to present, and start it from its first card"),
        "File", 1, ("F5",), "mdi6.play",
    ),
    ActionRow(
        "present_card", tr("Present from &this card"),
        tr("Start presenting from the card that is open"), "File", 1, ("Shift+F5",),
    ),
    ActionRow(
        "print_sheets", tr("&Print…"), tr("Print briefing sheets or save them as a PDF"), "File", 1,
        ("Ctrl+P",), "mdi6.printer-outline",
    ),
    ActionRow(
        "save_sheets", tr("Save as P&DF…"),
        tr("Save briefing sheets as a PDF, as you printed them last"), "File", 1, ("Ctrl+Shift+E",),
        "mdi6.file-pdf-box",
    ),
    ActionRow(
        "edit_card", tr("&Edit the card"), tr("Open this card at its line in your text editor"),
        "File", 2, ("Ctrl+E",), "mdi6.pencil-outline",
    ),
    ActionRow(
        "copy_quotation", tr("&Copy as quotation"),
        tr("Copy the selected words of the text as a quotation for a card"), "File", 2,
        ("Ctrl+Shift+Q",), "mdi6.format-quote-close",
    ),
    ActionRow(
        "compare_version", tr("Compare &with a new version…"),
        tr("See what becomes of the cited passages in a text’s new version, and accept it"), "File",
        2, icon="mdi6.file-compare",
    ),
    ActionRow(
        "private_mode", tr("Private &mode"),
        tr("Keep nothing of what you do from now on, or keep again"), "File", 3,
        icon="mdi6.incognito", checkable=True,
    ),
    ActionRow(
        "forget", tr("&Forget…"), tr("Forget recent briefings, searches, picks or notes for good"),
        "File", 3,
    ),
    ActionRow(
        "quit", tr("&Quit"), tr("Close the window"), "File", 3, ("Ctrl+Q",), "mdi6.exit-to-app",
    ),
    ActionRow(
        "undo", tr("&Undo"), tr("Take back the last change of picked cards, lists or notes"),
        "Edit", 0, ("Ctrl+Z",), "mdi6.undo",
    ),
    ActionRow(
        "redo", tr("&Redo"), tr("Do again what was taken back"), "Edit", 0, ("Ctrl+Shift+Z",),
        "mdi6.redo",
    ),
    ActionRow(
        "copy", tr("&Copy"),
        tr("Copy what is selected, the quotation or the card, with its citation"), "Edit", 1,
        ("Ctrl+C",), "mdi6.content-copy",
    ),
    ActionRow(
        "copy_words", tr("Copy words a&lone"), tr("Copy the same without its citation"), "Edit", 1,
        ("Ctrl+Shift+C",),
    ),
    ActionRow(
        "pick_card", tr("&Pick this card"),
        tr("Put this card, the cards chosen on the board or the passage of the text on the list, "
           "or take it off"), "Edit", 2, ("Ctrl+D",), "mdi6.star-outline", command="pick",
    ),
    ActionRow(
        "show_picked", tr("Picked c&ards"),
        tr("Show the picked cards: move, unpick, present, print, save as a list"), "Edit", 2,
        ("Ctrl+Shift+D",), "mdi6.star-outline",
    ),
    ActionRow(
        "my_note", tr("My &note"),
        tr("Write a note of your own on this card or passage; again puts it away"), "Edit", 3,
        ("Ctrl+Shift+N",), "mdi6.note-edit-outline",
    ),
    ActionRow(
        "all_notes", tr("All my n&otes…"),
        tr("List your notes on this briefing, and save them as a file"), "Edit", 3,
    ),
    ActionRow(
        "show_news", tr("&What is new…"), tr("List the cards that are unread, new or changed"),
        "Edit", 4, ("Ctrl+U",), "mdi6.new-box",
    ),
    ActionRow(
        "mark_all_read", tr("Mark all as r&ead"), tr("Take every card as read, as it stands"),
        "Edit", 4,
    ),
    ActionRow(
        "settings", tr("&Settings…"), tr("Choose theme, fonts, paper, and what is kept"), "Edit", 5,
        ("Ctrl+,",), "mdi6.cog-outline",
    ),
    ActionRow(
        "search", tr("&Search"), tr("Search the cards and the text"), "Go", 0, ("Ctrl+K", "/"),
        "mdi6.magnify",
    ),
    ActionRow(
        "find", tr("Fin&d…"), tr("Find words on the card or in the text, where the keyboard is"),
        "Go", 0, ("Ctrl+F",), "mdi6.text-search",
    ),
    ActionRow(
        "find_next", tr("Find n&ext"), tr("Go to the next of the words that were found"), "Go", 0,
        ("F3",), "mdi6.chevron-down",
    ),
    ActionRow(
        "find_previous", tr("Find p&revious"),
        tr("Go to the one before of the words that were found"), "Go", 0, ("Shift+F3",),
        "mdi6.chevron-up",
    ),
    ActionRow(
        "clear_found", tr("&Clear found words"), tr("Take the marks of found words away"), "Go", 0,
        ("Esc",), "mdi6.close",
    ),
    ActionRow(
        "go_back", tr("&Back"), tr("Go back to the card or passage before"), "Go", 1, ("Alt+Left",),
        "mdi6.chevron-left",
    ),
    ActionRow(
        "go_forward", tr("&Forward"), tr("Go forward again"), "Go", 1, ("Alt+Right",),
        "mdi6.chevron-right",
    ),
    ActionRow(
        "show_overview", tr("&Overview"), tr("Go to the card that the briefing opens on"), "Go", 2,
        ("Alt+Home",), "mdi6.home-outline",
    ),
    ActionRow(
        "go_to_left", tr("&Where I left off"),
        tr("Go to the card that was open when you left last time"), "Go", 2, ("Alt+End",),
        "mdi6.bookmark-outline",
    ),
    ActionRow(
        "next_card", tr("&Next card"), tr("Go to the next card of the briefing"), "Go", 2,
        ("Ctrl+PgDown",), "mdi6.arrow-down",
    ),
    ActionRow(
        "previous_card", tr("&Previous card"), tr("Go to the card before"), "Go", 2, ("Ctrl+PgUp",),
        "mdi6.arrow-up",
    ),
    ActionRow(
        "show_kind_1", tr("Kind &1"), tr("Go to the first card of the first kind"), "Go", 3,
        ("Ctrl+1",), command="show_kind", argument=0,
    ),
    ActionRow(
        "show_kind_2", tr("Kind &2"), tr("Go to the first card of the second kind"), "Go", 3,
        ("Ctrl+2",), command="show_kind", argument=1,
    ),
    ActionRow(
        "show_kind_3", tr("Kind &3"), tr("Go to the first card of the third kind"), "Go", 3,
        ("Ctrl+3",), command="show_kind", argument=2,
    ),
    ActionRow(
        "show_kind_4", tr("Kind &4"), tr("Go to the first card of the fourth kind"), "Go", 3,
        ("Ctrl+4",), command="show_kind", argument=3,
    ),
    ActionRow(
        "go_to_paragraph", tr("Para&graph…"), tr("Go to a paragraph of the text by its number"),
        "Go", 4, ("Ctrl+G",), "mdi6.format-pilcrow",
    ),
    ActionRow(
        "next_problem", tr("Next prob&lem"), tr("Go to the next problem of the briefing"), "Go", 5,
        ("F8",), "mdi6.alert-outline",
    ),
    ActionRow(
        "previous_problem", tr("Previous proble&m"), tr("Go to the problem before"), "Go", 5,
        ("Shift+F8",),
    ),
    ActionRow(
        "next_unused_sentence", tr("Next &unused sentence"),
        tr("Go to the next sentence of the text that no card uses"), "Go", 5, ("F7",),
    ),
    ActionRow(
        "next_pane", tr("Ne&xt pane"), tr("Move the keyboard to the next pane"), "Go", 6, ("F6",),
    ),
    ActionRow(
        "previous_pane", tr("Pre&vious pane"), tr("Move the keyboard to the pane before"), "Go", 6,
        ("Shift+F6",),
    ),
    ActionRow(
        "theme_system", tr("&As the system"),
        tr("Follow the system's light, dark or high contrast"), "View", 0, checkable=True,
        choice="theme", submenu=tr("&Theme"), command="choose_theme", argument="system",
    ),
    ActionRow(
        "theme_light", tr("&Light"), tr("Dark words on light ground"), "View", 0, checkable=True,
        choice="theme", submenu=tr("&Theme"), command="choose_theme", argument="light",
    ),
    ActionRow(
        "theme_dark", tr("&Dark"), tr("Light words on dark ground"), "View", 0, checkable=True,
        choice="theme", submenu=tr("&Theme"), command="choose_theme", argument="dark",
    ),
    ActionRow(
        "theme_contrast", tr("&High contrast"), tr("White and yellow on black"), "View", 0,
        checkable=True, choice="theme", submenu=tr("&Theme"), command="choose_theme",
        argument="contrast",
    ),
    ActionRow(
        "zoom_in", tr("L&arger"), tr("Make cards and text larger"), "View", 1, ("Ctrl++", "Ctrl+="),
        "mdi6.magnify-plus-outline",
    ),
    ActionRow(
        "zoom_out", tr("S&maller"), tr("Make cards and text smaller"), "View", 1, ("Ctrl+-",),
        "mdi6.magnify-minus-outline",
    ),
    ActionRow(
        "zoom_normal", tr("&Normal size"), tr("Show cards and text at 100 %"), "View", 1,
        ("Ctrl+0",),
    ),
    ActionRow(
        "show_board", tr("&Board"), tr("Show the cards as cards, by kind, by source or by a field"),
        "View", 2, ("Ctrl+Shift+1",), "mdi6.view-column-outline", command="show_view",
        argument="board",
    ),
    ActionRow(
        "show_card", tr("&Card"), tr("Show the card, with the text beside it"), "View", 2,
        ("Ctrl+Shift+2",), "mdi6.card-text-outline", command="show_view", argument="card",
    ),
    ActionRow(
        "show_relations", tr("&Relations"),
        tr("Show who is tied to whom, through what, for which purpose, and who says so"), "View", 2,
        ("Ctrl+Shift+3",), "mdi6.graph-outline", command="show_view", argument="relations",
    ),
    ActionRow(
        "show_matrix", tr("Matr&ix"),
        tr("Show one kind of cards by another, with the passages behind"), "View", 2,
        ("Ctrl+Shift+4",), "mdi6.grid", command="show_view", argument="matrix",
    ),
    ActionRow(
        "show_evidence", tr("&Evidence"),
        tr("Show the text sentence by sentence with who cites it, and what rests on one source"),
        "View", 2, ("Ctrl+Shift+5",), "mdi6.text-box-check-outline", command="show_view",
        argument="evidence",
    ),
    ActionRow(
        "show_navigator", tr("Na&vigator"), tr("Show or hide the list of cards"), "View", 3,
        ("F9",), checkable=True,
    ),
    ActionRow(
        "show_text", tr("Te&xt"), tr("Show or hide the text beside the card"), "View", 3,
        ("Shift+F9",), checkable=True,
    ),
    ActionRow(
        "show_problems", tr("&Problems"), tr("Show or hide the list of problems"), "View", 3,
        ("Ctrl+F8",), checkable=True,
    ),
    ActionRow(
        "show_sentences", tr("Sentences not used &yet"),
        tr("Show or hide the sentences that no card uses, and why some were left out"), "View", 3,
        ("Shift+F7",), checkable=True,
    ),
    ActionRow(
        "full_screen", tr("&Full screen"), tr("Fill the screen with the window, or stop it"),
        "View", 4, ("F11",), "mdi6.fullscreen", checkable=True,
    ),
    ActionRow(
        "show_keys", tr("&Keys"), tr("List what can be done and its keys"), "Help", 0, ("F1",),
        "mdi6.keyboard-outline",
    ),
    ActionRow(
        "show_about", tr("&About Briefer"),
        tr("Version, licences, and what leaves this machine: nothing"), "Help", 0,
        icon="mdi6.information-outline",
    ),
)
# fmt: on


def action_row(action_id: str) -> ActionRow:
    """Return the row with this id; KeyError is our own fault."""
    return _BY_ID[action_id]


def rows_of(menu: str) -> tuple[ActionRow, ...]:
    """Return the rows of a menu by its name in `MENUS`."""
    return tuple(row for row in ACTIONS if row.menu == menu)


def keys_markdown() -> str:
    """Return the keys as the Markdown table that README shows."""
    lines = ["| keys | what they do |", "| --- | --- |"]
    lines += [f"| {shown_keys(row)} | {row.sentence} |" for row in ACTIONS if row.keys]
    return "\n".join(lines) + "\n"


def shown_keys(row: ActionRow) -> str:
    """Return a row's keys as people read them: "Ctrl+PageDown"; "" when it has none.

    >>> shown_keys(action_row("search"))
    'Ctrl+K or /'
    """
    return tr(" or ").join(map(spelled, row.keys))


_BY_ID = {row.id: row for row in ACTIONS}
