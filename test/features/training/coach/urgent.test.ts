import assert from 'node:assert/strict';
import { asksToJudge, soundsWrong } from '../../../../src/features/training/coach/urgent/rules.ts';
import { alarms, harmless, judgements, prompts } from './prompts.ts';

describe('before anything is done with a text', () => {
  it('it is heard that something is wrong, in four languages', () => {
    assert.deepEqual(
      alarms.filter(([, text]) => !soundsWrong(text)),
      [],
    );
    assert.ok(alarms.length >= 48);
  });

  it('what is usual at work is not taken for that', () => {
    assert.deepEqual(
      harmless.filter(({ text }) => soundsWrong(text)).map(({ text }) => text),
      [],
    );
    const taken = prompts.filter(({ text }) => soundsWrong(text));
    assert.ok(taken.length < prompts.length / 20, taken.map(({ text }) => text).join('\n'));
  });

  it('stage fright is no danger', () => {
    for (const text of [
      'Ik ben bang om te presenteren.',
      'J’ai peur de parler en public.',
      'Ich habe Angst vor dem Vortrag.',
      'I am afraid of speaking in public.',
      'Ich bin mir nicht ganz sicher, ob das Ziel klar ist.',
      'Het is een geweldig team en dat slaat goed aan.',
      'J’aimerais déplacer la réunion et relever un défi.',
      'Er schlägt vor, dass ich schreibe.',
      'It was a terrific kick-off, we finish by the deadline.',
    ])
      assert.equal(soundsWrong(text), false, text);
  });

  it('it is heard that somebody is to be judged, and a question about the own goal is none', () => {
    assert.deepEqual(
      judgements.filter(([, text]) => !asksToJudge(text)),
      [],
    );
    for (const text of [
      'Is mijn doel duidelijk?',
      'Est-il possible de demander un délai ?',
      'Ist mein Ziel klar?',
      'Is my goal clear?',
    ])
      assert.equal(asksToJudge(text), false, text);
    assert.deepEqual(
      harmless.filter(({ text }) => asksToJudge(text)).map(({ text }) => text),
      [],
    );
  });
});
