/** Releases once, after the close, which parts of the organisation answered how often, and gives what was released. */
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import type { Mode } from '../answers/model.ts';
import { answersFor } from '../answers/store.ts';
import type { Attribute } from '../cuts/model.ts';
import { latestPublished, releasedIds } from '../store.ts';
import type { AskedGroup, PartRate } from './model.ts';
import { releaseRates } from './rules.ts';
import { rateRows } from './store.ts';

export interface RatesRequest {
  readonly surveyId: string;
  /** Of everybody who was asked: where that person belongs, as it is kept with an answer. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  readonly attributes: readonly Attribute[];
  /** As it was frozen when the survey opened. */
  readonly floor: number;
  readonly mode?: Mode;
}

const only = 'own';

/** Nothing before the last release of the whole; repeated it changes nothing. */
export async function releaseWhoAnswered(deps: Platform, request: RatesRequest): Promise<void> {
  const { surveyId, asked, attributes, floor, mode } = request;
  const last = await latestPublished(deps.tables, surveyId);
  if (!last?.release.isFinal || (await rateRows.find(deps.tables, surveyId, only))) return;
  const counted = await releasedIds(deps.tables, surveyId);
  const rows = await answersFor(mode).list(deps.tables, surveyId);
  const answered = rows.filter(({ key }) => counted.has(key.join())).map(({ value }) => value.of ?? {});
  // An answer that was taken back since is counted in the whole: parts of the others would tell whose it was.
  const isWhole = answered.length === counted.size;
  const rates = isWhole ? releaseRates({ attributes, floor, groups: groupsOf(asked, answered) }) : [];
  // Where somebody else released them, theirs stand.
  await unlessChanged(deps.tables.commit([rateRows.create(surveyId, only, { rates })]));
}

type Of = Readonly<Record<string, string>>;

function groupsOf(asked: readonly Of[], answered: readonly Of[]): AskedGroup[] {
  const found = new Map<string, { of: Of; people: number; answered: number }>();
  const groupFor = (of: Of) => {
    const key = JSON.stringify(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const group = found.get(key) ?? { of, people: 0, answered: 0 };
    found.set(key, group);
    return group;
  };
  for (const of of asked) groupFor(of).people += 1;
  for (const of of answered) groupFor(of).answered += 1;
  return [...found.values()];
}

export async function releasedRates(deps: Platform, surveyId: string): Promise<PartRate[]> {
  return (await rateRows.find(deps.tables, surveyId, only))?.value.rates ?? [];
}
