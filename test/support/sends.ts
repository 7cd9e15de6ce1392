/** What the source says about sending: each finding is a way past the table of what is sent. */
import type { SourceFile } from './architecture.ts';

/** Everything that reaches people but `deliver`, by file; what is missing here or there is a finding. */
export const waysOut: Readonly<Record<string, readonly string[]>> = {
  'src/bot/arrivals.ts': ['teams.answer'],
  'src/bot/endpoint.ts': ['teams.answer'],
  'src/features/meetings/booking/usecases.ts': ['calendar.book', 'calendar.cancel', 'calendar.move'],
  'src/features/meetings/leaving/usecases.ts': ['calendar.cancel', 'calendar.cancelIn'],
  'src/features/surveys/talks/booking/usecases.ts': ['calendar.book', 'calendar.cancel'],
  'src/features/training/sessions/calendar/usecases.ts': ['calendar.book', 'calendar.cancel', 'calendar.invite'],
  // The mail by hand, to whom chat does not reach, says that something waits and no more.
  'src/features/people/messages/usecases.ts': ['mail.send', 'teams.sendCard'],
  'src/features/recruitment/posting/usecases.ts': ['teams.postToChannel'],
  'src/features/stories/places/posting/usecases.ts': ['teams.postToChannel'],
  'src/features/stories/places/usecases.ts': ['teams.updatePost'],
};

const outward =
  /\b(teams\.(?:sendCard|updateCard|postToChannel|updatePost|answer)|calendar\.(?:book|invite|move|cancelIn|cancel)|mail\.\w+)\(/g;

/** Files of the doors and the features: what calls out otherwise than the table says. */
export function findWaysOut(files: readonly SourceFile[]): Record<string, string[]> {
  const found = files.map(({ path, text }) => {
    // A chain may be broken over lines.
    const calls = text.replace(/\s*\n\s*\./g, '.').matchAll(outward);
    return [path, [...new Set([...calls].map(([, call = '']) => call))].sort()] as const;
  });
  return Object.fromEntries(found.filter(([, calls]) => calls.length > 0));
}

/** Calls of `deliver` that do not go by a rule out of `sends.ts`. */
export function unlisted(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<!function )\bdeliver\(([\s\S]*?)(?:\bcard\b|$)/g)].flatMap(([, given = '']) =>
      /\.\.\.\w+\.as\b/.test(given) && !/\bkind:/.test(given) ? [] : [`${path}: deliver(${given.slice(0, 60)}`],
    ),
  );
}
