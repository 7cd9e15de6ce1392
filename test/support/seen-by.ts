/** What somebody gets to see of the product: every page of its API that there is an address for, and every card that they got. */
import { routes } from '../../src/api/routes.ts';
import { givesFile, type Caller, type Route } from '../../src/platform/doors.ts';
import type { TestApp } from './app.ts';

/** What may stand in the place of a name in an address. */
type Known = Readonly<Record<string, readonly string[]>>;

const namesIn = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

function addresses(one: Route, known: Known): Record<string, string>[] {
  return namesIn(one).reduce<Record<string, string>[]>(
    (all, name) => all.flatMap((params) => (known[name] ?? []).map((value) => ({ ...params, [name]: value }))),
    [{}],
  );
}

export const pagesWith = (known: Known): Route[] =>
  routes.filter((one) => one.method === 'GET' && !givesFile(one) && namesIn(one).every((name) => known[name]));

/** As it leaves the house; `asked` is the query of pages that take one. */
export async function seenBy(
  app: Pick<TestApp, 'deps' | 'cardsTo'>,
  as: Caller,
  known: Known,
  asked: Readonly<Record<string, string>> = {},
): Promise<string> {
  const seen: string[] = [JSON.stringify(app.cardsTo(as.personId))];
  for (const one of pagesWith(known)) {
    if (one.who !== 'anybody-signed-in' && !as.roles.includes(one.who)) continue;
    if (as.isGuest && !one.guests) continue;
    const query = one.query?.safeParse(asked);
    if (query && !query.success) continue;
    for (const params of addresses(one, known)) {
      const found = await one
        .run(app.deps, as, { params: one.params?.parse(params), query: query?.data, body: undefined })
        .then((value) => one.gives.parse(value))
        .catch(() => undefined);
      if (found !== undefined) seen.push(JSON.stringify(found));
    }
  }
  return seen.join('\n');
}
