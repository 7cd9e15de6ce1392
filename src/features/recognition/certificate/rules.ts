/** What a certificate says: its sentences, its paper and the letter for the appraisal talk, which all are made of the same facts. */
import type { Block, Paper } from '../../../platform/papers.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import { beginOfDay } from '../../../platform/clock.ts';
import type { Certificate, CertificateFacts } from './model.ts';
import { say } from './words.ts';

/** The titles of courses, in the language of the paper. */
export type TitleOf = (courseId: CertificateFacts['courses'][number]) => string;

export const dayOf = (language: Language, date: string): string => sayDay(language, beginOfDay(date, 'UTC'), 'UTC');

/** To the half hour, which is as exact as calendars are. */
const hoursOf = (minutes: number): number => Math.round(minutes / 30) / 2;

/** Who, what and from when to when; then the hours, where they are to be told. */
export function sentencesOf(language: Language, facts: CertificateFacts): string[] {
  const { name, programme, side, meetings, minutes } = facts;
  const [from, to] = [dayOf(language, facts.from), dayOf(language, facts.to)];
  return [
    say(language, `says.${side}`, { name, programme, from, to }),
    ...(!meetings || minutes === undefined ? [] : [say(language, 'says.hours', { meetings, hours: hoursOf(minutes) })]),
  ];
}

export interface Shown {
  readonly language: Language;
  readonly facts: CertificateFacts;
  /** The day on which it was made. */
  readonly on: string;
  readonly link: string;
  readonly titleOf: TitleOf;
}

export function certificatePaper({ titleOf, ...shown }: Shown): Paper {
  const { language, facts } = shown;
  const list = (title: 'courses' | 'goals', items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: say(language, title) },
          { kind: 'list', items },
        ];
  return paperOf(shown, { title: say(language, 'title'), subtitle: say(language, 'for', { name: facts.name }) }, [
    ...sentencesOf(language, facts).map((text): Block => ({ kind: 'text', text })),
    ...list('courses', facts.courses.map(titleOf)),
    ...list('goals', facts.goals),
    { kind: 'small', text: say(language, 'about') },
  ]);
}

/** What the person reads before and may hand in: from the programme, without a signature, so that nobody hears that it was asked for. */
export function letterOf(language: Language, facts: CertificateFacts, titleOf: TitleOf): string[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const { name, side, courses, goals } = facts;
  const quoted = goals.map((goal) => say(language, 'letter.quoted', { goal }));
  return [
    say(language, 'letter.hello'),
    ...sentencesOf(language, facts),
    say(language, `letter.${side}`, { name }),
    ...(courses.length === 0
      ? []
      : [say(language, 'letter.courses', { name, courses: list.format(courses.map(titleOf)) })]),
    ...(goals.length === 0
      ? []
      : [say(language, 'letter.goals', { name, count: goals.length, goals: list.format(quoted) })]),
    say(language, 'letter.private', { name }),
    say(language, 'letter.bye', { programme: facts.programme }),
  ];
}

export function letterPaper({ titleOf, ...shown }: Shown): Paper {
  const { language, facts } = shown;
  const subtitle = say(language, 'letter.about', { name: facts.name });
  return paperOf(
    shown,
    { title: say(language, 'letter.title'), subtitle },
    letterOf(language, facts, titleOf).map((text) => ({ kind: 'text', text })),
  );
}

function paperOf(
  { language, facts, on, link }: Omit<Shown, 'titleOf'>,
  head: Pick<Paper, 'title' | 'subtitle'>,
  blocks: readonly Block[],
): Paper {
  const day = dayOf(language, on);
  return {
    ...{ language, ...head, foot: say(language, 'foot', { programme: facts.programme, day }) },
    columns: [say(language, 'title'), say(language, 'title'), say(language, 'title'), say(language, 'title')],
    sections: [{ title: facts.programme, blocks: [...blocks, { kind: 'code', link, text: say(language, 'check') }] }],
  };
}

/** LinkedIn's own form for a certificate, filled in (its "Add to Profile" links); the person chooses the organisation there. */
export function addToProfileLink({ language, facts }: Pick<Certificate, 'language' | 'facts'>, link: string): string {
  const { programme, side, to } = facts;
  const [year = '', month = ''] = to.split('-');
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: say(language, `profile.${side}`, { programme }),
    ...{ issueYear: year, issueMonth: String(Number(month)), certUrl: link },
  });
  return `https://www.linkedin.com/profile/add?${fields}`;
}
