"""What pages may ask for from the data, so that nothing decided is typed twice.

A page asks in double braces, ``{{ rule("no-date-email").says }}``; an unknown name fails the build.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from calculator.browser import respond
from calculator.holidays import countries
from calculator.planning.rules import Source, advice, rule
from calculator.presenting.script_html import script_html
from calculator.presenting.scripts import Script, unfilled
from calculator.presenting.wording import day_text

# The comment marks are changed because Markdown's ``{#id}`` would begin a comment.
TEMPLATES = Environment(
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 (Markdown, written by us; what is HTML comes escaped)
    comment_start_string="<!--#",
    comment_end_string="#-->",
)


def fill(markdown: str, *, site_root: str, engine: Mapping[str, str]) -> str:
    """Return a page's Markdown with its markers filled in.

    ``site_root`` leads from the page to the top of the site, ``engine`` names the folders of the
    packed calculator from there. Raises an error for anything that the data does not have.
    """
    functions: dict[str, Callable[..., object]] = {
        "day": lambda text: day_text(date.fromisoformat(text)),
        "example": partial(example, site_root=site_root),
        "rule": rule,
        "rules_page": rules_page,
        "sources": sources,
        "words": words,
    }
    return TEMPLATES.from_string(markdown).render(
        functions, engine=engine, countries=countries().items()
    )


def example(*, interview: str, said: str | None, site_root: str, **facts: object) -> Markup:
    """Return a worked plan: computed now, by the same package as in the page.

    ``interview`` is an ISO date, ``said`` what they said that day (``None``: nothing), ``facts``
    are further fields of a request; ``today`` is the interview's day unless it is given. Raises
    ``ValueError`` where the calculator finds a problem with it.
    """
    request = {
        "today": interview,
        "interview": {"on": interview},
        "said": said and {"text": said},
        "site_root": site_root,
        **facts,
    }
    answer = json.loads(respond(json.dumps(request)))
    if answer["problems"]:
        raise ValueError(f"the example has problems: {answer['problems']}")
    return Markup('<div class="example">{}</div>').format(Markup(answer["html"]))  # noqa: S704 (escaped by the renderer)


def words(name: str, way: str) -> Markup:
    """Return a script's words for one way, every blank shown as a blank."""
    script = unfilled(name)
    parts = tuple(part for part in script.parts if part.way == way)
    if not parts:
        raise ValueError(f"the script {name!r} has no words for {way!r}")
    return script_html(Script(title=script.title, parts=parts), level=3)


def sources(*ids: str) -> str:
    """Return a list of sources, each once, with its year and link."""
    found = advice().sources
    lines = {source_line(found[id_]): None for id_ in ids}
    return "\n".join(f"- {line}" for line in lines)


def source_line(source: Source) -> str:
    """Return who said it, where and when, as a link."""
    year = f"{'about ' * source.year_is_about}{source.year}" if source.year else "no year given"
    return f"{source.who}: [{source.title}]({source.url}) ({year})"


def rules_page() -> str:
    """Return every rule, and every question on which experts differ, as Markdown."""
    rules = (rule_section(id_) for id_ in advice().rules)
    differences = (difference_section(id_) for id_ in advice().differences)
    return "\n\n".join(["## The rules", *rules, "## Where experts differ", *differences])


def rule_section(id_: str) -> str:
    """Return one rule: its sentence, its reason where it is ours, what its sources claim."""
    one = rule(id_)
    reviewed = f"Last checked: {day_text(one.reviewed)}."
    house = f"*Our own choice.* {one.house}" if one.house else ""
    return paragraphs(f"### {one.says} {{ #{id_} }}", house, claims(one.sources), reviewed)


def difference_section(id_: str) -> str:
    """Return one question on which experts differ: the sides, and what we took."""
    one = advice().differences[id_]
    sides = (paragraphs(f"**{side.says}**", claims(side.sources)) for side in one.sides)
    took = f"**What we took:** {one.default} {one.because}"
    return paragraphs(f"### {one.question} {{ #{id_} }}", *sides, took)


def claims(ids: Iterable[str]) -> str:
    """Return what sources claim, in our words, with who and when."""
    found = (advice().sources[id_] for id_ in ids)
    return "\n".join(f"- {source.claims} {source_line(source)}" for source in found)


def paragraphs(*parts: str) -> str:
    """Return the parts that say something, each as a paragraph."""
    return "\n\n".join(filter(None, parts))
