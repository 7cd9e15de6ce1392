import assert from 'node:assert/strict';
import { checkInCard } from '../../../src/features/checkins/cards.ts';
import { homeOf } from '../../../src/features/insights/usecases.ts';
import type { AgreementPart } from '../../../src/features/pairs/agreement/model.ts';
import { helpIn, isDue, written } from '../../../src/features/pairs/agreement/rules.ts';
import {
  isAgreementDue,
  lookAgain,
  pairsWithAgreement,
  signAgreement,
  viewAgreement,
  writeAgreement,
} from '../../../src/features/pairs/agreement/usecases.ts';
import { endPair } from '../../../src/features/pairs/life/usecases.ts';
import { day } from '../../../src/platform/clock.ts';
import { languages } from '../../../src/platform/words.ts';
import { callerFor } from '../../support/app.ts';
import { at, mentee, mentor, office, reasonIs } from '../../support/times-office.ts';

const [me, them] = [callerFor(mentee), callerFor(mentor)];
const part = (name: AgreementPart, text: string, base = 0) => ({ parts: [{ part: name, text, base }] });

describe('the agreement of a pair', () => {
  it('is written by either, signed by both, and a signature holds for exactly that version', async () => {
    const { deps } = await office();
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await writeAgreement(deps, them, at, part('feedback', 'In the last five minutes'));
    await signAgreement(deps, me, at, 2);
    await signAgreement(deps, me, at, 2);
    const seen = await viewAgreement(deps, them, at);
    assert.deepEqual([seen.now?.version, seen.now?.theirsAt !== undefined, seen.now?.mineAt], [2, true, undefined]);
    await writeAgreement(deps, them, at, part('rhythm', 'Twice a month', 1));
    await assert.rejects(signAgreement(deps, them, at, 2), reasonIs('agreement-not-this'));
    await signAgreement(deps, them, at, 3);
    const now = await viewAgreement(deps, me, at);
    assert.deepEqual([now.now?.mineAt, now.now?.theirsAt !== undefined], [undefined, true], 'a change asks both again');
    const [before] = now.earlier;
    assert.equal(before?.parts.find((one) => one.part === 'rhythm')?.text, 'Once a month', 'what was signed stays');
    assert.deepEqual([before?.version, before?.mineAt !== undefined, before?.theirsAt], [2, true, undefined]);
    assert.equal((await pairsWithAgreement(deps, at.programmeId)).size, 0);
    await signAgreement(deps, me, at, 3);
    assert.deepEqual([...(await pairsWithAgreement(deps, at.programmeId))], [at.pairId]);
  });

  it('puts together what the two write at once, and of the same part keeps both texts until one is chosen', async () => {
    const { deps } = await office();
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await Promise.all([
      writeAgreement(deps, me, at, part('ending', 'In June')),
      writeAgreement(deps, them, at, part('feedback', 'Ask first')),
    ]);
    const both = (await viewAgreement(deps, me, at)).now?.parts.map((one) => one.part);
    assert.deepEqual(both, ['rhythm', 'feedback', 'ending']);
    await writeAgreement(deps, me, at, part('rhythm', 'Every two weeks', 1));
    const late = { parts: [...part('rhythm', 'Once a quarter', 1).parts, ...part('between-us', 'All of it').parts] };
    await assert.rejects(writeAgreement(deps, them, at, late), (error: unknown) => {
      assert.ok(reasonIs('agreement-changed')(error));
      assert.deepEqual((error as { fields: unknown }).fields, [{ field: 'rhythm', reason: 'agreement-part-changed' }]);
      return true;
    });
    const kept = (await viewAgreement(deps, them, at)).now;
    const rhythm = kept?.parts.find((one) => one.part === 'rhythm');
    assert.equal(rhythm?.text, 'Every two weeks');
    assert.ok(!kept?.parts.some((one) => one.part === 'between-us'), 'nothing of a refused press is written');
    await writeAgreement(deps, them, at, part('rhythm', 'Once a quarter', rhythm?.since));
  });

  it('is signed by both at the same moment, and not under words that changed at that moment', async () => {
    const { deps } = await office();
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await Promise.all([signAgreement(deps, me, at, 1), signAgreement(deps, them, at, 1)]);
    const seen = await viewAgreement(deps, me, at);
    assert.ok(seen.now?.mineAt !== undefined && seen.now.theirsAt !== undefined);
    for (let turn = 0; turn < 10; turn += 1) {
      const { now } = await viewAgreement(deps, me, at);
      const base = now?.parts.find((one) => one.part === 'rhythm')?.since ?? 0;
      const [, signed] = await Promise.allSettled([
        writeAgreement(deps, me, at, part('rhythm', `Turn ${turn}`, base)),
        signAgreement(deps, them, at, now?.version ?? 0),
      ]);
      const last = (await viewAgreement(deps, them, at)).now;
      assert.equal(last?.mineAt, undefined, 'nobody has signed words that they did not read');
      assert.ok(signed.status === 'fulfilled' || reasonIs('agreement-not-this')(signed.reason));
    }
  });

  it('takes no signature under nothing, and none when the pair has ended', async () => {
    const { deps } = await office();
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await writeAgreement(deps, me, at, part('rhythm', '', 1));
    await assert.rejects(signAgreement(deps, me, at, 2), reasonIs('agreement-empty'));
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await endPair(deps, mentee.id, at.programmeId, at.pairId, 'not-said');
    await assert.rejects(signAgreement(deps, me, at, 3), reasonIs('pair-not-active'));
    for (const who of [me, them]) await assert.rejects(viewAgreement(deps, who, at), reasonIs('no-agreement-here'));
  });

  it('is looked at again after three months: on the first page, in a card that goes anyway, and by one press', async () => {
    const { app, deps } = await office();
    const kinds = async (who: typeof me) => (await homeOf(deps, who)).next.map(({ kind }) => kind);
    await writeAgreement(deps, me, at, part('rhythm', 'Once a month'));
    await signAgreement(deps, me, at, 1);
    assert.ok((await kinds(them)).includes('sign-agreement'));
    assert.ok(!(await kinds(me)).includes('sign-agreement'));
    await assert.rejects(lookAgain(deps, me, at, 1), reasonIs('agreement-not-signed'));
    await signAgreement(deps, them, at, 1);
    app.pass({ days: 90 });
    assert.ok(!(await kinds(me)).includes('look-agreement'));
    app.pass({ days: 2 });
    for (const who of [me, them]) assert.ok((await kinds(who)).includes('look-agreement'));
    assert.equal(await isAgreementDue(deps, at), true);
    const asked = { ...at, round: 'day-150', partner: { name: 'Tom' }, readers: ['nobody'] as const };
    assert.match(JSON.stringify(checkInCard('en', { ...asked, isAgreementDue: true }).body), /three months old/);
    assert.doesNotMatch(JSON.stringify(checkInCard('en', asked).body), /three months old/);
    await lookAgain(deps, them, at, 1);
    assert.ok(!(await kinds(me)).includes('look-agreement'));
    app.pass({ days: 91 });
    assert.equal(await isAgreementDue(deps, at), true);
  });

  it('is due by the last signature or look, and never while one is missing', () => {
    const one = {
      ...{ pairId: 'p', version: 1, parts: [], by: mentee.id, at: 0 },
      signed: [
        { personId: mentee.id, at: 0 },
        { personId: mentor.id, at: 10 * day },
      ],
    };
    assert.equal(isDue(one, 100 * day), false);
    assert.equal(isDue(one, 101 * day), true);
    assert.equal(isDue({ ...one, lookedAt: 50 * day }, 101 * day), false);
    assert.equal(isDue({ ...one, signed: one.signed.slice(1) }, 500 * day), false);
    assert.equal(written(undefined, part('rhythm', ''), { pairId: 'p', by: 'x', at: 0 }), 'same');
  });

  it('has a suggestion and three examples for each part, in each language, that fit into the field', () => {
    for (const language of languages) {
      const help = helpIn(language);
      assert.equal(help.length, 5);
      for (const { suggestion, examples } of help) {
        assert.ok(suggestion.length > 20 && examples.length === 3);
        assert.ok(examples.join('\n').length < 600);
      }
    }
  });
});
