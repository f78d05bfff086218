"""What a script may name: its blanks, its clauses, what it may claim, and the ways of saying it."""

from collections.abc import Mapping

from calculator.presenting.script_facts import NAMED
from calculator.situation import Channel

# What a blank is called where nothing fills it; those of ``LEFT_OPEN`` always stay blank.
BLANKS: Mapping[str, str] = {
    "you": "your name",
    "interviewer": "the interviewer's name",
    "greeted": "the interviewer's name",
    "chair": "the name of the chair",
    "greeted_recruiter": "the recruiter's name",
    "employer": "the employer's name",
    "role": "job title",
    "number": "your phone number",
    "their_number": "their phone number",
    "recruiter": "the recruiter's name",
    "interview_day": "the day of the interview",
    "last_interview": "the day of your last interview",
    "answered_day": "the day they answered",
    "said_day": "that day",
    "contact_day": "the day you did",
    "missed_day": "the day of the call",
    "invited_day": "the day of the next interview",
    "invited_time": "the time of the next interview",
    "colleague_day": "the day you tried",
    "call_day": "the day you'll call",
    "agreed_day": "the day you agreed on",
    "agreed_words": "when they said you could",
    "holiday": "the holiday on that day",
    "next_weekday": "the same day next week",
    "deadline": "the day your answer is due",
    "answer_wish": "the day you need to know by",
    "their_time": "the time they gave you",
    "plain_time": "the day they gave you",
    "call_about": "what they meant to call about",
    "call_time": "when they meant to call",
    "their_words": "what they said about timing",
    "promised": "what you promised",
    "handed_in": "the work you sent",
    "sent": "what you sent them",
    "sent_on": "the day you sent it",
    "details": "what you have to say about it",
    "questions": "what they asked you",
    "answer": "your answer",
    "their_slot": "the one that suits you best",
    "point": "one thing you talked about",
    "writer": "the name of the person who wrote to you",
    "offerer": "the name of the person who made the offer",
    "reason": "your reason, such as: talk it over at home",
    "times": "two or three times that suit you",
    "more_time": "the day you need",
    "terms": "what you'd like to know or change, such as: salary, start date, hours, leave",
    "their_end": "the day by which the employer you're waiting for will know",
    "start_day": "the day you can start",
}


LEFT_OPEN = frozenset(
    {
        "details",
        "answer",
        "writer",
        "their_slot",
        "point",
        "offerer",
        "times",
        "more_time",
        "start_day",
        "reason",
        "terms",
    }
)


NAMES = frozenset(BLANKS[name] for name in NAMED)


# What is said about what went before, and how it reads in a guide; with a capital, it opens a
# sentence.
CLAUSES: Mapping[str, str] = {
    "exchange": "your email on {answered_day}",
    "when_said": "when we spoke on {said_day}",
    "then_said": "at the interview",
    "they_thought": "you said I might hear {their_time}",
    "they_told": "they said they'd let you know by Friday",
    "they_answered": "you said you'd ask",
    "held": "until the end of April",
    "noted": "I'll look forward to hearing from you {their_time}.",
    "they_were": "you were still waiting to hear from head office",
    "not_yet": "when you wrote on {answered_day}, there was no decision yet",
    "when_answered": "in your email on {answered_day}",
    "I_wrote": "I emailed you on {contact_day}",
    "I_tried": "I called on {colleague_day}, but couldn't reach you",
    "the_offer": "the written offer",
    "the_round": "the next round",
    "reach_them": "call",
}


# What may be said only where it is so.
CLAIMS: Mapping[str, str] = {
    "awaits-decision": "they are to decide",
    "awaits-next-round": "they are to ask the candidate in again",
    "awaits-offer": "they are to put an offer in writing",
    "awaits-word": "they are to find something out, or to get back about something",
    "to-recruiter": "this goes to the recruiter in between",
    "tells-of-offer": "this tells them of another offer",
    "next-call": "this is a call that may end with another",
    "search": "a university is asked",
    "law-holds": "the facts that the law asks for are known",
    "met": "you met in person or on a screen",
    "same-day": "this goes out on the day of the interview",
    "has-offer": "they have offered you the job",
    "spoken-offer": "they offered the job by word of mouth",
    "by-voice": "they told you in a call, in a voicemail or in person",
    "spoke": "you last talked with them on the phone or in person",
    "offer-named": "an offer was made, or they have spoken of one",
    "to-another": "this goes to somebody who may not have been at the interview",
    "ill": "their message speaks of an illness or an accident",
    "by-another": "somebody else wrote for the interviewer",
    "day-after": "this goes out on the day after the interview",
    "last-round": "that was the last of several interviews",
    "asked-in": "they have asked the candidate in, if only to call it off",
    "has-leave": "they said when to get in touch again",
    "panel": "several people interviewed you",
    "instead-of-call": "you promised to call, and they want no calls",
    "days-later": "more than a day has passed since the offer",
    "on-hold": "they told you last that the job is on hold",
    "checks": "they told you last of references, a check or an approval",
    "missed-today": "the call that didn't come was for this day",
    "called-off": "the last that they said is that an interview is off or moved",
    "never-met": "that was the first interview, so none has taken place",
    "call-promised": "they said that they would call",
    "said-last": "they named the time in the last that they said or wrote",
    "of-something-else": "the time that they named is not that at which you hear",
    "in-good-time": "the time that they named is over before you need to know",
    "replied": "you have answered the last that they wrote",
    "asked-to-wait": "they asked you not to get in touch",
    "kept-in-mind": "their no spoke of another job",
    "feedback-offered": "their no offered feedback",
    "feedback-by-phone": "they offered to give feedback in a talk",
    "feedback-given": "their no came with feedback",
    "no-feedback": "their no said that they give no feedback",
    "asked-since": "you have asked since the time that they named was over",
    "asked-to-call": "your reply asked if you might call on this day",
    "asked-to-write": "your reply asked if you might write on this day",
    "called-today": "you called them earlier on this day",
    "a-thing": "what was promised is a thing, not a call or an email",
    "to-tell": "what was promised is something to tell them",
    "a-question": "they asked a question, and this answers it",
    "offers-times": "they named several times of which the candidate may choose",
    "for-news": "what was promised is to ask whether there is any news",
    "only-to-call": "what was promised is to get in touch, and their time isn't over",
    "said-i-would-call": "you told them that you would call on this day",
    "expecting-a-call": "they agreed to a call on this day",
    "any-way": "they said neither to call nor to write",
    "asked-for": "this contact was their own idea, not only agreed to",
    "another-day": "today is not the day that was agreed or promised, or none was named",
    "no-day-named": "they agreed to a call and named no day for it",
    "if-unheard": "they agreed to a call if you had heard nothing by the agreed day",
    "day-was-closed": "the agreed or promised day was closed",
    "day-has-passed": "the agreed or promised day has passed",
    "may-be-early": "this comes before the end of the time that they named",
    "thanks-first": "no thank-you was sent, so this message opens with the thanks",
    "no-calls": "they want no calls, or you would rather write",
    "offered-again": "they have offered the job before, and this is their letter or a new offer",
    "more-time-given": "the other employer gave more time for the answer",
    "by-full-name": "the interviewer would be greeted by first and last name: nobody says both",
    "recruiter-by-full-name": "the recruiter would be greeted by first and last name",
    "knows-of-offer": "they know of the other offer already",
    "asks-later": "a later message may ask the other employer for more time",
    "after-call": "a call of the same day comes first, and this is for who isn't reached",
    "first-choice": "this is the job that you would rather have",
    "no-day-left": "no later day is left to ask the other employer for more time",
    "due-today": "your answer to the offer is due on this day",
    "was-due": "the day for your answer to the offer has passed",
}


# A guide shows a script for the usual case: what it can name is known, and these are not so.
UNUSUAL = frozenset(
    {
        *("their_number", "call_time", "call_about", "exchange", "not_yet", "when_answered"),
        *(
            "invited_day",
            "invited_time",
            "they_answered",
            "they_were",
            "they_told",
            "I_tried",
            "agreed_words",
            "sent",
            "their_end",
        ),
    }
)


# The ways of saying something: as headings of the files, and as a person reads them.
WAYS: Mapping[str, str] = {
    "email": "Email",
    "phone": "When they answer",
    "in-call": "In the same call",
    "voicemail": "If you reach voicemail",
    "gatekeeper": "If someone else answers",
    "message": "Message",
    "in-person": "In person",
}


# What a step's channel needs: a call may go in several ways, and the words lie ready for each.
WAYS_OF_CHANNEL: Mapping[Channel, tuple[str, ...]] = {
    "email": ("email",),
    "call": ("phone", "in-call", "voicemail", "gatekeeper"),
    "voicemail": ("voicemail",),
    "message": ("message",),
    "in-person": ("in-person",),
}


# These are pasted somewhere; the others are said.
WRITTEN = frozenset({"email", "message"})

# These are for a call that does not reach whom it is for.
IF_NOT = frozenset({"voicemail", "gatekeeper"})
