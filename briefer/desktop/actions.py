"""The one table of what the window can do: menus, toolbar, key list and README read it."""

from __future__ import annotations

from typing import NamedTuple


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


MENUS = ("&File", "&Edit", "&Go", "&View", "&Help")

# fmt: off
ACTIONS = (
    ActionRow(
        "new_briefing", "&New…", "Start a briefing from documents", "File", 0, ("Ctrl+N",),
        "mdi6.file-plus-outline",
    ),
    ActionRow(
        "open_briefing", "&Open…", "Open another briefing", "File", 0, ("Ctrl+O",),
        "mdi6.folder-open-outline",
    ),
    ActionRow(
        "open_built_in", "Open the &built-in briefing",
        "Open the briefing that ships with Briefer", "File", 0,
    ),
    ActionRow(
        "reload", "&Reload", "Read the briefing's files again and stay on this card", "File", 0,
        ("Ctrl+R",), "mdi6.refresh",
    ),
    ActionRow(
        "present", "Pre&sent", "Choose what to present, and start it from its first card", "File",
        1, ("F5",), "mdi6.play",
    ),
    ActionRow(
        "present_card", "Present from &this card", "Start presenting from the card that is open",
        "File", 1, ("Shift+F5",),
    ),
    ActionRow(
        "print_sheets", "&Print…", "Print briefing sheets or save them as a PDF", "File", 1,
        ("Ctrl+P",), "mdi6.printer-outline",
    ),
    ActionRow(
        "save_sheets", "Save as P&DF…", "Save briefing sheets as a PDF, as you printed them last",
        "File", 1, ("Ctrl+Shift+E",), "mdi6.file-pdf-box",
    ),
    ActionRow(
        "edit_card", "&Edit the card", "Open this card at its line in your text editor", "File",
        2, ("Ctrl+E",), "mdi6.pencil-outline",
    ),
    ActionRow(
        "copy_quotation", "&Copy as quotation",
        "Copy the selected words of the text as a quotation for a card", "File", 2,
        ("Ctrl+Shift+Q",), "mdi6.format-quote-close",
    ),
    ActionRow(
        "compare_version", "Compare &with a new version…",
        "See what becomes of the cited passages in a text’s new version, and accept it", "File", 2,
        icon="mdi6.file-compare",
    ),
    ActionRow(
        "private_mode", "Private &mode", "Keep nothing of what you do from now on, or keep again",
        "File", 3, icon="mdi6.incognito", checkable=True,
    ),
    ActionRow(
        "forget", "&Forget…", "Forget recent briefings, searches, picks or notes for good", "File",
        3,
    ),
    ActionRow(
        "quit", "&Quit", "Close the window", "File", 3, ("Ctrl+Q",), "mdi6.exit-to-app",
    ),
    ActionRow(
        "undo", "&Undo", "Take back the last change of picked cards, lists or notes", "Edit", 0,
        ("Ctrl+Z",), "mdi6.undo",
    ),
    ActionRow(
        "redo", "&Redo", "Do again what was taken back", "Edit", 0, ("Ctrl+Shift+Z",), "mdi6.redo",
    ),
    ActionRow(
        "copy", "&Copy", "Copy what is selected, the quotation or the card, with its citation",
        "Edit", 1, ("Ctrl+C",), "mdi6.content-copy",
    ),
    ActionRow(
        "copy_words", "Copy words a&lone", "Copy the same without its citation", "Edit", 1,
        ("Ctrl+Shift+C",),
    ),
    ActionRow(
        "pick_card", "&Pick this card",
        "Put this card, the cards chosen on the board or the passage of the text on the list, "
        "or take it off",
        "Edit", 2, ("Ctrl+D",), "mdi6.star-outline", command="pick",
    ),
    ActionRow(
        "show_picked", "Picked c&ards",
        "Show the picked cards: move, unpick, present, print, save as a list",
        "Edit", 2, ("Ctrl+Shift+D",), "mdi6.star-outline",
    ),
    ActionRow(
        "my_note", "My &note",
        "Write a note of your own on this card or passage; again puts it away", "Edit",
        3, ("Ctrl+Shift+N",), "mdi6.note-edit-outline",
    ),
    ActionRow(
        "all_notes", "All my n&otes…", "List your notes on this briefing, and save them as a file",
        "Edit", 3,
    ),
    ActionRow(
        "show_news", "&What is new…", "List the cards that are unread, new or changed", "Edit", 4,
        ("Ctrl+U",), "mdi6.new-box",
    ),
    ActionRow(
        "mark_all_read", "Mark all as r&ead", "Take every card as read, as it stands", "Edit", 4,
    ),
    ActionRow(
        "settings", "&Settings…", "Choose theme, fonts, paper, and what is kept", "Edit", 5,
        ("Ctrl+,",), "mdi6.cog-outline",
    ),
    ActionRow(
        "search", "&Search", "Search the cards and the text", "Go", 0, ("Ctrl+K", "/"),
        "mdi6.magnify",
    ),
    ActionRow(
        "find", "Fin&d…", "Find words on the card or in the text, where the keyboard is", "Go", 0,
        ("Ctrl+F",), "mdi6.text-search",
    ),
    ActionRow(
        "find_next", "Find n&ext", "Go to the next of the words that were found", "Go", 0,
        ("F3",), "mdi6.chevron-down",
    ),
    ActionRow(
        "find_previous", "Find p&revious", "Go to the one before of the words that were found",
        "Go", 0, ("Shift+F3",), "mdi6.chevron-up",
    ),
    ActionRow(
        "clear_found", "&Clear found words", "Take the marks of found words away", "Go", 0,
        ("Esc",), "mdi6.close",
    ),
    ActionRow(
        "go_back", "&Back", "Go back to the card or passage before", "Go", 1, ("Alt+Left",),
        "mdi6.chevron-left",
    ),
    ActionRow(
        "go_forward", "&Forward", "Go forward again", "Go", 1, ("Alt+Right",),
        "mdi6.chevron-right",
    ),
    ActionRow(
        "show_overview", "&Overview", "Go to the card that the briefing opens on", "Go", 2,
        ("Alt+Home",), "mdi6.home-outline",
    ),
    ActionRow(
        "go_to_left", "&Where I left off", "Go to the card that was open when you left last time",
        "Go", 2, ("Alt+End",), "mdi6.bookmark-outline",
    ),
    ActionRow(
        "next_card", "&Next card", "Go to the next card of the briefing", "Go", 2,
        ("Ctrl+PgDown",), "mdi6.arrow-down",
    ),
    ActionRow(
        "previous_card", "&Previous card", "Go to the card before", "Go", 2, ("Ctrl+PgUp",),
        "mdi6.arrow-up",
    ),
    ActionRow(
        "show_kind_1", "Kind &1", "Go to the first card of the first kind", "Go", 3, ("Ctrl+1",),
        command="show_kind", argument=0,
    ),
    ActionRow(
        "show_kind_2", "Kind &2", "Go to the first card of the second kind", "Go", 3, ("Ctrl+2",),
        command="show_kind", argument=1,
    ),
    ActionRow(
        "show_kind_3", "Kind &3", "Go to the first card of the third kind", "Go", 3, ("Ctrl+3",),
        command="show_kind", argument=2,
    ),
    ActionRow(
        "show_kind_4", "Kind &4", "Go to the first card of the fourth kind", "Go", 3, ("Ctrl+4",),
        command="show_kind", argument=3,
    ),
    ActionRow(
        "go_to_paragraph", "Para&graph…", "Go to a paragraph of the text by its number", "Go",
        4, ("Ctrl+G",), "mdi6.format-pilcrow",
    ),
    ActionRow(
        "next_problem", "Next prob&lem", "Go to the next problem of the briefing", "Go", 5,
        ("F8",), "mdi6.alert-outline",
    ),
    ActionRow(
        "previous_problem", "Previous proble&m", "Go to the problem before", "Go", 5,
        ("Shift+F8",),
    ),
    ActionRow(
        "next_unused_sentence", "Next &unused sentence",
        "Go to the next sentence of the text that no card uses", "Go", 5, ("F7",),
    ),
    ActionRow(
        "next_pane", "Ne&xt pane", "Move the keyboard to the next pane", "Go", 6, ("F6",),
    ),
    ActionRow(
        "previous_pane", "Pre&vious pane", "Move the keyboard to the pane before", "Go", 6,
        ("Shift+F6",),
    ),
    ActionRow(
        "theme_system", "&As the system", "Follow the system's light, dark or high contrast",
        "View", 0, checkable=True, choice="theme", submenu="&Theme", command="choose_theme",
        argument="system",
    ),
    ActionRow(
        "theme_light", "&Light", "Dark words on light ground", "View", 0, checkable=True,
        choice="theme", submenu="&Theme", command="choose_theme", argument="light",
    ),
    ActionRow(
        "theme_dark", "&Dark", "Light words on dark ground", "View", 0, checkable=True,
        choice="theme", submenu="&Theme", command="choose_theme", argument="dark",
    ),
    ActionRow(
        "theme_contrast", "&High contrast", "White and yellow on black", "View", 0,
        checkable=True, choice="theme", submenu="&Theme", command="choose_theme",
        argument="contrast",
    ),
    ActionRow(
        "zoom_in", "L&arger", "Make cards and text larger", "View", 1, ("Ctrl++", "Ctrl+="),
        "mdi6.magnify-plus-outline",
    ),
    ActionRow(
        "zoom_out", "S&maller", "Make cards and text smaller", "View", 1, ("Ctrl+-",),
        "mdi6.magnify-minus-outline",
    ),
    ActionRow(
        "zoom_normal", "&Normal size", "Show cards and text at 100 %", "View", 1,
        ("Ctrl+0",),
    ),
    ActionRow(
        "show_board", "&Board", "Show the cards as cards, by kind, by source or by a field", "View",
        2, ("Ctrl+Shift+1",), "mdi6.view-column-outline", command="show_view", argument="board",
    ),
    ActionRow(
        "show_card", "&Card", "Show the card, with the text beside it", "View", 2,
        ("Ctrl+Shift+2",), "mdi6.card-text-outline", command="show_view", argument="card",
    ),
    ActionRow(
        "show_relations", "&Relations",
        "Show who is tied to whom, through what, for which purpose, and who says so", "View", 2,
        ("Ctrl+Shift+3",), "mdi6.graph-outline", command="show_view", argument="relations",
    ),
    ActionRow(
        "show_matrix", "Matr&ix", "Show one kind of cards by another, with the passages behind",
        "View", 2, ("Ctrl+Shift+4",), "mdi6.grid", command="show_view", argument="matrix",
    ),
    ActionRow(
        "show_evidence", "&Evidence",
        "Show the text sentence by sentence with who cites it, and what rests on one source",
        "View", 2, ("Ctrl+Shift+5",), "mdi6.text-box-check-outline", command="show_view",
        argument="evidence",
    ),
    ActionRow(
        "show_navigator", "Na&vigator", "Show or hide the list of cards", "View", 3, ("F9",),
        checkable=True,
    ),
    ActionRow(
        "show_text", "Te&xt", "Show or hide the text beside the card", "View", 3,
        ("Shift+F9",), checkable=True,
    ),
    ActionRow(
        "show_problems", "&Problems", "Show or hide the list of problems", "View", 3,
        ("Ctrl+F8",), checkable=True,
    ),
    ActionRow(
        "show_sentences", "Sentences not used &yet",
        "Show or hide the sentences that no card uses, and why some were left out", "View", 3,
        ("Shift+F7",), checkable=True,
    ),
    ActionRow(
        "full_screen", "&Full screen", "Fill the screen with the window, or stop it", "View", 4,
        ("F11",), "mdi6.fullscreen", checkable=True,
    ),
    ActionRow(
        "show_keys", "&Keys", "List what can be done and its keys", "Help", 0, ("F1",),
        "mdi6.keyboard-outline",
    ),
    ActionRow(
        "show_about", "&About Briefer",
        "Version, licences, and what leaves this machine: nothing", "Help", 0,
        icon="mdi6.information-outline",
    ),
)
# fmt: on


def action_row(action_id: str) -> ActionRow:
    """Return the row with this id; KeyError is our own fault."""
    return _BY_ID[action_id]


def rows_of(menu: str) -> tuple[ActionRow, ...]:
    """Return the rows of a menu, named with or without its mnemonic."""
    wanted = menu.replace("&", "")
    return tuple(row for row in ACTIONS if row.menu == wanted)


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
    return " or ".join(_SPELLED.get(key, key) for key in row.keys)


_SPELLED = {
    "Ctrl+PgDown": "Ctrl+PageDown",
    "Ctrl+PgUp": "Ctrl+PageUp",
    "Ctrl++": "Ctrl+Plus",
    "Ctrl+=": "Ctrl+=",
    "Ctrl+-": "Ctrl+Minus",
}
_BY_ID = {row.id: row for row in ACTIONS}
