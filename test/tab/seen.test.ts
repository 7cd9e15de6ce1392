import assert from 'node:assert/strict';
import { QueryClient } from '@tanstack/react-query';
import { keepSeen } from '../../src/tab/seen.ts';
import { connection } from '../../src/ui/connection.ts';

const home = { name: 'Amina', next: [{ kind: 'find-time' }], said: [{ said: { ratings: [1] } }] };

/** A browser session: what is kept stands in it as own keys, as in a browser. */
function session(): Storage {
  const kept = {} as Storage & Record<string, string>;
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  return Object.defineProperties(kept, {
    getItem: hidden((key: string) => kept[key] ?? null),
    setItem: hidden((key: string, value: string) => void (kept[key] = value)),
    removeItem: hidden((key: string) => void delete kept[key]),
  });
}

const opens = (personId: string, language = 'nl'): QueryClient => {
  const queries = new QueryClient();
  keepSeen(queries, { personId, language });
  return queries;
};

describe('what was seen last', () => {
  beforeEach(() => {
    globalThis.sessionStorage = session();
    connection.set('fine');
  });
  after(() => connection.set('fine'));

  it('is there at once when the same person opens the tab again, and is asked for anew', () => {
    opens('a').setQueryData(['home'], home);
    const again = opens('a');
    assert.equal(again.getQueryData<typeof home>(['home'])?.name, 'Amina');
    assert.equal(again.getQueryState(['home'])?.dataUpdatedAt, 0);
  });

  it('holds no answer that somebody gave, and nothing that is not named', () => {
    const queries = opens('a');
    queries.setQueryData(['home'], home);
    queries.setQueryData(['survey-answer', 's'], { ratings: [1] });
    queries.setQueryData(['private-talk-contacts'], [{ name: 'Bo' }]);
    assert.deepEqual(opens('a').getQueryData(['home']), { ...home, said: [] });
    assert.doesNotMatch(JSON.stringify(sessionStorage), /ratings|Bo/);
  });

  it('goes when somebody else opens the tab, or the same person in another language', () => {
    opens('a').setQueryData(['home'], home);
    assert.equal(opens('b').getQueryData(['home']), undefined);
    assert.equal(opens('a').getQueryData(['home']), undefined);
    opens('a').setQueryData(['home'], home);
    assert.equal(opens('a', 'fr').getQueryData(['home']), undefined);
  });

  it('goes after a day of work, and at once with whoever asks to be forgotten', () => {
    opens('a').setQueryData(['home'], home);
    const [place = ''] = Object.keys(sessionStorage);
    sessionStorage.setItem(place, JSON.stringify({ at: Date.now() - 9 * 3_600_000, answer: home }));
    assert.equal(opens('a').getQueryData(['home']), undefined);
    opens('a').setQueryData(['home'], home);
    connection.set('forgotten');
    assert.deepEqual(Object.keys(sessionStorage), []);
  });
});
