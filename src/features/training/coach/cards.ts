/** The coach's cards. Each says that it is a program; what was typed stands in the field of the card, and nowhere else. */
import {
  heading,
  longText,
  paragraph,
  plain,
  subtle,
  type Card,
  type CardButton,
  type CardElement,
} from '../../../platform/cards.ts';
import type { Language } from '../../../platform/words.ts';
import type { Contact } from '../../concerns/model.ts';
import type { Urgent } from '../../concerns/urgent/model.ts';
import { helps, longestText, mostTurns, type Finding, type Help, type TurnOutcome } from './model.ts';
import { say } from './words.ts';

/** What cards lead to, and what they say of where a text goes. */
export interface Around {
  readonly hasModel: boolean;
  /** Whom to call where the person works. */
  readonly urgent: Urgent;
  /** The organisation's own lines, which come first. */
  readonly own: readonly Contact[];
  link(path: string): string;
}

/** Turns are counted from 1. */
export interface Asked {
  readonly help: Help;
  readonly turn: number;
  readonly text: string;
}

/** The beginning: what it is, and what it can help with. */
export function startCard(language: Language, { hasModel }: Pick<Around, 'hasModel'>): Card {
  return {
    summary: say(language, 'summary'),
    body: [
      heading(say(language, 'start.title')),
      paragraph(say(language, 'machine')),
      paragraph(say(language, 'start.text')),
      subtle(say(language, hasModel ? 'start.model' : 'start.courses')),
    ],
    buttons: helps.map((help) => ({
      title: say(language, `help.${help}`),
      ...{ verb: 'training.coach', subject: { help } },
    })),
  };
}

/** One field for one text. */
export function askCard(language: Language, help: Help, { hasModel }: Pick<Around, 'hasModel'>): Card {
  const goesOut = hasModel && help !== 'course';
  return {
    summary: say(language, 'summary'),
    body: [
      heading(say(language, `help.${help}`)),
      subtle(say(language, 'machine')),
      field(language, help, ''),
      ...(goesOut ? [subtle(say(language, 'ask.names'))] : []),
      subtle(say(language, goesOut ? 'start.model' : 'start.courses')),
    ],
    buttons: [ask(language, help, 1), other(language)],
  };
}

export function turnCard(language: Language, asked: Asked, outcome: TurnOutcome, around: Around): Card {
  const body = bodyOf(language, outcome, around);
  const isLast = asked.turn >= mostTurns;
  const isAnswered = outcome.outcome === 'worded' || outcome.outcome === 'courses';
  if (outcome.outcome === 'wrong') return { summary: say(language, 'summary'), body };
  const again = isLast ? [subtle(say(language, 'answer.last'))] : [field(language, asked.help, asked.text)];
  return {
    summary: say(language, 'summary'),
    body: [...body, ...again, subtle(say(language, 'machine'))],
    buttons: [
      ...(isLast ? [] : [ask(language, asked.help, asked.turn + 1), ...(isAnswered ? keep(language, asked.help) : [])]),
      other(language),
    ],
  };
}

/** The own text, back to its person. */
export function keptCard(language: Language, text: string): Card {
  return {
    summary: say(language, 'summary'),
    body: [heading(say(language, 'keep.title')), paragraph(plain(text)), subtle(say(language, 'keep.text'))],
    buttons: [other(language)],
  };
}

/** Whoever writes of something that is wrong is not answered by a program. */
export function wrongCard(language: Language, around: Around): Card {
  return { summary: say(language, 'summary'), body: bodyOf(language, { outcome: 'wrong' }, around) };
}

function bodyOf(language: Language, outcome: TurnOutcome, around: Around): CardElement[] {
  switch (outcome.outcome) {
    case 'worded': {
      const { text, left, findings } = outcome;
      const note = left > 0 ? [subtle(say(language, 'answer.left', { left }))] : [];
      const parts = blocksOf(text).map(paragraph);
      const besides = findings.slice(0, 1);
      const more =
        besides.length > 0 ? [subtle(say(language, 'courses.besides')), ...found(language, besides, around)] : [];
      return [heading(say(language, 'answer.title')), ...parts, ...note, ...more];
    }
    case 'courses':
      return [
        heading(say(language, 'courses.title')),
        paragraph(say(language, `courses.${outcome.why}`)),
        ...found(language, outcome.findings, around),
      ];
    case 'kept-here': {
      const list = new Intl.ListFormat(language).format(outcome.kinds.map((kind) => say(language, `kind.${kind}`)));
      return [
        heading(say(language, 'kept.title')),
        paragraph(say(language, 'kept.text', { list })),
        paragraph(say(language, 'kept.talk')),
        links([{ title: say(language, 'wrong.open'), url: around.link('/private-talk') }]),
      ];
    }
    case 'no-judging':
      return [heading(say(language, 'judging.title')), paragraph(say(language, 'judging.text'))];
    case 'wrong':
      return wrongBody(language, around);
    default:
      return outcome satisfies never;
  }
}

/** Lines of a list stay together; every other line is a paragraph. */
function blocksOf(text: string): string[] {
  const isItem = (line: string | undefined): boolean => line !== undefined && /^(?:-|\d{1,2}\.) /.test(line);
  const blocks: string[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const last = blocks.at(-1);
    if (isItem(line) && last !== undefined && isItem(last)) blocks.splice(-1, 1, `${last}\n${line}`);
    else blocks.push(line);
  }
  return blocks;
}

function wrongBody(language: Language, { urgent, own, link }: Around): CardElement[] {
  const called = urgent.lines.filter(
    ({ number, what }) => number !== undefined && (what === 'listen' || what === 'suicide'),
  );
  const spoken = called.filter(({ speaks }) => speaks.includes(language));
  const lines = spoken.length > 0 ? spoken : called;
  const danger = say(language, 'wrong.danger', { number: urgent.emergency[0]?.number ?? '112' });
  return [
    heading(say(language, 'wrong.title')),
    paragraph(say(language, 'wrong.text')),
    paragraph(`**${danger}**`),
    ...[...own.map(({ name, reach }) => ({ name: plain(name), number: plain(reach) })), ...lines]
      .slice(0, 4)
      .map(({ name, number = '' }) => paragraph(say(language, 'wrong.line', { name, number }))),
    links([{ title: say(language, 'wrong.open'), url: link('/private-talk') }]),
    subtle(say(language, 'wrong.kept')),
    subtle(say(language, 'machine')),
    subtle(say(language, 'wrong.not')),
  ];
}

function found(language: Language, findings: readonly Finding[], { link }: Pick<Around, 'link'>): CardElement[] {
  return findings.map(({ courseId, step, course, minutes, title, text }) => ({
    type: 'Container',
    separator: true,
    items: [
      paragraph(`**${plain(title)}**`),
      subtle(say(language, 'courses.from', { course: plain(course), minutes })),
      paragraph(plain(text)),
      links([
        // A short title: buttons cut long ones off. What it leads to stands above, and is read aloud with it.
        { title: say(language, 'courses.read'), tooltip: title, url: link(`/courses/${courseId}?step=${step + 1}`) },
      ]),
    ],
  }));
}

function links(
  all: readonly { readonly title: string; readonly url: string; readonly tooltip?: string }[],
): CardElement {
  return { type: 'ActionSet', actions: all.map((one) => ({ type: 'Action.OpenUrl', ...one })) };
}

function field(language: Language, help: Help, text: string): CardElement {
  const label = say(language, text === '' ? `ask.${help}` : 'ask.again');
  const input = longText('text', label, longestText, say(language, `hint.${help}`));
  const must = { isRequired: true, errorMessage: say(language, 'ask.missing') };
  return { ...input, ...must, ...(text === '' ? {} : { value: text }) };
}

function ask(language: Language, help: Help, turn: number): CardButton {
  const title = say(language, help === 'course' ? 'search' : 'send');
  return { title, verb: 'training.word', subject: { help, turn: String(turn) }, style: 'positive' };
}

const keep = (language: Language, help: Help): CardButton[] =>
  help === 'goal' ? [{ title: say(language, 'keep'), verb: 'training.give-back', subject: {} }] : [];

const other = (language: Language): CardButton => ({
  ...{ title: say(language, 'more'), verb: 'training.coach', subject: {}, inputs: 'none' as const },
});
