"""Who may import whom: the road from text to page runs one way."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "calculator"
# What each may import beside itself. Asking and planning stand side by side.
LEFT_OF = {
    "days": set[str](),
    "holidays": {"days"},
    "situation": {"days"},
    "reading": {"days", "holidays"},
    "planning": {"days", "holidays", "situation"},
    "asking": {"days", "holidays", "situation", "reading"},
    "presenting": {"days", "holidays", "situation", "reading", "planning", "asking"},
    "browser": {"days", "situation", "reading", "planning", "asking", "presenting"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))
# Outside the road: the public names, and the command line, which uses the door as the page does.
FREE = {"__init__", "__main__"}


def layer_of(module: str) -> str:
    return module.removeprefix("calculator").strip(".").split(".")[0]


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_left(file: Path) -> None:
    own = file.relative_to(PACKAGE).with_suffix("").parts[0]
    if own in FREE:
        return
    ours = {name for name in imports(file) if name.startswith("calculator.")}
    assert {layer_of(name) for name in ours} <= {own, *LEFT_OF[own]}


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_knows_the_browser_or_the_clock(file: Path) -> None:
    roots = {name.split(".")[0] for name in imports(file)}
    assert not roots & {"js", "pyodide", "pyodide_js", "time", "socket", "urllib", "random"}
    assert ".today(" not in file.read_text()


def test_only_the_door_the_hooks_of_the_page_and_the_holidays_know_json() -> None:
    users = {file.stem for file in MODULES if "json" in imports(file)}
    assert users <= {"browser", "hooks", "holidays", "__main__"}


# The way through planning and its rooms: each knows only those before it.
ROAD = (
    *("advice", "rules", "plan", "calendar"),
    *("happened.case", "happened.standing", "happened.calls", "happened.rhythm"),
    *("telling.reasons", "contacts.drafts", "contacts.circumstances", "contacts.spacing"),
    *("contacts.opening", "contacts.replies", "contacts.ending", "contacts.offers"),
    "contacts.their_offer",
    *("contacts.asking", "contacts.next_contact", "contacts.law", "contacts.interview"),
    *("choices.late", "choices.placing", "happened.done", "happened.own_contacts"),
    *("happened.roles", "happened.their_words", "happened.replay", "road"),
    *("choices.trials", "choices.styles", "telling.branches", "telling.notices"),
    *("telling.footing", "choices.questions", "planner"),
)


def test_planning_is_a_road() -> None:
    planning = PACKAGE / "planning"
    files = {
        ".".join(file.relative_to(planning).with_suffix("").parts): file
        for file in planning.rglob("*.py")
        if file.stem != "__init__"
    }
    assert set(files) == set(ROAD)
    for at, name in enumerate(ROAD):
        inside = {each for each in imports(files[name]) if each.startswith("calculator.planning.")}
        modules = {each.removeprefix("calculator.planning.") for each in inside} & set(ROAD)
        assert modules <= set(ROAD[:at]), name
