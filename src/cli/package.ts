/** `npm run package`: the Teams app package of an installation. Everything that is wrong is named at once, and nothing is written then. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compose, type Composed } from './package/compose.ts';
import { sayFault } from './package/fault.ts';
import { readSource } from './package/files.ts';
import { iconNames, writeIcons } from './package/icons.ts';
import { findInstallation, help, readWords, type Installation } from './package/installation.ts';
import { root } from './tool.ts';
import { UsageProblem } from './usage.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const words = readWords(process.argv.slice(2));
  if (words.help) return told(help);
  if (words.icons) {
    await writeIcons();
    return told(`Drawn: ${iconNames.map((name) => `appPackage/${name}`).join(' and ')}.`);
  }
  const installation = findInstallation(words, process.env);
  const outcome = await compose(await readSource(), installation);
  if ('faults' in outcome) {
    const lines = outcome.faults.map((fault) => `  ${sayFault(fault)}`);
    process.stderr.write(
      `There is no package of "${installation.env}" yet; nothing was written:\n${lines.join('\n')}\n`,
    );
    return 1;
  }
  const path = join('build', `tandem-${installation.env}.zip`);
  await mkdir(join(root, 'build'), { recursive: true });
  await writeFile(join(root, path), outcome.bytes);
  return told(words.json ? jsonOf(path, outcome, installation) : summaryOf(path, outcome, installation));
}

function told(text: string): number {
  say(text);
  return 0;
}

function jsonOf(path: string, { files, bytes, manifest }: Composed, installation: Installation): string {
  const { manifestVersion } = manifest;
  return JSON.stringify({ path, bytes: bytes.length, files, manifestVersion, ...installation });
}

function summaryOf(path: string, { files, bytes, manifest }: Composed, installation: Installation): string {
  const { domain, teamsAppId, botId, tabClientId, version, language } = installation;
  return [
    `${path}: ${(bytes.length / 1000).toFixed(1)} kB, ${files.length} files`,
    `  app      ${manifest.name.short} ${version}, manifest ${manifest.manifestVersion}, in four languages (${language} for everybody else)`,
    `  id       ${teamsAppId}${teamsAppId === botId ? ', as the bot' : ''}`,
    `  domain   ${domain}`,
    `  bot      ${botId}`,
    `  tab      ${tabClientId}`,
    '',
    ...(installation.env === 'sandbox' ? afterSandbox : afterwards(path, installation)),
  ].join('\n');
}

const afterSandbox = [
  'This is the package of the sandbox on this machine, which Teams cannot reach; the host page of npm start shows its tabs and commands.',
  'For Teams: fill in env/.env.dev, then npm run package -- --env dev. All options: npm run package -- --help',
];

function afterwards(path: string, { teamsAppId, botId }: Installation): string[] {
  return [
    'What comes next, in the Teams admin centre:',
    `  1. Teams apps > Manage apps > Upload new app: ${path}. An update is uploaded in the app's own page, with a higher version.`,
    '  2. Allow it for whom it is meant: it is blocked until an administrator does. Then its permissions, and Setup policies to pin it.',
    ...(teamsAppId === botId ? [] : [`  3. The server must know the id: TEAMS_APP_ID=${teamsAppId}`]),
  ];
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof UsageProblem;
    process.stderr.write(
      `${expected || !(error instanceof Error) ? String(error).replace(/^\w+: /, '') : error.stack}\n`,
    );
    process.exitCode = expected ? 2 : 1;
  },
);
