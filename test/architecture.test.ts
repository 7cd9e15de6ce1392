import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findings, featureOrder, type SourceFile } from './support/architecture.ts';

const root = join(import.meta.dirname, '..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });
const source = (): SourceFile[] => filesBelow('src').map(read);
const broken = (path: string, text = ''): string[] => findings([{ path, text }]).map((one) => one.rule);

describe('the layout', () => {
  it('is held by every file of src', () => {
    assert.deepEqual(
      findings(source()).map(({ path, says }) => `${path}: ${says}`),
      [],
    );
  });

  it('has the top level that the owner fixed', () => {
    for (const name of ['package.json', 'tsconfig.json', 'src', 'test', 'README.md', 'appPackage'])
      assert.ok(existsSync(join(root, name)), `${name} is missing`);
  });

  it('pins every package exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is not pinned`);
  });

  it('has every word list in four languages, side by side', () => {
    const folders = filesBelow('src')
      .filter((path) => path.includes('/words/'))
      .map((path) => path.replace(/[^/]*$/, ''));
    for (const folder of new Set(folders))
      assert.deepEqual(readdirSync(join(root, folder)).sort(), ['de.json', 'en.json', 'fr.json', 'nl.json'], folder);
    assert.ok(folders.length > 0 && statSync(join(root, folders[0]!)).isDirectory());
  });
});

describe('the layout test sees', () => {
  const cases: [string, string, string, string][] = [
    ['a file outside the closed list', 'src/features/pairs/helpers.ts', '', 'file-name'],
    ['a feature that is not in the order', 'src/features/gossip/model.ts', '', 'feature'],
    ['an index file', 'src/platform/index.ts', '', 'forbidden-name'],
    ['a file of 301 lines', 'src/platform/tables.ts', 'x\n'.repeat(301), 'length'],
    [
      'a feature that uses a later one',
      'src/features/people/usecases.ts',
      "import { a } from '../pairs/model.ts';",
      'order',
    ],
    [
      "a feature that uses another's door",
      'src/features/pairs/usecases.ts',
      "import { a } from '../people/routes.ts';",
      'inside',
    ],
    [
      'a feature that uses a door',
      'src/features/pairs/usecases.ts',
      "import { a } from '../../api/main.ts';",
      'upward',
    ],
    [
      'the platform that uses a feature',
      'src/platform/teams.ts',
      "import { a } from '../features/pairs/model.ts';",
      'upward',
    ],
    ['product code that uses the sandbox', 'src/app.ts', "import { a } from './sandbox/main.ts';", 'sandbox'],
    ['an SDK outside the platform', 'src/features/pairs/usecases.ts', "import { a } from '@azure/data-tables';", 'sdk'],
    ['a bot SDK in a third file', 'src/platform/mail.ts', "import { a } from 'botbuilder';", 'bot-sdk'],
    ['the environment read twice', 'src/platform/mail.ts', 'const a = process.env.A;', 'environment'],
    ['the clock read outside', 'src/features/pairs/usecases.ts', 'const a = Date.now();', 'clock'],
    ['random ids made outside', 'src/features/pairs/store.ts', "import { randomUUID } from 'node:crypto';", 'random'],
    ['a timer in a feature', 'src/features/pairs/jobs.ts', 'setTimeout(go, 5);', 'timer'],
    ['I/O in rules', 'src/features/pairs/rules.ts', "import { readFile } from 'node:fs';", 'pure'],
    ['an asynchronous rule', 'src/features/pairs/policy.ts', 'export async function may() {}', 'pure'],
    ['server code in a page', 'src/features/pairs/page.tsx', "import { a } from './store.ts';", 'page'],
    [
      'the engine with an import from outside',
      'src/features/matching/engine/graph.ts',
      "import { z } from 'zod';",
      'engine',
    ],
    ['a bare sentence in a page', 'src/features/pairs/page.tsx', '<Text>Find a time</Text>', 'bare-sentence'],
    ['a bare sentence in an attribute', 'src/features/pairs/page.tsx', '<Field label="Your name" />', 'bare-sentence'],
    ['a bare sentence in a card', 'src/features/pairs/cards.ts', "heading('Have you met?')", 'bare-sentence'],
    ['any', 'src/features/pairs/rules.ts', 'const a: any = 1;', 'any'],
    ['an outside call that goes around', 'src/platform/mail.ts', 'await fetch(url)', 'outbound'],
    ['a verb called handle', 'src/features/pairs/usecases.ts', 'export async function handlePair() {}', 'verb'],
    ['a rules file without a first sentence', 'src/features/pairs/rules.ts', 'export const a = 1;', 'opening'],
  ];
  for (const [name, path, text, rule] of cases)
    it(name, () => assert.ok(broken(path, text).includes(rule), `found only: ${broken(path, text).join(', ')}`));

  it('nothing wrong with a file that is as it should be', () => {
    assert.deepEqual(broken('src/features/pairs/rules.ts', '/** What may be. */\nexport const a = 1;\n'), []);
    assert.ok(featureOrder.includes('pairs'));
  });
});
