"""Days with names: Christmas, Thanksgiving, Easter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from copy import replace
from datetime import date

from calculator import holidays
from calculator.days import DAY, WEEK, Window, last_day_of_month, monday_of
from calculator.reading.meaning import Meaning, as_named, means
from calculator.reading.meanings.dates import month_from
from calculator.reading.patterns import plain
from calculator.reading.values import Answer, Other, Setting, Time

# The day in a year, or nothing where it is not known.
type Rule = Callable[[int], date | None]


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


def monday_before(month: int, day: int) -> Rule:
    """Return the rule for the last Monday before a date."""
    return lambda year: monday_of(date(year, month, day) - DAY)


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
    def find(year: int) -> date | None:
        day = rule(year)
        return day and day + days * DAY

    return find


def listed(*days: str) -> Rule:
    """Return the rule for a day that only a table knows, 2024 to 2032."""
    return {int(day[:4]): date.fromisoformat(day) for day in days}.get


THANKSGIVING = nth(4, 3, 11)
# Each by country, "" for all others: first the name, then other ways to say it.
NAMED: tuple[tuple[dict[str, Rule], str, tuple[str, ...]], ...] = (
    ({"": fixed(1, 1)}, "New Year's Day", ("new years (day)",)),
    ({"": fixed(12, 31)}, "New Year's Eve", ("new year|years eve", "nye", "hogmanay")),
    ({"": nth(3, 0, 1)}, "Martin Luther King Day", ("mlk|martin (luther) (king) (jr) (day)",)),
    ({"": fixed(1, 20)}, "Inauguration Day", ()),
    ({"": fixed(1, 25)}, "Burns Night", ()),
    ({"": fixed(1, 26)}, "Australia Day", ()),
    ({"": fixed(2, 1)}, "St Brigid's Day", ("st|saint (.) brigid|brigids|bridget (day)", "imbolc")),
    ({"": fixed(2, 2)}, "Groundhog Day", ()),
    ({"": fixed(2, 6)}, "Waitangi Day", ()),
    ({"": fixed(2, 14)}, "Valentine's Day", ("valentine|valentines (day)",)),
    ({"": nth(3, 0, 2)}, "Presidents' Day", ("president|presidents day", "washington birthday")),
    ({"": fixed(3, 1)}, "St David's Day", ()),
    ({"": fixed(3, 15)}, "ides of March", ()),
    ({"": fixed(3, 17)}, "St Patrick's Day",
     ("st|saint (.) patrick|patricks|paddy|paddys|patties (day)", "paddy|paddys day")),
    ({"": fixed(4, 1)}, "April Fools' Day", ("april fool|fools (day)",)),
    ({"": easter(-47)}, "Shrove Tuesday", ("fat|pancake tuesday|day", "mardi gras")),
    ({"": easter(-46)}, "Ash Wednesday", ()),
    ({"": easter(-7)}, "Palm Sunday", ()),
    ({"": easter(-3)}, "Maundy Thursday", ()),
    ({"": easter(-2)}, "Good Friday", ()),
    ({"": easter(-1)}, "Holy Saturday", ()),
    ({"": easter()}, "Easter", ("easter (sunday|day)",)),
    ({"": easter(1)}, "Easter Monday", ("easter bank holiday",)),
    ({"": easter(39)}, "Ascension Day", ("ascension",)),
    ({"": easter(49)}, "Pentecost", ("whitsun", "whit|pentecost sunday")),
    ({"": easter(50)}, "Whit Monday", ("pentecost monday",)),
    ({"": easter(60)}, "Corpus Christi", ()),
    ({"": fixed(4, 15)}, "Tax Day", ()),
    ({"": fixed(4, 22)}, "Earth Day", ()),
    ({"": fixed(4, 23)}, "St George's Day", ()),
    ({"": fixed(4, 25)}, "Anzac Day", ()),
    ({"": fixed(5, 1), "GB": nth(1, 0, 5), "IE": nth(1, 0, 5)}, "May Day", ("early may bank holiday",)),
    ({"": fixed(5, 4)}, "Star Wars Day", ()),
    ({"": fixed(5, 5)}, "Cinco de Mayo", ()),
    ({"": nth(2, 6, 5), "GB": easter(-21), "IE": easter(-21)}, "Mother's Day",
     ("mother|mothers|mothering day|sunday",)),
    ({"": monday_before(5, 25)}, "Victoria Day", ()),
    ({"": last(0, 5)}, "Memorial Day", ("spring bank holiday", "late may bank holiday")),
    ({"": nth(3, 6, 6), "AU": nth(1, 6, 9), "NZ": nth(1, 6, 9)}, "Father's Day",
     ("father|fathers day",)),
    ({"": fixed(6, 19)}, "Juneteenth", ()),
    ({"": fixed(6, 24)}, "Midsummer Day", ()),
    ({"": fixed(7, 1)}, "Canada Day", ()),
    ({"": fixed(7, 4), "IN": fixed(8, 15)}, "Independence Day",
     ("4th|fourth of july", "july 4th|fourth")),
    ({"": fixed(7, 14)}, "Bastille Day", ()),
    ({"": last(0, 8)}, "August bank holiday", ("august|summer (bank) holiday",)),
    ({"": fixed(5, 1), "US": nth(1, 0, 9), "CA": nth(1, 0, 9), "NZ": nth(4, 0, 10)}, "Labor Day",
     ("labor|labour day",)),
    ({"": nth(2, 0, 10)}, "Columbus Day", ("indigenous people|peoples day",)),
    ({"": fixed(10, 2)}, "Gandhi Jayanti", ("gandhi birthday",)),
    ({"": nth(2, 0, 10)}, "Canadian Thanksgiving", ()),
    ({"": THANKSGIVING}, "American Thanksgiving", ("us thanksgiving",)),
    ({"": fixed(10, 31)}, "Halloween", ("hallowe'en",)),
    ({"": fixed(11, 1)}, "All Saints' Day", ("all saints|saint day",)),
    ({"": fixed(11, 5)}, "Bonfire Night", ("guy fawkes (night|day)",)),
    ({"": fixed(11, 11)}, "Veterans Day", ("veteran|veterans|armistice|remembrance day",)),
    ({"": nth(2, 6, 11)}, "Remembrance Sunday", ()),
    ({"": THANKSGIVING, "CA": nth(2, 0, 10)}, "Thanksgiving", ("turkey|thanksgiving day",)),
    ({"": shifted(THANKSGIVING, 1)}, "Black Friday", ()),
    ({"": shifted(THANKSGIVING, 4)}, "Cyber Monday", ()),
    ({"": fixed(11, 30)}, "St Andrew's Day", ()),
    ({"": fixed(12, 24)}, "Christmas Eve", ()),
    ({"": fixed(12, 25)}, "Christmas", ("christmas day",)),
    ({"": fixed(12, 26)}, "Boxing Day", ("st|saint (.) stephen|stephens day",)),
    ({"": listed(
        "2024-10-31", "2025-10-20", "2026-11-08", "2027-10-29", "2028-10-17", "2029-11-05",
        "2030-10-26", "2031-11-14", "2032-11-02")}, "Diwali", ("deepavali", "divali")),
    ({"": listed(
        "2024-03-25", "2025-03-14", "2026-03-04", "2027-03-22", "2028-03-11", "2029-03-01",
        "2030-03-20", "2031-03-09", "2032-03-27")}, "Holi", ()),
    ({"": listed(
        "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13",
        "2030-02-03", "2031-01-23", "2032-02-11")}, "Lunar New Year", ("lunar|chinese new year", "cny")),
    ({"": listed(
        "2024-12-26", "2025-12-15", "2026-12-05", "2027-12-25", "2028-12-13", "2029-12-02",
        "2030-12-21", "2031-12-10", "2032-11-28")}, "Hanukkah", ("chanukah", "hanukah")),
    ({"": listed(
        "2024-10-03", "2025-09-23", "2026-09-12", "2027-10-02", "2028-09-21", "2029-09-10",
        "2030-09-28", "2031-09-18", "2032-09-06")}, "Rosh Hashanah", ("rosh hashana",)),
    ({"": listed(
        "2024-10-12", "2025-10-02", "2026-09-21", "2027-10-11", "2028-09-30", "2029-09-19",
        "2030-10-07", "2031-09-27", "2032-09-15")}, "Yom Kippur", ()),
    ({"": listed(
        "2024-04-23", "2025-04-13", "2026-04-02", "2027-04-22", "2028-04-11", "2029-03-31",
        "2030-04-18", "2031-04-08", "2032-03-27")}, "Passover", ("pesach",)),
    ({"": listed(
        "2024-04-10", "2025-03-31", "2026-03-20", "2027-03-10", "2028-02-27", "2029-02-15",
        "2030-02-05", "2031-01-25", "2032-01-14")}, "Eid", ("eid al|ul - fitr", "eid al|ul fitr")),
    ({"": listed(
        "2024-06-16", "2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05", "2029-04-24",
        "2030-04-13", "2031-04-02", "2032-03-22")}, "Eid al-Adha", ("eid al|ul - adha", "eid al|ul adha")),
)  # fmt: skip


# Feasts that last: how many days.
DAYS = {"Passover": 8, "Hanukkah": 8, "Rosh Hashanah": 2}

WHICH_HOLIDAY = Other(("event", "anchor"), "which holiday that is")

# What begins like this is a day beside another one, or none that people name.
UNNAMED = re.compile(r"(?:Day|Monday|Friday|The|First|Second|Post|Bridge|Special|Temporary)\b")


def national_days() -> dict[str, tuple[str, ...]]:
    """Return the public holidays of all countries that are plain words: as found, and as named."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(holidays.names()):
        if re.fullmatch(r"[A-Za-z' .-]+", name) and not UNNAMED.match(name):
            found[plain(name)] = (*found.get(plain(name), ()), name)
    return found


def older(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a public holiday was called before, as it is found in a text."""
    return (plain("Queen's Birthday"),) if "King's Birthday" in names else ()


def national_day(names: tuple[str, ...]) -> Meaning[..., Time | None]:
    """Return how to find the next public holiday of one of these names in the country."""

    def find(setting: Setting) -> Time | None:
        named = holidays.days_named(setting.country)
        days = sorted(day for name in names for day in named.get(name, ()))
        found = next((day for day in days if day >= setting.said_on), None)
        return Time(found, found, "holiday") if found else None

    return Meaning("that public holiday, by its actual date in the country", find)


def named_day(rules: dict[str, Rule], days: int) -> Meaning[..., Time | None]:
    """Return how to find the first such day, or days, not over on the day it was said."""

    def find(setting: Setting) -> Time | None:
        return named_from(rules.get(setting.country, rules[""]), days, setting.said_on)

    return Meaning("that day, by its actual date in the country", find)


def named_from(rule: Rule, days: int, day_named: date) -> Time | None:
    """Return the first such day on or after one, if it is known, or the days of a feast."""
    more = (days - 1) * DAY
    begins = (rule(day_named.year), rule(day_named.year + 1))
    first = next((day for day in begins if day and day + more >= day_named), None)
    if not first:
        return None
    time = Time(first, first + more, "holiday", by=first if more else None)
    return replace(time, again=lambda later: named_from(rule, days, later) or time)


same = as_named("the first such day")


@means("that day of that year")
def in_year(_: Setting, holiday: Time, year: int) -> Time | None:
    found = holiday.again(date(year, 1, 1)) if holiday.again else None
    return found if found and found.first.year == year else None


@means("the days off around it: to its Sunday, or to its Monday where that is a holiday")
def holiday_weekend(setting: Setting, holiday: Time) -> Time | None:
    day = holiday.first
    if day != holiday.last:
        return None
    match day.weekday():
        case 0:
            return Time(day - 2 * DAY, day, "weekend")
        case 4:
            return Time(day, day + 2 * DAY, "weekend")
        case 6 if day + DAY in setting.holidays:
            return Time(day - DAY, day + DAY, "weekend")  # Easter, where its Monday is off
        case _:
            saturday = monday_of(day) + 5 * DAY
            return Time(saturday, saturday + DAY, "weekend")


@means("the public holiday of that month, or of most regions: asked for, where there are several")
def holiday_of_month(setting: Setting, number: int) -> Time | Other | None:
    month = month_from(number, setting.said_on)
    of_regions = (day for days in holidays.days_named(setting.country).values() for day in days)
    for days in (setting.holidays, of_regions):
        inside = [day for day in days if month.first <= day <= month.last]
        counts = Counter([day for day in inside if day.weekday() in (0, 4)] or inside)
        most = [day for day, count in counts.items() if count == max(counts.values())]
        if len(most) == 1:
            return Time(most[0], most[0], "holiday")
    return WHICH_HOLIDAY


@means("the days off around the public holiday of that month")
def weekend_of_month(setting: Setting, number: int) -> Time | Other | None:
    holiday = holiday_of_month(setting, number)
    return holiday_weekend(setting, holiday) if isinstance(holiday, Time) else holiday


@means("the next public holiday: asked for, if there is none in two weeks")
def next_holiday(setting: Setting) -> Time | Other:
    coming = (setting.said_on + days * DAY for days in range(2 * 7 + 1))
    near = [day for day in coming if is_off_for_most(day, setting)]
    # Good Friday and Easter Monday are one holiday.
    beside = [day for day in near if day - near[0] <= 3 * DAY]
    return Time(beside[0], beside[-1], "holiday") if beside else WHICH_HOLIDAY


def is_off_for_most(day: date, setting: Setting) -> bool:
    """Whether a day is a public holiday, or one of most regions where no region is given."""
    differ = holidays.regional_days(setting.country).get(day, ()) if not setting.region else ()
    most = bool(differ) and len(differ) > len(holidays.regions(setting.country)) / 2
    return most or day in setting.holidays


@means("the days off around the next public holiday: in doubt, if there is none in two weeks")
def next_holiday_weekend(setting: Setting) -> Time | Other | None:
    found = next_holiday(setting)
    if isinstance(found, Other):
        return next_long_weekend(setting) or found
    return found if found.first < found.last else holiday_weekend(setting, found)


def next_long_weekend(setting: Setting) -> Time | None:
    """Return the next weekend beside a Monday off in many regions; in doubt, as another may be meant."""
    monday = monday_of(setting.said_on)
    least = len(holidays.regions(setting.country)) / 3
    for day in (monday + weeks * WEEK for weeks in range(1, LONG_WEEKENDS)):
        regions = holidays.regional_days(setting.country).get(day, ())
        if day in setting.holidays or len(regions) >= max(least, 1):
            found = holiday_weekend(setting, Time(day, day, "holiday"))
            return found and replace(found, doubtful=day - setting.said_on > 2 * WEEK)
    return None


LONG_WEEKENDS = 13  # weeks ahead


@means("the days off around the public holiday called so: asked for, where there is none")
def weekend_named(setting: Setting, name: str) -> Time | Other | None:
    named = holidays.days_named(setting.country).items()
    days = [day for title, days in named if plain(title) == f"{name} day" for day in days]
    first = min((day for day in days if day >= setting.said_on), default=None)
    weekend = Other(("anchor",), "which weekend that is")
    return holiday_weekend(setting, Time(first, first, "holiday")) if first else weekend


@means("Christmas to New Year's Day")
def the_holidays(setting: Setting) -> Time:
    said = setting.said_on
    christmas = date(said.year - (said <= date(said.year, 1, 1)), 12, 25)
    return Time(christmas, christmas + WEEK, "holiday", by=christmas)


@means("1 January")
def new_year(setting: Setting) -> Time:
    first = date(setting.said_on.year + 1, 1, 1)
    return Time(first, first, "holiday")


@means("1 to 10 January")
def early_new_year(setting: Setting) -> Time:
    first = new_year(setting).first
    return Time(first, first + 9 * DAY, "month", "early")


@means("from 1 January on")
def in_new_year(setting: Setting) -> Answer:
    first = new_year(setting).first
    return Answer(Window(first), (Window(first, first.replace(month=12, day=31)),))
