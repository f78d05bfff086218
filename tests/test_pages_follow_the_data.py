"""Nothing decided is typed twice: a changed rule shows everywhere, an unknown name is an error."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from jinja2 import UndefinedError

from calculator.planning.advice import Amount
from calculator.planning.rules import rule
from tools.site.figures import figures, length
from tools.site.pages import fill

ROOT = Path(__file__).parents[1]
MADE = ("build", "node_modules", "site")

WAIT = '''id = "no-date-email"'''
A_WEEK, EIGHT_DAYS = 'wait = { count = 7, unit = "days" }', 'wait = { count = 8, unit = "days" }'
AFTER_THEIR_DAY = '''id = "stated-date-passed"'''
TWO, THREE = (f'wait = {{ count = {count}, unit = "working days" }}' for count in (2, 3))


@pytest.fixture(scope="module")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from a copy in which the waits of two rules are a day longer."""
    copy = tmp_path_factory.mktemp("copy")
    for folder in ROOT.glob("[!.]*/"):
        if folder.name not in MADE:
            shutil.copytree(folder, copy / folder.name)
    for file in ROOT.glob("*.*"):
        if file.is_file():
            shutil.copy(file, copy)
    shutil.copy(ROOT / "LICENSE", copy)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    rules = copy / "calculator" / "data" / "rules.toml"
    changed = with_amount(rules.read_text(), WAIT, A_WEEK, EIGHT_DAYS)
    rules.write_text(with_amount(changed, AFTER_THEIR_DAY, TWO, THREE))
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"],
        cwd=copy,
        # The image takes a minute and holds nothing that the wheel doesn't; it is tested elsewhere.
        env={**os.environ, "QUICK": "true", "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return copy / "site"


def with_amount(rules: str, rule: str, old: str, new: str) -> str:
    before, id_, after = rules.partition(rule)
    assert old in after.partition("[[rule]]")[0]
    return before + id_ + after.replace(old, new, 1)


def text_of(page: Path) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.read_text()).split())


def test_the_guide_says_the_changed_wait(changed_site: Path) -> None:
    guide = text_of(changed_site / "guides/no-time-frame-given/index.html")
    assert "follow up eight days after the interview" in guide
    assert "follow up a week after the interview" not in guide


def test_the_rules_page_says_it(changed_site: Path) -> None:
    rules = text_of(changed_site / "about/rules/index.html")
    assert "If they gave you no date, write eight days after the interview" in rules


def test_what_we_took_where_experts_differ_follows_on_every_page(changed_site: Path) -> None:
    for name in ("guides/they-gave-a-date", "guides/the-date-has-passed", "about/rules"):
        page = text_of(changed_site / name / "index.html")
        assert "What we took: Three working days, and longer for public bodies" in page
    guide = text_of(changed_site / "guides/no-time-frame-given/index.html")
    assert "What we took: Eight days after the interview." in guide


def test_no_page_of_the_changed_site_still_has_the_old_wait(changed_site: Path) -> None:
    ours = re.compile(r"(wait|them|is over\. Then wait|by) two working days", re.IGNORECASE)
    for page in changed_site.glob("guides/*/index.html"):
        assert not ours.search(text_of(page)), page


def test_the_worked_example_moves(changed_site: Path) -> None:
    guide = (changed_site / "guides/no-time-frame-given/index.html").read_text()
    example = guide.partition('<div class="example" data-search-exclude>')[2]
    (email,) = re.findall(r'data-action="email".*?<time datetime="([^"]+)"', example)[:1]
    assert email == "2027-02-12"


def test_the_calculator_takes_it_along(changed_site: Path) -> None:
    (wheel,) = changed_site.glob("assets/engine/calculator-*/follow_up_calculator-*.whl")
    with ZipFile(wheel) as packed:
        rules = packed.read("calculator/data/rules.toml").decode()
    assert EIGHT_DAYS in rules.partition(WAIT)[2].partition("[[rule]]")[0]


@pytest.mark.parametrize(
    "marker",
    [
        'rule("no-such-rule").says',
        'rule("no-date-email").amount("no-such-amount")',
        'url("nobody-2010")',
        'difference("no-such-quarrel")',
        'figure("no-such-figure")',
        'words("no-such-script")',
        'words("closing-note", "voicemail")',
        'example(interview="2027-02-30", said=None)',
        'example(interview="2027-02-04", said=None, no_such_fact=True)',
        'sample("no-such-script", interview="2027-02-04")',
        'sample("no-date", "message", interview="2027-02-04", letter="No such letter")',
        'understood("NO_SUCH_PHRASES", "ways")',
        "sources()",
        "no_such_marker()",
    ],
)
def test_an_unknown_marker_stops_the_build(marker: str) -> None:
    with pytest.raises((ValueError, LookupError, AttributeError, OSError, UndefinedError)):
        fill("{{ " + marker + " }}", source="guides/page.md", site_root="../../", engine={})


def test_a_sample_has_no_blank_left() -> None:
    for country, you in (("US", "Maya Torres"), ("GB", "Priya Shah")):
        marker = f'sample("no-date", "email", interview="2027-02-04", country="{country}")'
        said = fill("{{ " + marker + " }}", source="guides/page.md", site_root="", engine={})
        assert you in said
        assert "February 4" in said if country == "US" else "4 February" in said
        assert "[" not in said


def test_a_page_lists_just_the_sources_that_it_has_named() -> None:
    named = '[a]({{ url("green-2008") }}) [b]({{ url("green-2008") }}) [c]({{ url("umbc") }})'
    page = fill(named + "\n\n{{ sources() }}", source="guides/page.md", site_root="", engine={})
    assert re.findall(r"^- (\w+)", page, re.MULTILINE) == ["Alison", "UMBC"]


def test_all_charts_that_count_days_share_one_scale() -> None:
    days = [one for one in figures().values() if "unit" not in one]
    assert len(days) > 3
    lengths = [
        (length(row["number"], one), row["number"] * one.get("in_days", 1))
        for one in days
        for row in one["rows"]
    ]
    assert {round(long / count, 9) for long, count in lengths} == {round(100 / 106, 9)}
    assert max(lengths)[0] == 100
    assert length(61, figures()["people-ghosted"]) == 61


def test_the_list_drops_a_late_thank_you_when_the_plan_does() -> None:
    script = (ROOT / "docs" / "calculator" / "finding.js").read_text()
    (days,) = re.findall(r"LATE_THANKS = (\d+);", script)
    dropped_after = rule("thank-you-next-day").amount("dropped_after")
    assert dropped_after == Amount(int(days), "days")
