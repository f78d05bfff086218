"""Days with names: Christmas, Thanksgiving, Easter, leap day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from calculator.days import DAY, WEEK, Window, last_day_of_month, monday_of
from calculator.reading.chart import Meaning, Phrase, wordings
from calculator.reading.times import leap_day
from calculator.reading.values import Answer, Setting, Time

type Rule = Callable[[int], date]


def fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def nth(count: int, weekday: int, month: int) -> Rule:
    def find(year: int) -> date:
        first = date(year, month, 1)
        return first + ((weekday - first.weekday()) % 7) * DAY + (count - 1) * WEEK

    return find


def last(weekday: int, month: int) -> Rule:
    def find(year: int) -> date:
        end = last_day_of_month(date(year, month, 1))
        return end - ((end.weekday() - weekday) % 7) * DAY

    return find


def easter(days: int = 0) -> Rule:
    """Return the rule for a day counted from Easter Sunday (Gregorian; Meeus, Jones, Butcher)."""

    def find(year: int) -> date:
        a, b, c = year % 19, year // 100, year % 100
        d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
        f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
        return date(year, f // 31, f % 31 + 1) + days * DAY

    return find


def shifted(rule: Rule, days: int) -> Rule:
    return lambda year: rule(year) + days * DAY


def listed(*days: str) -> Rule:
    """Return the rule for a day that only a table knows, 2024 to 2032."""
    known = {int(day[:4]): date.fromisoformat(day) for day in days}

    def find(year: int) -> date:
        if year not in known:
            raise ValueError(f"no such day is known in {year}")
        return known[year]

    return find


THANKSGIVING = nth(4, 3, 11)
NAMED: tuple[tuple[str, dict[str, Rule]], ...] = (
    ("new year's|years|year day", {"": fixed(1, 1)}),
    ("new year's|years|year eve", {"": fixed(12, 31)}),
    ("new year's|years", {"": fixed(1, 1)}),
    ("nye", {"": fixed(12, 31)}),
    ("mlk|martin (luther) (king) (jr) (day)", {"": nth(3, 0, 1)}),
    ("inauguration day", {"": fixed(1, 20)}),
    ("groundhog day", {"": fixed(2, 2)}),
    ("valentine's|valentines|valentine (day)", {"": fixed(2, 14)}),
    ("president's|presidents|presidents'|washington's (') day|birthday", {"": nth(3, 0, 2)}),
    ("st|saint|paddy's (.) patrick's|patricks|patrick|patties (day)", {"": fixed(3, 17)}),
    ("april fools|fool's|fool (') (day)", {"": fixed(4, 1)}),
    ("shrove|fat|pancake tuesday|day", {"": easter(-47)}),
    ("mardi gras", {"": easter(-47)}),
    ("ash wednesday", {"": easter(-46)}),
    ("palm sunday", {"": easter(-7)}),
    ("maundy thursday", {"": easter(-3)}),
    ("good friday", {"": easter(-2)}),
    ("holy saturday", {"": easter(-1)}),
    ("easter (sunday)", {"": easter()}),
    ("easter monday", {"": easter(1)}),
    ("ascension (day)", {"": easter(39)}),
    ("pentecost|whitsun|whit (sunday)", {"": easter(49)}),
    ("whit|pentecost monday", {"": easter(50)}),
    ("corpus christi", {"": easter(60)}),
    ("earth day", {"": fixed(4, 22)}),
    ("anzac day", {"": fixed(4, 25)}),
    ("cinco de mayo", {"": fixed(5, 5)}),
    ("mother's|mothers|mothering (') day|sunday", {"": nth(2, 6, 5), "GB": easter(-21), "IE": easter(-21)}),
    ("memorial day", {"": last(0, 5)}),
    ("may day", {"": fixed(5, 1), "GB": nth(1, 0, 5), "IE": nth(1, 0, 5)}),
    ("victoria day", {"": lambda year: monday_of(date(year, 5, 24))}),
    ("father's|fathers (') day", {"": nth(3, 6, 6), "AU": nth(1, 6, 9), "NZ": nth(1, 6, 9)}),
    ("juneteenth", {"": fixed(6, 19)}),
    ("canada day", {"": fixed(7, 1)}),
    ("independence day", {"": fixed(7, 4), "IN": fixed(8, 15)}),
    ("bastille day", {"": fixed(7, 14)}),
    ("labor|labour day", {"": fixed(5, 1), "US": nth(1, 0, 9), "CA": nth(1, 0, 9), "NZ": nth(4, 0, 10)}),
    ("columbus day", {"": nth(2, 0, 10)}),
    ("indigenous peoples|people's|peoples' (') day", {"": nth(2, 0, 10)}),
    ("halloween|hallowe'en", {"": fixed(10, 31)}),
    ("all saints|saint's (') day", {"": fixed(11, 1)}),
    ("guy fawkes|bonfire (night|day)", {"": fixed(11, 5)}),
    ("veterans|veteran's|armistice|remembrance (') day", {"": fixed(11, 11)}),
    ("remembrance sunday", {"": nth(2, 6, 11)}),
    ("thanksgiving|turkey (day)", {"": THANKSGIVING, "CA": nth(2, 0, 10)}),
    ("black friday", {"": shifted(THANKSGIVING, 1)}),
    ("cyber monday", {"": shifted(THANKSGIVING, 4)}),
    ("christmas eve", {"": fixed(12, 24)}),
    ("christmas (day)", {"": fixed(12, 25)}),
    ("boxing day", {"": fixed(12, 26)}),
    ("st|saint (.) stephen's|stephens day", {"": fixed(12, 26)}),
    ("australia day", {"": fixed(1, 26)}),
    ("republic day", {"": fixed(1, 26)}),
    ("burns night", {"": fixed(1, 25)}),
    ("waitangi day", {"": fixed(2, 6)}),
    ("st|saint (.) david's|davids day", {"": fixed(3, 1)}),
    ("st|saint (.) george's|georges day", {"": fixed(4, 23)}),
    ("st|saint (.) andrew's|andrews day", {"": fixed(11, 30)}),
    ("early may bank holiday", {"": nth(1, 0, 5)}),
    ("may|spring bank holiday", {"": last(0, 5)}),
    ("august|summer bank holiday", {"": last(0, 8)}),
    ("tax day", {"": fixed(4, 15)}),
    ("diwali|deepavali", {"": listed("2024-10-31", "2025-10-20", "2026-11-08", "2027-10-29", "2028-10-17", "2029-11-05", "2030-10-26", "2031-11-14", "2032-11-02")}),
    ("holi", {"": listed("2024-03-25", "2025-03-14", "2026-03-04", "2027-03-22", "2028-03-11", "2029-03-01", "2030-03-20", "2031-03-09")}),
    ("lunar|chinese new year", {"": listed("2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11")}),
    ("hanukkah|chanukah|hanukah", {"": listed("2024-12-26", "2025-12-15", "2026-12-05", "2027-12-25", "2028-12-13", "2029-12-02", "2030-12-21", "2031-12-10")}),
    ("rosh hashanah|hashana", {"": listed("2024-10-03", "2025-09-23", "2026-09-12", "2027-10-02", "2028-09-21", "2029-09-10", "2030-09-28", "2031-09-18")}),
    ("yom kippur", {"": listed("2024-10-12", "2025-10-02", "2026-09-21", "2027-10-11", "2028-09-30", "2029-09-19", "2030-10-07", "2031-09-27")}),
    ("passover", {"": listed("2024-04-23", "2025-04-13", "2026-04-02", "2027-04-22", "2028-04-11", "2029-03-31", "2030-04-18", "2031-04-08")}),
    ("eid (al) (fitr|-)", {"": listed("2024-04-10", "2025-03-30", "2026-03-20", "2027-03-10", "2028-02-26", "2029-02-14", "2030-02-05", "2031-01-25")}),
)  # fmt: skip


def named_day(rules: dict[str, Rule]) -> Meaning:
    """Return how to find the first such day on or after the day it was said."""

    def find(setting: Setting) -> Time:
        return named_from(rules.get(setting.country, rules[""]), setting.said_on)

    return Meaning("that day, by its actual date in the country", find)


def named_from(rule: Rule, day_named: date) -> Time:
    found = rule(day_named.year)
    if found < day_named:
        found = rule(day_named.year + 1)
    return Time(found, found, "holiday", again=partial(named_from, rule))


def example_of(names: str) -> str:
    """Return the first way to say a wording."""
    return " ".join(next(wordings(names)))


def same(_: Setting, holiday: Time) -> Time:
    return holiday


def named_in_time(setting: Setting, holiday: Time, year: Time) -> Time | None:
    return named_in(setting, holiday, year.first.year)


def named_in(setting: Setting, holiday: Time, year: int) -> Time | None:
    return holiday.again(date(year, 1, 1)) if holiday.again else None


def holiday_weekend(setting: Setting, holiday: Time) -> Time:
    """Return the weekend of a holiday; it ends on its Sunday, or its Monday where that is it."""
    day = holiday.first
    saturday = day - 2 * DAY if day.weekday() == 0 else monday_of(day) + 5 * DAY
    return Time(min(saturday, day) if day.weekday() == 4 else saturday, max(saturday + DAY, day), "weekend")


def find_leap_day(setting: Setting) -> Time:
    found = leap_day(setting.said_on)
    return Time(found.first, found.last, "holiday")


def the_holidays(setting: Setting) -> Time:
    """Return Christmas to New Year's Day, the first that is not over."""
    said = setting.said_on
    year = said.year - (said <= date(said.year, 1, 1))
    return Time(date(year, 12, 25), date(year + 1, 1, 1), "holiday", by=date(year, 12, 25))


def new_year(setting: Setting) -> Time:
    first = date(setting.said_on.year + 1, 1, 1)
    return Time(first, first, "holiday")


def early_new_year(setting: Setting) -> Time:
    first = new_year(setting).first
    return Time(first, first + 9 * DAY, "month", "early")


def in_new_year(setting: Setting) -> Answer:
    first = new_year(setting).first
    return Answer(Window(first), (Window(first, first.replace(month=12, day=31)),))


PHRASES = (
    Phrase("in|into|during new year", Meaning("from 1 January", in_new_year), "in the new year"),
    Phrase("early|beginning|start|earlier (on|part) (in|of) new year", Meaning("1 to 10 January", early_new_year), "early in the new year"),
    Phrase("new year", Meaning("1 January", new_year), "the new year"),
    Phrase("the|winter|christmas|festive|year-end|end-of-year|new (year's|years) holidays|holiday|break|season|period (season|period|break)", Meaning("Christmas to New Year's Day", the_holidays), "the holidays"),
    *(Phrase(names, named_day(rules), example_of(names)) for names, rules in NAMED),
    Phrase("leap day", Meaning("29 February", find_leap_day), "leap day"),
    Phrase("<holiday> (,|of|in) <year>", Meaning("that day of that year", named_in), "Easter 2027"),
    Phrase("<holiday> (,|of|in) <year-time>", Meaning("that day of that year", named_in_time), "Easter next year"),
    Phrase("this|next|coming|upcoming <holiday>", Meaning("the first such day", same), "this Easter"),
    Phrase("(long|holiday) <holiday> (long|holiday) weekend", Meaning("the days off around it", holiday_weekend), "Labor Day weekend"),
)  # fmt: skip
