/** Who can be drawn: of the audience, in the language, not asked of late, and not in the line of whoever holds the talk. */
import { day, localDate } from '../../../../platform/clock.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import { organisationZone } from '../../../../platform/zone.ts';
import { candidates, chainsAbove, findPeople, whoSaidDoNotAsk } from '../../../people/usecases.ts';
import { whoFits } from '../../audience/rules.ts';
import { factsFor, type Knowing } from '../../audience/usecases.ts';
import type { Invited, Talk } from '../model.ts';
import { holdsPlace, restDays } from '../rules.ts';
import { askedMarks, marksPartition } from '../store.ts';
import { drawPeople, isInLine, type Drawable, type Drawn } from './rules.ts';

/** The whole chain: nobody has more managers above. */
const levels = 20;

/** So many of those who were not asked for this talk, fewer when there are no more. */
export async function drawFor(
  deps: Knowing,
  talk: Talk,
  all: readonly Invited[],
  wanted: number,
): Promise<readonly Drawn[]> {
  if (wanted === 0) return [];
  const known = new Set(all.map(({ personId }) => personId));
  const rested = await restingNow(deps);
  const isDescribed = whoFits(talk.audience, await factsFor(deps, talk.audience));
  const fitting = (await candidates(deps)).filter(
    ({ id, ...one }) =>
      !known.has(id) && !rested.has(id) && id !== talk.createdBy && speaks(one, talk) && isDescribed({ id, ...one }),
  );
  const placed = all.filter(({ state }) => holdsPlace({ state })).map(({ personId }) => personId);
  const members = await findPeople(deps, placed);
  const ids = [...fitting.map(({ id }) => id), ...placed, talk.createdBy];
  const chains = await chainsAbove(deps, ids, levels);
  const drawable = ({ id, department, site }: Pick<Drawable, 'id' | 'department' | 'site'>): Drawable => ({
    ...{ id, department, site, above: chains.get(id) ?? [] },
  });
  const holder = drawable({ id: talk.createdBy });
  const free = fitting.map(drawable).filter((one) => !isInLine(one, holder));
  return drawWilling(deps, free, {
    ...{ seed: talk.seed ?? talk.id, wanted, isGroup: talk.form === 'group' },
    placed: [...members.values()].map(drawable),
  });
}

/** Whoever wants no invitations is not drawn: only those whom the lot falls on are looked up, and again for who comes in their place. */
async function drawWilling(
  deps: Platform,
  free: readonly Drawable[],
  wish: Parameters<typeof drawPeople>[1],
): Promise<readonly Drawn[]> {
  const drawn = drawPeople(free, wish);
  const unwilling = await whoSaidDoNotAsk(deps, drawn);
  if (unwilling.size === 0) return drawn;
  return drawWilling(
    deps,
    free.filter(({ id }) => !unwilling.has(id)),
    wish,
  );
}

const speaks = ({ language }: { readonly language?: string | undefined }, talk: Talk): boolean =>
  language === undefined || language === talk.language;

/** Everybody who was asked within the time of rest; older marks go. */
async function restingNow(deps: Platform): Promise<ReadonlySet<string>> {
  const since = localDate(deps.clock.now() - restDays * day, organisationZone);
  const marks = await askedMarks.list(deps.tables, marksPartition);
  const old = marks.filter(({ value }) => value.on < since).slice(0, 100);
  await unlessChanged(deps.tables.commit(old.map((row) => askedMarks.remove(row))));
  return new Set(marks.filter(({ value }) => value.on >= since).map(({ key }) => key.join('.')));
}
