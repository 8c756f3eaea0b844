"""The one registry of user commands: bindings, key bar, palette, help screen and the README's table all come from here.

A command's `id` names its action (`action_<id>` of the screen or view it works in) and the key under which a user's keymap may
rebind it. Keys are written as Textual reads them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "app",
    "page",
    "matrix",
    "library",
    "reader",
    "compare",
    "notebook",
    "explain",
    "figures",
    "search",
    "corrections",
    "correct",
]
"""Where a command works: everywhere, in any list or text, in the matrix, on one screen, or in the corrections menu."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do. `hint` is its word in the key bar; without one it is found in help and palette only."""

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: str
    places: tuple[Place, ...]
    hint: str = ""


_MOVING = "Moving about"
_PANE_KEYS = "Panes"
_READING = "Reading"
_COMPARING = "Comparing"
_KEEPING = "Keeping and passing on"
_CORRECTING = "Correcting"
_PANES: tuple[Place, ...] = ("library", "reader", "notebook", "figures")

COMMANDS: tuple[Command, ...] = (
    Command("open", "Open", "Open what the cursor is on; on a rival, its article at the very words", ("enter",), _MOVING,
            ("page",), "open"),
    Command("down", "Down", "Next statement, row or line", ("j", "down"), _MOVING, ("page",)),
    Command("up", "Up", "Previous statement, row or line", ("k", "up"), _MOVING, ("page",)),
    Command("first", "To the top", "First of the list or text (gg works too)", ("g", "home"), _MOVING, ("page",)),
    Command("last", "To the end", "Last of the list or text", ("G", "end"), _MOVING, ("page",)),
    Command("half_down", "Half a page down", "Half a page on", ("ctrl+d", "pagedown", "space"), _MOVING, ("page",)),
    Command("half_up", "Half a page up", "Half a page back", ("ctrl+u", "pageup"), _MOVING, ("page",)),
    Command("left", "Column to the left", "Previous column; where rows are stacked, previous narrator", ("h", "left"), _MOVING,
            ("matrix",)),
    Command("right", "Column to the right", "Next column; where rows are stacked, next narrator", ("l", "right"), _MOVING,
            ("matrix",)),
    Command("next_statement", "Next statement", "Next cell that says something, and every statement of it", ("tab",), _MOVING,
            ("matrix",)),
    Command("previous_statement", "Previous statement", "Previous cell that says something, and every statement of it",
            ("shift+tab",), _MOVING, ("matrix",)),
    Command("search", "Find", "Find words in this list or text, as you type", ("/",), _MOVING, ("page",)),
    Command("next_match", "Next match", "Next place where the words were found", ("n",), _MOVING, ("page",)),
    Command("previous_match", "Previous match", "Previous place where the words were found", ("N",), _MOVING, ("page",)),
    Command("next_pane", "Next pane", "To the pane on the right or below", ("tab", "l", "right"), _PANE_KEYS, _PANES),
    Command("previous_pane", "Previous pane", "To the pane on the left or above", ("shift+tab", "h", "left"), _PANE_KEYS,
            _PANES),
    Command("pane_1", "First pane", "Events; in the Reader the articles of the event; bookmarks; quantities", ("1",),
            _PANE_KEYS, _PANES),
    Command("pane_2", "Second pane", "Articles of the event; in the Reader the text; the bookmark's quotations; how "
            "outlets agree", ("2",), _PANE_KEYS, _PANES),
    Command("pane_3", "Third pane", "In the Reader the rivals", ("3",), _PANE_KEYS, ("reader",)),
    Command("zoom", "Zoom", "The pane with the keys alone; again, all panes", ("z",), _PANE_KEYS, _PANES),
    Command("collapse", "Put a pane away", "Put the side pane away; its number brings it back, and with none left to put "
            "away all come back", ("Z",), _PANE_KEYS, _PANES),
    Command("wider", "Wider", "More room for the pane with the keys; kept for the next time", ("+", "="), _PANE_KEYS, _PANES),
    Command("narrower", "Narrower", "Less room for the pane with the keys", ("-",), _PANE_KEYS, _PANES),
    Command("next_conflict", "Next conflict", "Next statement (in Compare, row) that another narrator contradicts or denies",
            ("]",), _READING, ("reader", "compare"), "next conflict"),
    Command("previous_conflict", "Previous conflict", "Previous statement or row that another narrator contradicts or denies",
            ("[",), _READING, ("reader", "compare"), "previous"),
    Command("next_difference", "Next difference", "Next marked statement of any sort: conflict, framing or update", (">",),
            _READING, ("reader",)),
    Command("previous_difference", "Previous difference", "Previous marked statement of any sort", ("<",), _READING,
            ("reader",)),
    Command("next_article", "Next article", "Next article of the event", ("}",), _READING, ("reader",)),
    Command("previous_article", "Previous article", "Previous article of the event", ("{",), _READING, ("reader",)),
    Command("compare", "Compare", "All accounts of the event side by side", ("c",), _COMPARING, ("library", "reader"),
            "compare"),
    Command("figures", "Figures", "Claimed quantities as bars over time, and how the outlets agree", ("F",), _COMPARING,
            ("library", "reader", "compare"), "figures"),
    Command("explain", "Explain", "Why two statements are linked as they are: rule, score, threshold, row", ("x",),
            _COMPARING, ("reader", "compare", "notebook", "figures"), "explain"),
    Command("next_link", "Next link", "Next link of the same statement", ("]",), _COMPARING, ("explain",), "next link"),
    Command("previous_link", "Previous link", "Previous link of the same statement", ("[",), _COMPARING, ("explain",),
            "previous"),
    Command("next_figure", "Next quantity", "First account of the next quantity", ("]",), _COMPARING, ("figures",),
            "next quantity"),
    Command("previous_figure", "Previous quantity", "First account of the previous quantity", ("[",), _COMPARING,
            ("figures",), "previous"),
    Command("columns", "Change columns", "Columns by outlet, by narrator or by side", ("w",), _COMPARING, ("compare",),
            "columns"),
    Command("only", "Filter rows", "Rows with a difference or conflict, of one kind or narrator, bookmarked …; esc shows all",
            ("f",), _COMPARING, ("compare",), "filter"),
    Command("sort", "Sort rows", "By how contested, by time, or by the order of the articles", ("s",), _COMPARING,
            ("compare",), "sort"),
    Command("move_left", "Move the column left", "Change places with the column on the left", ("<",), _COMPARING,
            ("compare",)),
    Command("move_right", "Move the column right", "Change places with the column on the right", (">",), _COMPARING,
            ("compare",)),
    Command("pin", "Pin the column", "Keep the column beside the claims while the others scroll; again lets it go", ("p",),
            _COMPARING, ("compare",), "pin"),
    Command("hide_column", "Hide the column", "Leave the column out", ("H",), _COMPARING, ("compare",), "hide"),
    Command("show_columns", "Show all columns", "Bring the hidden columns back", ("A",), _COMPARING, ("compare",)),
    Command("bookmark", "Bookmark", "Keep this conflict or statement in the notebook, with a note", ("b",), _KEEPING,
            ("reader", "compare", "explain", "figures"), "bookmark"),
    Command("copy", "Copy the quotation", "Copy the words with their source to the clipboard", ("y",), _KEEPING,
            ("reader", "compare", "notebook", "explain", "figures")),
    Command("edit_note", "Edit the note", "Write the note of the bookmark in place; esc keeps it", ("i",), _KEEPING,
            ("notebook",), "note"),
    Command("edit_outside", "Edit the note outside", "Write the note in $VISUAL or $EDITOR", ("E",), _KEEPING, ("notebook",)),
    Command("edit_tags", "Edit the tags", "Tags of the bookmark, separated by commas", ("t",), _KEEPING, ("notebook",),
            "tags"),
    Command("next_status", "Next status", "Open, explained, update, different scope, same origin, unresolved", ("s",),
            _KEEPING, ("notebook",), "status"),
    Command("grade", "Grade the quotation", "Your own grade of the quotation: source A-F, statement 1-6, as in B2", ("w",),
            _KEEPING, ("notebook",), "grade"),
    Command("filter_bookmarks", "Filter bookmarks", "Those of a status, a tag or an event; Esc shows all again", ("f",),
            _KEEPING, ("notebook",), "filter"),
    Command("remove", "Remove the bookmark", "Take the bookmark out of the notebook; undo brings it back", ("d",), _KEEPING,
            ("notebook",), "remove"),
    Command("browse", "Open in the browser", "Open the article's web address", ("o",), _KEEPING,
            ("library", "reader", "compare", "notebook", "explain", "figures")),
    Command("pager", "Read in the pager", "Show the article or the bookmark in $PAGER", ("P",), _KEEPING,
            ("reader", "compare", "notebook")),
    Command("correct", "Correct", "Correct what Narrator made of the words under the cursor", ("m",), _CORRECTING,
            ("reader", "compare", "explain", "figures"), "correct"),
    Command("hold", "Hold", "Hold the statement under the cursor, to join it with another; leaving lets it go", ("M",),
            _CORRECTING, ("reader", "compare", "explain", "figures")),
    Command("same_row", "Same row", "Both answer one question", ("s",), _CORRECTING, ("correct",)),
    Command("not_same_row", "Not the same row", "They answer different questions: part them", ("n",), _CORRECTING,
            ("correct",)),
    Command("not_same_event", "Not the same event", "They tell of different events: part them", ("e",), _CORRECTING,
            ("correct",)),
    Command("speaker_is", "Speaker is …", "Someone else says this", ("w",), _CORRECTING, ("correct",)),
    Command("same_narrator", "Same narrator", "Two narrators are one, under two names", ("a",), _CORRECTING,
            ("correct",)),
    Command("side_is", "Side is …", "The side that the narrator is on", ("d",), _CORRECTING, ("correct",)),
    Command("relation_is", "Relation is …", "How the two stand to each other", ("r",), _CORRECTING, ("correct",)),
    Command("link_by_hand", "Link by hand", "Link what no rule has linked", ("l",), _CORRECTING,
            ("correct",)),
    Command("hide", "Hide", "Out of every row", ("h",), _CORRECTING, ("correct",)),
    Command("remove_correction", "Take back", "Take back the correction under the cursor; undo makes it again", ("d",),
            _CORRECTING, ("corrections",), "take back"),
    Command("export", "Export notes", "Write Markdown notes to a file", ("e",), _KEEPING,
            ("library", "reader", "compare", "notebook", "explain"), "export"),
    Command("save_drawing", "Save the drawing", "Write all figures and the table of outlets as an SVG file", ("e",), _KEEPING,
            ("figures",), "save SVG"),
    Command("to_hits", "To the hits", "From the line to what was found, and back", ("tab", "shift+tab"), _MOVING,
            ("search",), "hits / line"),
    Command("order", "Sort events", "The newest first, or the most contested first", ("s",), "Library", ("library",), "sort"),
    Command("add", "Add articles", "Add files, folders or saved feeds to the library; Tab completes a name", ("a",), "Library",
            ("library",), "add"),
    Command("problems", "Problems", "What could not be read, each with the reason and the remedy", ("!",), "Library",
            ("library",)),
    Command("samples", "Open the samples", "Sample stories, kept apart from your library; Esc comes back to it", ("D",),
            "Library", ("library",)),
    Command("filter", "Filter events", "Show the events whose title or outlets hold the words, as you type", ("f",),
            "Library", ("library",), "filter"),
    Command("jump", "Jump", "Letters on all that is seen: type one to go there, any other key leaves", ("'",), "Everywhere",
            ("app",)),
    Command("notebook", "Notebook", "What you have bookmarked, with status, tags and notes", ("B",), "Everywhere", ("app",),
            "notebook"),
    Command("search_library", "Search", "Words in all articles, in what is said in them, and in your notes", ("S",),
            "Everywhere", ("app",), "search"),
    Command("corrections", "Corrections", "What you have corrected, newest first; each can be taken back", ("L",), "Everywhere",
            ("app",)),
    Command("stop", "Stop", "Stop adding, comparing or exporting; what was analysed is kept", ("ctrl+x",), "Everywhere",
            ("app",)),
    Command("undo", "Undo", "Take back the last change to notebook or corrections", ("u",), "Everywhere", ("app",)),
    Command("redo", "Redo", "Make the change again that undo took back last", ("ctrl+r", "U"), "Everywhere", ("app",)),
    Command("back", "One level out", "Leave the prompt, pane or screen; in the Reader, first back to where a rival was "
            "opened", ("escape",), "Everywhere", ("app",)),
    Command("change_theme", "Change theme", "Light, dark, colour-blind-safe and other themes", ("T",), "Everywhere", ("app",)),
    Command("command_palette", "Command palette", "Find any command by its name", ("ctrl+p",), "Everywhere", ("app",)),
    Command("help", "Help", "Every key of this screen and the others", ("?", "f1"), "Everywhere", ("app",), "help"),
    Command("quit", "Quit", "Leave Narrator; your place is remembered", ("q", "ctrl+q"), "Everywhere", ("app",), "quit"),
)  # fmt: skip

PLACE_TITLES: dict[Place, str] = {
    "app": "Everywhere", "page": "In any list or text", "library": "Library", "reader": "Reader", "compare": "Compare",
    "matrix": "Compare: the matrix", "explain": "Explain", "figures": "Figures", "notebook": "Notebook", "search": "Search",
    "corrections": "Corrections", "correct": "Correcting: the menu",
}  # fmt: skip

MENU_KEYS: dict[str, tuple[str, ...]] = {
    "leave": ("escape", "m", "q"), "step(1)": ("j", "down"), "step(-1)": ("k", "up"), "take": ("enter",),
}  # fmt: skip
"""What the corrections menu does by itself, and by which keys: these are no letters for its kinds."""

BY_ID = {command.id: command for command in COMMANDS}

_SPELLING = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "space": "Space", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "home": "Home", "end": "End", "pageup": "PgUp", "pagedown": "PgDn",
}  # fmt: skip


def commands_of(*places: Place) -> Iterator[Command]:
    """The commands that work in any of these places, in the registry's order."""
    return (command for command in COMMANDS if any(place in command.places for place in places))


def sections() -> dict[str, list[Command]]:
    """All commands under the places where they work: everywhere, in lists and texts, in panes, then screen by screen."""
    found: dict[str, list[Command]] = {PLACE_TITLES["app"]: [], PLACE_TITLES["page"]: [], _PANE_KEYS: []}
    for place, title in PLACE_TITLES.items():
        for command in commands_of(place):
            section = found.setdefault(_PANE_KEYS if command.group == _PANE_KEYS else title, [])
            if command not in section:
                section.append(command)
    return found


def spell(key: str) -> str:
    """A key as it is written for people: `ctrl+d` is Ctrl+D, `escape` is Esc."""
    if key in _SPELLING:
        return _SPELLING[key]
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    modifier, plus, letter = key.rpartition("+")
    return f"{modifier.title()}+{letter.upper()}" if plus and modifier else key


def markdown_table() -> str:
    """The README's table of keys."""
    lines = ["| Keys | Command | What it does | Where |", "|---|---|---|---|"]
    for command in COMMANDS:
        keys = " ".join(f"`{spell(key)}`" for key in command.keys)
        where = ", ".join(PLACE_TITLES[place].lower() for place in command.places)
        lines.append(f"| {keys} | {command.title} | {command.help} | {where} |")
    return "\n".join(lines) + "\n"
