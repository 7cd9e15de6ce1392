import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { languages } from '../../src/platform/words.ts';
import { sends } from '../../src/worker/sends.ts';

describe('the cards as files', () => {
  it('are there for everything that is sent in chat or a channel, the same in each language', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tandem-cards-'));
    try {
      const command = commands.find(({ name }) => name === 'cards');
      assert.equal(await command?.run(['--out', folder, '--json']), 0);
      const names = await Promise.all(languages.map((one) => readdir(join(folder, one))));
      for (const list of names) assert.deepEqual(list.toSorted(), names[0]?.toSorted());
      for (const { as, way } of sends)
        assert.ok(
          way === 'calendar' || way === 'mail' || names[0]?.some((one) => one.startsWith(`${as.kind}-`)),
          `${as.kind} has no card`,
        );
      for (const language of languages)
        for (const name of names[0] ?? []) {
          const card = JSON.parse(await readFile(join(folder, language, name), 'utf8')) as {
            type: string;
            lang: string;
          };
          assert.deepEqual([card.type, card.lang], ['AdaptiveCard', language]);
        }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
