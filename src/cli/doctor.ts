/** `tandem doctor`: looks at everything the installation rests on, and says what was found, why it matters and what to do. Mends nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { ConfigProblem, readConfig, type Config } from '../config.ts';
import { parts, severities, type Examination, type Finding, type Granted } from '../features/installation/model.ts';
import { found, hasProblem } from '../features/installation/rules.ts';
import { sayFinding } from '../features/installation/saying/rules.ts';
import { examine } from '../features/installation/usecases.ts';
import { say } from '../features/installation/words.ts';
import { forKey, grantKey, withoutKey } from '../features/privacy/permissions/rules.ts';
import { permissions as table } from '../features/privacy/permissions/model.ts';
import { say as sayPermission } from '../features/privacy/permissions/words.ts';
import { connect, connectOnly, type Connected } from '../platform/connect.ts';
import { graphUses, type GraphUse } from '../platform/graph/uses.ts';
import type { Language } from '../platform/words.ts';

export interface DoctorWish {
  readonly permissions: boolean;
  readonly json: boolean;
  readonly env: string | undefined;
  readonly language?: Language;
}

type Out = Pick<NodeJS.WritableStream, 'write'>;

const sandboxSettings = 'data/sandbox.env';
const marks = { problem: '✘', note: '!', ok: '✔' } as const;

/** Ends with 1 when a problem was found, with 0 otherwise: notes are for people. */
export async function doctor(wish: DoctorWish, out: Out = process.stdout): Promise<number> {
  const config = usable(wish.env);
  if (Array.isArray(config)) return show({ at: Date.now(), findings: config, permissions: [] }, wish, out);
  const installation = await connectOnly({ ...config, logLevel: 'silent' });
  try {
    if (wish.permissions) return await showPermissions(installation, wish, out);
    return show(await examine(installation.deps), wish, out);
  } finally {
    installation.stop();
  }
}

/** Connects with the settings of a file, of the environment, or of the sandbox in `data/`. */
export async function connected(env: string | undefined): Promise<Connected> {
  return connect({ ...settings(env), logLevel: 'silent' });
}

export function settings(file: string | undefined): Config {
  const chosen =
    file ?? (process.env['TENANT_ID'] === undefined && existsSync(sandboxSettings) ? sandboxSettings : undefined);
  return readConfig(chosen === undefined ? process.env : parseEnv(readFileSync(chosen, 'utf8')));
}

/** The settings, or a finding for each one that is missing, wrong or contradicts another. */
function usable(file: string | undefined): Config | Finding[] {
  try {
    return settings(file);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    return error.problems.map((problem) => found('settings', 'settings.wrong', { problem }));
  }
}

function show(examination: Examination, { json, language = 'en' }: DoctorWish, out: Out): number {
  const { findings } = examination;
  if (json) {
    const said = findings.map((one) => ({ ...one, ...sayFinding(language, one) }));
    out.write(`${JSON.stringify({ ...examination, findings: said }, undefined, 2)}\n`);
  } else out.write(`${[...linesOf(findings, language), ...countLine(findings)].join('\n')}\n`);
  return hasProblem(findings) ? 1 : 0;
}

function linesOf(findings: readonly Finding[], language: Language): string[] {
  return severities.flatMap((severity) =>
    parts.flatMap((part) => {
      const mine = findings.filter((one) => one.severity === severity && one.part === part);
      if (mine.length === 0) return [];
      return [say(language, `part.${part}`), ...mine.flatMap((one) => findingLines(one, language)), ''];
    }),
  );
}

function findingLines(one: Finding, language: Language): string[] {
  const { found: text, why, todo } = sayFinding(language, one);
  const rest = why === undefined || todo === undefined ? [] : [`      ${why}.`, `      → ${todo}.`];
  return [`  ${marks[one.severity]} ${text}  [${one.code}]`, ...rest];
}

function countLine(findings: readonly Finding[]): string[] {
  return [severities.map((one) => `${findings.filter(({ severity }) => severity === one).length} ${one}`).join(', ')];
}

async function showPermissions({ deps }: Connected, { json, language = 'en' }: DoctorWish, out: Out): Promise<number> {
  const uses = await graphUses(deps.tables);
  if (json) {
    out.write(`${JSON.stringify(uses, undefined, 2)}\n`);
    return 0;
  }
  const { permissions } = await examine(deps);
  const said = [...usesSaid(uses), '', ...permissions.flatMap((one) => permissionLines(one, language))];
  out.write(`${said.join('\n')}\n`);
  return 0;
}

function usesSaid(uses: readonly GraphUse[]): string[] {
  return (['app', 'delegated'] as const).flatMap((rights) => {
    const title = rights === 'app' ? "With the app's own rights:" : "\nWith a person's own rights:";
    const mine = uses.filter((use) => use.rights === rights);
    const lines = mine.map((use) => `  ${use.method.padEnd(6)} ${use.path.padEnd(60)} ${use.permission}`);
    return [title, ...(lines.length === 0 ? ['  nothing so far'] : lines)];
  });
}

/** What it is for, what works without it, and how to grant it where it is not. */
function permissionLines({ rights, name, state, isNeeded }: Granted, language: Language): string[] {
  const line = table.find((one) => one.rights === rights && one.name === name);
  if (!line) return [];
  const needed = isNeeded ? ` (${say(language, 'needed')})` : '';
  return [
    `${name}, ${say(language, `permissions.${rights}`)}${needed}: ${say(language, `state.${state}`)}`,
    `  ${say(language, 'col.for')}: ${sayPermission(language, forKey(line))}`,
    `  ${say(language, 'col.without')}: ${sayPermission(language, withoutKey(line))}`,
    ...(state === 'missing' ? [`  ${say(language, 'grant')}: ${sayPermission(language, grantKey(line))}`] : []),
  ];
}
