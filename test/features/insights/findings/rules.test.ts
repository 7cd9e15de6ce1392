import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingIn, borrowed, stateOf } from '../../../../src/features/insights/findings/model.ts';
import {
  closedWith,
  decided,
  inEach,
  mayStayOpen,
  problemsOf,
} from '../../../../src/features/insights/findings/rules.ts';
import { toldLine } from '../../../../src/features/insights/findings/told/usecases.ts';
import { toldCard } from '../../../../src/features/insights/findings/cards.ts';
import { languages } from '../../../../src/platform/words.ts';
import { aFinding } from './finding.ts';

const by = { by: '00000000-0000-4000-a000-000000000900', now: 5 };

const made = { choice: 'keep', at: 1, by: by.by } as const;

describe('a finding', () => {
  it('needs a reason with every decision, and what, who and until when with a change', () => {
    const doing = { who: '', until: '' };
    const wrong = (choice: 'change' | 'keep' | 'not-now' | undefined, why = '', what = '') =>
      problemsOf({ ...(choice ? { choice } : {}), why, what, doing }).map(({ field }) => field);
    assert.deepEqual(wrong(undefined), []);
    assert.deepEqual(wrong('keep'), ['why']);
    assert.deepEqual(wrong('not-now', 'There is no money for it'), []);
    assert.deepEqual(wrong('change'), ['why', 'what', 'doing.who', 'doing.until']);
    assert.deepEqual(wrong('change', 'Many said so here', 'A guide'), ['doing.who', 'doing.until']);
  });

  it('keeps nothing of a change that was decided against afterwards', () => {
    const doing = { who: 'HR', until: '2026-05-01' };
    const wanted = {
      said: 'Longer talks',
      why: 'Many said so here',
      what: 'A guide',
      translations: {},
      doing,
      version: 1,
    };
    const change = decided(aFinding(), { ...wanted, choice: 'change' }, by);
    assert.deepEqual([change.what, change.doing.who, change.version], ['A guide', 'HR', 2]);
    const kept = decided(change, { ...wanted, choice: 'keep' }, by);
    assert.deepEqual([kept.what, kept.doing.who, stateOf(kept)], ['', '', 'decided']);
  });

  it('is read in the own language where it was translated, text by text, and says which languages lack one', () => {
    const one = aFinding({
      ...{ why: 'Velen zeiden het', what: 'Een gids', decision: made },
      translations: { fr: { said: 'Plus de temps', why: '', what: '' }, en: { said: 'a', why: 'b', what: 'c' } },
    });
    assert.deepEqual(findingIn('fr', one), { said: 'Plus de temps', why: 'Velen zeiden het', what: 'Een gids' });
    assert.deepEqual(borrowed(one), ['fr', 'de']);
  });

  it('is open until decided, and decided until told', () => {
    assert.equal(stateOf(aFinding()), 'open');
    assert.equal(stateOf(aFinding({ decision: made })), 'decided');
    assert.equal(stateOf(aFinding({ decision: made, tellingId: 't' })), 'told');
  });

  it('tells those who were asked neither who does it nor what it rests on', () => {
    const one = aFinding({
      ...{ why: 'Velen zeiden het', what: 'Een gids', decision: { ...made, choice: 'change' } },
      ...{ doing: { who: 'Secret team', until: '2026-05-01', isDone: false }, basis: inEach('Secret basis') },
    });
    for (const language of languages) {
      const card = JSON.stringify(toldCard(language, { programme: 'P', programmeId: 'p' }, toldLine(language, one)));
      assert.match(card, /Een gids/);
      assert.doesNotMatch(card, /Secret/);
    }
  });

  it('shows four on a card and says how many more there are', () => {
    const one = toldLine('en', aFinding({ why: 'Because', decision: made }))[0]!;
    const textsOf = (count: number) =>
      JSON.stringify(
        toldCard(
          'en',
          { programme: 'P', programmeId: 'p' },
          Array.from({ length: count }, () => one),
        ),
      );
    assert.doesNotMatch(textsOf(4), /more/);
    assert.match(textsOf(7), /There are 3 more/);
  });
});

describe('closing a programme', () => {
  const open = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom('open' as const, 'decided' as const, 'told' as const),
    word: fc.option(fc.constant('No time for it now'), { nil: undefined }),
  });

  it('leaves nothing open: whatever the findings and the words, each is told or stops it', () => {
    fc.assert(
      fc.property(fc.array(open, { maxLength: 20 }), (wanted) => {
        const all = wanted.map(({ id, state }) =>
          aFinding({
            id,
            ...(state === 'open' ? {} : { decision: made }),
            ...(state === 'told' ? { tellingId: 't' } : {}),
          }),
        );
        const words = Object.fromEntries(wanted.flatMap(({ id, word }) => (word ? [[id, word]] : [])));
        const { left, toTell } = closedWith(all, words, by);
        const expected = wanted.filter(({ state, word }) => state === 'open' && word === undefined);
        assert.deepEqual(
          left.map(({ id }) => id),
          expected.map(({ id }) => id),
        );
        if (left.length === 0)
          assert.ok(toTell.every(({ decision, why }) => decision && (why !== '' || decision === made)));
        assert.equal(toTell.length, wanted.filter(({ state }) => state !== 'told').length);
      }),
    );
  });

  it('makes a word the decision “not now”, and leaves former decisions as they are', () => {
    const all = [aFinding({ id: 'a' }), aFinding({ id: 'b', why: 'It works well', decision: made })];
    const { toTell } = closedWith(all, { a: 'No budget this year', b: 'something else' }, by);
    assert.deepEqual(
      toTell.map(({ decision, why }) => [decision?.choice, why]),
      [
        ['not-now', 'No budget this year'],
        ['keep', 'It works well'],
      ],
    );
  });

  it('allows open findings in every stage but the last', () => {
    const stages = ['prepare', 'recruit', 'match', 'run', 'close'] as const;
    assert.deepEqual(
      stages.map((stage) => mayStayOpen({ stage })),
      [true, true, true, true, false],
    );
  });
});
