/** What leaves the house about those who are honoured: slides, certificates, names on a page; each only by the person's own yes. Pure. */
import type { Paper } from '../../../../platform/papers.ts';
import { sayDay, type Language } from '../../../../platform/words.ts';
import { criteriaOf } from '../rules.ts';
import type { HonourEvent } from '../model.ts';
import { say } from '../words.ts';
import type { Consent, Honour } from './model.ts';

/** What was not said is a no. */
export const hasSaidYes = ({ says }: Pick<Honour, 'says'>, to: Consent): boolean => says[to] === 'yes';

/** The criterion in words; an own one has those of its event. */
export function criterionIn(
  language: Language,
  event: Pick<HonourEvent, 'criteria' | 'ownCriteria'>,
  id: string,
): string {
  const found = criteriaOf(event).find((one) => one.id === id);
  if (!found) return '';
  return found.text ?? say(language, `criterion.${id}` as 'criterion.doors');
}

export interface Named {
  readonly honour: Honour;
  readonly name: string;
}

export interface ShownEvent {
  readonly event: HonourEvent;
  readonly programme: string;
}

const dayOf = (language: Language, { start, zone }: HonourEvent): string => sayDay(language, start, zone);

/** One slide for each who said yes to the stage, by name; nobody else is in it, not even as a number. */
export function slidesOf({ event, programme }: ShownEvent, all: readonly Named[]): Paper {
  const { language, title } = event;
  const shown = all
    .filter(({ honour }) => hasSaidYes(honour, 'stage'))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
  const column = say(language, 'slides.column');
  return {
    ...{ language, title, subtitle: `${programme} · ${dayOf(language, event)}` },
    foot: say(language, 'slides.foot'),
    columns: [column, column, column, column],
    sections: shown.map(({ honour, name }) => ({
      title: name,
      blocks: [
        { kind: 'text', text: say(language, `slides.${honour.side}`) },
        { kind: 'list', items: honour.criteria.map((id) => criterionIn(language, event, id)) },
      ],
    })),
  };
}

export function certificateOf({ event, programme }: ShownEvent, { honour, name }: Named, language: Language): Paper {
  const title = say(language, 'paper.title');
  const day = dayOf(language, event);
  return {
    ...{ language, title, subtitle: say(language, 'paper.for', { name }) },
    foot: say(language, 'paper.foot', { programme, day }),
    columns: [title, title, title, title],
    sections: [
      {
        title: programme,
        blocks: [
          { kind: 'text', text: say(language, `paper.${honour.side}`, { name, programme, event: event.title, day }) },
          { kind: 'heading', text: say(language, 'paper.criteria') },
          { kind: 'list', items: honour.criteria.map((id) => criterionIn(language, event, id)) },
          { kind: 'small', text: say(language, 'paper.small') },
        ],
      },
    ],
  };
}
