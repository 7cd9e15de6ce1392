/** The paper that somebody takes along: the code, until when it counts, and what was entered, in their own language. */
import { fileName, writePapers, type Block, type Paper, type PaperSection } from '../../../../platform/papers.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import type { Programme } from '../../../programmes/model.ts';
import { asksForMentor, offersToMentor } from '../../model.ts';
import { say as sayQuestion } from '../../words.ts';
import type { Handed, SpokenAnswers } from '../model.ts';
import { writtenCode } from '../rules.ts';
import type { Printed } from '../usecases.ts';
import { say } from '../words.ts';

/** One PDF, a page for each slip; the language of the file is that of the first. */
export async function handOver(programme: Programme, printed: readonly Printed[]): Promise<Handed> {
  const [first] = printed;
  if (!first) throw new Error('there is no slip to print');
  const bytes = await writePapers(printed.map((one) => paperOf(programme, one)));
  const { language } = first.slip;
  return {
    name: fileName([programme.name, say(language, 'slip.file')], 'pdf'),
    pdf: Buffer.from(bytes).toString('base64'),
  };
}

function paperOf({ name: programme, zone }: Programme, { slip, code, person }: Printed): Paper {
  const { language } = slip;
  const day = (instant: number): string => sayDay(language, instant, zone);
  // The last moment of a day stands for that day, and not for the next.
  const until = day(slip.until - 1);
  return {
    language,
    title: say(language, 'slip.title', { programme }),
    subtitle: say(language, 'slip.for', { name: person.name, day: day(slip.at) }),
    foot: programme,
    columns: ['', '', '', ''],
    sections: [
      {
        title: say(language, 'slip.section'),
        blocks: [
          { kind: 'figures', figures: [{ value: writtenCode(code), label: say(language, 'slip.code') }] },
          { kind: 'text', text: say(language, 'slip.text', { until }) },
          { kind: 'list', items: (['kiosk', 'hand', 'no'] as const).map((one) => say(language, `slip.${one}`)) },
          { kind: 'text', text: say(language, 'slip.keep') },
        ],
      },
      answersOf(language, slip.answers),
    ],
  };
}

function answersOf(language: Language, answers: SpokenAnswers): PaperSection {
  const t = (key: Parameters<typeof sayQuestion>[1], values?: Parameters<typeof sayQuestion>[2]): string =>
    sayQuestion(language, key, values);
  const line = (question: string, said: readonly string[]): string[] =>
    said.length === 0 ? [] : [`${question} ${said.join(', ')}`];
  const topics = (some: SpokenAnswers['sought']): string[] =>
    some.map(({ topic, level }) => `${t(`topic.${topic}`)} (${t(`level.${level as 1 | 2 | 3}`)})`);
  const { role } = answers;
  const items = [
    ...line(t('q.role'), [t(`role.${role}`)]),
    ...line(
      t('q.languages'),
      answers.languages.map((one) => t(`spoken.${one}`)),
    ),
    ...line(t('q.meeting'), [t(`meeting.${answers.meeting}`)]),
    ...line(t('q.hours'), [t('q.hours.value', { hours: answers.hoursAMonth })]),
    ...(offersToMentor(role) ? line(t('q.capacity'), [String(answers.capacity)]) : []),
    ...(asksForMentor(role) ? line(t('q.sought'), topics(answers.sought)) : []),
    ...(offersToMentor(role) ? line(t('q.offered'), topics(answers.offered)) : []),
    ...line(
      t('q.values'),
      answers.values.map((one) => t(`value.${one}`)),
    ),
    ...line(
      t(role === 'mentor' ? 'q.ambitions.mentor' : 'q.ambitions'),
      answers.ambitions.map((one) => t(`ambition.${one}`)),
    ),
    ...line(
      t('q.interests'),
      answers.interests.map((one) => t(`interest.${one}`)),
    ),
    ...line(t('q.motivation'), answers.motivation === '' ? [] : [answers.motivation]),
    ...(offersToMentor(role) && answers.mayShowName ? [t('q.mayShowName')] : []),
  ];
  const blocks: Block[] = [
    { kind: 'list', items },
    { kind: 'small', text: say(language, 'slip.private') },
  ];
  return { title: say(language, 'slip.what'), blocks };
}
