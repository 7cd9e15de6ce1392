/** `tandem cards`: every card that the product sends or answers with, in every language, as files to look at. No settings needed. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { ShownMessage } from '../features/insights/rehearsal/model.ts';
import { partsOf } from '../features/insights/rehearsal/usecases.ts';
import type { Programme } from '../features/programmes/model.ts';
import { exampleId } from '../features/programmes/rehearsal/model.ts';
import { languages, type Language } from '../platform/words.ts';
import { sends } from '../worker/sends.ts';

/** A nine months' programme that begins in four weeks. */
function exampleProgramme(language: Language, now: DateTime): Programme {
  const startsOn = now.plus({ weeks: 4 }).startOf('week');
  return {
    ...{ id: exampleId, name: 'Tandem', forWhom: '–', why: '–', howChosen: '–', goals: [], language },
    ...{ startsOn: startsOn.toISODate() ?? '', endsOn: startsOn.plus({ months: 9 }).toISODate() ?? '' },
    ...{ stage: 'prepare', zone: 'Europe/Brussels', createdAt: 0, createdBy: exampleId, stageAt: 0 },
    // So that the cards of programmes that ask for the courses are among them.
    coursesFirst: true,
  };
}

/** Writes `<folder>/<language>/<kind>-<number>.json`, each content once; gives the exit code. */
export async function writeCards(folder: string, json: boolean): Promise<number> {
  const counts: Record<string, number> = {};
  for (const language of languages) {
    await mkdir(join(folder, language), { recursive: true });
    const cards = cardsIn(language);
    for (const [name, content] of cards)
      await writeFile(join(folder, language, `${name}.json`), `${JSON.stringify(content, undefined, 2)}\n`);
    counts[language] = cards.size;
  }
  const lines = Object.entries(counts).map(([language, count]) => `${language}  ${count} cards`);
  process.stdout.write(json ? `${JSON.stringify({ folder, counts })}\n` : `${lines.join('\n')}\nin ${folder}\n`);
  return 0;
}

/** By name; the same card of a kind for several kinds of person is one. */
export function cardsIn(language: Language): ReadonlyMap<string, object> {
  const parts = partsOf(
    {
      ...{ language, programme: exampleProgramme(language, DateTime.utc()) },
      ...{
        coordinator: { id: exampleId, name: 'Robin Peeters' },
        link: (path) => `https://teams.microsoft.com${path}`,
      },
    },
    sends,
  );
  const named = new Map<string, object>();
  const seen = new Set<string>();
  const count = new Map<string, number>();
  for (const { kind, card } of parts.flatMap(({ messages }) => messages.flatMap(shownCards))) {
    const text = `${kind} ${JSON.stringify(card)}`;
    if (seen.has(text)) continue;
    seen.add(text);
    const number = (count.get(kind) ?? 0) + 1;
    count.set(kind, number);
    named.set(`${kind}-${number}`, card);
  }
  return named;
}

function shownCards({ kind, card, answers }: ShownMessage): { kind: string; card: object }[] {
  return [card, ...answers.map((one) => one.card)].flatMap((one) => (one ? [{ kind, card: one }] : []));
}
