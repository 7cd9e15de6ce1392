/** Releases once, after the close, which parts of the organisation answered how often, and gives what was released. */
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Mode } from '../answers/model.ts';
import { answers, held } from '../answers/store.ts';
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
  const rows = await (mode === 'confidential' ? held : answers).list(deps.tables, surveyId);
  const answered = rows.filter(({ key }) => counted.has(key.join())).map(({ value }) => value.of ?? {});
  const rates = releaseRates({ attributes, floor, groups: groupsOf(asked, answered) });
  try {
    await deps.tables.commit([rateRows.create(surveyId, only, { rates })]);
  } catch (error) {
    // Somebody else released them: theirs stand.
    if (!isFailure(error, 'conflict')) throw error;
  }
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
