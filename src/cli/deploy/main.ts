/** `infra/deploy.sh` and `infra/deploy.ps1`: one list of steps for both. Each can be repeated; a run that was cut off goes on with --resume. */
import { UsageProblem } from '../usage.ts';
import { lockAudit } from './audit-lock.ts';
import { printedPrograms, ProgramProblem, realPrograms, type Programs } from './az.ts';
import { consent } from './consent.ts';
import { doctor } from './health.ts';
import { formerOutputs, infrastructure, registration, standInOutputs } from './infrastructure.ts';
import { readKept, writeKept, type Kept, type Outputs } from './kept.ts';
import { mailboxes } from './mailboxes.ts';
import { makeGroup, registerProviders, signIn, tools } from './prepare.ts';
import { build, code, makePackage } from './program.ts';
import type { Step } from './step.ts';
import { deleteData, endRights, forgetDeployment, stopAll, tell } from './uninstall.ts';
import { help, readWish, type Way, type Wish } from './wish.ts';

const first = [tools, signIn];
const last = [build, code, consent, makePackage, doctor];

export const stepsOf: Readonly<Record<Way, readonly Step[]>> = {
  deploy: [...first, registerProviders, makeGroup, infrastructure, registration, ...last],
  upgrade: [...first, infrastructure, registration, ...last],
  uninstall: [...first, tell, stopAll, endRights, forgetDeployment, deleteData],
  mailboxes: [...first, mailboxes],
  'lock-audit': [...first, lockAudit],
};

const codeAlone: readonly Step[] = [...first, build, code, doctor];

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

/** Of the run before: what it had done, when this one is to go on with it. */
function doneBefore({ way, site, resume, dryRun }: Wish, former: Kept | undefined): string[] {
  if (!resume || dryRun) return [];
  if (former === undefined || former.way !== way)
    throw new UsageProblem(`there is no ${way} of ${site.name} to go on with: the same without --resume`);
  if (JSON.stringify(former.site) !== JSON.stringify(site))
    throw new UsageProblem(
      '--resume goes on with the options of the time before: leave all others out, or begin anew without it',
    );
  return former.done;
}

async function runSteps(wish: Wish, programs: Programs): Promise<void> {
  const { way, site, dryRun } = wish;
  const former = readKept(site.name);
  const done = doneBefore(wish, former);
  let outputs: Outputs | undefined = dryRun ? standInOutputs(site) : former?.outputs;
  const todo: string[] = [];
  const keep = (): void => {
    if (!dryRun) writeKept(site.name, { site, way, done, ...(outputs ? { outputs } : {}) });
  };
  const read = async (): Promise<Outputs> => {
    outputs ??= await formerOutputs(programs, site.group);
    if (outputs) return outputs;
    throw new ProgramProblem(
      `Nothing was deployed into ${site.group} yet: infra/deploy.sh --name ${site.name} --contact MAIL`,
    );
  };
  const steps = wish.codeOnly ? codeAlone : stepsOf[way];
  for (const [at, step] of steps.entries()) {
    const isDone = done.includes(step.id) && step.always !== true;
    print(`${at + 1}/${steps.length} ${step.id}: ${step.says}${isDone ? ' (done before)' : ''}`);
    if (isDone) continue;
    await step.run({
      ...{ wish, programs, outputs: read, say: (line) => print(`    ${line}`), byHand: (line) => void todo.push(line) },
      keepOutputs: (found) => void (outputs = found),
    });
    done.push(step.id);
    keep();
  }
  if (todo.length > 0) print(`\nBy hand, in this order:\n${todo.map((line, at) => `  ${at + 1}. ${line}`).join('\n')}`);
  print(dryRun ? '\nNothing was done: this was a dry run.' : '\nDone.');
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help')) return print(help);
  const wish = readWish(words, (name) => (/^[a-z0-9]+$/.test(name) ? readKept(name)?.site : undefined));
  await runSteps(wish, wish.dryRun ? printedPrograms() : realPrograms());
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageProblem || (error instanceof TypeError && 'code' in error);
  const isTold = isUsage || error instanceof ProgramProblem;
  process.stderr.write(`${isTold ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
