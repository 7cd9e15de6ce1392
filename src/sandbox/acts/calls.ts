/**
 * What seeded people do with a call that they come upon: some follow its link, of these some apply, some begin and stop, by shares that
 * differ by channel and by department. What each did stands in a journal of the sandbox's own, which the product never sees.
 */
import { z } from 'zod';
import { asked } from '../host/asked.ts';
import { personIn, type HostWorld } from '../host/world.ts';
import { plausibleAnswers } from './answers.ts';
import type { Doors } from './doors.ts';
import { everyone } from './everyone.ts';
import { shown, sightsIn, type WayToHear } from './sights.ts';

/** One thing that somebody did; the journal has them in the order in which they did it. */
export interface Deed {
  readonly personId: string;
  readonly did: 'followed' | 'began' | 'applied';
  /** By which way, and with the code of its link; `none` where somebody came by themselves. */
  readonly way: WayToHear | 'none';
  readonly code?: string;
}

/** Of those who come upon it, who follow; of those who follow, who apply, and who begin and stop. */
const shares: Readonly<Record<WayToHear, { readonly follow: number; readonly apply: number; readonly stop: number }>> =
  {
    chat: { follow: 0.5, apply: 0.5, stop: 0.2 },
    mail: { follow: 0.4, apply: 0.45, stop: 0.25 },
    channel: { follow: 0.12, apply: 0.4, stop: 0.2 },
    network: { follow: 0.6, apply: 0.6, stop: 0.15 },
    slide: { follow: 0.3, apply: 0.5, stop: 0.2 },
    poster: { follow: 0.25, apply: 0.5, stop: 0.3 },
  };
/** Of those who have applied or begun, who look at another link afterwards: that began nothing. */
const looksAgain = 0.4;

const wish = z.looseObject({
  programmeId: z.string(),
  shown: z.array(shown).default([]),
  /** So many come by themselves, without a link, and apply. */
  byThemselves: z.int().min(0).max(1_000).default(0),
});
type Wish = z.infer<typeof wish>;

/** Gives how many applied by this, and everything that anybody did so far. */
export type AnswerToCalls = (
  details: Readonly<Record<string, unknown>>,
) => Promise<{ readonly did: number; readonly deeds: readonly Deed[] }>;

/** One journal for each sandbox: who has come upon something once does not come upon it anew. */
export function answersToCalls(world: HostWorld, doors: Doors, languageOf: (id: string) => string): AnswerToCalls {
  const journal: Deed[] = [];
  const cameUpon = new Set<string>();
  const sightsOf = sightsIn(world, doors);
  const departments = new Map(world.organisation.people.map(({ id, department }) => [id, department ?? '']));
  const didOf = (personId: string): Deed[] => journal.filter((one) => one.personId === personId);

  /** From 0.6 to 1.4, the same for everybody of a department. */
  const eagernessOf = (personId: string): number =>
    0.6 + 0.8 * doors.chance('call', 'department', departments.get(personId) ?? '').next();

  async function save(personId: string, programmeId: string, apply: boolean): Promise<void> {
    const random = doors.chance('call', 'apply', personId);
    const answers = plausibleAnswers(random.chance(0.55) ? 'mentee' : 'mentor', languageOf(personId), random);
    await doors.call(personId, 'PUT', `/programmes/${programmeId}/application`, { answers, apply });
  }

  async function comeUpon(personId: string, { programmeId, shown: papers }: Wish): Promise<void> {
    for (const { way, mark, follow } of sightsOf(personId, papers)) {
      const key = `${personId} ${way} ${mark}`;
      if (cameUpon.has(key)) continue;
      cameUpon.add(key);
      const random = doors.chance('call', personId, way);
      const stands = didOf(personId).some(({ did }) => did !== 'followed');
      if (!random.chance(stands ? looksAgain : shares[way].follow * eagernessOf(personId))) continue;
      const by = { personId, way, code: await follow() };
      journal.push({ ...by, did: 'followed' });
      const next = stands ? 'nothing' : nextOf(shares[way], random.next());
      if (next === 'nothing') continue;
      await save(personId, programmeId, next === 'applied');
      journal.push({ ...by, did: next });
    }
  }

  /** Some of them were invited as well, and some look at their invitation afterwards. */
  async function comeByThemselves({ byThemselves, programmeId, shown: papers }: Wish): Promise<void> {
    const open = doors.employees.filter((id) => didOf(id).length === 0);
    const random = doors.chance('call', 'by themselves');
    const count = Math.min(byThemselves, open.length);
    const some = Array.from({ length: count }, () => open.splice(random.below(open.length), 1)).flat();
    await everyone(some, async (personId) => {
      await save(personId, programmeId, true);
      journal.push({ personId, did: 'applied', way: 'none' });
      const [first] = sightsOf(personId, papers);
      if (!first || !doors.chance('call', 'afterwards', personId).chance(looksAgain)) return;
      journal.push({ personId, did: 'followed', way: first.way, code: await first.follow() });
    });
  }

  return async (details) => {
    const wanted = asked(wish, details);
    for (const id of wanted.shown.flatMap(({ people }) => people)) personIn(world, id);
    const before = journal.length;
    await everyone(doors.employees, (personId) => comeUpon(personId, wanted));
    await comeByThemselves(wanted);
    return { did: journal.slice(before).filter(({ did }) => did === 'applied').length, deeds: journal };
  };
}

function nextOf({ apply, stop }: (typeof shares)[WayToHear], chance: number): 'applied' | 'began' | 'nothing' {
  if (chance < apply) return 'applied';
  return chance < apply + stop ? 'began' : 'nothing';
}
