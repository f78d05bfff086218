"""What the page's script finds in rendered HTML: JSON in attributes, and the parts around it.

The script changes the request by what stands there and asks again; it builds no HTML of its own.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from calculator.presenting.layout import Layout, joined

type Patch = Mapping[str, object]

HIDDEN = Layout('<span class="visually-hidden">: {text}</span>')
MERGES = Layout('<button type="button" class="button" data-merge="{patch}">{label}{about}</button>')
RECORDS = Layout(
    '<button type="button" class="button{primary}" data-event="{event}">{label}{about}</button>'
)
# Where the script says what is wrong with an entry; it is part of the entry's name then.
ERROR = ' <span class="form__error" hidden></span>'
SENDS = Layout('<button type="submit" class="button{primary}">{label}{about}</button>')
PRIMARY = " button--primary"
ENTRY = Layout(
    f'<label class="entry"><span class="entry__label">{{label}}</span>{ERROR}'
    '<input class="form__input" type="date" name="{name}" value="{value}"{most}></label>'
)
MOST = Layout(' max="{day}"')
AREA = Layout(
    f'<label class="entry"><span class="entry__label">{{label}}</span>{ERROR}'
    '<textarea class="form__input form__input--text" name="{name}" rows="2">{value}</textarea>'
    "</label>"
)
SELECT = Layout(
    f'<label class="entry"><span class="entry__label">{{label}}</span>{ERROR}'
    '<select class="form__input" name="{name}">{options}</select></label>'
)
OPTION = Layout('<option value="{value}"{selected}>{label}</option>')
RADIOS = Layout(
    '<fieldset class="entry entry--radios"><legend class="entry__label">{label}</legend>'
    "{radios}</fieldset>"
)
RADIO = Layout(
    '<label class="form__choice"><input type="radio" name="{name}" value="{value}" data-json'
    "{checked}> <span>{label}</span></label>"
)
OPENS = Layout(
    '<details class="opens"><summary>{label}{about}</summary>'
    '<div class="opens__content">{content}</div></details>'
)


JSON = json.JSONEncoder(ensure_ascii=False)


def as_json(value: object) -> str:
    """Return a value as the script reads it."""
    return JSON.encode(value)


# A step's name stands behind each of its buttons.
@lru_cache(maxsize=100)
def hidden(text: str) -> Markup:
    """Return what only those hear who cannot see what a button belongs to."""
    return HIDDEN.format(text=text) if text else Markup()


def merges(label: str, patch: Patch, *, about: str = "") -> Markup:
    """Return a button that merges a patch into the request."""
    return MERGES.format(patch=as_json(patch), label=label, about=hidden(about))


def records(label: str, event: Patch, *, about: str = "", is_primary: bool = False) -> Markup:
    """Return a button that adds an event to the history."""
    return RECORDS.format(
        event=as_json(event),
        label=label,
        about=hidden(about),
        primary=PRIMARY if is_primary else "",
    )


def sends(label: str = "Save", *, about: str = "", is_primary: bool = False) -> Markup:
    """Return the button that sends a form."""
    primary = PRIMARY if is_primary else ""
    return SENDS.format(label=label, about=hidden(about), primary=primary)


def opens(label: str, content: Markup, *, about: str = "") -> Markup:
    """Return what is shown on demand."""
    return OPENS.format(label=label, about=hidden(about), content=content)


def day_entry(
    label: str, name: str, day: date | None = None, *, most: date | None = None
) -> Markup:
    """Return an entry for a day, which may be ``most`` at the latest."""
    latest = MOST.format(day=most) if most else ""
    return ENTRY.format(label=label, name=name, value=day or "", most=latest)


def text_entry(label: str, name: str, text: str = "") -> Markup:
    """Return an entry for some words."""
    return AREA.format(label=label, name=name, value=text)


def select(
    label: str, name: str, options: Iterable[tuple[str, str]], *, chosen: str | None = None
) -> Markup:
    """Return a list to choose from: each option's value, and its words."""
    return SELECT.format(
        label=label,
        name=name,
        options=joined(
            OPTION.format(
                value=value,
                selected=Markup(" selected") if value == chosen else "",
                label=words,
            )
            for value, words in options
        ),
    )


def radios(
    label: str, name: str, options: Iterable[tuple[object, str]], *, chosen: object = ...
) -> Markup:
    """Return a few answers of which one may be chosen: each with its value, and its words."""
    return RADIOS.format(
        label=label,
        radios=joined(
            RADIO.format(
                name=name,
                value=as_json(value),
                checked=Markup(" checked") if value == chosen else "",
                label=words,
            )
            for value, words in options
        ),
    )
