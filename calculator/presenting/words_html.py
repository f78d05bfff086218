"""The words of a step, where a person uses them."""

from collections.abc import Mapping

from markupsafe import Markup

from calculator.planning.plan import Step
from calculator.presenting.script_html import Sending, script_html
from calculator.presenting.script_parts import Script
from calculator.presenting.step_wording import doing
from calculator.presenting.wording import Dates
from calculator.situation import Situation


def words_html(
    step: Step,
    *,
    situation: Situation,
    scripts: Mapping[str, Script],
    read_only: bool,
    level: int,
) -> Markup:
    """Return the words of a step, or nothing where it has none; headings are of the given level."""
    script = scripts.get(step.id)
    if script is None:
        return Markup()
    names = situation.names
    sending = Sending(
        step=step.id,
        about=f"{doing(step)}, {Dates.of(situation).day(step.on)}",
        email=names.their_email,
        phone=names.their_phone,
    )
    return script_html(script, level=level, sending=None if read_only else sending)
