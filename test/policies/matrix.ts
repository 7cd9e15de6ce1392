/** The cells of the matrix, and the judgement on an answer. What may is in `rows.ts`; everything else must be refused. */
import { z } from 'zod';
import { say } from '../../src/bot/words.ts';
import type { RouteDescription } from '../../src/api/openapi.ts';
import {
  isOutsider,
  isShutOut,
  isStranger,
  owners,
  personIdOf,
  rolesOf,
  views,
  type Owner,
  type View,
} from './people.ts';
import type { Happened } from './jobs.ts';
import type { Row, VerbRow, Who } from './rows.ts';
import { ofGuest, paramsOf, secrets, things, type Params } from './things.ts';

export interface Cell {
  /** `GET /people` or `pairs.accept`. */
  readonly door: string;
  readonly view: View;
  /** An owner, or `in the state …`. */
  readonly whose: string;
  /** The status, or for a verb whether something else is said than to nobody. */
  readonly expected: number;
  readonly isRefused: boolean;
  readonly says?: RegExp;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  /** For a verb: the subject of the button, and the inputs. */
  readonly subject?: Params;
  readonly inputs?: object;
  /** Reads nothing, so everybody who gets the button hears the same. */
  readonly isOpen?: boolean;
  /** For a job: who is written to, and what became of that person since. */
  readonly told?: readonly string[];
  readonly since?: Happened;
  /** Has no twin that is not there: see `isOfOpenProgramme`. */
  readonly hasNoTwin?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

const known = (who: Who): ReadonlyMap<string, number> =>
  new Map(
    who
      .split(' ')
      .filter((one) => one !== '')
      .map((one) => one.split('='))
      .map(([view = '', status = '200']) => [view, Number(status)]),
  );

/** For the mentor the own things are the mentor's, and the partner's are the mentee's; a guest has a pair of their own. */
function paramsFor(owner: Owner, view: View): Params {
  if (view === 'guest-mentor' && owner === 'self') return ofGuest;
  if (view !== 'mentor' || (owner !== 'self' && owner !== 'partner')) return paramsOf(owner);
  return owner === 'self' ? paramsOf('partner') : things.self;
}

interface Wanted {
  readonly whose: string;
  readonly params: Params;
  readonly who: Who;
  readonly body?: unknown;
  readonly says?: Partial<Record<View, RegExp>>;
}

function casesOf(row: Row, view: View): Wanted[] {
  const ofOwners = owners.map((owner) => ({
    ...{ whose: owner, params: { ...paramsFor(owner, view), ...row.at?.[owner] }, who: row.may?.[owner] ?? '' },
  }));
  const inStates = (row.states ?? []).map(({ state, at, ...more }) => ({
    ...{ whose: `in the state: ${state}`, params: { ...things.self, ...at } },
    ...more,
  }));
  return [...ofOwners, ...inStates];
}

export function routeCells({ method, path, who: admission, guests }: RouteDescription, row: Row): Cell[] {
  const short = path.replace(/^\/api/, '');
  const hasParams = short.includes(':');
  return views.flatMap((view) => {
    const seen = new Set<string>();
    return casesOf(row, view).flatMap(({ whose, params, who, body = row.body, says }) => {
      const address = short.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'none') + (row.query ?? '');
      const isState = whose.startsWith('in the state');
      if (!isState && (seen.has(address) || (!hasParams && whose !== 'self'))) return [];
      seen.add(address);
      const given = known(who).get(view);
      const lacksRole = admission !== 'anybody-signed-in' && !rolesOf[view]?.includes(admission);
      const refused = isStranger(view)
        ? 401
        : isShutOut(view) || (isOutsider(view) && !guests) || lacksRole
          ? 403
          : given === undefined
            ? 404
            : undefined;
      const regex = says?.[view];
      return [
        {
          ...{ door: `${method} ${short}`, view, whose, method, path: address },
          ...{ expected: refused ?? given ?? 200, isRefused: refused !== undefined },
          ...(body === undefined ? {} : { body }),
          ...(regex ? { says: regex } : {}),
          ...(row.isOfOpenProgramme ? { hasNoTwin: true } : {}),
        },
      ];
    });
  });
}

/** The address of a verb is its subject: whatever its schema names is taken from what there is. */
export function verbCells(verb: string, row: VerbRow, fields: readonly string[]): Cell[] {
  return views.flatMap((view) => {
    const seen = new Set<string>();
    return casesOf(row as Row, view).flatMap(({ whose, params, who, says }) => {
      const named = { ...params, ...row.subject };
      const subject = Object.fromEntries(
        fields.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])),
      );
      const key = JSON.stringify(subject);
      if (!whose.startsWith('in the state') && seen.has(key)) return [];
      seen.add(key);
      const may = row.open === true || known(who).has(view);
      const regex = says?.[view];
      return [
        {
          ...{
            door: verb,
            view,
            whose,
            method: 'PRESS',
            path: verb,
            subject,
            inputs: row.inputs ?? {},
            isOpen: row.open === true && !isOutsider(view),
          },
          ...{ expected: isStranger(view) ? 401 : 200, isRefused: isStranger(view) || isOutsider(view) || !may },
          ...(regex ? { says: regex } : {}),
        },
      ];
    });
  });
}

const maySee: Readonly<Record<keyof typeof secrets, readonly View[]>> = {
  motivation: ['applicant', 'mentee'],
  notePartner: ['mentee', 'mentor'],
  noteTeam: ['mentee', 'coordinator'],
  note: ['mentee'],
  thanks: ['mentee', 'mentor'],
  secondThanks: [],
  draft: ['mentee'],
  asked: ['mentee', 'mentor'],
  secondAsked: [],
  review: ['mentee', 'mentor', 'coordinator'],
  point: ['mentee', 'mentor'],
  agreed: ['mentee', 'mentor'],
  ownNotes: ['mentee'],
  ownLine: ['mentee'],
  door: ['mentee', 'mentor'],
  credit: ['mentee', 'coordinator'],
  agreement: ['mentee', 'mentor'],
  goal: ['mentee', 'mentor'],
  goalStep: ['mentee', 'mentor'],
  goalNote: ['mentee', 'mentor'],
  circle: ['mentor', 'coordinator'],
  circleHidden: [],
  talkNote: ['coordinator'],
  wish: ['adviser'],
  otherWish: [],
  confided: ['adviser'],
  otherConfided: [],
};

/** What is wrong with an answer; nothing when it is as it should be. `writes`: rows that the question left. */
export function judge(cell: Cell, answer: Answer, writes: number): string | undefined {
  if (answer.status !== cell.expected)
    return `answered ${answer.status}, not ${cell.expected}: ${answer.text.slice(0, 160)}`;
  const toNoView = cell.told?.some((one) => !(views as readonly string[]).includes(one)) === true;
  for (const [name, text] of Object.entries(toNoView ? {} : secrets))
    if (answer.text.includes(text) && !maySee[name as keyof typeof secrets].includes(cell.view)) return `told ${name}`;
  if (cell.isRefused && writes > 0) return `refused, and left ${writes} rows`;
  if (cell.told) return tellsOthers(cell.told, answer.text);
  const said = cell.says && !cell.says.test(answer.text);
  if (said) return `did not say ${String(cell.says)}: ${answer.text.slice(0, 300)}`;
  if (cell.method !== 'PRESS' || cell.expected !== 200 || cell.isOpen) return undefined;
  const isStop = stops.some((stop) => answer.text.includes(stop));
  if (cell.isRefused && !isStop) return `was let through: ${answer.text.slice(0, 300)}`;
  return !cell.isRefused && isStop ? `was refused: ${answer.text.slice(0, 200)}` : undefined;
}

function tellsOthers(told: readonly string[], text: string): string | undefined {
  const { to } = JSON.parse(text) as { to: string[] };
  const is = to.toSorted().join(' ') === told.toSorted().join(' ');
  return is ? undefined : `wrote to ${to.join(' ') || 'nobody'}, not to ${told.join(' ') || 'nobody'}`;
}

/** The fields of a subject or of the data of a job, for which things are named. */
export function fieldsOf(schema: z.ZodType): string[] {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties ?? {});
}

/** How a press is refused: by the card that is for no one any more, or by a sentence under the card. */
const stops = [say('en', 'stale.title'), 'application/vnd.microsoft.activity.message'];

/** Ids of buttons and requests differ each time. */
export const bare = (text: string): string => text.replace(/"id":"[^"]*"/g, '"id":""');

export const nameOf = (cell: Cell): string => `${cell.door} as ${cell.view}, ${cell.whose}`;
export { personIdOf };
