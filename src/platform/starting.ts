/** Looks an installation over before it begins: each trouble is one line in the log, and what is final stops it here. */
import type { Config } from '../config.ts';
import { checkBot, checkSignIn, checkVault, storageTrouble, type Trouble } from './checks.ts';
import { pause } from './clock.ts';
import { connect, type Connected } from './connect.ts';
import { causesOf } from './checks/causes.ts';
import { createLog, describeError, withoutPeople } from './log.ts';

/** A sentence for whoever runs the product; no stack is shown. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** Connects; throws a StartProblem that says why storage cannot be opened. */
export async function connectOrSay(config: Config): Promise<Connected> {
  try {
    return await connect(config);
  } catch (error) {
    const trouble = storageTrouble(error, config);
    // For whoever wants to know more: what the library said, in one line and without ids.
    if (trouble) createLog(config.logLevel).error({ code: trouble.code, why: whyOf(error) }, trouble.says);
    throw trouble ? new StartProblem(trouble.says, { cause: error }) : error;
  }
}

const whyOf = (error: unknown): string => withoutPeople(causesOf(error).text.replaceAll(/\s+/g, ' ')).slice(0, 500);

/** Services that are silent for longer hold nothing up. */
const longestMs = 10_000;

/** Throws a StartProblem when something is found that no waiting will mend. */
export async function lookOver(connected: Connected): Promise<void> {
  const { deps, entra, vault } = connected;
  const { config } = deps;
  const found: Trouble[] = [];
  const note = (trouble: Trouble | undefined): void => {
    if (!trouble) return;
    found.push(trouble);
    deps.log[trouble.isFinal ? 'error' : 'warn']({ code: trouble.code }, trouble.says);
  };
  const checks = [
    connected.checkOwner(),
    checkSignIn({ entra, config }),
    checkBot({ entra, config }),
    checkVault({ vault, config }),
  ];
  const all = checks.map((one) =>
    one.then(note).catch((error: unknown) => deps.log.warn(describeError(error), 'a check could not be made')),
  );
  await Promise.race([Promise.all(all), pause(longestMs)]);
  const ends = found.filter(({ isFinal }) => isFinal);
  if (ends.length > 0) throw new StartProblem(ends.map(({ says }) => says).join('\n'));
}
