import assert from 'node:assert/strict';
import { hearCoach } from '../../../../src/features/training/coach/hearing/rules.ts';
import type { Help } from '../../../../src/features/training/coach/model.ts';
import type { Language } from '../../../../src/platform/words.ts';

describe('what people type to the coach', () => {
  const heard: readonly (readonly [Language, string, Help | undefined, string, Language])[] = [
    ['en', 'Coach', undefined, '', 'en'],
    ['nl', '/coach', undefined, '', 'nl'],
    ['en', 'help me word a goal', 'goal', '', 'en'],
    ['en', 'Prepare my talk!', 'talk', '', 'en'],
    ['en', 'practise feedback', 'feedback', '', 'en'],
    ['en', 'find a course', 'course', '', 'en'],
    ['en', 'Find a course about listening', 'course', 'listening', 'en'],
    ['nl', 'Help me een doel te formuleren', 'goal', '', 'nl'],
    ['nl', 'doel: tegen juni presenteren', 'goal', 'tegen juni presenteren', 'nl'],
    ['nl', 'zoek een cursus over nee zeggen', 'course', 'nee zeggen', 'nl'],
    ['nl', 'gesprek voorbereiden', 'talk', '', 'nl'],
    ['fr', 'préparer mon entretien', 'talk', '', 'fr'],
    ['fr', 'preparer mon entretien', 'talk', '', 'fr'],
    ['fr', 'Aide-moi à formuler un objectif : parler en public', 'goal', 'parler en public', 'fr'],
    ['fr', 'trouve un cours sur l’écoute', 'course', 'l’écoute', 'fr'],
    ['de', 'Hilf mir, ein Ziel zu formulieren', 'goal', '', 'de'],
    ['de', 'Feedback üben', 'feedback', '', 'de'],
    ['de', 'finde einen Kurs über Zuhören', 'course', 'Zuhören', 'de'],
    ['nl', 'find a course', 'course', '', 'en'],
  ];
  for (const [reader, text, help, about, language] of heard)
    it(`hears “${text}”`, () =>
      assert.deepEqual(hearCoach(text, reader), { ...(help ? { help } : {}), about, language }));

  it('leaves everything else alone', () => {
    for (const text of [
      '',
      'help',
      'my coach is late',
      'coaching',
      'goals',
      'feedbackje graag',
      'I need a course',
      '🙂',
      'doelloos',
    ])
      assert.equal(hearCoach(text, 'en'), undefined, text);
  });
});
