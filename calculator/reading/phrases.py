"""The wordings that are understood: the list that grows.

A new wording is one entry here, or one more line of an entry, and one case in
``tests/cases/phrases.toml``. In a wording, ``<kind>`` is a slot for anything that a phrase of that
kind found, ``(of)`` may be left out and ``in|of`` is either. Words that change nothing ("the",
"about", "probably") need not be named. Of two phrases that fit the same words, the one that stands
first is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from calculator.reading.meaning import flipped, of_year, reordered
from calculator.reading.meanings import (
    bounds,
    counted,
    dates,
    events,
    lengths,
    named_days,
    near,
    several,
    stretches,
    weekdays,
)
from calculator.reading.patterns import Phrase, tree_of

# fmt: off
NUMBERS = (
    Phrase("a <quantity> of", lengths.quantity, "a couple of weeks", "(good) <quantity> (of)", "a (good) <quantity> (of)"),
    Phrase("<tens> <number>", lengths.tens_and_ones, "twenty-one days"),
    Phrase("<number> hundred", lengths.hundreds, "a hundred days"),
    Phrase("<number> to <number>", lengths.number_range, "two to three weeks",
           "<number|quantity> to|or|-|and|through|/ (even) <number|quantity>"),
    Phrase("<number>, maybe <number>", lengths.number_then_number, "two, maybe three weeks", "<number|quantity> , (or|to) <number|quantity>"),
    Phrase("<number> and a half", lengths.and_a_half, "two and a half weeks", "<number> and an half", "<number> (and) <fraction>"),
    Phrase("<number>, in figures <number>", lengths.number_twice, "five (5) days", "<number> [ <number> ]"),
    Phrase("half a", lengths.half, "half a month", "half of a|an", "half an", "a half (a)"),
    Phrase("<fraction>", lengths.fraction, "1/2 of a month", "<fraction> (of) a|an"),
    Phrase("half a dozen", lengths.half_dozen, "half a dozen weeks"),
    Phrase("a quarter of a", lengths.quarters, "a quarter of a year", "(a) quarter of a|an", "<number> quarters of a|an"),
    Phrase("another <number>", lengths.quantity, "another two weeks",
           "another|full|whole|solid|extra|further|min|max <number|quantity>", "good <number>"),
    Phrase("<number> or so", lengths.quantity, "in five or so days", "<number> or so"),
    Phrase("<number> more", lengths.quantity, "two more weeks",
           "<number|quantity> more|full|whole|solid|short|extra|further|additional|consecutive|odd|other|long"),
    Phrase("another", lengths.one, "another week", "a|one further|whole|full|single|solid|good", "a|one - off"),
)

LENGTHS = (
    Phrase("business <unit>", lengths.working_unit, "five business days", "working|work|banking|office|bus|week <unit>", "[ business|working ] <unit>"),
    Phrase("calendar <unit>", lengths.calendar_unit, "five calendar days", "calender|consecutive|straight <unit>"),
    Phrase("<number> <unit>", lengths.duration, "three weeks", "<number> of <unit>"),
    Phrase("<number> <unit> and a half", lengths.duration_and_a_half, "a week and a half", "<number> <unit> and|n|& (a) half"),
    Phrase("<number> <unit> or <number>", lengths.one_or_more, "a week or two", "<number> <unit> (,) to|or|-|/ (even) <number|quantity>", "<number> <unit> , <number|quantity>", "<number> <unit> (,) but|or (more) likely|probably|possibly|maybe <number|quantity>"),
    Phrase("more than <number> <unit> but less than <number>", lengths.one_or_more, "more than a week but less than two", "more|longer|over than <number> <unit> (,) but|and less|fewer|under than <number>", "over <number> <unit> (,) but|and under <number>"),
    Phrase("<number> <unit>, make that <number>", lengths.put_right, "two weeks, make that three", "<number> <unit> (,|-|.|…) (actually|sorry|no|wait) (,|-) (no|sorry|wait|actually) (,) make (that|it) <number>", "<number> <unit> (,) but|now (it) ('s|is|looks|looking|more) (now|more) like <number>", "<number> <unit> (,|-|…) (no|sorry) (,) i mean|meant <number>"),
    Phrase("<number> <unit>, sorry, <unit>", lengths.put_right_unit, "ten days, sorry, working days", "<number> <unit> ,|-|…|[ well|no|or|sorry|actually|meaning|rather|correction|edit|that|i (,) (sorry|actually|rather|is|mean|meant) (:|,) (that) (i|is) (mean|meant) (,) <unit> (])", "<number> <unit> [ <unit> ]", "<number> <unit> . (well|no|or) (,) sorry|actually|rather|correction|edit (:|,) (that) (i|is) (mean|meant) (,) <unit>"),
    Phrase("<number> or <number> <unit>", reordered(lengths.one_or_more, 0, 2, 1), "between two and three weeks",
           "between|from <number> and|to|- <number|quantity> <unit>", "anywhere|anything between|from <number> and|to <number|quantity> <unit>"),
    Phrase("<duration> to <duration>", lengths.duration_range, "a week to ten days",
           "<duration|hours> to|-|,|/ <duration|hours>", "(anywhere) between|from <duration|hours> and|to <duration|hours>"),
    Phrase("<duration> or <duration>", lengths.either, "a week or even a few days", "<duration|hours> (,) or (even|maybe|possibly|perhaps) <duration|hours>", "<duration|hours> .|… or|maybe|perhaps|possibly (maybe|even) <duration|hours>", "<duration|hours> .|… (or) (it) could|might|may (also|even|well) be <duration|hours>"),
    Phrase("<duration> and <duration>", lengths.sum_of, "a week and three days", "<duration> plus|& (and) <duration>", "<duration> <duration>"),
    Phrase("<duration> or so", lengths.same_duration, "a week or so", "<duration|hours> or thereabouts|something", "<duration|hours> to the day", "<duration|hours> , give or take", "<duration|hours> give or take (a|one|few) (day|days|bit)",
           "<duration|hours> roughly|approximately|ish|total|altogether"),
    Phrase("<duration>' time", lengths.same_duration, "two weeks' time", "<duration|hours> time", "<duration|hours> of time|waiting"),
    Phrase("<unit> or <number>", lengths.unit_or_more, "the next week or two", "<unit> to|or|and|- <number|quantity>"),
    Phrase("<unit> and a half", lengths.unit_and_a_half, "the next week and a half"),
    Phrase("<unit> or so", lengths.unit_or_so, "the next week or so", "<unit> or thereabouts"),
)

WEEKDAYS = (
    Phrase("the <weekday>", weekdays.following_weekday, "on the Friday", "the <weekday>"),
    Phrase("<weekday>", weekdays.weekday, "Friday"),
    Phrase("this <weekday>", weekdays.weekday, "this Friday",
           "this|coming|upcoming (coming|upcoming|very) <weekday>", "<weekday> coming"),
    Phrase("following <weekday>", weekdays.following_weekday, "the following Friday", "following|that (very|same) <weekday>", "<weekday> following|after|thereafter", "<weekday> afterwards"),
    Phrase("<weekday> after that", weekdays.weekday_after_that, "the Monday after that", "first|next <weekday> after that"),
    Phrase("<ordinal> <weekday> after that", weekdays.nth_weekday_after_that, "the second Monday after that"),
    Phrase("next <weekday>", weekdays.next_weekday, "next Friday", "<weekday> next"),
    Phrase("next next <weekday>", weekdays.one_further, "next next Friday", "next (to) next <weekday>"),
    Phrase("<unit> after <holiday>", stretches.unit_after, "the week after Easter Monday", "<unit> (right) after|following <holiday>"),
    Phrase("<weekday> week", weekdays.weekday_week, "Friday week", "a|one|1 week (on|from|this|come) <weekday>", "week on|from <weekday>", "next|this|coming <weekday> week"),
    Phrase("the <weekday> after this one", weekdays.weekday_week, "the Friday after this one", "<weekday> after this", "<weekday> after this|the coming (coming) (one|week)"),
    Phrase("<weekday> fortnight", weekdays.weekday_fortnight, "Friday fortnight", "<weekday> fortnight", "(a) fortnight (on|from|this|come) <weekday>"),
    Phrase("<weekday> after next", weekdays.weekday_after_next, "the Friday after next", "<weekday> after next"),
    Phrase("<number> <weekday> from now", weekdays.number_of_weekdays, "two Fridays from now", "<number> <weekday|weekdays> from now|today", "<number> <weekday|weekdays> hence|on|out|away"),
    Phrase("next <number> <weekday>", weekdays.next_weekdays, "the next two Fridays", "next|coming <number> <weekday|weekdays>"),
    Phrase("<weekday> of <week>", weekdays.weekday_of_week, "Friday of next week", "<weekday> (in|,|from) <week>", "<weekday> , sometime <week>"),
    Phrase("<week> <weekday>", flipped(weekdays.weekday_of_week), "next week Friday", "<week> , (on) <weekday>", "<week> on|, <weekday>"),
    Phrase("<weekday> or <weekday> of <week>", weekdays.weekdays_of_week, "Monday or Tuesday of next week",
           "<weekday> or|to|through|until|and|-|/ <weekday> (of|in|,) <week>", "between|from <weekday> and|to|through <weekday> (of|in|,) <week>"),
    Phrase("<week>, <weekday> or <weekday>", reordered(weekdays.weekdays_of_week, 1, 2, 0), "next week, Monday or Tuesday",
           "<week> (,) (on|either) <weekday> or|to|through|and|-|/ <weekday>", "<week> between <weekday> and <weekday>"),
    Phrase("<weekday> <duration> from now", weekdays.weekday_in_duration, "Monday two weeks from now", "<weekday> in <duration>", "<weekday> <duration> from today|now|hence|out"),
    Phrase("<duration> from now on <weekday>", flipped(weekdays.weekday_in_duration), "two weeks from now on Monday", "<duration> from today|now (,) (on) <weekday>"),
    Phrase("<weekday> after <time>", weekdays.weekday_after_time, "the Monday after April 15", "first|next <weekday> after|following <time>", "<weekday> after|following <time>"),
    Phrase("<ordinal> <weekday> after <time>", weekdays.nth_weekday_after_time, "the second Monday after Easter", "<ordinal> <weekday> after|following <time>"),
    Phrase("<weekday> before <time>", weekdays.weekday_before_time, "the Friday before Christmas", "(last|final) <weekday> before|preceding|prior <time>", "<weekday> prior to <time>"),
    Phrase("this <weekday> or next", weekdays.weekday_or_next, "this Friday or next", "this <weekday> or the next|following|one (one) (after)", "<weekday> or the one after|following"),
    Phrase("<ordinal> <weekday> of <time>", weekdays.nth_weekday_of, "the third Friday of May", "<ordinal> <weekday> (of|in) <time>"),
    Phrase("<ordinal> <weekday>", weekdays.nth_weekday, "the second Tuesday"),
    Phrase("last <weekday> of <time>", weekdays.last_weekday_of, "the last Monday of March", "last|final <weekday> (of|in) <time>"),
    Phrase("second to last <weekday> of <time>", weekdays.last_but_one_of, "the second to last Friday of May", "penultimate <weekday> (of|in) <time>", "last but one <weekday> (of|in) <time>", "next to last <weekday> (of|in) <time>", "second last <weekday> (of|in) <time>"),
)

NEAR_DAYS = (
    Phrase("today", near.today, "today", "tonight", "(later) this (late|early) morning|afternoon|evening|night", "later (on) today|tonight", "later on this morning|afternoon|evening", "today evening|morning|afternoon|night", "early evening|afternoon"),
    Phrase("end of day", near.end_of_today, "end of day", "by|before (the) (late|early) evening|afternoon|night", "eod|cob|eob|cop|coby", "end|close|start|finish of (the|this|our|your|today) (working|business|work) day|business|play|today|shift|trading", "lunchtime|lunch|midday|noon|midnight today", "day 's end", "after|by lunch|work|school|dinner|lunchtime|tea|teatime|dinnertime|breakfast|bedtime", "before (the) day is|was|'s out|over|done", "before i|we|you|they|he|she go|goes|leave|leaves (home) today|tonight", "before i|we|you|they|he|she go|goes home for the day|night"),
    Phrase("that day", near.that_day, "that day", "same|that|very|this (very|same) day", "on the day", "that|same (very|same) morning|afternoon|evening|night", "in|later (in) (the) (late|early) afternoon|evening", "later (in) (the|that) day", "before i|we|you|they|he|she go|goes|went home|bed", "before i|we|you|they|he|she go|goes|went to bed"),
    Phrase("tomorrow", near.tomorrow, "tomorrow", "this time tomorrow"),
    Phrase("the day after <own>", reordered(near.tomorrow), "the day after your interview", "day after|following <own>"),
    Phrase("the next day", near.next_day, "the next day", "next|following day", "the day after", "a day later", "next morning|afternoon", "the following morning|afternoon", "day following", "morning|afternoon|evening after|afterwards"),
    Phrase("the evening before", near.day_before, "the evening before", "evening|afternoon before|beforehand"),
    Phrase("the next working day", near.next_working_day, "the next working day", "next|following working|business|work day"),
    Phrase("first thing in the morning", near.tomorrow, "first thing in the morning", "in|by|before (the) morning", "in the morning", "first thing"),
    Phrase("day after tomorrow", near.day_after_tomorrow, "the day after tomorrow", "day after tomorrow", "overmorrow", "tomorrow next", "next tomorrow"),
    Phrase("tomorrow or the day after", near.tomorrow_or_after, "tomorrow or the day after", "tomorrow or next|following (day)", "tomorrow or day after (that|tomorrow)"),
    Phrase("a week today", near.week_today, "a week today", "week today", "a week from today|now", "today week", "this|same day week"),
    Phrase("this time next <unit>", near.this_time_next, "this time next week", "this|same time|day next <unit>"),
    Phrase("a week tomorrow", near.week_tomorrow, "a week tomorrow", "tomorrow week", "week tomorrow"),
    Phrase("<day> at <clock>", near.at_hour, "Friday at 5pm", "<day> (,|by|before|around|@|after|from|for|between) <clock>", "<day> (,) at|by|before|after|around|@|from <hour>", "<day> , at|by|before|around <clock>", "<day> (,) after|by|before|at|around school|work|dinner|class|practice|breakfast", "<day> (,) after|by|before|around church|tea|lunch|teatime|lunchtime|dinnertime|bedtime"),
    Phrase("<day> morning", near.part_of_day, "Friday morning", "first thing (on) <day>", "<day> (,) first thing", "<day> (,) (early|late|in|at) (early|late|in) (the) morning|afternoon|evening|eve|night|lunchtime|lunch|noon|midday|midnight|arvo|teatime|dinnertime|am|pm|a.m|p.m", "<day> tea|dinner time", "<day> (,) by|before (the) (early|late) morning|afternoon|evening|night", "morning|afternoon|evening|night of <day>", "<day> sometime|first"),
    Phrase("end of <day>", near.at_hour, "end of tomorrow", "end|close of business|play|work|trading (on|,|for) <day>", "end|close of (the) (business|working|work|school) day (on|,|for) <day>", "close (on) <day>", "cob|eod|eob|cop|lunchtime|lunch|noon|midday|midnight|teatime|dinnertime|bedtime (on|of|,) <day>", "after|before breakfast|lunch|dinner|tea|supper|work|school|church|class|practice (on) <day>", "<day> (,) cob|eod|eob|cop", "<day> (,) (at|by) (the) end|close of (the) (business|working) day|business|play", "end of (business|working|work) <day>"),
    Phrase("<clock> on <day>", near.hour_of, "5pm on Friday", "<clock> (of|,) <day>", "at|@|around|after <hour> (on) <day>", "(early|late) (in) morning|afternoon|evening (on) <day>"),
    Phrase("the weekend", near.weekend, "the weekend", "this|coming|upcoming|following weekend", "weekend", "this|the|over|coming week end"),
    Phrase("next weekend", near.next_weekend, "next weekend", "next week end"),
    Phrase("the weekend after next", near.weekend_after_next, "the weekend after next", "weekend after next", "the weekend after"),
    Phrase("weekend of <time>", near.weekend_of, "the weekend of the 14th", "weekend of <time>"),
    Phrase("weekend after <time>", near.weekend_after, "the weekend after Easter", "weekend after|following <time>"),
)

HOURS = (
    Phrase("<number> pm", near.clock, "5pm", "<number|clock> am|pm|a.m|p.m|a|p|hrs", "<number|clock> (in) (the) am|pm|a.m|p.m"),
    Phrase("<number> o'clock", near.hour, "five o'clock", "<number> o'clock|oclock (am|pm)", "half (past) <number|clock>", "<number> (minutes) past <hour|clock>", "<number> minutes to <hour|clock>", "quarter past|to <number|clock>"),
    Phrase("noon", near.clock, "noon", "midday|midnight|lunchtime|lunch"),
    Phrase("<clock> <zone>", near.clock, "5pm EST", "<clock> est|pst|cst|mst|et|pt|ct|gmt|bst|utc|edt|pdt|cdt|cet|ist|eastern|pacific|central (time)", "<clock> sharp|latest|local|ish"),
    Phrase("<clock> to <clock>", near.clock, "9am to 5pm", "<clock|number> -|to|and|until|or <clock>", "between|from <clock|number> and|to|until|- <clock|number>", "<clock> -|to|until <number>"),
    Phrase("<number>", near.hour_beside, "Friday at 5"),
)

NAMED_DAYS = (
    Phrase("in the new year", named_days.in_new_year, "in the new year", "in|into|during|sometime new year"),
    Phrase("early in the new year", named_days.early_new_year, "early in the new year", "early|earlier|beginning|start (on|part|days) (in|of|into) new year", "early|first thing new year"),
    Phrase("new year", named_days.new_year, "the new year", "new year", "first of (the) (new|next) year"),
    Phrase("the holidays", named_days.the_holidays, "the holidays", "the holidays", "winter|christmas|festive|year-end|end-of-year|new|holiday (year|years|christmas|holiday|festive) holidays|holiday|break|season|period (season|period|break)", "the festivities", "christmas and new year (holidays|break|period)"),
    *(
        Phrase(name, named_days.named_day(rules, named_days.DAYS.get(name, 1)), name, *others)
        for rules, name, others in named_days.NAMED
    ),
    Phrase("leap day", dates.leap_day, "leap day", "leap year day"),
    Phrase("<holiday> <year>", named_days.in_year, "Easter 2027", "<holiday> (,|of|in) <year>"),
    Phrase("<holiday> of <year-time>", of_year(named_days.in_year), "Easter next year", "<holiday> (of|in|,) <year-time>"),
    Phrase("this <holiday>", named_days.same, "this Easter", "this|next|coming|upcoming <holiday>", "<holiday> this year", "<holiday> itself"),
    Phrase("the bank holiday", named_days.next_holiday, "the bank holiday", "the public holiday", "the holiday"),
    Phrase("the holiday weekend", named_days.next_holiday_weekend, "the holiday weekend", "(this) long|bank|holiday (holiday) weekend"),
    Phrase("<named> weekend", named_days.weekend_named, "Labour weekend", "<named> (bank|holiday) weekend"),
    Phrase("the <month> long weekend", named_days.weekend_of_month, "the October long weekend", "<month> long|bank (holiday) weekend", "<month> holiday weekend"),
    Phrase("the <month> bank holiday", named_days.holiday_of_month, "the October bank holiday", "<month> bank|public holiday"),
    Phrase("<holiday> weekend", named_days.holiday_weekend, "Labor Day weekend", "long|holiday <holiday> weekend", "<holiday> long|holiday|bank (holiday) weekend", "<holiday> week end"),
)

STRETCHES = (
    Phrase("this <unit>", stretches.this_unit, "this week", "this|current|present (same|current|very|calendar) <unit>", "<unit> we're in"),
    Phrase("that <unit>", stretches.that_unit, "that week", "(that) same|very <unit>"),
    Phrase("the <unit>", stretches.the_unit, "by the end of the week"),
    Phrase("next <unit>", stretches.next_unit, "next week", "next|coming|upcoming (coming|upcoming|calendar|full) <unit>", "this coming|upcoming <unit>", "<unit> coming (up)"),
    Phrase("following <unit>", stretches.following_unit, "the following week", "following <unit>", "the <unit> after|following (this)", "<unit> thereafter"),
    Phrase("the <unit> after that", stretches.unit_after_that, "the week after that", "<unit> after|following that|then"),
    Phrase("<unit> after <own>", reordered(stretches.next_unit, 0), "the week after your interview", "<unit> after|following <own>"),
    Phrase("<unit> after next", stretches.unit_after_next, "the week after next", "<unit> after next", "<unit> after the next (one|week|month)", "next (to) next <unit>"),
    Phrase("<unit> after <time>", stretches.unit_after, "the week after Thanksgiving", "<unit> after|following <time>", "first <unit> after|following <time>"),
    Phrase("<unit> before <time>", stretches.unit_before, "the week before Christmas", "<unit> before|preceding <time>", "<unit> leading up to <time>", "last <unit> before <time>"),
    Phrase("this <unit> or next", stretches.this_or_next, "this week or next", "this or|and next <unit>", "(rest of) this <unit> and (all|most|part|some) (of) next", "this <unit> or the next|following (one|week|month)"),
    Phrase("next <unit> or the one after", stretches.next_or_after, "next week or the one after", "next <unit> or (the) (one|week|month) after|following (that|next)"),
    Phrase("<single> or <part> next", stretches.time_or_part_of_next, "late this week or early next", "<single> (,) or|to|-|and|, (at) (the|maybe) <part|edge> (of) next"),
    Phrase("<single> or next", stretches.time_or_next, "the end of this week or next", "<single> (,) or|and|to next", "<single> (,) (or) might|may|could|maybe (be|slip) next"),
    Phrase("not <single> but next", stretches.next_of_time, "not this week but next", "not <single> (,|but) (but|rather|probably|the|more|most) (likely|probably) next|following (one)", "not <single> (,|but) (but|rather) the one|week|month after (that|next|it)", "if not <single> (,) (then) next"),
    Phrase("not <single> but <time>", several.the_second, "not this week but next week", "not <single> (,) but|rather <time>"),
    Phrase("week <digits>", stretches.week_number, "week 31", "week <digits>", "week number <digits>", "(beginning|start|middle|end) of week <digits>", "week <digits> -|to|or|and (week) <digits>", "(beginning|start|middle|end) of week <number>", "in|by|during|until|before|after week <number>", "calendar week <digits>", "<iso-week>", "wk # <digits>"),
    Phrase("rest of <time>", stretches.rest_of, "the rest of this week", "rest|remainder|balance of <time>"),
    Phrase("<ordinal> half of <single>", stretches.nth_half_of, "the first half of March", "<ordinal> half (of|in) <single>"),
    Phrase("latter half of <single>", stretches.second_half, "the latter half of next month", "latter|back|later half (of|in) <single>"),
    Phrase("end of <single>", stretches.end_of_time, "the end of next week", "end|tail|close|latter|conclusion (end) of|in <single>", "latter|last|later|back|tail part|end|bit|days|portion|stages (of|in) <single>", "(at) back of <week|month-time>", "end <single>", "<single> 's end", "<single> end"),
    Phrase("end of <unit>", stretches.end_of_this, "end of week", "end|close of (working|business|work|calendar) <unit>", "<unit> 's end"),
    Phrase("end of the working week", stretches.end_of_week, "end of the working week", "eow", "weeks end"),
    Phrase("month end", stretches.end_of_month, "month end", "eom", "end month", "months end"),
    Phrase("quarter end", stretches.end_of_quarter, "quarter end", "eoq"),
    Phrase("year end", stretches.end_of_year, "year end", "eoy", "end year"),
    Phrase("midweek", stretches.midweek, "midweek"),
    Phrase("midweek of <week>", stretches.middle_of_time, "midweek next week", "midweek (of|in|,) <week>", "<week> , midweek", "<week> midweek"),
    Phrase("first part of <single>", stretches.start_of_time, "the first part of next week", "first|front|early|earlier|opening|initial part|end|bit|days|portion of <single>", "early|earlier on|in (in) <single>", "<single> , early on", "early doors (of|on|in) <single>", "first of <week>", "beg (.) of <single>", "first thing (in) <week>", "<week|month-time> early"),
    Phrase("later in <single>", stretches.end_of_time, "later in April", "later (on) (in|during) <single>", "<week|month-time> (,) late|later"),
    Phrase("<part> next", stretches.part_of_next_week, "we should know early next", "<part> next", "<part|edge> of next"),
    Phrase("<part> <single>", stretches.part, "early next week", "<part> (of|in|on|into) <single>", "<part> part of <single>"),
    Phrase("<edge> of <single>", stretches.edge, "the start of next week", "<edge> (part) of <single>"),
    Phrase("<edge> of <unit>", stretches.edge_of_this, "beginning of month", "<part> (of) <unit>", "<edge> of <unit>"),
    Phrase("<part> to <part> <single>", stretches.parts, "mid to late March", "<part|edge> (to|or|-|and|/) (of) <part|edge> (of|in) <single>"),
    Phrase("middle <single>", stretches.middle_of_time, "middle next week", "halfway (part) (of|through) <single>"),
    Phrase("week of <time>", stretches.week_of_time, "the week of the 15th", "week (of|commencing|beginning|starting|from) (on) <time>", "w/c <time>", "week that begins|starts <time>"),
    Phrase("<holiday> week", stretches.week_of_holiday, "Thanksgiving week"),
    Phrase("week ending <time>", stretches.week_ending, "week ending 15 May", "week ending|ended (on) <time>", "w/e <time>"),
)

MONTHS = (
    Phrase("<month>", dates.month, "January"),
    Phrase("this <month>", dates.month, "this March", "this|coming|upcoming <month>", "month of <month>"),
    Phrase("next <month>", dates.next_month_named, "next March"),
    Phrase("<month> after next", dates.month_after_next, "the March after next"),
    Phrase("<month> <year>", dates.month_of_year, "March 2027", "<month> (of|,|-|/|in) <year>", "<digits> / <year>"),
    Phrase("<year> <month>", flipped(dates.month_of_year), "2027 March", "<year> (-|,|/) <month>", "<year> - <digits>"),
    Phrase("<month> of <year-time>", of_year(dates.month_of_year), "March next year", "<month> (of|,) <year-time>"),
    Phrase("<year-time> in <month>", reordered(of_year(dates.month_of_year), 1, 0), "next year in March", "<year-time> (,) (in) <month>"),
    Phrase("<year>", dates.year, "2027", "year <year>"),
    Phrase("Q<digits>", stretches.nth_quarter, "Q1", "q <digits>", "quarter <digits>", "<ordinal> quarter"),
    Phrase("Q<digits> <year>", stretches.quarter_in_year, "Q1 2027", "q <digits> (of|,|/|in|-) <year>", "<ordinal> quarter (of|,|in) <year>"),
    Phrase("<year> Q<digits>", flipped(stretches.quarter_in_year), "2027 Q1", "<year> (-|,) q <digits>"),
    Phrase("<digits> q<digits>", stretches.short_quarter, "26q4"),
    Phrase("Q<digits> of <year-time>", of_year(stretches.quarter_in_year), "Q1 of next year", "q <digits> (of|in|,) <year-time>", "<ordinal> quarter (of|in|,) <year-time>"),
    Phrase("H<digits>", stretches.nth_half, "H1", "h <digits>"),
    Phrase("H<digits> <year>", stretches.half_in_year, "H1 2027", "h <digits> (of|,|/|in|-) <year>"),
    Phrase("H<digits> of <year-time>", of_year(stretches.half_in_year), "H1 of next year", "h <digits> (of|in|,) <year-time>"),
)

DATES = (
    Phrase("<month> <ordinal>", dates.month_day, "March 15th", "<month> (,|-|/) <ordinal|digits>", "<month> the <ordinal>"),
    Phrase("<ordinal> of <month>", flipped(dates.month_day), "the 15th of March", "<ordinal|digits> (day) (of|,|-|/) <month>", "<ordinal> day of <month>", "<digits> . <month>"),
    Phrase("<month-day>", dates.date_without_year, "15 March"),
    Phrase("<month-day> <year>", dates.date_with_year, "15 March 2027", "<month-day> (,|/|of|in|-) <year>"),
    Phrase("<digits> - <month> - <digits>", dates.date_with_signs, "15-Mar-27", "<digits> / <month> / <digits>"),
    Phrase("<month> - <digits> - <digits>", reordered(dates.date_with_signs, 1, 0, 2), "Mar-15-27"),
    Phrase("<month> <ordinal> to <ordinal>", dates.days_of_month, "March 12-14", "<month> <ordinal|digits> -|to|or|and|through|until|/|& <ordinal|digits>", "<month> between|from <ordinal|digits> -|to|and <ordinal|digits>"),
    Phrase("<month-day> <digits>", dates.date_with_short_year, "15 Mar 27", "<month-day> (,) <digits>"),
    Phrase("<year> <month-day>", flipped(dates.date_with_year), "2027 March 15", "<year> (,|-|/) <month-day>"),
    Phrase("<month-day> of <year-time>", of_year(dates.date_with_year), "15 March next year", "<month-day> (of|,) <year-time>"),
    Phrase("<weekday> to <weekday>, <stretch>", dates.weekdays_and_days, "Mon-Wed, July 12-14", "<weekday> -|to|through|and|until <weekday> (,) [ <stretch> ]", "<weekday> -|to|through|and|until <weekday> (,) <stretch>"),
    Phrase("<day>, the <day>", dates.same_day, "Friday, the 13th", "<day> (,|-) <day>", "<day> [ <day> ]", "<day> , that is , <day>", "<day> , i.e , <day>", "<day> , which|that is <day>", "<day> , a <day>"),
    Phrase("<ordinal> of the month", dates.day_of_some_month, "the first of the month", "<ordinal|digits> of (the|this|each) month"),
    Phrase("<weekday> <digits>", dates.weekday_and_number, "Friday 25", "<weekday> <digits>"),
    Phrase("<ordinal> of <month-time>", dates.day_of_month, "the 15th of next month", "<ordinal|digits> (of|in|,) <month-time>"),
    Phrase("<month-time> on the <ordinal>", flipped(dates.day_of_month), "next month on the 15th", "<month-time> (,) (on) (the) <day-number>"),
    Phrase("<day-number>", dates.day_of_some_month, "the 15th"),
    Phrase("<year-month-day>", dates.iso_date, "2027-03-15"),
    Phrase("<date-in-numbers>", dates.numeric_date, "3/15/2027"),
    Phrase("<short-date>", dates.short_date, "3/15"),
    Phrase("<digits> / <digits>", dates.digits_date, "3 / 15", "<digits> - <digits>"),
    Phrase("<ordinal> <unit> of <time>", dates.nth_unit_of, "the first week of March", "<ordinal> (full) <unit> (back) (of|in) <time>"),
    Phrase("<ordinal> <unit> of every <unit>", dates.nth_unit_of_every, "the first week of every month", "<ordinal> (full) <unit> of each|every <unit>"),
    Phrase("<month-time>, <ordinal> <unit>", reordered(dates.nth_unit_of, 1, 2, 0), "next month, first week", "<month-time> (,|-) (in|during) (the) <ordinal> <unit>"),
    Phrase("last <unit> of <time>", dates.last_unit_of, "the last week of March", "last|final (full) <unit> (of|in) <time>"),
    Phrase("<ordinal> to last <unit> of <time>", dates.nth_last_unit_of, "the second to last day of May", "<ordinal> (-) (to) (-) last <unit> (of|in) <time>"),
    Phrase("last <unit> of <unit>", dates.last_unit_of_this, "last day of month", "last|final <unit> of (each|every) <unit>"),
    Phrase("<ordinal> or <ordinal> <unit> of <time>", dates.weeks_of, "the first or second week of March", "<ordinal> or|to|and|- <ordinal> <unit> (of|in) <time>"),
    Phrase("first <duration> of <time>", dates.first_days_of, "the first two weeks of March", "first <duration|hours> (of|in) <time>"),
    Phrase("first <unit-duration> of <time>", dates.first_units_of, "the first week or two of January", "first <unit-duration> (of|in) <time>"),
    Phrase("last <duration> of <time>", dates.last_days_of, "the last three days of March", "last|final <duration|hours> (of|in) <time>"),
    Phrase("<ordinal> to <ordinal> <month>", reordered(dates.days_of_month, 2, 0, 1), "12-14 March", "<ordinal|digits> (.) -|to|or|and|through|until|/|& <ordinal|digits> (.) (of) <month>"),
    Phrase("<month> <ordinal>, <ordinal> or <ordinal>", dates.days_listed, "March 12, 13 or 14", "<month> <ordinal|digits> , <ordinal|digits> (,) and|or|& <ordinal|digits>"),
    Phrase("<ordinal>, <ordinal> or <ordinal> <month>", reordered(dates.days_listed, 3, 0, 1, 2), "12, 13 or 14 March", "<ordinal|digits> , <ordinal|digits> (,) and|or|& <ordinal|digits> (of) <month>"),
    Phrase("<month> <short-date>", dates.pair_of_days, "March 26/27", "<month> <short-date>"),
    Phrase("<short-date> <month>", flipped(dates.pair_of_days), "26/27 March", "<short-date> (of) <month>"),
    Phrase("<short-date> - <digits>", dates.days_from_short, "3/22-26", "<short-date> -|to|through|& <digits>"),
    Phrase("<digits> . - <month-day>", dates.days_to_month_day, "22.-26.03.", "<digits> . -|to|& <month-day>"),
    Phrase("<digits> - <date-in-numbers>", dates.days_to_numeric, "22-26/03/2027", "<digits> -|to|through|& <date-in-numbers>"),
    Phrase("<digits> - <short-date>", flipped(dates.days_from_short), "22-26/3", "<digits> -|to|through|& <short-date>"),
    Phrase("<month> <ordinal> to <ordinal> <year>", dates.days_of_month_year, "March 12-14, 2027", "<month> <ordinal|digits> -|to|or|and|through|until|/ <ordinal|digits> (,|of) <year>"),
    Phrase("<ordinal> to <ordinal> <month> <year>", reordered(dates.days_of_month_year, 2, 0, 1, 3), "12-14 March 2027", "<ordinal|digits> -|to|or|and|through|until|/ <ordinal|digits> (of) <month> (,|of) <year>"),
    Phrase("<ordinal> to <ordinal> of <month-time>", dates.days_of_time, "the 12th to the 14th of next month", "<ordinal|digits> -|to|or|and|through|until|/ <ordinal|digits> (of|in) <month-time>"),
    Phrase("<day-number> or <day-number>", dates.numbered_days, "the 12th or 13th", "<day-number> -|to|or|and|through|until|/|& <day-number>"),
)

COUNTED = (
    Phrase("<duration> from now", counted.from_now, "two weeks from now", "<duration|hours> from now|here|today (point|moment|date)", "<duration|hours> from this point|moment|date", "<duration|hours> hence|out|away", "<duration|hours> down the line|road", "+ <duration|hours>"),
    Phrase("<duration> later", counted.later, "two weeks later", "<duration|hours> later|afterwards|afterward|thereafter", "<duration|hours> after|from|following that|then|this|which|those|these|both|it"),
    Phrase("<duration> after <time>", counted.duration_after, "two weeks after Easter", "<duration> after|following|from|past|beyond|since <time|past>", "<duration> (,) counting|counted|beginning|starting (from|on) <time>"),
    Phrase("<duration> on <day>", counted.duration_on, "two weeks on Friday", "<duration> (on|come|this) <day>"),
    Phrase("<duration> before <time>", counted.duration_before, "two days before Christmas", "<duration> before|prior|preceding|ahead (to|of) <time>"),
    Phrase("the eve of <time>", counted.day_before, "the eve of Easter", "eve of <time>"),
)

SEVERAL = (
    Phrase("<time> or <time>", several.from_to, "Thursday or Friday", "<single> (,) to|through|until|or|and|-|/|&|till (to|maybe|even|possibly) <time>", "<single> or|- then <time>", "<single> (,) or on|in <time>", "if not <single> (,) (then) <time>", "<single> - <time>"),
    Phrase("<time>, <stretch>", several.from_to_list, "Wednesday, Thursday or Friday", "<single> , <time>"),
    Phrase("<time>, maybe <time>", several.one_or_other, "Thursday, maybe Friday", "<single> (,) maybe|perhaps|possibly (even) <time>", "<single> if not <time>", "<single> but possibly|maybe|perhaps <time>", "<single> and perhaps <time>", "<single> else <time>", "<single> , if not (,) (then) <time>", "<single> (if all|it|things goes|go well|ok) (,) otherwise|else <time>", "<single> (,|.|-|…) (or|and) (at) worst (case) (scenario) (,|:|is|would) (be) <time>", "<single> and|or failing that (,) <time>", "<single> or if not (,) <time>", "<single> (,) (but|or) (it) might|may|could (well|also|possibly) be|slip|drift|run|stretch|roll|spill|go (over|on|out|back) (to|into|until) <time>"),
    Phrase("<time> rather than <time>", several.the_first, "Wednesday rather than Tuesday", "<single> rather than <time>", "<single> (now) (and|,) not|instead (of) <time>"),
    Phrase("between <time> and <time>", several.from_to, "between Monday and Wednesday", "either <single> or|, <time>", "between <single> and|&|to|or|- <time>", "from <single> to|through|until|-|and <time>", "anywhere|anytime|sometime between|from <single> and|to <time>", "in between <single> and <time>"),
    Phrase("between now and <time>", stretches.rest_of, "between now and Friday", "between|from now|today|tomorrow and|until|to|through <time>", "anytime|any time until|before <time>"),
)

EVENTS = (
    Phrase("deadline", events.closing_date, "two weeks after the deadline", "deadline", "(application|submission|posting|final|your) deadline"),
    Phrase("closing date", events.closing_date, "a week after the closing date", "closing|close|cut-off|cutoff|due|expiry|end date", "job|position|posting|role|vacancy|application|applications|ad|advert|listing|it|window (window|period) closes|close|closed|closing|expires", "job|position|posting|role|vacancy|ad|advert|listing comes|goes|is|being taken|comes|goes down"),
    Phrase("board meeting", events.meeting, "the board meeting", "meeting at|in which", "meeting where|when", "(exam|exams|hiring|selection|interview|governing|full) board|panel|committee|council meeting|meets|meet|sits|convenes|votes", "board|panel|committee|council|team|budget|staff meeting"),
    Phrase("spring", events.season, "spring", "(early|mid|late|end|beginning|middle|start) (of|in) spring|summer|autumn|fall|winter"),
    Phrase("end of the semester", events.term, "the end of the semester", "end|middle|beginning|start of (the) (next|this|spring|fall|summer|winter|autumn) semester|term|trimester", "(next|this|spring|fall|summer|winter|autumn) semester|term|trimester", "graduation", "exam|exams season|period|week", "half (-) term", "i|we|you|they|school|schools|college (break|breaks) up (for) (summer|christmas|easter|half-term)", "freshers|finals|orientation|reading|exam week", "spring|reading|the break"),
    Phrase("end of the fiscal year", events.business_year, "the end of the fiscal year", "(end|beginning|start) (of) (next|this|the|their|our) fiscal|financial|tax|academic|budget year|quarter"),
    Phrase("today's interview", events.own, "two weeks after today's interview", "today|yesterday interview|interviews|call|meeting|conversation|chat|visit|test|discussion"),
    Phrase("bank holiday", events.holiday, "they are shut for a bank holiday", "public holiday"),
    Phrase("your interview", events.own,
           "two weeks after your interview", "my|your|our|this|that (virtual) (first|second|third|final|last|phone|video|initial|panel|group|practical|written|technical|recorded|onsite|site|in-person|face|zoom|teams) interview|interviews|call|visit|test|application|assessment|conversation|chat|meeting|submission|round|task|presentation|assignment|screen|screening|discussion|appointment|audition|tryout|exam|trial", "panel interview|test|task|presentation|assessment", "(my|your|our|this|that|their|a) (virtual|final|full|last) onsite|loop|superday|tests|orals|interviews|audition|auditions|tryouts", "(my|your|our|their) oral|orals (board|boards|exam|exams)", "(my|your|our|this|that|their|a) assessment|trial|test|interview|selection|working day|shift|centre|center", "(a|first|second|third|phone|video|initial|onsite|site|in-person|face|zoom|teams) interview|call|visit|test|application|assessment|conversation|chat|meeting|round|task|presentation|assignment|screen|screening|discussion|appointment|audition|tryout|exam|trial"),
    Phrase("the date of your interview", events.own, "two weeks from the date of your interview", "date|day of <own>", "(date of) this|our letter|email|message", "date of the|your letter|email|message", "date|day of (the) interview|audition|assessment|test|visit|exam|trial|event", "(your|my|our) interview|audition|assessment|test|visit|exam|trial date", "on - site interview|visit|assessment"),
    Phrase("interviewing", events.own, "two weeks after interviewing", "interviewing|applying|speaking|talking|being|having|coming|hearing|you"),
    Phrase("receiving your references", events.references, "two weeks after receiving your references", "(us|them|our) receiving|receipt (of) (both|all) (your|the|my) (first|second|third|last|final|remaining|other) reference|references"),
    Phrase("submitting your application", events.own, "two weeks after submitting your application", "submitting|receiving|receipt|getting|completing|sending|submission|filing|completion (of) (both|in) (your|the|an|my|all) (completed|online|written|writing|work|design|coding) (application|test|task|assessment|assignment|exercise|form|materials|documents|interview|interviews|piece|sample|samples|portfolio|presentation|essay|work)"),
    Phrase("we spoke", events.own, "two weeks after we spoke", "i|we|you (last|first) interviewed|spoke|met|talked|applied|submitted|interview|apply|submit|complete|completed|send|sent|finish|have|had", "when i|we|you (last|first) interviewed|spoke|met|talked|applied|submitted|interview|apply|submit"),
)

NOT_AHEAD = (
    Phrase("a <duration> <job>", counted.no_time, "a three month contract", "<duration|hours> <job|length>", "(at) least|minimum|min|over (of) <duration|hours> <job|length>", "(a|more) minimum|than (of) <duration|hours> <job|length>"),
    Phrase("<duration> of leave", counted.no_time, "25 days of leave", "<duration|hours> of (paid|annual|work|working|relevant|prior|previous|sick) (professional|industry) leave|holiday|vacation|pto|experience|service|training|probation|work|study|travel|interviews|interviewing|meetings|calls|silence", "<duration> (paid|annual) <leave>"),
    Phrase("$ <number> an hour", counted.no_time, "$20 an hour", "$|£|€ <number> (k) (an|a|per|/) (<unit>)", "<number> k (an|a|per|/) (<unit>)"),
    Phrase("<number> a <unit>", counted.no_time, "20 hours a week", "<duration|hours> <per> <unit>", "<duration|hours> per|each|every|/ <unit>", "<number> per|each|every <unit>"),
    Phrase("<number> people a <unit>", counted.no_time, "20 people a month", "<number> people|candidates|applicants|applications|interviews|times|hires|calls|emails|roles|resumes|cvs|positions a|an|per|each|every <unit> (for|over|in) (<duration>)", "once|twice a|an|per|every|each <unit>"),
    Phrase("every <weekday>", counted.no_time, "every Monday", "every|each (other|second|single) <unit|weekday|weekdays|month|holiday>", "<unit> <digits> of|into (waiting|silence|this|it)", "<number> <unit> in|into (waiting|silence|this|it) (and|now)", "(a) <number> hour clock|shift|shifts|service|line|news|course", "every <duration>"),
    Phrase("<duration> ago", counted.ago, "two weeks ago", "<duration> ago|back|earlier", "over|under|nearly|almost|more (than) (like) <duration> ago"),
    Phrase("last <weekday>", counted.last_weekday, "last Friday", "last|past|previous (past|week) <weekday>", "<weekday> (of|from) last week", "<weekday> past|just gone|gone"),
    Phrase("<weekday>, <past>", counted.weekday_of_past, "Monday, yesterday", "<weekday> (,) <past>"),
    Phrase("last <unit>", counted.last_unit, "last week", "last|past|previous|prior (past) <unit>", "this past|last <unit>", "<unit> before last", "<unit> just gone"),
    Phrase("yesterday", counted.yesterday, "yesterday", "yesterday (morning|afternoon|evening)", "last night|evening", "day before yesterday", "the other day", "earlier today|this (week|month)", "this morning i|we"),
    Phrase("last weekend", counted.not_ahead, "last weekend", "last|past|previous weekend", "last|past|previous <month|holiday|year>"),
    Phrase("past <duration>", counted.not_ahead, "the past two weeks", "last|past|previous <duration>", "last|past|previous few|couple (of) <unit>"),
    Phrase("it's been <duration>", counted.not_ahead, "it's been two weeks", "been (over|almost|nearly|already|more|well|at|about|exactly) (over|least|than) <duration>", "for <duration> now|already", "waiting|waited (over|almost|nearly|already|more|well|for) (over|than) <duration>", "<duration> have|has passed|gone", "<duration> since", "already <duration>", "<duration> already"),
    Phrase("neither <single> nor <single>", counted.no_time, "neither today nor tomorrow", "neither <single> or <single>"),
    Phrase("since <time>", counted.not_ahead, "since Monday", "since <time|past>", "ever since <time|past>"),
    Phrase("the <time> <job>", counted.no_time, "the Saturday job", "(on|for|in|of|at|with|by) (the|a|my|your|our|this) <time|weekdays> (temp|temporary|seasonal|holiday|part-time|casual|girl|boy|sales|retail|bar|delivery|teaching) <job>"),
    Phrase("the <month> <start>", counted.no_time, "the January start", "(on|for|in|of|with|about|regarding) the|a|our|your <month|month-time|part-of-time> <start>"),
    Phrase("cover until <time>", counted.no_time, "maternity cover until December", "(maternity|paternity|parental|sick|leave|holiday) cover|contract|secondment|fixed-term|temporary|temp (runs|running|lasts|lasting|is|ends|ending) until|to|through <time>", "post|role|position|job|internship|placement|course runs|running|lasts|lasting (from) until|to|through|from <time>"),
    Phrase("on <weekdays>", counted.no_time, "on Sundays", "(on) <weekdays> (and|or|to|-|through|,) (<weekdays>)"),
    Phrase("have a great <weekend>", counted.no_time, "have a great weekend", "have|enjoy a|an|your|the (very) (great|good|nice|lovely|wonderful|fantastic|relaxing|restful|pleasant|happy|safe|fun) (rest) (of) (your|the) weekend|week|day|evening|afternoon", "have|enjoy a|an|your|the (very) (great|good|nice|lovely|wonderful|fantastic|relaxing|restful|pleasant|happy|safe|fun) <holiday|weekday>", "happy|merry <holiday|weekday|weekend>"),
    Phrase("14 May Street", counted.no_time, "our address is 14 May Street", "(at|on|in|to|from|near|of) <month-day|month|weekday|holiday> street|road|avenue|lane|drive|house|place|court|square|terrace|gardens|grove|crescent|mews", "(at|on|in|to|from|near) <month-day> close"),
)

ANSWERS = (
    # Lengths of time
    Phrase("in <duration>", bounds.in_duration, "in two weeks", "in <hours>", "in as little as <duration|hours>", "be waiting|wait (for) <duration|hours>"),
    Phrase("in <duration>, on the <weekday>", bounds.in_duration_on, "in two weeks, on the Monday", "in <duration> (,) on the <weekday>"),
    Phrase("within <duration>", bounds.within, "within two weeks", "within <hours>", "within|inside|under (of) (the) <duration|hours>", "with in (the) <duration|hours>", "(in) less|fewer than <duration|hours>", "in under <duration|hours>", "within max|maximum <duration|hours>", "(in) no|not more|longer|later|greater than <duration|hours>", "(in|within|for) up to (about) <duration|hours>", "(in|within) (at) most|maximum|max <duration|hours>", "(a|an|the) maximum|max (.) (of) <duration|hours>", "(in|within|over|for) (the) space|course|period|matter of <duration|hours>", "by <duration|hours>", "any time|day up to <duration|hours>"),
    Phrase("<duration> at most", bounds.within, "two weeks at most", "(in|within) <duration|hours> (at) (the) (very) max|maximum|tops|most|latest", "(in|within) <duration|hours> at the outside", "(in|within) <duration|hours> or less|fewer|sooner|under|earlier|before"),
    Phrase("in the next <duration>", bounds.within, "in the next two weeks", "(in|over|within|during|for|sometime|at|some) (point) (in|over|within|during) (the) (course) (of) next|coming|following|this|upcoming|ensuing <duration|hours>"),
    Phrase("in these <duration>", bounds.within, "in these two weeks", "in|over|within|during these <duration>"),
    Phrase("in the <number> coming <unit>", bounds.within_count, "in the two coming weeks", "(in|over|within|during|for) (the) <number|quantity> next|coming|following|upcoming <unit>"),
    Phrase("in the <duration> ahead", bounds.within, "in the two weeks ahead", "(in|over|within|during|for) (the) <duration> ahead", "in|over|within|during|for (the) <duration> to come"),
    Phrase("in the next <unit-duration>", bounds.within_unit_duration, "in the next week or two", "(in|over|within|during|for|sometime|at|some) (point) (in|over|within|during) (the) next|coming|following|this|upcoming <unit-duration>", "<unit-duration> (at) (the) most|max|tops"),
    Phrase("within the next <unit>", bounds.within_next, "within the next week", "in|over|within|during|inside|throughout (of) (the) (course) (of) the next <unit>"),
    Phrase("within the <unit>", bounds.within_the, "within the week", "within|inside (of) the <unit>"),
    Phrase("within this <unit>", bounds.within_this, "within this week", "within|inside (of) this <unit>"),
    Phrase("<duration> after <own>", reordered(bounds.in_duration, 0), "two weeks after your interview", "<duration> (on) after|following|from|of|post <own>"),
    Phrase("within <duration> of <own>", reordered(bounds.within, 0), "within two weeks of your interview", "within|in (the) <duration> after|following|from|of|post <own>", "(in) less|fewer|under (than) <duration> after|following|from|of|post <own>", "no|not more|longer|later than <duration> after|following|from|of <own>", "up to <duration> after|following|from <own>"),
    Phrase("within <duration> of that", bounds.within_of_that, "within two weeks of that", "within <duration> of|after|from|following that|then|this|it|which|those|these|both|thereafter", "within <duration> thereafter|afterwards|after"),
    Phrase("at least <duration>, at most <duration>", bounds.at_least_at_most, "at least two weeks, at most four weeks", "(in|a|at) least|minimum|min (of) <duration> (,|and|but|to) (a|at|an) most|maximum|max|tops (of) <duration>", "(in|a|at|no|not) least|minimum|min|less|fewer|sooner|earlier (of|than) <duration> (,) (and|but|to) no|not more|longer|later than <duration>", "<duration> (at|is) (a|the|an) minimum|min|least (,|and|but|to) <duration> (at|is) (a|the|an) maximum|max|most|tops"),
    Phrase("at least <number> <unit>, at most <number>", bounds.at_least_at_most_number, "at least a week but no more than three", "(at|no|not) least|minimum|min|less|fewer|sooner|more|longer (than) <number> <unit> (,) (and|but|nor) (at|a|the|an|no|not) most|maximum|max|more|longer|later (than) <number>", "<number> <unit> (at) (a|the) minimum|min|least (,) (and|but) <number> (at) (a|the|an) maximum|max|most"),
    Phrase("at least <number>, at most <number> <unit>", reordered(bounds.at_least_at_most_number, 0, 2, 1), "no less than 2 and no more than 4 weeks", "(in|between) (at|a|the|no|not) least|minimum|min|less|fewer|sooner (than|of) <number> (,) (and|but|nor) (at|a|the|an|no|not) most|maximum|max|more|longer|later (than|of) <number> <unit>"),
    Phrase("at least <duration>", bounds.at_least, "at least two weeks", "(in|for) (at) (a) least|minimum|min (of) <duration|hours>", "(in|for) <duration|hours> (,) (at) (a|the|an) (very) least|minimum|min|plus|earliest|soonest", "(in|for) <duration|hours> or more|longer|later|over|greater|beyond", "no|not sooner|earlier|less|before|quicker than <duration|hours>", "not until <duration|hours>"),
    Phrase("<number>+ <unit>", bounds.at_least_number, "2+ weeks", "<number> + <unit>", "<number> <unit> +", "<number> or more <unit>"),
    Phrase("more than <duration>", bounds.more_than, "more than two weeks", "more|longer|greater than <duration|hours>", "(in) over|upwards|beyond (of) <duration|hours>"),
    Phrase("after <duration>", bounds.after_duration, "after two weeks"),
    Phrase("for <duration>", bounds.for_duration, "for two weeks"),
    # By and before
    Phrase("before the end of <time>", bounds.by_end_of, "before the end of next week", "(anytime|any) (time) before|prior (to) <end>", "before <time> (is|has|are|was|were) out|over|up|ends|finishes|done|ended|finished|closes|through"),
    Phrase("by <time>", bounds.by_time, "by Friday", "by (or|on) <time>", "by (or|at) (the|very) latest (,) <time>", "on or before <time>", "by or before <time>", "before or on|by <time>", "no|not|never later|after than <time>", "no|not later than by <time>", "not|never after|past|beyond <time>", "(at) latest (by|on|is|,|of|until) <time>", "until (at) (the) latest (by|on) <time>", "as late as <time>", "up to|through (and) (including) <time>", "sometime|anytime by <time>", "in time for <time>", "come <time> at the latest", "worst case (scenario) (,|:|is|would) (be) <time>", "at worst (,) <time>"),
    Phrase("by <clock>", bounds.by_clock, "by 5pm", "by|before|until <clock>", "(no|not) later than <clock>"),
    Phrase("by <hour> on <day>", bounds.by_hour, "by 5 on Friday", "by|before <hour> (on|,) <day>"),
    Phrase("<time> at the latest", bounds.by_time, "Friday at the latest", "(by|on|in|until) <time> (,|or) (at) (the|very) (very|absolute) latest", "(by|on|in) <time> (,) or sooner|earlier|before", "(by|on) <time> (at) (the) most|max|tops", "(by|on) <time> at the outside"),
    Phrase("before <time>", bounds.before_time, "before Friday", "(right|shortly|soon|just|immediately|straight|well) before|preceding <time>", "ahead|prior|previous of|to <time>", "in advance of <time>", "earlier|sooner than <time>", "this side of <time>"),
    Phrase("before then", bounds.before_then, "the job starts on 1 March, you will hear before then", "before then|that", "before i|we|you|they|he|she go|goes|leave|leaves|start|starts|begin|begins|fly|travel|move|do|does|head (off)"),
    Phrase("<duration> beforehand", bounds.beforehand, "the job starts on 1 March, you will hear a week beforehand", "<duration> beforehand|prior", "<duration> in advance", "<duration> (advance) notice|warning", "<duration> before|prior|ahead (to|of) then|that|this|it|which", "<duration> of|in notice|advance (notice)"),
    Phrase("the <unit> beforehand", bounds.unit_beforehand, "the job starts on 1 March, you will hear the week beforehand", "(in) the <unit> beforehand|prior", "(in) the <unit> before then|that|this|it|which"),
    Phrase("at least <duration> beforehand", bounds.by_beforehand, "the job starts on 1 March, you will hear at least a week beforehand", "(at) least|minimum|min (of) <duration> beforehand|prior|notice|warning", "(at) least|minimum|min (of) <duration> (in) advance", "(at) least <duration> before|prior (to) then|that|this|it|which"),
    Phrase("by then", bounds.by_then, "the job starts on 1 March, you will hear by then", "by then|that"),
    Phrase("until <time>", bounds.until_time, "until Friday", "up until (and) (including) <time>"),
    # After and from
    Phrase("after <time>", bounds.after_time, "after Friday", "(some) (time) (right|shortly|soon|just|immediately|straight|sometime|any|anytime|directly) (time) after|past|beyond <time>", "(not) long after|past|beyond <time>", "until (some|right|shortly|just|well) (time) after|following <time>", "later than <time>", "once|when <time> (is|has) over|passed|done|out|ends|passes", "other side of <time>"),
    Phrase("the following <weekday>, the <day>", bounds.on_dated_weekday, "the following Friday, the 12th", "(on) following|that <weekday> (,) <day>", "(on) following|that <weekday> [ <day> ]"),
    Phrase("following <time>", bounds.following_time, "following Easter", "(shortly|soon|immediately) following <time>"),
    Phrase("be <time> before you hear", bounds.only_from, "it will be April before you hear", "be <single> (now) before|until i|we|you|they|he|she|anyone|anybody|someone (can|could|will|are|is|am|even) (be) (able) (to) hear|hears|know|knows|say|tell|decide|decides|get|gets|find|finds|have|has|see|sees"),
    Phrase("not before <time>", bounds.not_before, "not before Friday", "not|no|never before|until|earlier|sooner|prior (than|to) <time>", "any earlier|sooner than <time>"),
    Phrase("<time> at the earliest", bounds.from_time, "Friday at the earliest", "(on|by) <time> (,) (at) (the|very) (very) earliest|soonest", "(at) (the) earliest|soonest (,|by|is|on|of) <time>", "<time> or later|after|onwards|beyond", "on or after|following|from <time>", "(until) at least (until) <time>", "<time> or sometime|any (time) after|later"),
    Phrase("from <time> on", bounds.from_time, "from Friday on", "(from|starting|as) (from|of) <time> onwards|onward|forward|forwards", "from <time> on"),
    Phrase("from <time>", bounds.starting, "from Friday", "from|starting|commencing|effective (from|on|in|as|of|with) <time>", "beginning (from|on|in) <time>", "as of|from|at <time>"),
    Phrase("between <stretch>", bounds.on_time, "between the 12th and 14th of April", "between|from <stretch>", "as early|soon as <stretch>"),
    Phrase("as early as <time>", bounds.from_time, "as early as Friday", "as early|soon as <time>"),
    Phrase("as early as <time> or as late as <time>", bounds.from_until, "as early as Thursday or as late as Friday", "as early|soon as <single> (,) or|to|and|but (possibly|maybe|as|at) (late) (as|latest) <time>", "<time> at the earliest (,|and|or|to) <time> at the latest", "not|no before|earlier|sooner (than) <time> (,) and|or|but not|no after|later (than) <time>"),
    Phrase("within <duration> of <time>", bounds.within_of, "within two weeks of Easter", "within (the) (next|first|following) <duration> of|after|from|following|past <time>", "in|over|during the (next|first) <duration> after|following <time>"),
    # Without a date
    Phrase("within <duration> of <anchor>", bounds.within_of_event, "within two weeks of the closing date", "within (the) <duration> of|after|from|following|past <anchor>", "in (the) <duration> of <anchor>", "up to <duration> of|after|from|following|past <anchor>", "no more|longer|later than <duration> of|after|from|following|past <anchor>"),
    Phrase("<duration> after <anchor>", bounds.after_event, "two weeks after the closing date", "(at) (least) <duration> (shortly|soon|right|just) after|following|from|past|of|once <anchor>", "in <duration> (shortly|soon|right|just) after|following|from|past|once <anchor>"),
    Phrase("after <anchor>", bounds.by_event, "after the closing date", "(shortly|soon|right|just) after|following|from|of|once|past (the) <anchor>", "<duration> before|prior (to) (the) <anchor>"),
    Phrase("at <anchor>", bounds.at_event, "at the board meeting", "in|at|on|this|next|during|when (the) <anchor>"),
    Phrase("by <anchor>", bounds.by_day_of_event, "by the closing date", "by (the) <anchor>"),
    Phrase("until <anchor>", bounds.until_event, "until the board meets", "until (the) <anchor>"),
    Phrase("the <weekday> after <holiday>", bounds.weekday_after_holiday, "the Tuesday after the bank holiday", "(on) the <weekday> after|following <holiday>"),
    Phrase("the <weekday> after <anchor>", bounds.weekday_after_event, "the Monday after the closing date", "(on) the|first|next (first|next) <weekday> after|following (the) <anchor>"),
    Phrase("<ordinal> <weekday> after <anchor>", bounds.nth_weekday_after_event, "the second Monday after the closing date", "(on) <ordinal> <weekday> after|following (the) <anchor>"),
    Phrase("before <anchor>", bounds.before_event, "before the closing date", "before (the) <anchor>", "prior to (the) <anchor>"),
    Phrase("several weeks or months", bounds.vague, "several weeks or months", "<quantity> (of) <unit> or (even) <unit>", "<number> (of) <unit> or (even) <unit>", "<unit> or (even|possibly) <unit>"),
    Phrase("some days", bounds.vague, "some days", "some|many|numerous|countless <unit>", "a|any number of <unit>"),
    Phrase("on <time>", bounds.on_time, "on Friday", "on|in|at|during|over|for|come|throughout|of|within|inside|across (of) <time>", "(in) course of <time>", "round|towards|toward|near|nearer|closer (about|to) <time>", "at|on some|any point|time|day|stage in|during|on <time>"),
)

LISTED = (
    *NUMBERS, *LENGTHS, *WEEKDAYS, *NEAR_DAYS, *HOURS, *NAMED_DAYS, *DATES, *STRETCHES, *MONTHS,
    *COUNTED, *SEVERAL, *EVENTS, *NOT_AHEAD, *ANSWERS,
)
# fmt: on


def national_days() -> Iterator[Phrase]:
    """Yield the names that the holiday data has, but those that are listed above."""
    listed = tree_of((*NAMED_DAYS, *EVENTS))
    for wording, names in named_days.national_days().items():
        if not listed.ends_after(wording.split()):
            yield Phrase(
                names[0], named_days.national_day(names), names[0], *named_days.older(names)
            )


NATIONAL_DAYS = tuple(national_days())
PHRASES = (*LISTED, *NATIONAL_DAYS)
