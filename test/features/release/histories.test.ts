import assert from 'node:assert/strict';
import { attackHistory, together, type Attacked } from '../../support/releasing/attacked.ts';
import { playHistory } from '../../support/releasing/history.ts';
import { memoryPlatform } from '../../support/releasing/organisation.ts';
import { testApp } from '../../support/app.ts';

/** Of so many histories one is told naively as well: the attacker must be seen to find something. */
const everyNaive = 20;

async function attackMany(seeds: readonly number[], apart: boolean): Promise<Attacked> {
  const found = [];
  for (const seed of seeds) {
    const naive = apart || seed % everyNaive === 0;
    found.push(attackHistory(await playHistory(memoryPlatform(seed), seed, { apart, naive })));
  }
  return together(found, apart ? seeds.length : seeds.filter((one) => one % everyNaive === 0).length);
}

function tell({ histories, tally, named, namedNaively, naive, namedInLargeGroups }: Attacked): void {
  const count = (number: number): string => number.toLocaleString('en');
  const { releases, parts, rates, comparisons, withdrawals, erasures, late } = tally;
  const told = `${count(releases)} releases, ${count(parts)} parts, ${count(rates)} rates, ${count(comparisons)} comparisons`;
  const left = `${count(withdrawals)} withdrawals and ${count(erasures)} erasures, ${count(late)} of them after figures were final`;
  process.stdout.write(
    `      ${count(histories)} random histories (${told}, ${left}): answers recomputed ${named.length}\n` +
      `      told without a ledger: ${count(namedNaively)} answers named in ${count(naive)} of them` +
      `${namedInLargeGroups > 0 ? `; in groups of five or more: ${count(namedInLargeGroups)}` : ''}\n`,
  );
}

const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

describe('whatever is told before and after people take answers back and are forgotten', () => {
  it('leaves every answer open to whoever saw all of it and knows one answer, in 10,000 random histories', async () => {
    const attacked = await attackMany(from(1, 10_000), false);
    tell(attacked);
    assert.deepEqual([attacked.named, attacked.moved], [[], []]);
    assert.ok(attacked.namedNaively > attacked.naive, 'the attack itself works');
    const { withdrawals, erasures, releases, comparisons } = attacked.tally;
    assert.ok(Math.min(withdrawals, erasures, releases) >= 10_000 && comparisons > 50);
  }).timeout(900_000);

  it('nor names anybody of a small group where parts, rates and comparisons are told as well', async () => {
    const attacked = await attackMany(from(50_001, 40), true);
    tell(attacked);
    assert.deepEqual([attacked.named, attacked.moved], [[], []]);
    assert.ok(attacked.namedNaively > attacked.naive, 'the attack itself works');
    assert.ok(attacked.tally.parts > 400 && attacked.tally.comparisons > 5);
  }).timeout(900_000);

  it('holds in the real store too', async () => {
    const { deps } = await testApp();
    const found = [];
    for (const seed of from(90_001, 6)) found.push(attackHistory(await playHistory(deps, seed)));
    const attacked = together(found, 0);
    assert.deepEqual([attacked.named, attacked.moved], [[], []]);
    assert.ok(attacked.tally.releases > 5);
  }).timeout(120_000);
});
