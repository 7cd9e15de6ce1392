/**
 * What was seen last in this browser session is shown at once when the tab is opened again, and asked for anew. It is kept for
 * the session alone and for one person, and only of the questions that are named here: what one has to do, and what one leads.
 * Never what somebody answered, confided or said of themselves, and no results.
 */
import { hashKey, type QueryClient } from '@tanstack/react-query';
import { connection } from '../ui/connection.ts';
import { keptInSession, readKept } from '../ui/kept-here.ts';

type Parts = Readonly<Record<string, unknown>>;

/** By the key of the question: what of its answer may be kept. */
const kept: Readonly<Record<string, (answer: Parts) => unknown>> = {
  // What was said in check-ins comes with the answer to the question that is asked anew.
  home: (home) => ({ ...home, said: [] }),
  programmes: (programmes) => programmes,
};

/** A day of work: older things to do are no help. */
const longestMs = 8 * 3_600_000;
const folder = 'seen/';

export interface Reader {
  readonly personId: string;
  readonly language: string;
}

/** Fills the queries with what this person saw, and follows what they see from now on. What others saw here goes. */
export function keepSeen(queries: QueryClient, { personId, language }: Reader): void {
  const own = `${folder}${personId}/${language}/`;
  forget((place) => !place.startsWith(own));
  if (personId === '') return;
  for (const key of Object.keys(kept)) {
    const answer = read(own + key);
    // As old as can be, so that whoever shows it asks anew.
    if (answer !== undefined) queries.setQueryData([key], answer, { updatedAt: 0 });
  }
  const places = new Map(Object.entries(kept).map(([key, part]) => [hashKey([key]), { place: own + key, part }]));
  queries.getQueryCache().subscribe((event) => {
    const one = places.get(event.query.queryHash);
    if (one && event.type === 'updated' && event.action.type === 'success')
      write(one.place, one.part(event.query.state.data as Parts));
  });
  // Whoever asked to be forgotten leaves nothing here either.
  connection.subscribe(() => {
    if (connection.is() === 'forgotten') forget(() => true);
  });
}

function read(place: string): unknown {
  const { at, answer }: { at?: number; answer?: unknown } = readKept(place) ?? {};
  return at !== undefined && Date.now() - at < longestMs ? answer : undefined;
}

function write(place: string, answer: unknown): void {
  keptInSession.set(place, JSON.stringify({ at: Date.now(), answer }));
}

function forget(isToGo: (place: string) => boolean): void {
  for (const place of keptInSession.places())
    if (place.startsWith(folder) && isToGo(place)) keptInSession.remove(place);
}
