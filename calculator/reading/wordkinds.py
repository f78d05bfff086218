"""Words that mean the same to a reader of timelines: who speaks, what is theirs, what is to be done.

A lexicon, no decisions: what each kind says of the times around it is learned.
"""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "they": "he she they it manager managers mgr recruiter recruiters boss lady guy man woman bloke gentleman chap "
    "girl lad hr panel team committee board interviewer interviewers director owner employer company supervisor "
    "headteacher head principal chair dean department dept office school university college agency consultant "
    "secretary administrator coordinator officer partners ceo founder editor client firm council ministry faculty "
    "professor registrar admissions store shop warehouse hospital clinic ward matron trust foreman captain vicar "
    "bishop producer chef lawyer judge commission institute foundation centre center who someone somebody everyone "
    "anybody anyone receptionist assistant trustees governors society library museum theatre agent superintendent",
    "me": "i we me us my our mine myself",
    "you": "you u your candidates candidate applicants applicant everybody",
    "family": "mum mom mam dad mother father sister brother husband wife hubby boyfriend girlfriend bf gf fiance kids "
    "kid son daughter baby friend friends mate mates roommate flatmate housemate landlord nan gran grandma grandad "
    "aunt uncle cousin neighbour neighbor dog cat parents family niece nephew child children",
    "life": "rent lease flat apartment house mortgage bills bill car mot dentist doctor appointment birthday wedding "
    "party funeral church gym exam exams finals class classes semester term dissertation thesis essay homework "
    "concert game match movie film show dinner lunch breakfast bed sleep weather snow tickets visa graduation "
    "graduate tournament practice rehearsal surgery operation scan hospital therapy diet laundry shopping",
    "travel": "flight flights fly flying trip holiday holidays vacation leave abroad travel travelling traveling airport "
    "train camping away cruise honeymoon conference retreat absent ooo annual maternity sick closed shut",
    "work": "shift shifts hours hour hrs rota schedule pay paid salary wage wages overtime nights days part-time "
    "full-time break breaks weekly hourly daily uniform parking commute open opening",
    "begin": "start starts starting started begin begins beginning training induction orientation onboarding probation "
    "contract cohort intake joining join commence commences commencing notice permanent temporary temp duration",
    "papers": "references reference form forms documents document papers paperwork cv resume portfolio application "
    "applications transcript transcripts certificate passport id dbs deposit payment fee survey signature link "
    "receipt letter copy details file files proof licence license card",
    "do": "send sent return bring complete submit upload accept confirm sign rsvp apply register pay book choose reply "
    "respond provide supply fill attach deadline due expires expire closes close latest required must please",
    "round": "interview interviews round rounds second final stage test tests trial visit presentation tour screening "
    "assessment meeting zoom video exercise task audition session day-long shortlist shortlisted sift longlist",
    "decide": "decide decides decided deciding decision decisions choose chooses pick picks choice vote votes select "
    "selects verdict outcome result results offer offers answer news notified notification announce announced "
    "announcement hear hearing know find inform informed update word",
    "learn": "know knows knew known hear hears heard hearing find finds finding learn learns learnt learned see",
    "tell": "let lets letting inform informed informing informs notify notified notifies notifying tell tells announce "
    "announced announcing announces update updates updated advise advised publish published posted post posts",
    "reach": "call calls calling contact contacted contacting contacts email emails emailing emailed e-mail phone phones "
    "phoning ring rings ringing text texts texting touch reach write writes writing back message messages",
    "settle": "decide decides decided deciding choose chooses choosing pick picks picking select selects selecting vote "
    "votes finalize finalise finalized finalised confirm confirmed approve approves sign signs signed meet meets sits",
    "outcome": "decision decisions result results outcome outcomes verdict answer answers news offer offers notification "
    "notifications word announcement feedback selection selections list letter letters",
    "told": "said says saying told tell tells mentioned promised reckoned reckons stated wrote writes replied explained "
    "assured advised quoted thinks thought hoped hopes",
    "did": "interviewed applied went met spoke called emailed rang phoned got sent submitted waited heard saw came "
    "finished did left asked had was were been received started took handed felt seemed lasted drove wore sat",
    "chase": "follow chase chasing check checking nudge ping reach contact touch email call ring phone text message "
    "bother hassle pester write drop",
    "guess": "guess think reckon suppose probably maybe perhaps might assume assuming hope hopefully wonder wondering "
    "feel imagine bet figure expect expecting doubt should usually typically normally generally",
    "rival": "other another offer competing current job employer company second backup elsewhere",
    "not": "not no never nothing nobody none n't don't dont didn't didnt won't wont haven't havent hasn't hasnt can't cant "
    "cannot isn't wasn't doesn't without nor neither silence crickets",
    "will": "will shall gonna going going-to 'll intend plan plans aim aims aiming hoping",
    "would": "would 'd could should might may",
    "is": "is are am 's 're be being",
    "has": "has have had 've",
}  # fmt: skip
# Pronouns and what is joined to them: "they'll" is "they" and "will".
JOINED: Mapping[str, str] = {
    "'ll": "will",
    "'d": "would",
    "'s": "is",
    "'re": "is",
    "'m": "is",
    "'ve": "has",
}
RUN_TOGETHER: Mapping[str, tuple[str, str]] = {
    "ill": ("me", "will"), "il": ("me", "will"), "im": ("me", "is"), "ive": ("me", "has"), "id": ("me", "would"),
    "theyll": ("they", "will"), "shell": ("they", "will"), "itll": ("they", "will"), "shes": ("they", "is"),
    "hes": ("they", "is"), "theyre": ("they", "is"), "theyd": ("they", "would"), "shed": ("they", "would"),
    "hed": ("they", "would"), "youll": ("you", "will"), "youd": ("you", "would"), "theyve": ("they", "has"),
}  # fmt: skip

KIND_OF: dict[str, tuple[str, ...]] = {}
for _kind, _words in KINDS.items():
    for _word in _words.split():
        KIND_OF[_word] = (*KIND_OF.get(_word, ()), _kind)


def kinds_of(word: str) -> tuple[str, ...]:
    """Return the kinds of a word, those of its parts for "they'll"."""
    if known := KIND_OF.get(word):
        return known
    if word in RUN_TOGETHER:
        return RUN_TOGETHER[word]
    for ending, kind in JOINED.items():
        if word.endswith(ending):
            return (*KIND_OF.get(word.removesuffix(ending), ()), kind)
    return ()
