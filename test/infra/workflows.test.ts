import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.github/workflows');

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.looseObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.number(),
      environment: z.string().optional(),
      strategy: z.looseObject({ matrix: z.looseObject({ node: z.array(z.number()) }) }).optional(),
      steps: z.array(step),
    }),
  ),
});

describe('the workflows', () => {
  const files = readdirSync(folder).map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { name, text, read: workflow.parse(parse(text)) };
  });
  const of = (name: string): (typeof files)[number] => files.find((one) => one.name === name)!;
  const steps = files.flatMap(({ read }) => Object.values(read.jobs).flatMap((job) => job.steps));

  it('name every action by the hash of a commit, and the version beside it', () => {
    const used = files.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
    assert.equal(used.length, steps.filter((one) => one.uses !== undefined).length);
    for (const line of used) assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('know no secret, and may do no more than they must', () => {
    for (const { name, text, read } of files) {
      assert.doesNotMatch(text, /secrets\.|creds:|password/i, name);
      assert.equal(read.permissions['contents'], 'read', name);
      assert.deepEqual(Object.keys(read.permissions), name === 'deploy.yml' ? ['contents', 'id-token'] : ['contents']);
    }
  });

  it('test on every version of Node that is promised', () => {
    assert.deepEqual(of('check.yml').read.jobs['test']?.strategy?.matrix.node, [20, 22, 24]);
  });

  it('put nothing into a command that somebody else may have written', () => {
    for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, run);
  });

  it('call only what is there', () => {
    const { scripts } = z
      .looseObject({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    for (const { run = '' } of steps) {
      const [, script] = /^npm run ([\w-]+)/.exec(run) ?? [];
      if (script !== undefined) assert.ok(script in scripts, script);
      const [file] = /infra\/[\w.]+\.(sh|ps1|bicep)/.exec(run) ?? [];
      if (file !== undefined) assert.ok(existsSync(join(root, file)), file);
    }
    const all = steps.map(({ run = '' }) => run).join('\n');
    for (const needed of [
      'npm test',
      'npm run build',
      'npm run package',
      'infra/deploy.sh',
      'infra/deploy.ps1',
      'az bicep build',
    ])
      assert.ok(all.includes(needed), needed);
  });

  it('sign in to Azure by the token of the run, for one environment', () => {
    const job = of('deploy.yml').read.jobs['deploy'];
    assert.equal(job?.environment, 'production');
    const login = job.steps.find(({ uses = '' }) => uses.startsWith('Azure/login@'));
    assert.deepEqual(Object.keys(login?.with ?? {}), ['client-id', 'tenant-id', 'subscription-id']);
  });
});
