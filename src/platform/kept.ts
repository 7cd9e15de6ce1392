/**
 * What is kept: every kind of row that there is, by its table, with why it is there, whom it is about and how long it stays.
 * `tables.ts` makes no rows of a kind that is not named here, and what people are told under a form is read from here.
 */

/** `given`: somebody wrote or chose it. `people`: about somebody, made by the product. `work`: about nobody. */
export type About = 'given' | 'people' | 'work';

/**
 * `no-end`: nothing ends it yet but deleting the organisation's data. `taken-back`: until the person takes it back.
 * `survey-ends`: until the survey closes or is called off. `done`: until what it stands for is over, or something newer is in its place. `call-over`: until 14 days after
 * a private talk was had, and 60 days at most. `read-over`: until 14 days after an adviser has read it, and 60 days at most.
 * `year-after`: until a year after the last day of the programme. `month-after`: until 30 days after a session.
 * `event-over`: until 30 days after an event.
 */
export const ends = [
  'no-end',
  'taken-back',
  'survey-ends',
  'done',
  'call-over',
  'read-over',
  'year-after',
  'month-after',
  'event-over',
] as const;
export type End = (typeof ends)[number];

export interface Kept {
  readonly about: About;
  readonly until: End;
  /** For whoever keeps the record of processing. */
  readonly why: string;
}

const given = (until: End, why: string): Kept => ({ about: 'given', until, why });
const people = (until: End, why: string): Kept => ({ about: 'people', until, why });
const work = (until: End, why: string): Kept => ({ about: 'work', until, why });

/** A task of the outbox may stand in every table, beside the change that it follows from. */
export const taskKept = people('done', 'what must still follow from a change');

export const register = {
  programmes: {
    // programmes
    programme: work('no-end', 'the programme itself'),
    team: people('taken-back', 'who coordinates it'),
    // people, messages
    sent: people('no-end', 'that a message reached somebody, or why not'),
    halt: work('done', 'that a send was stopped'),
    // recruitment
    application: given('no-end', 'what a match is made of'),
    call: work('no-end', 'whom an invitation asks, and until when'),
    audience: work('taken-back', 'rules that describe whom to ask, under a name'),
    callreport: work('no-end', 'how many a call left out, and why'),
    closing: work('no-end', 'the last day to apply for a round, and when the waiting list is looked at'),
    choosing: work(
      'no-end',
      'criteria for too few places, who looked at applications first, and when all were answered',
    ),
    choice: people('no-end', 'whether there was a place for somebody, and the criterion that decided'),
    informing: work('no-end', 'whether managers are informed of who takes part'),
    managerword: given('taken-back', 'that a manager may be told that somebody takes part'),
    invitation: people('no-end', 'that somebody was invited, and the answer'),
    source: work('no-end', 'a link with a code, and where it stands'),
    kit: work('no-end', 'whom to ask about a programme'),
    callpost: work('no-end', 'where a call stands in a channel, or why not'),
    contacted: work('no-end', 'what was sent to a network, and what came back'),
    arrival: people('no-end', 'by which link somebody came first and last, for counting'),
    helper: people('taken-back', 'who may enter an application together with a colleague'),
    slip: people('done', 'an application that waits to be confirmed by its person, under a code on paper'),
    slipof: people('done', 'which slip waits for a person'),
    kiosk: work('done', 'until when a kiosk is open'),
    kioskrequest: people('done', 'who asked at a kiosk to be spoken with'),
    form: people('no-end', 'which paper forms were printed, and who gave them in'),
    guests: work('no-end', 'whether mentors from outside may be admitted'),
    guest: people('taken-back', 'whom a programme admitted as a mentor from outside'),
    // matching
    proposal: work('no-end', 'a draft of pairs'),
    proposed: people('no-end', 'a pair in a draft, with its reasons'),
    leftout: people('no-end', 'who stayed without a partner, and why'),
    sheet: people('no-end', 'who is in a draft, to find and order its rows'),
    scarcity: work('no-end', 'where topics were scarce when a draft was made'),
    fairness: work('no-end', 'figures of fairness of a draft'),
    override: people('no-end', 'what a coordinator changed by hand'),
    standing: people('done', 'who is taken'),
    matching: work('done', 'which draft counts'),
    run: work('done', 'how far a computation is'),
    // pairs
    pair: people('no-end', 'who is with whom'),
    rematch: people('no-end', 'who waits for a new match, and until when a proposal is due'),
    reached: given('taken-back', 'what a pair says that it reached'),
    agreement: given('no-end', 'what a pair agreed on, and who signed which version'),
    pairgoal: given('taken-back', 'what a mentee wants to reach in the pair, and what came of it'),
    goalstep: given('taken-back', 'a step of such a goal'),
    goalnote: given('taken-back', 'a note of one of the two on such a goal'),
    parting: given('no-end', 'why a pair parted, without a name'),
    // meetings
    meeting: people('no-end', 'when a pair meets'),
    meetingpoint: given('taken-back', 'what a pair wants to talk about'),
    meetingagreed: given('taken-back', 'what a pair agreed on'),
    meetingturn: people('done', 'who of a pair plans a meeting at this moment'),
    poll: given('no-end', 'which of some times would work for a pair'),
    suggestion: people('no-end', 'times that were suggested to a pair without a next date'),
    // check-ins
    checkin: given('no-end', 'how a pair is doing'),
    signal: people('no-end', 'that a pair got a tip, or stood on the list of who may need a word'),
    checkinoff: people('no-end', 'that somebody put a check-in off'),
    checkindiff: people('no-end', 'on which questions two who both agreed were told that they differ'),
    checkinread: people('no-end', 'that a note to the coordinators was read'),
    word: given('taken-back', 'that somebody wants to talk, or has not met yet'),
    // training
    trained: people('no-end', 'who followed a course'),
    trainingexception: people('no-end', 'who may be matched without the courses, and why'),
    circletext: given(
      'year-after',
      'a question or an answer in the mentors’ circle, with a name only where its writer put it',
    ),
    circleremoval: people(
      'year-after',
      'that a text was taken out of the mentors’ circle, and why, until its writer has read it',
    ),
    resource: work('taken-back', 'a link that coordinators added to the resources'),
    session: work('no-end', 'a workshop or a supervision circle, and how many came'),
    circlehost: people('no-end', 'who led a supervision circle'),
    sessionseat: given('month-after', 'who signed up for a session, waits for a seat, or was there'),
    skillsclosed: work('no-end', 'that what people say they can do is counted, and since when'),
    // insights
    quality: work('no-end', 'counts behind the figures of a programme'),
    goalfigure: work('no-end', 'the figure of a goal that a coordinator entered'),
    cost: work('no-end', 'what a programme cost in money, as a coordinator entered it'),
    // recognition
    thanks: given('taken-back', 'thanks between two people'),
    credit: people('no-end', 'thanks from the programme to somebody or to a side, and what was given with it'),
    managerthanks: given('no-end', 'that somebody thanked their manager, and for what, by ticks'),
    asked: people('no-end', 'what somebody was asked for besides mentoring'),
    door: given('taken-back', 'a door that a mentor opened, as the two of a pair noted it'),
    thanksback: people('no-end', 'that thanks were taken back, without the words'),
    honourevent: work('no-end', 'an event at which people are honoured, and how many were'),
    nomination: given('event-over', 'what somebody said of others for an event, and whether the jury may read it'),
    judgement: given('event-over', 'what a juror says of a nomination'),
    honour: given('year-after', 'that somebody is honoured at an event, and what they said yes to'),
    // stories
    story: given('no-end', 'a story of a pair'),
    wording: given('no-end', 'the words of a story as they were agreed to'),
    consent: given('no-end', 'who agreed to which version of a story, on which terms'),
    storypicture: given('no-end', 'the picture of a story'),
    storyplace: people('no-end', 'where a story stands'),
    translation: given('no-end', 'a story in another language, and who of the two agreed to that text'),
    storyreads: work('no-end', 'how often a story was read, by month and without readers'),
    storyhelp: work('taken-back', 'that a story helped somebody, without who'),
    // insights
    finding: work('no-end', 'what was said as it was told, and what was decided about it'),
    telling: work('no-end', 'when people were told what came of what they said'),
    report: work('no-end', 'the figures of the evaluation report as they stood'),
    reportwords: work('no-end', 'what coordinators wrote beside the figures of a report'),
  },
  people: {
    preferences: given('taken-back', 'language and invitations'),
    stop: people('no-end', 'the secret of the link that stops invitations'),
    hours: people('done', 'working hours, from the mailbox'),
    rest: given('taken-back', 'until when somebody wants to be asked for nothing more'),
    passport: given('taken-back', 'what helps somebody in a meeting, when none is to be planned, and who may know'),
    letterbox: people('done', 'what somebody was sent of late, and what waits'),
    button: people('done', 'what a button of a card stands for'),
    chat: people('no-end', 'where a person is written to'),
    met: people('no-end', 'that a person was greeted'),
    coordinates: people('taken-back', 'which programmes a person coordinates'),
    helps: people('taken-back', 'for which programmes a person helps others to apply'),
    admitted: people('taken-back', 'to which programmes a guest of the tenant was admitted'),
    nominating: people('no-end', 'how many colleagues a person named for a programme'),
    participation: people('no-end', 'where a person began an application'),
    invitation: people('no-end', 'to which programmes a person was invited'),
    pair: people('no-end', 'of which pairs a person is'),
    survey: people('done', 'which surveys wait for a person'),
    coursework: people('no-end', 'how far a person is in a course'),
    completion: people('no-end', 'that a person ended a course'),
    ownwork: people('no-end', 'how far a person is in a course of the organisation'),
    meetingnotes: given('taken-back', 'own notes about a meeting, and three lines after it'),
    circle: people('year-after', 'in which mentors’ circles a person is'),
    jury: people('event-over', 'on which juries a person is'),
    badge: given('taken-back', 'to whom somebody shows a badge, or that they do not want it'),
    certificate: given('taken-back', 'what somebody had put on a certificate, and its link'),
    skills: people('year-after', 'when somebody said what they can do, and whether that may be counted'),
    storyread: people(
      'done',
      'which stories somebody read today, so that they count once; goes the next day they read',
    ),
    storyhelped: given('taken-back', 'that somebody said a story helps them'),
    skillsdeclined: people('year-after', 'that somebody is not to be offered to look at what they can do'),
  },
  directory: { person: people('done', 'who works here, from Entra') },
  surveys: {
    survey: work('no-end', 'what is asked, of whom, until when'),
    asked: people('no-end', 'whom a survey asks'),
    decision: people('no-end', 'what coordinators decided, and why'),
    reminding: work('survey-ends', 'how far a reminder is'),
    release: work('no-end', 'figures that were told'),
    basis: work('no-end', 'counts behind told figures'),
    ledger: work('no-end', 'which answers a figure took in, without people'),
    cuts: work('no-end', 'figures by part that were told'),
    rates: work('no-end', 'how many answered by part, as it was told'),
    next: work('no-end', 'which round was made from a survey'),
    linked: work('no-end', 'a comparison of two rounds that was told'),
    linkbasis: work('no-end', 'counts behind a comparison'),
    linkledger: people('no-end', 'who answered both rounds, under pseudonyms'),
    talk: work('no-end', 'a focus group or individual talks'),
    invited: people('done', 'who is asked for a talk; goes when it is closed'),
    note: people('no-end', 'what a coordinator noted in a talk, without names'),
    coded: work('no-end', 'which themes a text has'),
    findings: work('no-end', 'what came up in talks, as it was told'),
    sent: people('no-end', 'that a card of a survey arrived, or not'),
    halt: work('done', 'that a send was stopped'),
  },
  answers: {
    answer: given('no-end', 'answers, without a person'),
    buffered: given('done', 'answers until they are shuffled'),
    held: given('taken-back', 'confidential answers, under a pseudonym'),
    gone: people('no-end', 'that counted answers were taken back, under a pseudonym'),
    mark: people('survey-ends', 'that somebody has answered, apart from the answer'),
    own: given('year-after', 'what somebody says they can do, under a pseudonym, for that person alone'),
  },
  system: {
    programme: work('no-end', 'the list of programmes'),
    suggestround: work('done', 'how far the daily look for pairs without a next date is'),
    audience: work('taken-back', 'rules that describe whom to ask, for every programme'),
    survey: work('no-end', 'the list of surveys'),
    story: work('taken-back', 'the list of published stories'),
    stop: people('no-end', 'whose the link is that stops invitations'),
    network: people('taken-back', 'networks and associations, and whom to write to there'),
    code: work('no-end', 'of which programme the code of a link is'),
    kiosk: work('done', 'of which programme the link of a kiosk is, under its hash'),
    certificatelink: people('no-end', 'whose certificate a link shows, under its hash, or that it was withdrawn'),
    signingkey: work('no-end', 'the keys that badges were signed with, sealed, and their public halves'),
    meetingfile: people('done', 'of which meeting the link to a file is, under its hash'),
    talkline: work('no-end', 'the list of talks'),
    owncourse: work('no-end', 'the courses of the organisation, and which versions were published'),
    owntext: work('no-end', 'the draft of such a course in a language'),
    ownversion: work('no-end', 'such a course as it was published'),
    ownpicture: work('no-end', 'a picture in such a course'),
    talked: people('done', 'who was asked for a talk of late'),
    theme: work('no-end', 'themes of the organisation'),
    country: work('no-end', 'which identity questions a country asks'),
    sync: work('done', 'how far the directory was read'),
    seen: people('done', 'whom a reading of the directory has named so far'),
    ring: work('done', 'which key is in use'),
    datakey: work('done', 'sealed data keys'),
    followed: people('done', 'whose Outlook calendar is followed, while they have a meeting planned'),
    slots: work('done', 'the budget of sending'),
    answers: work('done', 'the budget of answering'),
    talk: people('done', 'the budget of one conversation'),
    sent: work('no-end', 'what stands in a channel'),
    team: work('no-end', 'teams that have the app'),
    graphuse: work('done', 'when a right of Graph was last used'),
    turn: work('done', 'whose turn it is to sweep'),
    pulse: work('done', 'how a process is doing'),
    copying: work('done', 'when a copy was made last, and which one is being made'),
    restoring: work('done', 'how far a copy was put back'),
  },
  due: {
    due: work('done', 'when a task is due'),
    failed: work('done', 'which tasks failed'),
  },
  actions: { button: work('done', 'what a button of a card in a channel stands for') },
  identity: {
    answer: given('taken-back', 'an answer about who somebody is, sealed'),
    consent: given('no-end', 'that somebody agreed, to which text, and until when'),
  },
  concerns: {
    request: given('call-over', 'that somebody wants to be called by a confidential adviser, sealed'),
    note: given('read-over', 'what somebody wrote for the confidential advisers in a check-in, sealed'),
    adviser: people('taken-back', 'which confidential advisers take requests, and in which languages'),
    contacts: work('no-end', 'whom else to call: lines of the organisation'),
    count: work('no-end', 'how many talks were had in a month'),
    sent: people('call-over', 'that an adviser was told that something waits'),
    halt: work('done', 'that a send was stopped'),
  },
  audit: {
    entry: people('no-end', 'who did what, under a pseudonym'),
    head: work('done', 'the last entry'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kept>>>>;

export type TableName = keyof typeof register;
/** What waits in these stands in no figure and no list that is shown to anybody: a number that moves would tell that there is one. */
export const unseenTables: readonly TableName[] = ['concerns'];
export type KindIn<N extends TableName> = (N extends unknown ? keyof (typeof register)[N] & string : never) | 'task';

export function keptOf(table: TableName, kind: string): Kept | undefined {
  const kinds: Readonly<Record<string, Kept>> = register[table];
  return kind === 'task' ? taskKept : kinds[kind];
}
