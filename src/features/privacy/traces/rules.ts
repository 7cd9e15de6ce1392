/**
 * Whose a row is, by its kind and by where in it somebody's id stands. A row under the own id, as its partition or in its key, is always
 * the own one. Every other place in which a kind may hold a person id is named here; a test finds one that is not.
 */
import type { FoundRow, Trace, Traced } from './model.ts';

/** A row before it is taken apart. */
interface KeptText {
  readonly partition: string;
  readonly rowKey: string;
  readonly text: string;
}

interface Rule {
  /** Whoever stands here takes the row along. */
  readonly own?: readonly string[];
  /** Whoever stands here is replaced, and sees the row among their data. */
  readonly shared?: readonly string[];
  /** Whoever stands here is replaced. */
  readonly named?: readonly string[];
  /** Nobody is shown it by this: it would tell of others, or it is a secret of the product's own work. */
  readonly hidden?: true;
  /** Not even that there is one: it would give away what the person is to hear later, or never. */
  readonly secret?: true;
  /** The first part of the key leads to its person. */
  readonly through?: 'mentee' | 'story';
}

const written: Rule = { named: ['by', 'createdBy', 'savedBy', 'madeBy', 'publishedBy'] };
const sent: Rule = { own: ['personId'], named: ['who'], hidden: true };
const bothOf = ['menteeId', 'mentorId'] as const;

export const rules: Readonly<Record<string, Rule>> = {
  'programmes programme': { named: ['sponsorId', 'createdBy'] },
  'programmes team': { own: ['personId'] },
  'programmes sent': sent,
  'programmes halt': written,
  'programmes application': { own: ['personId'], named: ['answers.wishes.picks[]', 'answers.ratherNot[]'] },
  'programmes call': written,
  'programmes audience': written,
  'programmes choosing': { named: ['writtenBy', 'readBy', 'sentBy'] },
  'programmes choice': { own: ['personId'], named: ['by'] },
  'programmes informing': written,
  'programmes managerword': { own: ['personId'], named: ['of.managerId'] },
  'programmes invitation': { own: ['personId'] },
  'programmes callpost': written,
  'programmes arrival': { own: ['personId'] },
  'programmes helper': { own: ['personId'] },
  'programmes slip': { own: ['personId'], named: ['by'], hidden: true },
  'programmes kiosk': written,
  'programmes form': { own: ['entered.for'], named: ['entered.by'] },
  'programmes guest': { own: ['personId'], named: ['by'] },
  'programmes proposal': written,
  'programmes proposed': {
    ...{ own: bothOf, named: ['alternatives[].mentorId', 'alternatives[].displacesId'], secret: true },
  },
  'programmes leftout': { own: ['menteeId'], named: ['helps[].mentorIds[]'], secret: true },
  'programmes sheet': { secret: true, named: ['pairs[].menteeId', 'pairs[].mentorId', 'left[]'] },
  'programmes override': { own: bothOf, named: ['by'], hidden: true },
  'programmes standing': { named: bothOf },
  'programmes run': { named: ['by', 'order.change.menteeId', 'order.change.mentorId'] },
  'programmes pair': { shared: bothOf, named: ['pausedBy'] },
  'programmes rematch': { secret: true, named: [...bothOf, 'askedBy'] },
  'programmes reached': { own: ['personId'] },
  'programmes agreement': { own: ['parts[].by', 'by', 'signed[].personId'] },
  'programmes pairgoal': { through: 'mentee' },
  'programmes goalstep': { through: 'mentee' },
  'programmes goalnote': { own: ['by'], through: 'mentee' },
  'programmes meeting': { shared: ['organiserId', 'met[].personId'] },
  'programmes meetingpoint': { own: ['by'] },
  'programmes meetingagreed': { own: ['by'], shared: ['who[]'] },
  'programmes meetingturn': { own: ['by'], hidden: true },
  'programmes poll': { shared: ['askedBy'] },
  'programmes checkin': { own: ['personId'] },
  'programmes word': { own: ['people[]'], named: ['takenBy'], hidden: true },
  'programmes trainingexception': { own: ['personId'], named: ['by', 'endedBy'] },
  'programmes circletext': { own: ['personId'] },
  'programmes session': { named: ['createdBy', 'entry.by'] },
  'programmes circlehost': { own: ['personId'] },
  'programmes sessionseat': { own: ['personId'] },
  'programmes thanks': { own: ['from'], shared: ['to'] },
  'programmes credit': { own: ['to.personId'], named: ['by'] },
  'programmes managerthanks': { own: ['personId'], shared: ['managerId'] },
  'programmes asked': { own: ['personId'] },
  'programmes door': { own: ['by'] },
  'programmes honourevent': { named: ['jurors[]', 'createdBy', 'entry.by', 'decision.with[]', 'decision.by'] },
  // Of its voices a feature takes out those of whoever leaves; whom it is about may not know of it yet.
  'programmes nomination': {
    ...{ own: ['subject[]'], named: ['voices[].by', 'voices[].members[]', 'answers{}'], secret: true },
  },
  'programmes judgement': { own: ['jurorId'] },
  'programmes honour': { own: ['personId'], secret: true },
  'programmes story': { own: ['authorId', 'partnerId'], named: ['waitsFor', 'keptBy[].by'] },
  'programmes wording': { through: 'story' },
  'programmes consent': { own: ['personId'], through: 'story' },
  'programmes storypicture': { through: 'story', hidden: true },
  'programmes storyplace': { named: ['named[]'] },
  'programmes storyreads': { through: 'story', hidden: true },
  'programmes storyhelp': { through: 'story', hidden: true },
  'programmes translation': { own: ['by', 'yes[].personId'], through: 'story' },
  'programmes finding': { named: ['decision.by'] },
  'programmes telling': written,
  'programmes reportwords': written,
  'directory person': { own: ['id'], named: ['managerId'] },
  'surveys survey': written,
  'surveys decision': written,
  'surveys reminding': { named: ['after'] },
  'surveys talk': written,
  'surveys invited': { own: ['personId'] },
  'surveys sent': sent,
  'surveys halt': written,
  'system audience': written,
  'system forgotten': { named: ['standIn'] },
  'system story': { through: 'story', hidden: true },
  'system stop': { own: ['personId'], hidden: true },
  'system seen': { named: ['[]'] },
  'system certificatelink': { own: ['personId'], hidden: true },
  'system meetingfile': { own: ['personId'], hidden: true },
  'system followed': { own: ['personId'], hidden: true },
  'concerns request': { named: ['advisers[]', 'takenBy'] },
  'concerns note': { named: ['advisers[]', 'readBy'] },
  'concerns adviser': { own: ['personId'] },
  'concerns sent': sent,
  'concerns halt': written,
};

/** Of these nothing is shown, though they lie under the own id: what the product needs for its work, said in figures and by kind. */
const work = new Set(['button', 'letterbox', 'due', 'failed', 'task', 'stop', 'seen', 'talked']);

/** Whether somebody may hear that there is something of the kind about them. */
export const isTold = ({ table, kind }: Pick<FoundRow, 'table' | 'kind'>): boolean =>
  rules[`${table} ${kind}`]?.secret !== true;

const ruleOf = ({ table, kind }: Pick<FoundRow, 'table' | 'kind'>): Rule => rules[`${table} ${kind}`] ?? {};

/** Places at which the value holds these words and nothing else, such as `parts[].by`; a key of a record is `answers{}`. */
export function placesOf(value: unknown, words: string, at = ''): string[] {
  if (value === words) return [at];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one: unknown) => placesOf(one, words, `${at}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name === words ? [`${at}{}`] : []),
    ...placesOf(one, words, at === '' ? name : `${at}.${name}`),
  ]);
}

/** Nothing where the row has nothing to do with the person. */
export function traceIn(row: FoundRow, who: Traced): Trace | undefined {
  const rule = ruleOf(row);
  const isShown = rule.hidden !== true && rule.secret !== true && !work.has(row.kind);
  const [first = ''] = row.key;
  const leads =
    (rule.through === 'mentee' && who.asMentee.has(first)) || (rule.through === 'story' && who.stories.has(first));
  if (row.partition === who.personId || row.key.includes(who.personId) || leads) return { kind: 'own', isShown };
  const places = placesOf(row.value, who.personId);
  if (places.length === 0) return undefined;
  if (row.kind === 'task' || row.kind === 'button') return { kind: 'own', isShown: false };
  if (places.some((one) => rule.own?.includes(one))) return { kind: 'own', isShown };
  if (places.some((one) => rule.shared?.includes(one))) return { kind: 'shared', isShown };
  return { kind: 'named', isShown: false };
}

/** The value with somebody else in the place of the person, wherever the id stands, also within a text. */
export function without(value: unknown, personId: string, standIn: string): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(personId, standIn)) as unknown;
}

/** Most rows have nothing to do with anybody in particular: their text says so. */
export function mayConcern({ partition, rowKey, text }: KeptText, { personId, asMentee, stories }: Traced): boolean {
  if (partition === personId || rowKey.includes(personId) || text.includes(personId)) return true;
  const first = rowKey.split('.')[1] ?? '';
  return asMentee.has(first) || stories.has(first);
}
