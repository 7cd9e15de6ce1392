/** The results of the tests in sentences, for the statement on accessibility. */
import type { Block } from '../../../../platform/papers.ts';
import { sayDay } from '../../../../platform/words.ts';
import { organisationZone as zone } from '../../../../platform/zone.ts';
import type { PaperFacts } from '../facts/model.ts';
import { say } from '../words.ts';
import { assessed, exceptions } from './model.ts';

/** A list: what was looked at, how much of it, and on which day. It was found in order, or the tests would not have written it. */
export function assessedBlocks({ language }: PaperFacts): readonly Block[] {
  const { pages, keyboard, cards, reading } = assessed;
  const on = (day: string): string => sayDay(language, Date.parse(day), zone);
  const ofPages = pages && [
    say(language, 'assessed.pages', { ...pages, widths: pages.widths.join(' / '), day: on(pages.on) }),
    say(language, 'assessed.text', { pages: pages.pages, width: Math.min(...pages.widths) }),
    say(language, 'assessed.forced', { pages: pages.pages }),
    say(language, 'assessed.keyboard', { pages: pages.pages, day: on(pages.on) }),
  ];
  const items = [
    ...(ofPages ?? []),
    ...(keyboard ? [say(language, 'assessed.flows', { flows: keyboard.flows.length, day: on(keyboard.on) })] : []),
    ...(cards ? [say(language, 'assessed.cards', { ...cards, day: on(cards.on) })] : []),
    say(language, 'assessed.documents'),
    ...(reading ? [say(language, 'assessed.reading', { ...reading.ease, day: on(reading.on) })] : []),
    ...(pages && keyboard && cards && reading ? [] : [say(language, 'assessed.missing')]),
  ];
  return [{ kind: 'list', items }];
}

export function exceptionBlocks({ language }: PaperFacts): readonly Block[] {
  return [{ kind: 'list', items: exceptions.map((one) => say(language, `exception.${one}`)) }];
}
