import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dailyFor, hourlyFor } from '../../../src/features/privacy/copies/rules.ts';
import { keptKinds, sayKind, type KeptKind } from '../../../src/features/privacy/kinds/rules.ts';
import { blocksKnown } from '../../../src/features/privacy/papers/facts/rules.ts';
import {
  byCountry,
  countries,
  formats,
  paperQuery,
  papers,
  type Country,
  type PaperName,
} from '../../../src/features/privacy/papers/model.ts';
import { mayReadPaper } from '../../../src/features/privacy/papers/policy.ts';
import { paperOf } from '../../../src/features/privacy/papers/rules.ts';
import { proseOf } from '../../../src/features/privacy/papers/store.ts';
import { valuesKnown } from '../../../src/features/privacy/papers/values/rules.ts';
import { say } from '../../../src/features/privacy/papers/words.ts';
import { partAfter } from '../../../src/features/privacy/retention/rules.ts';
import { say as sayPrivacy } from '../../../src/features/privacy/words.ts';
import { day, hour } from '../../../src/platform/clock.ts';
import { textOfCell } from '../../../src/platform/papers.ts';
import { languages, type Language } from '../../../src/platform/words.ts';
import { withQuery } from '../../../src/ui/http.ts';

/** Fields play no part here, so the register is enough. */
const kinds = keptKinds(new Map());
const facts = (paper: PaperName, language: Language, country: Country = 'BE', over: readonly KeptKind[] = kinds) => ({
  ...{ paper, language, country, kinds: over },
  ...{ now: Date.UTC(2026, 10, 30, 12), version: '9.8.7' },
});
const bodyOf = (paper: PaperName, language: Language, country: Country): string =>
  JSON.stringify(paperOf(proseOf(paper, language, country), facts(paper, language, country)).sections).replaceAll(
    '\u00a0',
    ' ',
  );

const about = kinds.filter(({ kept }) => kept.about !== 'work');
const endless = about.filter(({ kept }) => kept.until === 'no-end');

describe('the facts in the papers', () => {
  for (const language of languages)
    it(`name every kind of data about people that has no end, and no other (${language})`, () => {
      fc.assert(
        fc.property(fc.subarray(about), (some) => {
          const told = valuesKnown(facts('dpia', language, 'BE', some))['endless'] ?? '';
          for (const one of some)
            assert.equal(told.includes(sayKind(language, one)), endless.includes(one), sayKind(language, one));
          assert.doesNotMatch(told, /[{}#]/);
        }),
        { numRuns: 60 },
      );
    });

  it('leave the mark of who was forgotten as the only thing about people without an end', () => {
    assert.deepEqual(
      endless.map(({ table, kind }) => `${table} ${kind}`),
      ['system forgotten'],
    );
  });

  it('count the audit log, which stands in no table, among what has an end', () => {
    const [block] = blocksKnown['ends']?.(facts('record', 'en')) ?? [];
    assert.ok(block?.kind === 'table');
    const counts = block.rows.map((row) => Number(textOfCell(row[1] ?? '')));
    const [, ofTheLog] = block.rows.find(([until]) => until === say('en', 'end.five-years')) ?? [];
    assert.equal(Number(textOfCell(ofTheLog ?? '')), 1);
    assert.ok(
      counts.every((one) => one > 0),
      'an end of nothing is told',
    );
    assert.equal(
      counts.reduce((sum, one) => sum + one, 0),
      about.length + 1,
    );
  });

  it('tell how long copies stay and when pairs of those who left end, as the code has it', () => {
    for (const language of languages) {
      const security = bodyOf('security', language, 'BE');
      const backup = security.slice(security.indexOf('COPIES_URL'));
      for (const figure of [hourlyFor / hour, dailyFor / day]) assert.match(backup, new RegExp(`\\b${figure}\\b`));
      const prose = proseOf('record', language, 'BE');
      const at = prose.indexOf('{{partDays}}');
      const around = prose.slice(at - 12, at + 18).replace('{{partDays}}', String(partAfter / day));
      assert.ok(at > 0 && bodyOf('record', language, 'BE').includes(around), around);
    }
  });

  it('call the page of one’s own data by its name', () => {
    for (const paper of ['employees', 'works-council', 'dpia', 'record'] as const)
      for (const language of languages)
        assert.ok(bodyOf(paper, language, 'BE').includes(sayPrivacy(language, 'data.title')));
  });
});

describe('the choice of papers', () => {
  it('offers a country for exactly those papers that say something of it', () => {
    for (const paper of papers)
      for (const language of languages) {
        const bodies = new Set(countries.map((country) => bodyOf(paper, language, country)));
        assert.equal(bodies.size, byCountry.includes(paper) ? countries.length : 1, `${paper} ${language}`);
      }
  });

  it('asks nothing that the server does not take', () => {
    for (const language of languages)
      for (const country of countries)
        for (const format of formats) {
          const asked = new URL(withQuery('/papers/record', { language, country, format }), 'https://tandem.test');
          assert.deepEqual(paperQuery.parse(Object.fromEntries(asked.searchParams)), { language, country, format });
        }
  });

  it('is all of them for who coordinates or administers, and the same two for everybody else, whatever a token says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Adviser', 'Coordinator', 'Administrator'))),
        (roles) => {
          const offered = papers.filter((paper) => mayReadPaper({ roles }, paper));
          const isAll = roles.includes('Coordinator') || roles.includes('Administrator');
          assert.deepEqual(offered, isAll ? papers : ['employees', 'accessibility']);
        },
      ),
    );
  });
});
