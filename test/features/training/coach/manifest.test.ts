import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hear } from '../../../../src/bot/commands.ts';
import { hearCoach } from '../../../../src/features/training/coach/hearing/rules.ts';

interface Manifest {
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly { title: string; description: string }[] }[];
  }[];
}

describe('the commands that Teams suggests', () => {
  it('are each understood, and short enough for Teams', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../../appPackage/manifest.json'), 'utf8');
    const commands = (JSON.parse(text) as Manifest).bots.flatMap((bot) =>
      bot.commandLists.flatMap((list) => list.commands),
    );
    assert.ok(commands.length > 4 && commands.length <= 10);
    for (const { title, description } of commands) {
      assert.ok(title.length <= 32 && description.length <= 128, title);
      assert.ok(hear(title, 'en').command !== 'other' || hearCoach(title, 'en') !== undefined, title);
    }
  });
});
