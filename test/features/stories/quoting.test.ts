import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyPageOf } from '../../../src/features/recruitment/applying/usecases.ts';
import { previewOf, sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { kitPageOf } from '../../../src/features/recruitment/kit/usecases.ts';
import { callDraft } from '../../../src/features/recruitment/model.ts';
import { quotablesFor, quoteOf, type Quoting } from '../../../src/features/recruitment/quoting/usecases.ts';
import { changeTerms } from '../../../src/features/stories/consent/usecases.ts';
import { quotedFrom, sentencesOf } from '../../../src/features/stories/quoting/rules.ts';
import { storyQuotes } from '../../../src/features/stories/quoting/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { localDate } from '../../../src/platform/clock.ts';
import { callerFor } from '../../support/app.ts';
import { author, partner, reader, storyOffice } from './office.ts';

const because = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function quotingOffice() {
  const office = await storyOffice();
  const deps: Quoting = { ...office.app.deps, quotes: storyQuotes };
  const closesOn = localDate(deps.clock.now() + 20 * 86_400_000, 'Europe/Brussels');
  const call = (
    one: { id: string; version: number },
    sentences = ['I ask now.', 'The room waits for me, and I like it.'],
  ) =>
    callDraft.parse({
      ...{ audience: { kind: 'departments', departments: ['Finance'] }, words: {}, closesOn },
      quote: { programmeId: office.programmeId, storyId: one.id, version: one.version, sentences },
    });
  return { ...office, deps, call };
}

describe('a quote of a story in a call', () => {
  it('is chosen from the sentences of stories that go so far', async () => {
    const { deps, me, programmeId, published } = await quotingOffice();
    await published({ reach: 'team' });
    assert.deepEqual(await quotablesFor(deps, me, programmeId), []);
    const wide = await quotingOffice();
    await wide.published({}, { named: false });
    const [one] = await quotablesFor(wide.deps, wide.me, wide.programmeId);
    assert.equal(one?.by, 'By Sofia Peeters');
    assert.ok(one?.sentences.includes('I ask now.'));
    assert.ok(one?.sentences.every((sentence) => !sentence.includes('*')));
  });

  it('is exactly of it, or nothing', () => {
    const story = {
      language: 'en' as const,
      parts: { before: 'One. Two.', happened: 'Three.', changed: '', recommend: '' },
    };
    assert.deepEqual(sentencesOf(story), ['One.', 'Two.', 'Three.']);
    assert.equal(quotedFrom(story, ['Two.', 'One.']), 'One. Two.');
    assert.equal(quotedFrom(story, ['Three.', 'One.']), 'One. … Three.');
    assert.equal(quotedFrom(story, ['One', 'Two.']), undefined);
    assert.equal(quotedFrom(story, []), undefined);
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (said) => {
        const quoted = quotedFrom(story, [said]);
        assert.equal(quoted !== undefined, ['One.', 'Two.', 'Three.'].includes(said));
      }),
    );
  });

  it('stands in the preview, the kit and on the page to apply, and is gone from all once it is withdrawn', async () => {
    const { deps, me, programmeId, published, withdraw, call } = await quotingOffice();
    const one = await published();
    const draft = call(one);
    const told = '“I ask now. The room waits for me, and I like it.” By Sofia Peeters';
    const seen = async () => {
      const preview = await previewOf(deps, me, programmeId, { words: {}, quote: draft.quote });
      const kit = await kitPageOf(deps, me, programmeId);
      const withIt = kit.texts.filter(({ paragraphs, language }) => language === 'en' && paragraphs.includes(told));
      return {
        preview: preview.find(({ language }) => language === 'en')?.texts.quote,
        kit: withIt.map(({ form }) => form),
        apply: (await applyPageOf(deps, callerFor(reader), programmeId)).quote,
      };
    };
    await sendCall(deps, me, programmeId, draft);
    // What goes outside the organisation has none, nor what would stand in a channel after it is withdrawn.
    assert.deepEqual(await seen(), { preview: told, kit: ['mail', 'network'], apply: told });
    await withdraw(one.id);
    assert.deepEqual(await seen(), { preview: undefined, kit: [], apply: undefined });
  });

  it('loses the name with the consent to it, and everything with a narrower reach', async () => {
    const { deps, app, programmeId, published, call } = await quotingOffice();
    const one = await published();
    const { quote } = call(one);
    const by = async () => (await quoteOf(deps, { quote }))?.by.en;
    const change = (who: typeof author, terms: { reach: 'team' | 'public'; named: boolean }) =>
      changeTerms(app.deps, callerFor(who), programmeId, one.id, { version: one.version, ...terms });
    assert.equal(await by(), 'By Sofia Peeters');
    await change(author, { reach: 'public', named: false });
    assert.equal(await by(), 'By a mentee');
    await change(partner, { reach: 'team', named: false });
    assert.equal(await by(), undefined);
  });

  it('cannot be sent any more when it is gone, or when somebody made it up', async () => {
    const { deps, me, programmeId, published, withdraw, call } = await quotingOffice();
    const one = await published();
    await assert.rejects(sendCall(deps, me, programmeId, call(one, ['I never said this.'])), because('quote-gone'));
    await withdraw(one.id);
    await assert.rejects(sendCall(deps, me, programmeId, call(one)), because('quote-gone'));
  });
});
