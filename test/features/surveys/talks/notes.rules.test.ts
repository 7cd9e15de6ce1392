import assert from 'node:assert/strict';
import fc from 'fast-check';
import { longestNote } from '../../../../src/features/surveys/talks/model.ts';
import { paragraphsOf } from '../../../../src/features/surveys/talks/notes/rules.ts';

const cues = [
  'WEBVTT',
  '',
  'a1b2-0',
  '00:00:01.000 --> 00:00:04.000',
  '<v Fatima El Amrani>I would like more time.</v>',
  '',
  'a1b2-1',
  '00:00:04.000 --> 00:00:06.000',
  '<v Fatima El Amrani>And a mentor: somebody who listens.</v>',
  '',
  '00:00:06.000 --> 00:00:09.000',
  '<v Mark De Smet>For me it is the shifts.</v>',
].join('\r\n');

describe('a transcript', () => {
  const cases: [string, string, string[]][] = [
    [
      'WebVTT, one for each turn to speak',
      cues,
      ['I would like more time. And a mentor: somebody who listens.', 'For me it is the shifts.'],
    ],
    [
      'SubRip with labels',
      '1\n00:00:01,000 --> 00:00:02,000\nAnna Peeters: Yes.\n\n2\n00:00:02,000 --> 00:00:03,000\nIndeed.\n',
      ['Yes. Indeed.'],
    ],
    [
      'plain text with labels',
      'Anna: I need a network.\nand advice\nBram: Time.',
      ['I need a network. and advice', 'Time.'],
    ],
    [
      'a saved document of Teams',
      'Anna Peeters   0:03\nI need a network.\n\nBram De Wit   1:02:10\nTime.',
      ['I need a network.', 'Time.'],
    ],
    ['text without anything', 'Only words.\n\nMore words.', ['Only words.', 'More words.']],
    ['nothing', '', []],
  ];
  for (const [name, text, paragraphs] of cases)
    it(`becomes paragraphs: ${name}`, () => assert.deepEqual(paragraphsOf(text), paragraphs));

  it('never keeps a time or a speaker of a cue, and cuts what is too long for a note', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const said = fc.array(word, { minLength: 1, maxLength: 900 }).map((all) => `${all.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), (turns) => {
        const text = turns.map((one, at) => `00:0${at}:00.000 --> 00:0${at}:09.000\n<v Speaker ${at}>${one}</v>\n`);
        const found = paragraphsOf(`WEBVTT\n\n${text.join('\n')}`);
        for (const one of found) {
          assert.ok(one.length <= longestNote);
          assert.doesNotMatch(one, /Speaker|-->|<v/);
        }
        assert.equal(found.join(' ').replaceAll(' ', ''), turns.join(' ').replaceAll(' ', ''));
      }),
    );
  });
});
