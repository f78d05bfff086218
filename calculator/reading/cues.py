"""Words that tell which of several times is the answer's: hearing, interviewing, being away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calculator.reading.meaning import Meaning
from calculator.reading.patterns import Phrase
from calculator.reading.values import Setting

type Signal = Literal[
    "answer",  # hearing, deciding, calling: what the candidate waits for
    "hope",  # they mean to, what it may be
    "wait",  # the answer takes some time
    "stage",  # something that comes before the answer
    "after-stage",  # such a stage, which the answer follows
    "topic",  # may be such a stage, or what the answer is about
    "start",  # the role begins
    "absence",  # someone is away
    "own",  # what the candidate is to do
    "if",  # if nothing is heard by then
    "not",
    "refusal",  # not, said of the whole clause
    "correction",
    "moved",  # from one time to another
    "waiting",  # until a time: not before it
    "purpose",  # the stage is there to decide
    "link",  # a stage follows that the answer waits for
    "then",  # the time named before
    "afterwards",  # not at that time, but after it
    "until",
    "awaits",  # something has to happen first
    "patience",  # they ask for it, for so long
    "ahead",  # before something that is dated
    "past",  # what has happened
    "report",  # they said
    "dating",  # that was
    "today",  # it is now
    "content",  # what will be known follows
    "overdue",  # was supposed to
    "silence",  # nothing was heard
    "reason",  # why, not when
    "is-called",  # a day is named: "Monday is Labor Day"
    "is-holiday",  # a day is one of those on which nobody works
    "earliest",
    "latest",
    "nothing",  # none of these, though a part of it looks so
    "split",  # a new clause begins
]


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words around a time say of it."""

    role: Signal

    @property
    def kinds(self) -> tuple[str, ...]:
        """Each role is a kind, so that the same words can have several."""
        return (f"cue: {self.role}",)


def cue(role: Signal) -> Meaning[..., Cue]:
    found = Cue(role)

    def find(_: Setting, *_parts: object) -> Cue:
        return found

    return Meaning(role, find)


# What a time may belong to.
GOVERNING: tuple[Signal, ...] = (
    "answer", "wait", "hope", "stage", "after-stage", "start", "absence", "past", "own", "nothing",
)  # fmt: skip
I = "i|we|you|u|i'm|i'll|i've|i'd|we'll|we've|you've|youve|ive"  # noqa: E741 - the word itself
THEY = "he|she|they|it|who|someone|somebody|everyone"
NOT = "not|aren't|arent|haven't|havent|hasn't|hasnt|don't|dont|didn't|didnt|hadn't|hadnt|doesn't|doesnt|won't"

MOVED = "brought|put|pushed|moved|postponed|delayed|rescheduled|slipped|changed|bumped|extended|switched|shifted (back|out|it|forward) (to|until|by)"

WORDINGS: dict[Signal, tuple[str, ...]] = {
    "answer": (
        "hear|hears|hearing", "start|starts|begin|begins|starting (to) hear|hearing|call|calling|contacting|phoning|notifying|informing|letting|emailing|making|ringing", "told everyone|everybody|people|all|candidates|applicants", "know|knows|knowing|knew", "find|finding|finds out",
        "notify|notified|notifies|notifying|notification|notifications", "list of", "notice board|boards", "mail|mails", "be on to me|us|you",
        "decision|decisions|decide|decided|decides|deciding", "contact|contacted|contacting|contacts",
        "back to|with you|me|us|u|candidates|applicants|everyone|all|people|her|him|them",
        "call|calls|calling|phone|phoning|ring|ringing|email|emailed|emailing|emails",
        "reply|respond|response|replies|responding", "reach|reaching out", "write|writes|writing to you|me|us|everyone|everybody|all|each|candidates|applicants",
        "result|results|outcome|outcomes|verdict", "yes|yay or|/ (a) nay", "something|anything definite|concrete|firm|solid", "expect|expecting anything|something|one|it", "award|awards|awarding|awarded", "offer|offers|offered",
        "update|updates|updated|updating", "will|let's|we'll|i'll|he'll|she'll|they'll (then) talk|speak|chat (again|more|soon)", "talk|speak|chat again|more|soon|next|on", "announce|announced|announcement|announcing|announces",
        "feedback", "next step|steps", "in touch", "follow|following up",
        "confirm|confirmed|confirmation|confirming", "inform|informed|informing|informs",
        "answer|answers", "news", "selection", "choose|choosing|chosen|choice|select|selecting",
        "finalize|finalise|finalized|finalised|finalizing|finalising", "revert",
        "let|lets|letting (you|me|us|them|her|him|everyone) know", "acceptance|rejection", "final word",
        "slip|slide|drag|stretch|spill|slips|happen|happens",
        "make|makes|making up (my|our|their|his|her) mind",
        "be|being|been|get|getting told|informed|advised|offered|phoned|rung|texted|mailed|posted|filled", "tell|tells|telling",
        "text|texts|texting|message|messages|messaging|ping|pings|buzz|bell|shout", "drop|dropping|shoot|shooting|send|sending (me|you|us) a|an (quick) line|note|email|text|message",
        "wrap|wraps|wrapping this|it|things|everything (all) (up)", "revisit|resume|restart", "settle|settled|settles|settling|sorted", "circle|circling|get|getting|come|coming back", "word|letter|letters|paperwork|contract|packet", "fill|filling (the|this|that) position|role|job|vacancy|post", "pick|picks|picking|picked",
    ),
    "hope": ("hoping|hope|aim|aiming|target|targeting|looking|shooting|expect|expecting|expects|expected|anticipate|anticipating|plan|planning",),
    "patience": ("bear with me|us|him|her|them", "sit|hang|hold tight|on", "give me|us another|a|the"),
    "wait": ("take|takes|taking|need|needs|allow|wait|waiting", "give us|them|me|it|him|her"),
    "stage": (
        "finish|finishing|finished|finishes", "interviewing",
        "more people|interview|interviews|candidate|candidates|applicants (to) (interview|meet|see|talk)", "more (to) interview|meet|see|talk",
        "other|remaining|additional candidate|candidates|applicants|people", "conclude|concluding|concludes",
        "shortlist|shortlisting", "held", "close|closes|closing|closed|vote|votes", "vacancy|role|position|post|advert|posting|job|applications|window is|are|stays|remains|be open", "has|have|had|having (a|an|another|our|their|the) call|meeting|chat|catch-up|huddle|discussion", "has|have met|sat|convened",
        "wait|waits|waiting for|on a|an|the|our|your|my|his|her|their|him|her|them|hr|someone|somebody|it|finance|legal|management|head", "go|going|working|sifting|sorting|looking through|over the|all|every|applications|candidates|cvs|resumes|them", "approval|sign-off", "take|takes|taking|took place", "sits|convenes|deliberates",
        "interviews until|through|run|runs|end|ends|finish|are|continue|conclude|scheduled",
    ),
    "after-stage": (
        "once|after|when we|they|he|she|everyone|we've|they've|he's|she's (have|has|had|is|been) met|seen|interviewed|finished|spoken|done (with) (to) (everyone|everybody|all)",
        "after|once|when|following|until (all) (the|our|their) (second|first|next|final|last|other|remaining) (round|rounds|of) interview|interviews|candidates|round|rounds|stage|references|panel|meeting",
    ),
    "topic": (
        "interview|interviews", "candidate|candidates|applicant|applicants", "round|rounds|stage",
        "references|reference", "screening|screenings|longlisting", "background check|checks", "panel", "review|reviewing|reviews|reviewed", "meeting|meetings",
        "assessment|assessments|test|task", "deadline|deadlines",
    ),
    "start": (
        "notice",
        "in post|seat|situ|role|place", "someone|somebody in", "to begin|start", "start|starts|starting|join|joining|commence|commences", "training|onboarding|orientation", "first day",
        "hired|needed|working|employed for|from", "semester|term|internship|job|role|position|contract|course (itself) starts|begins|begin|commences",
    ),
    "absence": (
        "holiday|holidays|vacation|leave|trip|flights booked",
        "hiring|recruitment|recruiting freeze", "on hold|pause", "paused|frozen|suspended",
        "closed|shut for|until|till|from|over|between", "on (a|our|the|their) break|recess|shutdown", "break|recess|shutdown until|till|til|from|runs|lasts",
        "my|his|her|their holiday|holidays|vacation|leave",
        "leaves|leaving|retires|retiring|departs",
        "get|gets|getting|come|comes|coming back|home from", "comes back", "fly|flies|flying|travel|travels|travelling|traveling|head|heading out|off|to|home|back", "away", "on|taking|annual|sick|parental|maternity vacation|holiday|holidays|leave|pto|sabbatical|trip", "vacation|pto|ooo",
        "out of|off (the) office|town|country", "everyone's|everyones|everybody's|everybodys|who's|hes|shes|theyre (be) out|off", "is|am|be|i'm|he's|she's|they're|we're|are|being|going (be) out|off",
        "travelling|traveling|travels", "conference", "is|am|be|i'm|he's|she's|they're|we're|are|being|'s back on|from|at|next|this|until", "back in|at|to (the) office|work|town|country|desk", "returns|return|returning",
    ),
    "own": (
        f"{I} (will|am|plan|can|should|might|could|want|intend|may|would|were|'ll|'d) (just|probably|definitely) (going|planning|thinking|gonna|have|hoping) (to|of|on) call|calling|email|emailing|phone|chase|chasing|check|checking|ask|write|nudge|ping them|him|her|hr",
        "you can|could|may|should|might (always) call|email|contact|phone|ring|write|reach|follow|check|chase|ask",
        "feel free", "i|you|i've|you've|ive have|got (got) until", "thank (-) you (-) note|card|email|letter", "submit|return|complete|upload|send (us|me|them) (back) your|it|this|in", "submit|return|complete|upload|send (us|me|them) (back) (the|my|your|some|a) references|form|forms|documents|test|task|application|assignment|portfolio|reference|cv|resume", "another|other|competing|second offer (that|which) (expires|expire|lapses|ends)", "contact|call|calling|email|phone|ring|chase her|him|them",
        "please call|email|contact|check|reach|follow|chase|send|get|write|give",
        "accept|decline (the|our|your) (offer)", "your response|reply|answer|start", "need|needs|want|wants my|the|some paperwork|references|documents|transcript|transcripts|id|details|forms",
    ),
    "if": (
        f"if {I} (have|do|did|had|'ve|should) {NOT} (yet|still|actually|been) (hear|heard|received|receive|get|gotten|got|had)",
        f"should {I} not (hear|have)", f"should {I} hear|have|get (heard|had) nothing|no", f"in the event {I} {NOT}", "who|candidates|applicants|anyone (have|has|who|hasn't) (has|have|do|does) not|hasn't|haven't (yet) (been) heard|hear|contacted|received", f"if {I} still {NOT}", "if not", f"if {I} (have) hear|heard nothing|no", "if there|there's (is) (no|nothing)", "if no|nothing",
        f"if {THEY}|they've|he's|she's {NOT}",
    ),
    "nothing": (
        "job|role|position|work|shift|shifts|hours|schedule|rota is|are|runs|was", "shift|shifts|hours|schedule|rota would|will|'d (be)", "salary|bonus|pay|rent is (reviewed|paid|due)",
        "decision maker|makers|making",
        "call centre|center", "thank|thanks (you) (so|very) (much) (again) for", "see|meet you|u", "happy|merry", "phone|video|zoom|initial screen|screens|interview|screening", "keep|keeping|kept|hold|store|retain your|you (cv|resume|details|application) (on) (file|record)", "is|are|am|i'm|we're|you're open|available|free",
    ),
    "not": (
        "lucky to", "not|won't|wont|aren't|arent|wasn't|wasnt|weren't|hasn't|hasnt|haven't|havent|didn't|didnt|don't|dont|can't|cant|cannot|never|isn't|isnt|doesn't|doesnt|wouldn't|wouldnt|unlikely|shouldn't|shouldnt|couldn't|ain't|nobody|nothing|neither|none", "no one|decision|decisions|news|offer|offers|answer|answers|word|call|calls|contact|update|updates|announcement|result|results|candidate|candidates|applicant|applicants|response|responses",
    ),
    "refusal": (
        "won't|wont|doubt|unlikely|nobody|never", "no one|candidate|candidates|applicant|applicants", "will not", "not going to", "don't|dont|not think|expect|anticipate|believe",
    ),
    "correction": (
        "sorry|correction|actually|rather|edit|scratch|oops|whoops|apologies", "i mean|meant", "have to be", "turns out", "more like|likely", "i'd say", "should read|be|have", "scrap|forget|ignore|disregard (that|this|it|what)", "now", "make that|it", "instead",
        MOVED, "on second thought|thoughts", "strike that", "no",
    ),
    "moved": (MOVED,),
    "purpose": ("to|and (finally) decide|choose|select|pick|finalise|finalize|settle|vote|determine|agree", "and decides|chooses|selects|picks|votes", "on|about|regarding who|which|whether|me", "about|regarding|with (the|your|our|my|a|an) outcome|decision|result|results|answer|offer"),
    "then": (
        "then", "after that|this|which", "when|once|upon|on|after|as he|she|they|i|we|i'm|he's|she's|they're|we're|you're|return|my|his|her|their (am|is|are|get|gets|return|returns|soon) (back|return|in|home)",
        "right|straight|immediately|directly|shortly|soon|just after|afterwards", "afterwards|afterward|thereafter|subsequently",
    ),
    "afterwards": ("to follow", "after that|this|which", "right|straight|immediately|directly|shortly|soon|just after", "afterwards|afterward|thereafter|subsequently"),
    "until": ("until|before",),
    "awaits": ("until|once|pending", "soon as", "subject to", "depends|depending|dependent|contingent|conditional on|upon"),
    "waiting": ("wait|waits|waiting",),
    "ahead": ("before",),
    "past": (
        "applied|interviewed", "went|was|were|felt|seemed|lasted (really|very|pretty|quite|so|super) well|good|fine|ok|okay|great|badly|long|amazing|smoothly",
        "i|we|i've|i'd|ive (just|have|already|only|finally|really|also|first|recently) (just|had) interviewed|had|applied|met|spoke|went|heard|got|submitted|sent|finished|completed|did|took|called|emailed|left|saw|received|started|came|passed (back)",
        "waited", "was|were interviewed|called|held", "interview was|took", "was|were on|last",
        "been interviewing|waiting|looking|trying|chasing|searching|recruiting|hiring|there|here|talking|emailing|applying|working|unemployed",
        "they|he|she saw|met", "they|he|she called|emailed|interviewed|contacted|rang|phoned (me|us|last)",
    ),
    "dating": ("that|this|which was|is (already|about|over|almost|nearly)", "that's"),
    "content": ("whether|if|who",),
    "today": ("it's|its (now|already|currently)", "it|this|today is (now|already|currently)"),
    "report": (
        "said|told|says|saying|mentioned|promised|stated|indicated|wrote|advised|assured|explained|replied|claimed|estimated|quoted (me|us|that|her|him|them|it|everyone)",
        "was|were|been|got told|informed|advised",
    ),
    "overdue": (
        "was|were (all) supposed|meant|due|going|to (to)", "it|that|this|deadline|timeline|timeframe|date|promise|answer was|were", "should have|of|'ve", "should've|shoulda", "supposed to have",
    ),
    "silence": (
        "haven't|havent|didn't|didnt|not|never|nothing|hasn't|hasnt|don't (yet|still) hear|heard|received|got|gotten|anything|called|call", "no word|news|response|reply|answer|call|email", "nobody|(no one) called|rang|phoned|emailed|wrote|replied", "still nothing|waiting|no", "nothing (yet|still)", "silence|crickets|radio",
    ),
    "reason": ("because|due|owing|thanks (of|to)",),
    "is-called": ("is|'s|being",),
    "is-holiday": ("is|'s|being (a|the) (public|bank|federal|national|statutory|state|legal|stat) holiday|holidays",),
    "link": ("after|once|when|until|following", "soon as"),
    "earliest": ("earliest|soonest",),
    "latest": ("latest",),
    "split": (
        "but|yet|though|although|however|because|while|whereas|except|unless", "so (that)",
        "and|, (then) (that|so|then) i|he|she|they|we|you|it|will|would|should|i'm|i'll|we'll|they'll|she'll|he'll|we're|they're|i've|it's|its|they'd|he'd|she'd|it'd|we'd|you'd|i'd|you'll|it'll|that'll|there'll|theyd|theyll|shed|youll|youd|itll|hell|id|ill|im|hes|shes|theyre|theres|was|were|after|once|when|then|there|that|the|our|my|your|his|her|their|a|an|please|who|which|someone|nobody|hope|can|may|might|could|has|have|let|hr|call|finally|said|told|to",
        "then they|we|he|she|i|you|they'll|we'll|he'll|she'll|i'll|you'll|theyll|youll|hr|someone",
        "which|who is|are|was|were|will|ends|starts|begins|would",
    ),
}  # fmt: skip

PHRASES = tuple(Phrase("", cue(role), "", *wordings) for role, wordings in WORDINGS.items())
