"""What words say outright: ways to say a thing, each as it is said.

In a way a blank is any space, a stroke of "don't" may be missing or be "do not", ``…`` is some of the same
sentence, ``<name>`` the ways of another entry; the rest are regular expressions. Every entry
has its cases in ``tests/cases/sayings.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

THEM = "(me|us|him|her|them)"
NOT = "(don't|didn't|not to|no need to)"
# What is learned, up to the time.
GOES_ON = "so|but|because|cuz|coz|cos|bc|since|when|once|after|before|as|which|who|and|or(?! not)|then|while|though|unless|until|than|my"
TOLD_ABOUT = rf"(?:(?!\s+(?:{GOES_ON})\b)\s+[^\s,.;:!?\"]+){{0,12}}"
# fmt: off
SAYINGS: Mapping[str, Sequence[str]] = {
    # Someone asks the candidate in for a word: not "come back to you".
    "drop in": (
        r"(pop|drop|stop|swing|nip|stick your head)( back)? (in|by|over|round|around|past|along)",
        rf"come (back|by|over|round|around|along|down)(?! to (you|{THEM})\b)", "come (back )?(in )?(and|to) (see|ask|find)",
        r"come in(?=[^.!?\n]*\b(let you know|tell you|(an|your|the|our) (answer|decision)|find out))",
        "call (round|by)", "call in( and see| (at|to) the)",
    ),
    "try again": (rf"(try|call|ring|phone) ({THEM} )?(back|again)",),
    # Before these they are told to: "welcome to drop in", and not "they want to drop in".
    "told to": (r"(me|us|you|i|said|asked|told|welcome|free|best|better|thing is|idea is|have|need|got|ought) to",),
    "appointed": (
        r"interview\w*", "(next|second|final|last) round", "trial", "shifts?", "test", "assessment", "induction", "training",
        "orientation", "meet(ing)?", "start",
    ),
    # Someone is not there until a time, or at it.
    "away": (
        "<is> (just |only |still |currently |all |actually |now )?<elsewhere>",  "out[ -]of[ -](the[ -])?office", "ooo",
        r"((?<!we\s)will|(?<!we)'ll) be (away|off|travell?ing|on (annual |sick |parental )?leave|on (holiday|vacation))",
        "(isn't|aren't|wasn't|won't be) (in|here|around|available|back|at (her|his|their) desk|working)",
        "doesn't (work|come in)", "has gone home", r"(offices?|building|campus|branch|hr) (is|are|will be) (closed|shut)",
    ),
    "is": (r"'s|(?<!we)'re|'m|am|is|(?<!we\s)are|was|gone",),
    "elsewhere": (
        "off|out|away|busy|tied up|at lunch|travell?ing",
        "on ((his|her|their|a|annual|sick|paid) )?(leave|holidays?|vacation|lunch|break|call|phone|course|road|site)",
        r"in (a |an? \w+ |back-to-back )?(meetings?|interviews?|appointment|court|surgery|theatre)",
        r"with (a|an|some|another|his|her|their) \w+", "not (in|here|around|available|at (her|his|their) desk|working)",
    ),
    # "Once she's back" is when the answer comes.
    "on return": ("then|after|afterwards|once|when|as soon as", "back to (you|me)", "before (s?he|they|i)"),
    # An automatic reply's courtesy is no answer.
    "auto-reply": (
        r"auto(matic|mated)?[- ]?(reply|response)", "(respond|reply|answer)( to)? your (e-?mail|message)s?",
        r"your (application|cv|resume)( has been| was|'s been)? (received|got)|(received|got) your (application|cv|resume)",
        "(limited|no|intermittent) access to (my )?(e-?mails?|messages)",
    ),
    # Of things "out" says that they are there: "results are out by Friday".
    "a thing": (
        "it|that|this|news",
        "(result|decision|offer|letter|list|shortlist|e-?mail|mark|grade|score|verdict|answer|outcome|notice|announcement|invite|invitation)s?",
    ),
    # When the candidate learns the answer: "I should hear back from them", "she'll let me know if I got it".
    "learns": (
        rf"(i|you|we)<will> (<surely> )*(know(?! more)|hear|hearing|find(ing)? out|be (told|notified|informed|contacted)|(receive|get) ((a|an|the|my|your|our) )?(\w+ )?(answer|decision|notification|results?|verdict|yes or no|yes or a no)){TOLD_ABOUT}",
        rf"(they|he|she|we|someone|somebody|hr|(the|my|a|our|mr|mrs|ms|dr|professor) \w+)<will> (<surely> )*(let|tell|call|ring|phone|telephone|email|text|dm|message|notify|inform|contact|get back (to|with)) (me|you|us|everyone|everybody|all)( know)?{TOLD_ABOUT}",
        rf"(they|he|she|we|someone|hr|(the|my|a) \w+)<will> (<surely> )*be in touch{TOLD_ABOUT}",
        r"(they|he|she|we|someone|somebody|hr|(the|my|a) \w+)('re|'s| are| is) (letting|telling|calling|ringing|phoning|emailing|texting) (me|you|us|him|her|everyone|everybody|all)( know)?",
        r"(interview|round|zoom|call-?back|onsite|on-site) (invites|invitations|requests|(invite|invitation|request)(?= (will|would|should)))( (will|would|should|to|are|get|were|go|going|be|being|sent|send|out|come|coming|roll|rolling|issued|supposedly|apparently|probably))*",
        rf"and (will )?(then )?let (you|everyone|everybody|all (applicants|candidates)) know{TOLD_ABOUT}",
        r"(told|asked|said|says|tells)( (me|us|him|her))? to (give (it|them|him|her)|allow)( about| around)?",
        r"(i|you|we|he|she)<will> (<surely> )*(have|get) (a|an|the|my|your|our) (phone ?)?(call|ring|email|text|letter|message|link|invite|notice)( (back|from \w+))?",
        rf"i find out{TOLD_ABOUT}", r"(i|he|she|we|(the|my) \w+)<will> (<surely> )*(chase|nudge|ping) (him|her|them|the \w+)( up)?", "(sign-?off|approval|signature|clearance|paperwork) (can|could|may|might|will|should|usually|normally) take( (about|around|up to|another))?",
    ),
    # What isn't done by then, so that the answer comes later: "they won't finish before the break on the 19th, so".
    "not before": (r"(won't|can't|cannot|isn't|aren't)\b…\bbefore( \w+){0,4}",),
    # Nobody promised it: "I thought I'd know by".
    "i guessed": (
        rf"(i|we)('d| had)? (thought|figured|assumed|guessed|imagined) (that )?(i|we|they|it|he|she)('d| would){TOLD_ABOUT}",
        rf"(i|we|i'm|we're) (figure|figuring|assume|assuming|imagine|suspect|guessing) (that )?(i|we|they|it|he|she)('ll| will|'d| would){TOLD_ABOUT}",
    ),
    # What others think, or how long they waited, nobody promised: "my mom says", "Glassdoor says it takes".
    "others say": (
        r"(<bystander>)\b…\b(says?|said|thinks?|thought|reckons?|reckoned|heard|waited|got)\b(?:(?!\b(?:but|and|so)\b)[^.!?;,])*",
    ),
    "bystander": (
        r"glassdoor|google|the internet|reddit|((people|someone|somebody|everyone|others|folks|a (guy|girl|woman|man|person)) )?(on (reddit|here|the forums?|glassdoor|indeed|linkedin|a forum|discord)|online)",
        r"my (friend|mate|sister|brother|cousin|mom|mum|dad|mother|father|roommate|flatmate|coworker|colleague|partner|wife|husband|boyfriend|girlfriend|neighbou?r|aunt|uncle|nan|gran)",
    ),
    # Another firm's offer ends then, and what is paid for lasts so long.
    "offer ends": (
        r"(exploding|other|another|competing) (job )?offer,?( (that|which|is|was|expires|expiring|ends|runs out|lapses|open|good|due|until|till|by|for|on))*",
    ),
    "lasts": (
        r"(projects?|contracts?|posts?|roles?|placements?|courses?|programmes?|programs?|internships?|grants?) (of|(that )?(lasts?|lasting|runs?|running)( for)?)( (about|around|up to))*",
    ),
    # The candidate's question what to do: "should I call on Monday?"
    "should i": (
        r"(should|can|could|may|shall|do|would) (i|we) (\w+ ){0,2}?(follow|check|call|e-?mail|reach|chase|wait|write|ring|ping|nudge|contact|ask|text|message)\b",
        r"(ok|okay|fine|weird|pushy|rude|too (soon|early)|bad|wrong)( idea| form)? (if i|to) (\w+ )?(follow|check|call|e-?mail|reach|chase|write|ring|ping|nudge|contact|ask|text|message)\b",
    ),
    # How long it takes others is no promise: "the average wait is", "ten days on average".
    "average": (
        r"(average|median|mean) (\w+ )?(wait|waits|time|times|length|turnaround|period)", "(processing|waiting|wait) times?",
        "on average",
    ),
    "on average": ("on average", "(is|was) (the )?(average|norm|usual)"),
    # The question of a page that the time of the answer follows: "When will I hear?"
    "when it comes": (
        r"(when|how (soon|long|quickly))\b…\b(hear|know|find out|told|notified|informed|contacted|decided|decisions?|results?|outcome|answer|announced)",
    ),
    # What a line of a list dates: "applicants notified", "results out", "calls to those we want".
    "given out": (
        r"(applicants?|candidates?|everyone|everybody|all|finalists?|nominees?|students?|people)( (will be|are|is|be))?( \w+)? (informed|notified|told|contacted|e-?mailed|called|advised)",
        r"(notif(y|ying|ication)s?|announcement)( of)?( (all|the|final|applicants|candidates|results?|outcomes?|decisions?|finalists))*(?=\W|$)",
        r"(results?|decisions?|outcomes?|offers?|acceptances|rejections|regrets|awards?|winners?|letters)(,? (of|and|or|for|to) \w+,?)*( (will be|are|is|to be))? (go(es|ing)? out|out|released|announced|published|posted|sent|issued|made|mailed|e-?mailed|available|named)",
        r"(calls|e-?mails|letters) to( all| the)? (applicants|candidates|everyone|everybody|people|those)",
    ),
    "an outcome": ("(final |all )?(results?|decisions?|outcomes?|selections?|winners|offers|awards|acceptances)( (day|date))?",),
    "will": (
        r"'?ll|'?d| (will|would|should|shall|won't|wouldn't|shouldn't|(can )?expect to)|('m|'re| (am|are)) (going|due|supposed|meant|likely) to",
    ),
    "surely": ("probably|definitely|hopefully|also|just|start|then|not|finally|either|both|only|likely|all",),
    # What they said, and nothing about it: "he told me Friday", not "he told me Friday that".
    "reported": (r"((said|says|say)( (me|us))?|tells (me|us)|told (me|us)|(was|were|been) told)( that)?",),
    "then": ("today|yesterday|since|last|earlier|ago|this (morning|afternoon)|just now",),
    "going on": (r"been (\w+ )?\w+ing\b[^.!?,;\n]*\bfor",),
    # On what a promise hangs: "and that's if she signs it on".
    "only if": (r"(that|this|it)('s|s| is) (only )?if|(and|but) only if",),
    # When a place is open is when one may come, at most.
    "opens": ("(shop|store|offices?|branch|doors?|reception|phone lines?) (opens?|closes?|shuts?|(is|are) open)",),
    # What they expected to hear, and what it is instead: "I thought I'd know today … it'll be Friday now".
    "expected": (
        "(thought|reckoned|figured|assumed) (that )?(i|we|they|it|he|she)('d| would| was| were)", "(was|were) (expecting|hoping|supposed|meant|due|going) (to|for)",
        "(hoped|expected) to",
    ),
    # What was promised, and what became of it: "I wrote that you'd hear by Friday. That hasn't been possible".
    "was to": (
        r"(wrote|said|told|thought|hoped|promised|expected|indicated|aware|understand|announced)\b[^.!?\n]{0,80}?(would|'d|were to|was to)",
    ),
    "fell through": (
        r"(hasn't|haven't|wasn't|weren't|isn't|won't|can't|cannot|didn't)( (now|proved?|been|be))* (possible|happen|done|able)",
        "(this|that|it|we) (has )?(slipped|fell through|had to be put (off|back))", "no longer (possible|realistic)",
    ),
    "as it is now": (r"(it|that)('s going to be|'s gonna be|'s more like|'ll be| will be| is going to be) \w+ (\w+ ){0,4}(now|instead)",),
    "now they say": (
        r"now( that [^,.]{2,40},)? ((i'm|we're|i've been) (being )?told|(he|she|they|hr|someone|(the|my|our|their) \w+)('s|'re| is| are| has| have)?( just)? (say|says|said|saying|told|tell|tells|think|thinks|reckon|reckons|expect|expects|hope|hopes|hoping|looking at))",
        r"now (it'll|it will|it's going to|it's (more|looking) like)",
    ),
    # The time that took the place of another: "I was told Monday but now it's".
    "put off": (r"(told|said|supposed|meant)\b…\bnow (it's|its|it is|it'll be)( going to be| more like| on| by)?",),
    # How it is told that a promise has another time now: "they've bumped it to", "it's been moved to".
    "moved on": (
        r"(bump|mov|chang|push|put|postpon|delay|slip|switch|shift|kick|extend|revis)\w*( (it|that|this|things|back|out|over|everything|now|off|up|the (decision|date|deadline|answer)))*( from [^.!?;]{3,20})? (to|until|till)( (the|next|this))*",
    ),
    # A promise that was a mistake: "I misspoke", "correction from HR".
    "put right": (
        r"misspoke|mis-spoke|correction|corrected (me|us|it|that|themselves|herself|himself)|my (mistake|bad)|(got|told|gave) (it|that|this|you|me) wrong|(wrong|incorrect) (date|day|week|time)|mixed (it|that|them) up",
    ),
    "it is": (r"(it's|it is|it'll be|that's|is|should be|should have been|meant|actually|really|by|until|for)( (actually|really|going to be|now|by|on|until|for))*[:,]?",),
    "first told": (
        r"(original|initial|first|old|earlier)(ly)?\b…\b(word|date|plan|timeline|estimate|deadline|told|said|say|was|were|had|due|supposed|meant|scheduled)",
        r"(told|said|due|supposed|meant|promised)\b…\b(original|initial|first)(ly)?", r"(at first|it was (going|supposed|meant) to be|was (due|supposed|meant|going) to|(decision|answer|result|news)( \w+)? was (due|set|scheduled))",
    ),
    # No use in asking for a day that nobody knows: "two weeks after it closes, whenever that is".
    "nobody knows when": (
        r"whenever (that|this|it|they|he|she)('s)?( (is|may|might|will|would|actually|ever|finally) ?(be|happens?|is)?| happens?| may be|'s)?(?=\W|$)",
        r"(nobody|no one|noone|nobody's|\bno\b|not|\w+n't)\b…\b(knows?|idea|clue|say|said|tell|told|sure|date|clear)( (me|us|yet|exactly))* when (that|this|it)( (is|will|would|might|may|could)|'s|'ll|'d)",
    ),
    # A promise whose place another took: "originally due on", "earlier to be declared on".
    "was first": (
        r"((originally|previously|initially|at first)( \w+){0,2}|earlier|first) (to be|due|scheduled|planned|meant|supposed|expected)( \w+){0,4}( (on|by|for|in))?",
    ),
    # Nothing came: "no text so far today".
    "none so far": (r"(no|nothing|any)( (word|news|call|text|e-?mail|reply|answer|message))?( back)?( from (them|him|her))? (so far|yet)",),
    # How long others wait promises nothing: "the average waiting time is".
    "average wait": (r"average (wait|waiting)( time)?( is| was)?( about| around)?",),
    # When a further round is, which is no answer: "second interviews will be".
    "rounds are": (
        r"(second|third|final|further|next)([- ](round|stage))?( of)? interviews? (will be|is|are|take place|will take place)( held)?( (the|on|in|from|during))?",
    ),
    # "That's when we find out", said of the time before.
    "when it is": (
        r"((and|so|but) )?((that|this)('s| is|s)|which is|is) when ((i|you|we|he|she|they|everyone|everybody|(the|my) \w+)<will>?( <surely>)*|(the )?(results|decisions|offers|letters|calls|emails)( (will|are|is))?) ?(find out|finds out|know|knows|hear|hears|be (told|notified|informed|announced)|told|let (me|us) know|lets (me|us) know|decides?|votes?|call|calls|rings?|phones?|texts?|e-?mails?|writes?|announce|announces|released|announced|go out|come out|pick|picks|choose|chooses)\b",
        r"(at|by) the end of (which|that)( time| period)?",
    ),
    # A call to come, where nobody is named who makes it: "ringing me on", "getting a call".
    "a call": (
        r"(call|ring|phon|e-?mail|text|messag)ing (me|us)( back)?",
        r"(get(ting)?|expect(ing)?|await(ing)?) an? (phone )?(call|ring|e-?mail|text|message)( back)?",
    ),
    # How long it has been is over.
    "lasted": ("(been|since|ever since|waiting|waited)",),
    # A promise that they tell was not kept: "we had hoped to write by Friday and couldn't".
    "meant to": ("hoped|wanted|meant|intended|planned|aimed|promised|supposed|due|(was|were) to",),
    "not done": (r"(couldn't|didn't|wasn't|weren't|haven't|hasn't)\b(?! (say|tell|mention|give|know|specify|sure)\b)",),
    "new clause": ("so|but|we|i|they|he|she|it|will", "'(ll|d|re|s)", "and (has|had|is|was|wants|hopes|promised|said)"),
    # Leave to get in touch, and what it hangs on.
    "contact": (
        rf"(call|ring|phone|telephone|email|e-mail|text|message|nudge|chase|contact) ({THEM}|the|our|my|again|back|in)",
        rf"(give|drop|send|shoot) ({THEM}|the \w+) an? (\w+ )?(ring|call|shout|bell|buzz|tinkle|line|text|email|e-mail|note|nudge|message)",
        "get (back )?(in touch|on to (me|us)|hold of (me|us))", "reach out", "check (back|in)", "follow up", "touch base",
        "pick up the phone", "write (to )?(me|us)", rf"try ({THEM}|again|back)", r"(call|ring|phone)(?=\s*([.!?]|$|if))",
    ),
    # Leave told of: "welcome to ring", "she said I could email her", "told me not to call".
    "reach": ("<contact>", r"(call|ring|phone|telephone|e-?mail|text|chase|write|bug|hassle)(?! (you|it)\b)"),
    "leave": (
        "(welcome|allowed|free|invited|fine|okay|ok|no problem|hesitate) (for (me|you) )?to <reach>", "by all means <reach>",
        "you (can|could|may|might|should) (always |just |then |also )?<reach>",
        "((told|asked|advised|invited|wants|wanted) (me|us)|said|says|(was|were|been|i'm|im|we're) told) (not )?to (just )?<reach>", "(said|says) (just )?<reach>",
        r"(said|says|told|reckons|reckoned|suggested|mentioned)\b…\b(i|we) (can|could|may|might|should) (always |just )?<reach>", "(i'm|im|we're) (not )?to <reach>",
    ),
    # Who has until then to decide is the candidate: "you'll have ten days to accept", "I owe them an answer by".
    "mine to decide": (
        "(like|want|wants|wanted|need|needs|needed|asked|expect|expects) (me|you) to <decide>", "(i|you)('ve| have|'ll have| need| must| had)( got)? (to )?<decide>",
        "(i|you|candidates|applicants|students|who)('ve|'ll| will)? (then |also )?(have|had|get|((been|be|are|was) )?given|got)( got)?( up)?",
        "(give|gives|gave|giving|given|allow|allows|allowed) (me|you)",
    ),
    "decide": ("(decide|accept|decline|confirm|respond|reply|make (up )?(my|your) (mind|decision)|make a decision|choose|say (yes|no|if|whether)( or (yes|no|not))?|let (them|us|him|her) know|tell (them|us|him|her)|(give (them|us|him|her)|get back to (them|us|him|her) with) (my|an|your) (answer|decision))",),
    "to decide": (r"(in which )?to (<decide>|consider|think|sign|take)",),
    # When the work begins, however long one waits for it.
    "to begin": ("to (start|begin)(?! (hearing|calling|contacting|the|a|interview))",),
    # They offer a day to meet: "we'd try to offer a reserve date,".
    "a slot": (
        r"(offer|offering|propose|suggest|arrange|book|give)( (you|me|him|her|a|an|another|the|new))* (\w+[- ]){0,2}(interview|slot|date|time|appointment|audition|trial|screening|visit|meeting)( (on|of|for|at|is))?[,:]?",
        r"(reserve|alternative|back-?up|second|replacement) (interview )?(date|slot|time|day)( (is|of|on|will be))?[,:]?",
    ),
    "not until": (
        r"(won't|can't|cannot|couldn't|not|not going to)( be)?( (able to|going to))* (mak(e|ing)|decid(e|ing)|know(ing)?|choos(e|ing)|pick(ing)?|say(ing)?|tell(ing)?|hav(e|ing) (an|any|a|the) (answer|decision|news|word))\b…\b(until|till|before)",
    ),
    # So long it has been: "it's now been nearly three".
    "gone by": (
        r"(it's|its|it is|it has|has)( (now|already))* been( (now|nearly|almost|over|more than|well over|about|already|like))* (\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several)(?! (hours?|hrs?|minutes?|mins?)\b)",
        r"(we're|i'm|now|we are|i am)( now)? (at|on|in|into|past) (week |day )?(\d+|one|two|three|four|five|six|seven|eight|nine|ten)",
    ),
    "for a round": (r"for (a|an|my|the|another)? ?(\w+[- ]){0,3}<appointed>",),
    "round follows": (r"(come|go|going|coming|in|back|invited|asked|called|want (me|him|her)|(have|having|see|seeing) (me|you|him|her))( (back|in|down|up|over|along))*",),
    # They will see the candidate then.
    "see you": (r"look\w* forward to (seeing|meeting|welcoming|speaking (to|with)|talking (to|with)|having) you( all| both| again| back| then| there)*", "see you( all| both| again| back| then| there)*"),
    # A check is over by then, and nothing is asked of anybody: "your DBS should be through by".
    "check ends": (
        r"<check>( \w+)?<will>( (<surely>))* (be )?(com(e|ing) )?<check over>( (with|from) (us|you|them|the \w+))?( (by|within|in|sometime))*",
        r"<check>( \w+)?( (will|can|should|may|might|<surely>|usually|normally|typically))* takes?( (up to|another|us|them|at least))*",
        r"<check>, (so )?(we |i |they )?(<will>|should|hope to) (have|get|receive) (it|them|those|that)( (back|by|within|in))*",
        r"(expect(ing)? to (have|get)|<will> (have|get|receive)|hop(e|ing) to (have|get)) (the |your |his |her |their |my )?(\w+ )?<check>( (back|through|in|by|within))*",
    ),
    "check": (
        r"dbs|pvg|garda|vetting|references?|(?<!your\s)report|certificate|disclosure|medical|approval|sign-?off|occupational health",
        r"(background|criminal|credit|security|reference|police|drug|health|medical|employment)( \w+)? (checks?|screening|tests?|clearance|results?)|checks?|screening|clearance",
    ),
    "check over": (
        "through|back|done|ready|completed?|finished|clear(ed)?|over|out|here|with (us|you|hr|them)|arrived?|sign(ed)? (you |it |this )?off|approved?|processed|finali[sz]ed|returned|issued|received",
    ),
    # What the candidate asked, or would like, is no promise.
    "wished": (
        "(i|we)('d| would) (really )?(like|love|want|prefer|need) to (know|hear|find out)", rf"(i|we) (just )?(asked|wondered|was wondering|wonder)( (him|her|them))? (if|whether|would|when){TOLD_ABOUT}", "(need|want|have) to (know|hear)",
        r"(i|we)('d| would| will|'ll)? (need|needed|want|wanted|like) (an|a|the|their|some) (\w+ )?(answer|decision|reply|response|yes or no)( from (him|her|them))?",
    ),
    # Theirs to have, and the candidate's to give: "we need a decision from you by".
    "from you": (
        r"(answer|decision|reply|response|confirmation|(yes|no)|paperwork|hear|hearing)( back)? from you",
        r"(need|needs|want|wants|like|appreciate|require|await|awaiting|send (us|me)|give (us|me)|let (us|me) have) (your|my) (\w+ )?(answer|decision|reply|response|confirmation|acceptance)( in writing| by (e-?mail|post|phone)| back)?",
    ),
    "i am to": ("(me|you) to", r"(i|you)('ve|'ll| will|'m|'re| was| were)? (have|need|got|ought|must|asked|told|supposed|meant)( to)?"),
    "let us know": (rf"let (us|{THEM}) know( (please|either way))?", rf"(get|come) back to (us|{THEM})", rf"(confirm|reply|respond)( (to|with) (us|{THEM}))?"),
    # A time that suits somebody is no promise: "June would be no problem", "Tuesday works for me".
    "suits": (
        r"(is|was|would be|'d be|will be|'ll be|sounds|looks)( absolutely| perfectly| totally| just)? (no problem|fine|ok(ay)?|great|perfect|ideal|good|grand|easier|better|best|too (soon|late|early))\b",
        r"(works?|suits?|would work|would suit|doesn't work|won't work)( (well|best|better|fine|great))?( for| (me|us|you|them|him|her))\b",
    ),
    # What has gone on since a day: "we have been reading since our deadline on".
    "since then": (r"(has|have|'ve|been)\b[^.!?\n]*\bsince (the|our|my|your|their|his|her) \w+([- ]\w+){0,3}",),
    # The line of a page that tells when something was done: "Last updated: 3 March".
    "a record": (
        "(last )?(updated|modified|changed)( on)?", "(date )?(applied|submitted|received|posted|sent|created)( on| date)?",
    ),
    # How long it took others is over.
    "took": (r"(it|that|this|they|he|she|which) (only |just |even )?took( (me|him|her|them|us|my \w+|about|around|over|nearly|almost|like|a good))*", "(they|he|she|who|which|that) (only |just |even )?(got|came) back to (me|us|him|her)", "(i|we) (only |just |even )?heard back( from (them|him|her))?"),
    # What they are to get in touch for is asked of them.
    "business": (
        r"(accept|confirm|arrange|book|schedule|set up|decline|rsvp|reply|discuss|register|enrol\w*)", "questions?|availability|references?",
    ),
    "unheard": (
        "(if|should|in case)\\b…\\b(hear|heard|nothing|word|news|received|had|got|gotten|come|contacted|not|anything)",
        "failing (that|which)",
    ),
    "if not, contact": (r"(if (not|nothing|you don't)|should (you|that|it) not|otherwise|failing (that|which))\b(…\b)<contact>",),
    # What the candidate means to do is no leave.
    "own plan": (r"i'(m|ll|d)|i (am|will|should|might|would|plan|want|think)",),
    "negated": ("don't|never|no need to",),
    # Whoever speaks is not the one who was to be reached.
    "colleague": (
        rf"(let|tell|remind|ask|inform) ({THEM}|\w+) (know )?(that )?you", r"(give|leave) (him|her|them) (the|your|a) (message|note)",
        r"pass (it|that|this|(the|your|a) \w+) (on|along)\b(?! to (the|our|my)\b)", "take a message",
        "(he|she|they)('ll| will|'s going to) (call|ring|phone|get back to) you",
        r"(he|she|they|(?-i:[Tt]he \w+|[A-Z]\w+))\s*<away>",
    ),
    # They want no calls, or to be left alone.
    "no calls": (
        r"no( phone| telephone)? (calls?|enquir\w+)\b(?! (yet|before|from|back|so))",
        r"(don't|not to|must not|will not|no \w+ shall) ((please|ever) )?(call|phone|ring|telephone)\b(?! (you|me|back|anyone else|off|it))",
        r"refrain from (call|phon|ring|telephon)ing\b(?! (back|anyone))", r"(aren't|not) taking calls",
        r"(rather|prefer) (that )?(you )?(didn't|don't|not) (to )?(be )?(call|phon|ring|rung|telephon)\w*", r"(unable|not able) to take (\w+ )?calls",
    ),
    "no contact": (
        rf"(?<!if\syou\s){NOT} (please |ever |feel you (need|have) to )?(contact (the|our|hr|anyone|anybody|us|me|him|her|them)|get in (touch|contact)|reach out|follow up|chase)",
        "(refrain from|avoid) (contacting|chasing|getting in touch|reaching out|following up)",
    ),
    # "Don't call before Friday" and "don't call this week" forbid nothing for good.
    "for now": ("before|until|till|til|unless|after|yet|now|today|tonight", "this (week|month|morning|afternoon)"),
    # "If you've not heard" denies no leave to call.
    "denied": (r"(don't|not|never|no|please wait|refrain|avoid)\b(?! (yet )?(hear|heard|received|had|got|gotten|been|word|news)\b)",),
    # Whose further round it is.
    "others": ("others?|more|remaining|candidates?|applicants?|everyone|people|shortlisted",),
    "yours": (r"you|your|yours|i|i'\w+|my|me|us|second|final|next round",),
    # "We'll call you on Tuesday", but not "call me on Tuesday": the call is theirs to make.
    "they call": (
        r"(will|would|(?<!you\s)(?<!free\s)(?<!welcome\s)to|(?<!you)'(ll|d)) ((?!you\b|not\b|never\b)\w+ ){0,2}?((call|phone|ring|telephone) (you|me)|be (calling|phoning|ringing) (you|me)|give (you|me) a (call|ring))",
        "(expect|(will|'ll) (get|have|receive)) (a|our|their|my) (phone )?call",
    ),
    # "Email me on the 19th", but not "call or email me".
    "write": (
        rf"(e-?mail|write( to)?|message|text) ({THEM}|again|back)", r"(send|drop|shoot) (me|us) an? (\w+ )?(e-?mail|line|note|message)",
    ),
    "call": (r"(call|ring|phone|telephone)\w*",),
    # "Second interviews are next week" is when they are; "you'll hear about them" is when news comes.
    "round": (r"interviews?|rounds?|on-?\s?site|finalists?|stages?|call-?backs?",),
    "news": (
        r"hear|know|answer|tell|told|invit\w*|contact\w*|notif\w*|decid\w*|decision|e-?mail\w*|call|phone|ring|news|touch|back to|write|confirm\w*|schedul\w*|arrang\w*|announce\w*|choose|select\w*|shortlist\w*",
    ),
    # What they do until then: "we're reviewing applications until Friday" is no day to hear.
    "their work": (
        r"review\w*|interview(ing|s)?|see(ing)?|meet(s|ing)?|discuss\w*|consider\w*|assess\w*|evaluat\w*|scor(e|es|ing)|mark(ing)?|compar(e|ing)|read(ing)?",
        r"(go|goes|going|went|get|getting) through|look(s|ing)? (at|over|through)|sign(s|ed|ing)? off|talk(ing)? to|speak(ing)? (to|with)|wait(ing)?|collect\w*",
    ),
    # A day by its name or date, and not one that is counted: "on the 25th", but not "in ten days".
    "a day": (
        r"(mon|tues?|wed(nes)?|thu(rs)?|fri|satur|sun)(day)?", "today|tomorrow|tonight",
        r"\d{1,2}(st|nd|rd|th)", r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}", r"\d{1,2} (of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*", r"\d{1,4}[/.-]\d{1,2}([/.-]\d{2,4})?",
    ),
    # Somebody in between asks the others: no leave for the candidate.
    "they chase": (
        r"(i|we|he|she|they)('ll| will|'m going to|'re going to| am going to| can) (\w+ )?(chase|nudge|call|ring|phone|e-?mail|write to|speak (to|with)|talk to|ask|contact|check with) (them|him|her|hr|(the|our|my) \w+)",
    ),
    # By then they say when an interview is: "we'll confirm a time by Friday".
    "fixes a day": (
        r"(let you know|confirm\w*|get back to you|come back to you|be in touch|tell you|contact you|(e-?mail|call|phone|ring|text|message|notify) you|hear)\b",
        r"(send|share|suggest|propose|offer|give|have|find|fix|set|arrange|schedule)\w* (you |out |over )*(a |an |the |some |another |new |you )*(dates?|days?|times?|slots?|details|invite|invitation|link|schedule)",
    ),
    # No word is their word: "if you don't hear from us by the 10th, assume you were unsuccessful".
    "silence is no": (
        r"(assume|consider|take it|regard|treat|presume|means?)\b…\b(<turned down>)",
        r"<unheard>…\b(you('ve| have)?|it|it's|that's|this|your application|the (job|role|position|post|place))\b…\b(<turned down>)",
        r"(no|without) (news|word|call|e-?mail|answer|reply|response)\b…\b(<turned down>)",
        r"(only|just) (contact|call|ring|phone|e-?mail|write to|get in touch with|notify|tell)(ing)? (the )?(successful|people|person|candidates?|applicants?|those|whoever|one)",
    ),
    "turned down": (
        r"unsuccessful|not (been )?(successful|selected|chosen|shortlisted|progress\w*|taken|hired|got|get)|\w+n't (been )?(successful|selected|chosen|shortlisted|taken|hired|got (it|the)|get (it|the)|made it|through)",
        r"a no\b|a 'no'|no,|been (filled|given)|gone to|(gone|going|went|offered (it|the \w+)) (with|to) (someone|somebody|another)",
    ),
    # Who hears nothing may still hear later, or somebody else hears in another way.
    "no such end": (r"\w+n't (necessarily |always )?mean", r"(the )?(others|rest|everyone else|unsuccessful \w+|those who \w+) (will|'ll|get|hear|are|by)\b"),
    # The day of the interview that will not be: "your interview on the 18th", "we can't do tomorrow", "tomorrow's".
    "day off before": (
        r"(interview|meeting|appointment|session)( (on|at|of))?", r"(can't|cannot|won't|unable to|not able to|couldn't)( be able to)?( (do|make|meet|see you|hold))?( (it|you|the interview))?( on)?",
        r"(cancel\w*|call(ing)? off|postpon\w*)( (the|our|your|my|that))?( interview| meeting)?( on)?", "instead of( on)?",
    ),
    "day off behind": (
        r"(is|was|has been|had to be|needs to be|must be|got|will have to be|won't|can't|cannot)( be)? (off|cancel\w*|called off|postponed|moved|rescheduled|rearranged|put off|pushed back|go(ing)? ahead|happen\w*|work\w*)", "any ?more|no longer",
    ),
    "moved to": (r"(mov|chang|push|put|reschedul|rearrang|postpon|shift)\w*( (it|the|your|my|our|interview|meeting|back|forward|over))*( (to|for|until|till))?",),
    # They want to be called now: "please call me back when you get a chance".
    "call back": (
        r"(call|ring|phone) (me|us)( back)? (as soon as|when|whenever|today|now|at your|on (my|this|our)\b|(on |at )?\W?\d[\d ()-]{3,}\d)", r"(call|ring|phone) ((me|us|her|him|them) )?back",
        r"give (me|us) a (quick )?(call|ring|bell|shout|buzz)( back)?( (as soon as|when|whenever|today|now))", r"give (me|us) a (quick )?(call|ring|bell|shout|buzz) back",
        r"(ask(ed|ing|s)?|want(ed|s)?|told|telling|says|said) (me |us |you |for me )?to (please )?(call|ring|phone)( (her|him|them|me|us|the office|in))?(?! (on|next|in|if|by|before|after|again)\b)",
        r"(please|<want you to>) (call|ring|phone) (me|us|the office)(?! (if|on|by|before|after|with|next)\b)", r"(please|<want you to>) give (me|us) a (quick )?(call|ring|bell|shout|buzz)(?! (if|on|by|before|after|with|next|in)\b)", "return my call", r"(message|word|note|voice-?mail) to (please )?(call|ring|phone)\b", r"(call|ring|phone) ((mr|mrs|ms|miss|dr|the) )?(?!you\b)\w+ back",
    ),
    "want you to": ("(can|could|would|will) you( please)?", "(when(ever)?|if|as soon as) (you|i) (can|could|get|like)"),
    # A call that came since the interview, or a message about it.
    "left word": (r"voice-?mails?|(left|got|had|a|missed) (me )?(a |an |her |his |their )?(\w+ )?(messages?|calls?)", r"(called|rang|phoned|tried( to (call|ring|reach))?) me"),
    # They hang it on something: "if you have any questions".
    "on condition": (r"(if|should you|in case|unless)\b(?! (you )?(can|could|get|have a|are free|possible))", r"any (questions|queries|problems|concerns)"),
    # Their no leaves a door open: "we'll keep you in mind for a similar role".
    "keeps in mind": (
        "(keep|bear) (you|your (cv|resume|details|application|name)) (in mind|on file)", "(similar|other|another|future) (roles?|positions?|openings?|vacanc(y|ies)|opportunit(y|ies))",
    ),
    # Who hears then is somebody else: "the shortlist goes to the board on Monday".
    "goes up": (r"(goes?|going|went) (up |on )?(to|before|in front of) ((the|our|a|an|its|my)\b|hr|legal|finance)(?! (\w+ )?(candidates|applicants|finalists)\b)",),
    # Somebody owes a word: they will find out, ask, pass it on, get back.
    "finds out": (
        r"(let (me|us)|(i|we|he|she|they)('ll|'d|'m| will| would| can| am| have to| need to| must| was| were)( (going|trying) to| just| also)*|will|going to|trying to|needs? to|have to) <find out>",
        "looking into (it|this|that)", "checking with",
    ),
    "find out": ("find(ing)? out|check(ing)?|look(ing)? into|ask(ing)?|chas(e|ing)",),
    # What a call of theirs is to be about.
    "call about": (
        r"(?P<thing>(to (talk|discuss|go|chat|speak|run)|about|with (the|an?|your|our|my)) [\w\x27\u2019\x20-]*?)(?=( (on|by|next|this|tomorrow|today|at|in|when|once|sometime))\b|[,.;:!?]|$)",
    ),
    "owed": (
        "<finds out>", r"('ll|will|shall|going to|hope to|try(ing)? to|would) (\w+ ){0,2}(be in touch|(get|come) back|let (you|me)|update|write|call|ring|reply|respond|hear|know|contact|have (news|an answer))",
        r"in touch|get back to|let you know|keep you posted|as soon as|(pass|forward|hand|send|sent|share)\w* (it|this|that|your|the|on)\b", "(working on|dealing with) (it|this)|bear with|soon|shortly|in due course",
        "(nudg|chas|prod|remind)(ed|ing)",
    ),
    "feedback": ("feedback",),
    "gave feedback": (
        r"(gave|shared|went through|took me through|talked me through|got|had)\b[^.!?\n]*\bfeedback", r"feedback (was|is) (that|attached|below)",
        r"(here|attached)(\x27|\u2019)?s? (is |are )?(some|the|my|our|your) feedback",
    ),
    "feedback by phone": (r"(call|ring|phone|chat|talk|speak|conversation|go through|zoom|teams)\b[^.!?\n]*\bfeedback", r"feedback\b[^.!?\n]*\b(call|ring|phone|chat|talk|speak|conversation|zoom|teams)"),
    "no feedback": (r"(no|not|unable|cannot|\w+n't|unfortunately)\b[^.!?\n]*\bfeedback",),
    # What the answer of a sentence is about; who finds out about the pay has the job, or has no answer yet.
    "offer": (
        "(formal|written|official|unconditional) offer", "offer letter", "formal letter", "in writing",
        "letter of (offer|appointment)", "(the|a|your|my|our) (contract|paperwork)", "contract (comes|follows|will)",
        "(like|pleased|delighted|happy|glad) to offer",
    ),
    "next round": (
        "(next|second|2nd|third|3rd|final|another|further)[- ](round|stage|interview)s?", "round (two|three|2|3)", "(short|long)list(ed|s)?",
        r"(invited?|called?|selected|through|notif\w+|asked|back) (\w+ )?(for|to|about) (an? |the )?interviews?", "call-?backs?", "recalls?",
    ),
    "decision": (
        r"(deci[ds]\w+|f(ind|ound)\w* out|answer)(?!( \w+){0,3} <terms>)", r"results?|outcomes?|cho(ice|os)\w*|pick\w*|select\w+|verdict",
        r"hir(e|ing)|appoint\w+|(un)?successful|offers?|notif\w+|(yes|yea|yay) or (no|nay)|either way|whether|if (i|we|you)|announce\w*",
        r"minds?|vote\w*|rejection|accept\w*", r"(?<=\w\s)g[eo]t(ting)? (it|the)(?!\s*[,.;!])",
    ),
    # They decide on the job itself, and not on a round before it.
    "final answer": (
        r"(final|last|definite|firm) (answer|decision|word|choice|yes or no)", r"(who|whether|if) (you|i|we|they|he|she)('re|'ve| have| has| get| got| are| is)? (got |get |gets |getting )?(the|hired for the|offering you the) (job|role|position|post)", r"who('s| is| gets| we're) (hired|hiring|getting the job|the job|offering it to)",
    ),
    "terms": ("salary|pay|wages?|(the|my|your|about|working) hours|rota|schedule|shift pattern|budget|benefits|parking|uniform|dress code|start date",),
    # News, and what is none yet: "if we can't offer you the job", "we won't go ahead before June".
    "a no": (
        r"(go|going|gone|went|mov\w+|proceed\w*|progress\w*|press(ing)? ahead) (ahead |forward |on )?with <others instead>",
        r"(chosen|chose|selected|picked|hired|appointed|decided on|offered (it|the \w+) to) <others instead>",
        r"(not|\w+n't) (be |been )?(selected|successful|shortlisted|chosen|able to offer you|a (good |right )?(fit|match))",
        r"(not|\w+n't) (be )?(taking|moving|progressing|proceeding|going) (you\w*|forward|ahead|any further|further)(?! (any |with )?(call|interview)s?)",
        r"(was|were|been|is|are) unsuccessful", "unsuccessful (on this occasion|this time)", "regret to (inform|tell|say|advise|let you know)",
        r"(position|role|job|post|vacancy) (has been|was|has now been|is now) filled", "(someone|somebody) else (got|has) (it|the job)",
        r"i (didn't|haven't) (get|got|gotten) (it|(the|that) (job|role|position|post|offer))", "(turned me down|rejected me|said no(?=\\s*([.!]|$))|rejected my application)",
        r"decided (not to|against) (proceed|mov|progress|continu|offer|hir|tak)\w*",
    ),
    "others instead": (r"(another|someone else|somebody else|a different|other|an internal|the other)(?! (round|stage|interview|step|week)s?)",),
    "a yes": (
        r"(offered|offering|offer) (me|you) (it|(the|a|this|that) (job|role|position|post|place|contract))",
        "(like|love|pleased|delighted|happy|glad|thrilled) to offer you",
        r"i (just )?(got|have got|'ve got|received|was given) (the job|the role|the position|(an|the) (\w+ )?offer)",
        r"(job|role|position|post)('s| is) (yours|mine)", "you('ve| have) got the (job|role|position|post)",
    ),
    "held": (
        r"(is|are|been|put|was|now|currently|it's|'s) (currently |now |all )?on (hold|ice|pause)", "hiring (freeze|pause)",
        r"(hiring|recruitment|recruiting|process|role|position|post|search|budget) (is|has been|was) (now |currently )?(paused|frozen|suspended)",
        r"(paus|froz|freez|suspend)\w* (all |the |our |any )?(hiring|recruitment|recruiting|process|role|position|search)",
        r"put(ting)? (the|this|it|everything|hiring|recruitment|recruiting|things)( \w+){0,2} on (hold|ice)",
    ),
    "called off": (
        r"(cancel\w*|call(ed|ing)? off|postpon\w+|reschedul\w+|rearrang\w+|moved?|push(ed)? back) (the|your|my|our|that|this|(tomorrow|today|\w+day)'s) (\w+ )?(interview|meeting|call|appointment|chat)",
        r"(interview|meeting|appointment) (has been|is|was|has|had to be|needs? to be|must be|will have to be) (cancel\w+|postponed|called off|moved|rescheduled|pushed back|put off)",
    ),
    "not so yet": (
        "if|whether|unless|in case|should (you|we|the)|either way", r"(moving|going|proceeding|progressing) (forward|ahead|further)\b.*\b(until|before|yet)", r"candidates? (who|that)|those (who|not)|(un)?successful (candidates|applicants|people)",
        r"(will|'ll|going to|hope to|hoping to|plan to|planning to|might|may|could|expect to|want to|able to) (be )?(offer|mak)\w*", r"(not|\w+n't|never) (yet )?(offer\w*|been offered|heard|on hold)",
        r"(\w+n't|not) (decided|know|sure)", r"asked (us|them|to)|request\w*", "(can|could|may) i", "i (need|had|have|want|must) to", "lift(s|ed|ing)?", "('d|would|can) offer",
        r"assume|take it|=|(no|not) (hear(ing)?|news|contact(ed)?|been contacted)",
    ),
    "somebody": ("they|we|he|she|you",),
    "spoken": ("(on|over|by) (the )?(phone|telephone)", "verbal(ly)?", r"(called|rang|phoned) (me|to)", "in person"),
    "other offer": (
        r"(i|i've|i'm|i'd|my|me)\b…\b(another|a different|a second|a competing|one more|an other) (\w+ )?offer",
        r"(i|i've)\b…\boffer (from|with|at) (another|a different|someone|somewhere|elsewhere)", r"(i|i've) (have |got |also |already |have got )+an offer (from|elsewhere|in hand)",
    ),
    # A day is yet to be found: "another day" is none.
    "no day yet": ("(another|a different|some other|a new) (day|date|time)",),
    "asked in": (
        r"(they|she|he|we)('ve| have)? (just )?(invited|asked|called|booked) (me|you) (back |in )*(to|for)\b", r"i('ve| have)? (got|been|was) (invited|asked|an invitation) (back |in )*(to|for)",
        r"(like|love|want|wants) (you|me) to come (in|back)", "(like|love|pleased|delighted|happy) to invite (you|me)",
    ),
    "ill": (r"ill|sick|unwell|hospital|accident|injur\w+|surgery|covid|flu|off sick|poorly",),
    # What they want of the candidate, and what the candidate means to do.
    "requests": (
        r"please|kindly|could you|can you|would you|will you|if you (could|would)|need you to|(ask|asking|want|like|need) you to",
    ),
    # A question to the candidate, and what is only asked to be kind or to have more time.
    "asks you": (r"^[^.!?\n]*\b(you|your|you're|you'd)\b",),
    "no question": (
        r"how (are|is) (you|everything|things)|^\W*(sorry|ok|okay|all right|alright)\b",
        r"(can|could|would|will|may|might) (you|we|i) (please |kindly |just |perhaps )?(bear|wait|hold|give|be patient|mind|have|ask you|get back|come back|let you)\b",
        "(ok|okay|fine|all right|alright|work|possible) (with|for) you|do you mind",
    ),
    "handed over": (r"send|e-?mail|forward|share|submit|upload|provide|need|want|let (us|me) have",),
    "named thing": (
        r" (?P<thing>(your|the|an?|some|any|copies|two|three|four|five|\d+) [\w\x27\u2019\x20-]*?)(?=( (by|before|on|no later|to|for|this|next|tomorrow|today|at|in|if|so|when))\b|[,.;:!?]|$)",
    ),
    "asks for a thing": (r"(<handed over>)( (us|me|over|in|through|along|on|back))*<named thing>",),
    "asks to be told": (r"(let (us|me) know|tell (us|me)|confirm( to (us|me))?|remind (us|me) of)<named thing>",),
    # The reply itself gives these.
    "an answer": (r"(answer|reply|response|decision|acceptance|availability|confirmation|thoughts|times?|signed \w+|signed \w+ letter)",),
    "sends": (r"(to )?(send|share|forward|submit|upload|hand in|return)",),
    # Work that they set, to be looked at: papers, references and answers are none.
    "work": (
        r"(<set work>)s?\b(?! (permit|visa|references?|history|schedule|certificate|eligibility|authori[sz]ation|result))",
    ),
    "set work": (
        "task|exercise|test|assignment|assessment|homework|challenge|case|sample|proposal|presentation|slides|project|plan|report",
        "portfolio|work|design|draft|essay|code|lesson|article|translation|mock-?up|prototype|script|pitch|analysis",
    ),
    # How a note begins; what follows is named. Then notes that name no more than the contact, and that promise to ask.
    "opens a note": (
        r"(to )?((<sent off>)( <of theirs>)?|(?P<tells>(give|provide|confirm)( <of theirs>)?|(tell|answer) <of theirs>|let <of theirs> know)(?P<about> about)?)(?= )",
    ),
    "sent off": ("send|share|email|forward|submit|upload|hand in|return",),
    "of theirs": ("you|them|him|her",),
    "only a contact": (
        r"(to )?(call|ring|phone|email|write|get (back )?in touch|get back)( (to|you|them|him|her|back|again|up))*",
    ),
    "for news": (
        r"(ask|hear|check|see|find out|chase|enquire|inquire)\b.*\b(news|decision|decided|deciding|outcome|results?|status|progress|next steps?|heard|going|(things|it) stands?)",
        r"(follow up|check in|touch base)(?=\W*$)",
        r"about\b.*\b(news|decision|outcome|results?|status|progress|next steps?|timeline|timing|going|(things|it) stands?)",
    ),
    # They only allow a contact, and don't ask for it.
    "may": ("can|may|might|could|free|welcome|fine|ok(ay)?|like|want",),
    "allows": ("can|may|might|could|free|welcome|fine|ok(ay)?|if",),
    # A promise was made on the day told of before: "was told then that", "they said on the day".
    "told then": (
        r"(told|said|informed|advised)( \w+)? (back then|then|at the time|(up)?on the day|there and then|then and there|that (same )?day)\b",
        r"(at the time|on the day|there and then|then and there)…\b(told|said)",
    ),
    # Before it nothing may come: "don't call before the 20th".
    "bar": (r"((until|till?) )?(before|until|till?|after)",),
    "until": ("(un)?til",),
    # How long something lasts, and not with what it ends.
    "length": (
        r"(\d+|an?|one|two|three|four|five|six|eight|ten|few|several|couple of) (\w+ )?(days?|weeks?|months?|quarters?)", "end of",
    ),
    "part of a month": ("early|mid|middle|late|later|end|beginning|start|first (half|week|days)|second (half|week)",),
    # No day is promised: "in about two weeks".
    "roughly": ("about|around|roughly|approximately|approx|circa",),
    "roughly before": (r"<roughly>\.?( (in|on|by|the))?",),
    "loosely": ("<roughly>|or so|thereabouts|give or take|ish|(a )?(couple|few)|several",),
}
# fmt: on
# Leave to get in touch and wishes to be left alone have words of their own.
NOT_RETOLD = ("leave", "if not, contact", "no calls", "no contact", "unheard", "requests")
SHORTHAND = {
    " ": r"\s+",
    "'": "['\u2019]",
    "…": r"[^.!?;\n]{0,40}?",
    "n't": r"(?:n['\u2019]?t|\s+not)",
}
SHORT = re.compile(r"n't|[ '…]|(?<!P)<([a-z, ]+)>|(?<!\\)\((?!\?)")


def ways(name: str) -> str:
    """Return the ways to say a thing as a regular expression."""
    return SHORT.sub(written_out, "|".join(SAYINGS[name]))


def written_out(short: re.Match[str]) -> str:
    """Return what a shorthand of the table stands for."""
    return f"(?:{ways(short[1])})" if short[1] else SHORTHAND.get(short[0], "(?:")


PATTERNS = {name: re.compile(rf"\b(?:{ways(name)})\b", re.IGNORECASE) for name in SAYINGS}


def saying(name: str) -> re.Pattern[str]:
    """Return what finds the ways to say a thing.

    >>> bool(saying("no calls").search("Please do not  phone us."))
    True
    """
    return PATTERNS[name]


def says(name: str, text: str) -> bool:
    """Whether a text says a thing."""
    return saying(name).search(text) is not None


@lru_cache(maxsize=64)
def ever_says(name: str, text: str) -> bool:
    """Whether a whole text says a thing, of which each time may ask: kept, as few do."""
    return says(name, text)


def ends_saying(name: str, text: str) -> bool:
    """Whether a text ends with one of the ways to say a thing.

    >>> ends_saying("told to", "He asked me to "), ends_saying("told to", "me to see him")
    (True, False)
    """
    return any(one.end() == len(text.rstrip()) for one in saying(name).finditer(text))
