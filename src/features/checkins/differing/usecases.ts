/** Compares what two said who both agreed to it, and shows a pair what there is: where they differ, and what the partner wrote. */
import type { Platform } from '../../../platform/platform.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import type { Language } from '../../../platform/words.ts';
import { membersOf, partnerOf, type Pair } from '../../pairs/model.ts';
import { pairFor } from '../../pairs/usecases.ts';
import { comparableOf } from '../asks/rules.ts';
import type { CheckIn, CheckInsOfPair, Compared, Round } from '../model.ts';
import { noteFor } from '../noting/rules.ts';
import { checkIns, differences } from '../store.ts';
import { differencesIn, differentItems, sharedOf } from './rules.ts';

interface Reader {
  readonly round: Round;
  readonly personId: string;
  readonly language: Language;
}

/** What this person may know of a round: nothing without the agreement of both, and for both the same. */
export async function compare(deps: Platform, pair: Pair, { round, personId, language }: Reader): Promise<Compared> {
  if (comparableOf(round).length === 0) return 'off';
  const answers = await Promise.all(
    membersOf(pair).map((one) => checkIns.find(deps.tables, pair.programmeId, pair.id, round, one)),
  );
  return comparedOf(
    deps,
    pair,
    answers.flatMap((row) => (row ? [row.value] : [])),
    { round, personId, language },
  );
}

async function comparedOf(
  deps: Platform,
  pair: Pair,
  answers: readonly CheckIn[],
  { round, personId, language }: Reader,
): Promise<Compared> {
  const ofRound = (who: string) => sharedOf(answers.find((one) => one.personId === who && one.said.round === round));
  const [mine, theirs] = [ofRound(personId), ofRound(partnerOf(pair, personId))];
  if (!mine) return 'off';
  if (!theirs) return 'waits';
  const ids = await toldOnce(deps, pair, round, differentItems(round, mine, theirs));
  const found = differencesIn(language, round, ids);
  return found.length > 0 ? found : 'alike';
}

/** What is told first stays: whoever changes answers afterwards finds out nothing more about the other. */
async function toldOnce(deps: Platform, pair: Pair, round: Round, items: string[]): Promise<readonly string[]> {
  const { programmeId, id: pairId } = pair;
  const find = () => differences.find(deps.tables, programmeId, pairId, round);
  const told = await find();
  if (told) return told.value.items;
  const first = differences.create(programmeId, [pairId, round], { items, at: deps.clock.now() });
  if (await unlessChanged(deps.tables.commit([first]))) return items;
  return (await find())?.value.items ?? [];
}

/** For the page of the pair; the newest first. Nothing of the partner's but what they wrote for the reader. */
export async function checkInsOfPair(
  deps: Platform,
  { personId, language }: Pick<Reader, 'personId' | 'language'>,
  at: { readonly programmeId: string; readonly pairId: string },
): Promise<CheckInsOfPair> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  const rows = await checkIns.list(deps.tables, at.programmeId, at.pairId);
  const answers = rows.map((row) => row.value).sort((a, b) => b.at - a.at);
  const rounds = [...new Set(answers.map((one) => one.said.round))];
  const found = await Promise.all(
    rounds.map(async (round) => ({
      round,
      items: await comparedOf(deps, pair, answers, { round, personId, language }),
    })),
  );
  return {
    differs: found.flatMap(({ round, items }) => (typeof items === 'string' ? [] : [{ round, items }])),
    notes: answers.flatMap((one) => {
      const text = one.personId === partnerOf(pair, personId) ? noteFor('partner', one) : undefined;
      return text === undefined ? [] : [{ round: one.said.round, text, at: one.at }];
    }),
  };
}
