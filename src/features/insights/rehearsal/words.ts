/** The sentences of the rehearsal, and the example people and texts that its cards are filled with. */
import { wordsOf, type Language } from '../../../platform/words.ts';
import type { Person } from '../../people/model.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const say = wordsOf({ nl, fr, de, en });

const here = { kind: 'member', enabled: true } as const;

export const exampleMentee = (language: Language): Person => ({
  ...{ ...here, id: '00000000-0000-4000-8000-000000000001', name: 'Samira Haddad', givenName: 'Samira' },
  ...{ jobTitle: say(language, 'example.mentee.job'), department: say(language, 'example.mentee.department') },
  site: 'Gent',
});

export const exampleMentor = (language: Language): Person => ({
  ...{ ...here, id: '00000000-0000-4000-8000-000000000002', name: 'Luc Peeters', givenName: 'Luc' },
  ...{ jobTitle: say(language, 'example.mentor.job'), department: say(language, 'example.mentor.department') },
  site: 'Liège',
});

export const exampleTexts = (language: Language) => ({
  thanks: say(language, 'example.thanks'),
  title: say(language, 'example.story.title'),
  story: say(language, 'example.story.text'),
  note: say(language, 'example.note'),
  criterion: say(language, 'example.criterion'),
  finding: say(language, 'example.finding'),
  reason: say(language, 'example.reason'),
  change: say(language, 'example.change'),
  session: say(language, 'example.session'),
  about: say(language, 'example.about'),
  place: say(language, 'example.place'),
});
