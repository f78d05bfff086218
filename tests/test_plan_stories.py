"""Whole stories, each named by a sentence, and that together they show all of the advice."""

import re

import pytest
from plan_stories import Story, lines, stories

from calculator.planning.advice import Rule
from calculator.planning.plan import Plan
from calculator.planning.planner import plan
from calculator.planning.rules import advice

STORIES = stories()
by_name = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@by_name
def test_the_plan_of_the_story(story: Story) -> None:
    assert lines(plan(story.situation).steps) == story.steps


@by_name
def test_the_story_shows_its_rules(story: Story) -> None:
    found = plan(story.situation)
    assert [name for name in story.rules if not shows(found, advice().rules[name])] == []


@by_name
def test_the_story_shows_its_differences(story: Story) -> None:
    found = plan(story.situation)
    for name in story.differences:
        involved = advice().differences[name].rules
        assert any(shows(found, advice().rules[each]) for each in involved), name


@by_name
def test_every_step_of_the_story_says_why_and_how(story: Story) -> None:
    for step in plan(story.situation).steps:
        assert re.fullmatch(r"[A-Z“].*[.!?]", step.why)
        assert "None" not in step.why
        is_contact = step.action in ("thank", "email", "call", "recruiter", "reply", "close")
        assert step.channel is not None or step.status == "done" or not is_contact
        if step.words:
            assert step.words.awaited in ("decision", "next-round", "offer", "word")


@by_name
def test_the_words_of_the_story(story: Story) -> None:
    steps = [step for step in plan(story.situation).steps if step.status != "done"]
    scripts = tuple(step.words.script for step in steps if step.words)
    assert story.scripts is None or scripts == story.scripts


def test_no_two_stories_have_the_same_name() -> None:
    names = [story.name for story in STORIES]
    assert sorted(set(names)) == sorted(names)


def test_there_are_at_least_eighty() -> None:
    assert len(STORIES) >= 80


def test_every_rule_is_shown_by_a_story() -> None:
    shown = {name for story in STORIES for name in story.rules}
    assert set(advice().rules) - shown == set()


def test_every_difference_is_shown_by_a_story() -> None:
    shown = {name for story in STORIES for name in story.differences}
    assert set(advice().differences) - shown == set()


def shows(found: Plan, rule: Rule) -> bool:
    """Whether a rule made a step of a plan, one of its notices or one of its branches."""
    opening = rule.notice.partition("{")[0]
    reason = rule.why.format_map(rule.in_words) if rule.countries else "no such text"
    return (
        any(rule.id in step.rules for step in found.steps)
        or (bool(opening) and any(notice.startswith(opening) for notice in found.notices))
        or any(reason in branch.then for branch in found.branches)
    )
