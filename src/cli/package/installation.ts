/** For which installation a package is: its name, its address, its ids. From the command's words, `env/.env.NAME`, the environment. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { productVersion } from '../../platform/version.ts';
import { languages, type Language } from '../../platform/words.ts';
import { sandboxIds, sandboxPorts } from '../../sandbox/identity.ts';
import { root } from '../tool.ts';
import { UsageProblem } from '../usage.ts';

export interface Installation {
  /** In the package's file name. */
  readonly env: string;
  readonly domain: string;
  readonly tabClientId: string;
  readonly botId: string;
  readonly teamsAppId: string;
  readonly version: string;
  /** Of readers whose language the package does not have. */
  readonly language: Language;
  /** Behind the app's name, so that two installations in one organisation are told apart. */
  readonly suffix: string;
}

export const help = `npm run package [-- OPTIONS]   the Teams app package of an installation, in build/

  --env NAME             reads env/.env.NAME, and makes build/tandem-NAME.zip
  --domain HOST          where the tab is served, such as tandem.example.com        (TAB_DOMAIN, or BASE_URL)
  --tab-client-id GUID   the app registration of the tab                            (TAB_CLIENT_ID)
  --bot-id GUID          the app registration, or the managed identity, of the bot  (BOT_ID)
  --teams-app-id GUID    the app in Teams; the bot's id where none is given         (TEAMS_APP_ID)
  --language nl          for readers of none of the four languages: nl, fr, de or en (en)
  --suffix TEXT          behind the name, such as "(test)": tells two installations in one organisation apart
  --icons                draws both icons in appPackage/ anew from icon.svg, and makes no package
  --json                 the summary as JSON
  --help                 this text

An option counts before the file, the file before the environment. Without any of them it is the package of the sandbox.`;

const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;
const options = {
  ...{ env: text, domain: text, 'tab-client-id': text, 'bot-id': text, 'teams-app-id': text, language: text },
  ...{ suffix: text, icons: yes, json: yes, help: { ...yes, short: 'h' } },
} as const;

export type Words = ReturnType<typeof readWords>;
type Settings = Readonly<Record<string, string | undefined>>;

export function readWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new UsageProblem(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** Throws a UsageProblem that names everything that is missing. `folder` is that of the project. */
export function findInstallation(words: Words, environment: Settings, folder = root): Installation {
  const given = { ...words, language: languageIn(words.language ?? 'en'), suffix: words.suffix ?? '' };
  const named = given.env ?? (isNamed(given, environment) ? 'production' : 'sandbox');
  if (!/^[a-z0-9][a-z0-9-]{0,30}$/.test(named))
    throw new UsageProblem(`--env ${named} cannot be part of a file name: use a-z, 0-9 and -`);
  const file = join(folder, 'env', `.env.${named}`);
  const inFile: Settings = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const settings =
    named === 'sandbox' ? { ...sandboxSettings(folder), ...filled(inFile) } : merged(environment, inFile);
  const domain = given.domain ?? settings['TAB_DOMAIN'] ?? hostOf(settings['BASE_URL']);
  const tabClientId = given['tab-client-id'] ?? settings['TAB_CLIENT_ID'];
  const botId = given['bot-id'] ?? settings['BOT_ID'];
  const missing = [
    ...(domain === undefined ? ['  TAB_DOMAIN, or --domain: where the tab is served, such as tandem.example.com'] : []),
    ...(tabClientId === undefined ? ['  TAB_CLIENT_ID, or --tab-client-id: the app registration of the tab'] : []),
    ...(botId === undefined
      ? ['  BOT_ID, or --bot-id: the app registration, or the managed identity, of the bot']
      : []),
  ];
  if (domain === undefined || tabClientId === undefined || botId === undefined)
    throw new UsageProblem(
      `The package of "${named}" needs to know more. Write it into env/.env.${named}, or give it as an option:\n${missing.join('\n')}`,
    );
  const teamsAppId = given['teams-app-id'] ?? settings['TEAMS_APP_ID'] ?? botId;
  const ids = { tabClientId: lower(tabClientId), botId: lower(botId), teamsAppId: lower(teamsAppId) };
  return { env: named, domain: lower(domain), ...ids, ...of(given), version: productVersion };
}

const lower = (value: string): string => value.trim().toLowerCase();
const of = ({ language, suffix }: { language: Language; suffix: string }) => ({ language, suffix });

function languageIn(given: string): Language {
  const found = languages.find((language) => language === given);
  if (!found) throw new UsageProblem(`--language ${given} is none of ${languages.join(', ')}`);
  return found;
}

const names = ['TAB_DOMAIN', 'TAB_CLIENT_ID', 'BOT_ID', 'TEAMS_APP_ID'];

function isNamed(words: Words, environment: Settings): boolean {
  const inWords = [words.domain, words['tab-client-id'], words['bot-id'], words['teams-app-id']];
  return inWords.some((one) => one !== undefined) || names.some((name) => Boolean(environment[name]));
}

/** What is left empty in a file says nothing. */
const filled = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value?.trim()));
const merged = (environment: Settings, inFile: Settings): Settings => ({ ...filled(environment), ...filled(inFile) });

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

/** Those of the sandbox in `data/`, or of the one that `npm start` would make. */
function sandboxSettings(folder: string): Settings {
  const kept = join(folder, 'data', 'sandbox.env');
  if (existsSync(kept)) return filled(parseEnv(readFileSync(kept, 'utf8')));
  const { tabClientId, botId, manifestId } = sandboxIds(7);
  const domain = `127.0.0.1:${sandboxPorts(3978).app}`;
  return { TAB_DOMAIN: domain, TAB_CLIENT_ID: tabClientId, BOT_ID: botId, TEAMS_APP_ID: manifestId };
}
