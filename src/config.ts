/** Reads the environment once and names every problem at once. Nothing else in the product reads it. */
import { z } from 'zod';

const guid = z.guid().transform((value) => value.toLowerCase());
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));
const optionalUrl = url.optional();

const settings = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  BASE_URL: url,
  ROLES: list.pipe(z.array(z.enum(['web', 'worker'])).min(1)).default(['web', 'worker']),
  TENANT_ID: guid,
  TAB_CLIENT_ID: guid,
  BOT_ID: guid,
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']),
  TEAMS_APP_ID: guid.optional(),
  STORAGE_ACCOUNT: z
    .string()
    .regex(/^[a-z0-9]{3,24}$/)
    .optional(),
  STORAGE_CONNECTION: z.string().min(1).optional(),
  STORAGE_PREFIX: z
    .string()
    .regex(/^[a-z0-9]{0,20}$/)
    .default(''),
  VAULT_URL: optionalUrl,
  IDENTITY_KEY_ID: optionalUrl,
  MANAGED_IDENTITY_CLIENT_ID: guid.optional(),
  MANAGED_IDENTITY_URL: optionalUrl,
  IDENTITY_ENDPOINT: optionalUrl,
  IDENTITY_HEADER: z.string().optional(),
  GRAPH_URL: optionalUrl,
  LOGIN_URL: optionalUrl,
  COPY_HOURS: z.coerce.number().int().min(1).max(24).default(1),
  CONNECTOR_HOSTS: list.default([]),
  BOT_METADATA_URL: optionalUrl,
  STORAGE_URLS: list
    .pipe(z.array(z.string().regex(/^((table|queue|blob)=)?https?:\/\/[^/]+/, 'is an address: table=https://…')))
    .default([]),
  COPIES_URL: z
    .url({ protocol: /^https?$/ })
    .regex(
      /^https?:\/\/[^/]+(\/[^/]+){1,2}\/?$/,
      'is the address of a container: https://ACCOUNT.blob.core.windows.net/NAME',
    )
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  HOST_ORIGINS: list.default([]),
  CLOCK_URL: optionalUrl,
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(15).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SEND_RATE: z.coerce.number().positive().max(50).default(30),
  ASKS_A_YEAR: z.coerce.number().int().min(1).max(12).default(2),
  DIRECTORY_HOURS: z.coerce.number().int().min(1).max(24).default(6),
  MAIL_FROM: z.string().min(3).max(320).optional(),
  MODEL_URL: optionalUrl,
  MODEL_DEPLOYMENT: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(
      /^(?=.*(^|;)InstrumentationKey=[0-9a-f-]{36}(;|$))(?=.*(^|;)IngestionEndpoint=https?:\/\/[^;]+)/i,
      'is the connection string of Application Insights: InstrumentationKey=…;IngestionEndpoint=https://…',
    )
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl,
  TELEMETRY_SHARE: z.coerce.number().min(0).max(1).default(0.1),
  TAB_DIR: z.string().default('dist/tab'),
});

/** What fits together only in part, told over the raw values: so that these problems are named along with all others. */
function contradictions(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found: string[] = [];
  const { VAULT_URL: vault, IDENTITY_KEY_ID: key } = env;
  const add = (name: string, message: string): void => void found.push(`${name}: ${message}`);
  if (!env['STORAGE_ACCOUNT'] && !env['STORAGE_CONNECTION'])
    add('STORAGE_ACCOUNT', 'name the storage account (or, for the emulator, STORAGE_CONNECTION)');
  if (key && !(vault && key.startsWith(`${vault.replace(/\/+$/, '')}/keys/`)))
    add('IDENTITY_KEY_ID', 'must be a key of the vault in VAULT_URL: https://…/keys/NAME');
  if ((env['MODEL_URL'] === undefined) !== (env['MODEL_DEPLOYMENT'] === undefined))
    add('MODEL_URL', 'and MODEL_DEPLOYMENT belong together: set both, or neither for a coach without a model');
  if (env['COPIES_URL'] && !vault)
    add('COPIES_URL', 'needs VAULT_URL and IDENTITY_KEY_ID: the key of each copy is wrapped there');
  if (env['NODE_ENV'] !== 'production') return found;
  if (env['COPIES_URL']?.toLowerCase().startsWith(`https://${env['STORAGE_ACCOUNT']}.`))
    add('COPIES_URL', 'must lie in another account: what takes this one away must not take its copies');
  if (env['STORAGE_CONNECTION'])
    add('STORAGE_CONNECTION', 'is for the emulator only; in production name STORAGE_ACCOUNT');
  if (env['CLOCK_URL']) add('CLOCK_URL', 'belongs to the sandbox; production has one clock');
  if (env['HOST_ORIGINS']) add('HOST_ORIGINS', 'belongs to the sandbox; production is framed by Teams only');
  for (const name of ['VAULT_URL', 'IDENTITY_KEY_ID'] as const)
    if (!env[name]) add(name, 'is needed: the keys of identity answers and of the audit log are wrapped there');
  for (const name of ['OTEL_EXPORTER_OTLP_ENDPOINT', 'APPLICATIONINSIGHTS_CONNECTION_STRING'] as const)
    if (/http:\/\/(?!(localhost|127\.0\.0\.1)[:/;])/i.test(`${env[name]};`))
      add(name, 'must begin with https:// in production, but where a collector listens on this machine');
  for (const name of [
    'BASE_URL',
    'GRAPH_URL',
    'LOGIN_URL',
    'BOT_METADATA_URL',
    'VAULT_URL',
    'MODEL_URL',
    'COPIES_URL',
  ] as const)
    if (env[name] && !/^https:/i.test(env[name])) add(name, 'must begin with https:// in production');
  if (/(^|[\s,=])http:/i.test(env['STORAGE_URLS'] ?? '')) add('STORAGE_URLS', 'must begin with https:// in production');
  return found;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** Where the tab, the API and the bot are reached from outside, without a slash at the end. */
  readonly baseUrl: string;
  readonly roles: readonly ('web' | 'worker')[];
  readonly tenantId: string;
  readonly tabClientId: string;
  readonly botId: string;
  readonly botType: 'SingleTenant' | 'UserAssignedMSI';
  /** The id in the app's manifest; the bot's id where none is set. */
  readonly teamsAppId: string;
  readonly storage: {
    readonly account?: string;
    readonly connection?: string;
    readonly prefix: string;
    /** Where the account is not at its usual addresses: `table=https://…`, or an address that says `.table.` itself. */
    readonly urls: readonly string[];
  };
  /** `url` and `header` are what App Service and Container Apps set as IDENTITY_ENDPOINT and IDENTITY_HEADER. */
  readonly managedIdentity: { readonly clientId?: string; readonly url?: string; readonly header?: string };
  readonly endpoints: { readonly graph?: string; readonly login?: string; readonly botMetadata?: string };
  /** Key Vault, and the key in it that wraps the keys of identity answers and of the audit log; both, always, in production. */
  readonly vault?: { readonly url: string; readonly keyId: string };
  /** A container in another account, where copies of the state are put; without it there are none. */
  readonly copiesUrl?: string;
  /** So many hours after the last copy was begun, the next is made. */
  readonly copyHours: number;
  readonly connectorHosts: readonly string[];
  readonly hostOrigins: readonly string[];
  readonly clockUrl?: string;
  readonly logLevel: string;
  /** For so long a process that was told to stop still takes requests: until the balancer has seen that it is not ready. */
  readonly drainSeconds: number;
  /** Messages a second for the whole organisation. */
  readonly sendRate: number;
  /** How often a programme may ask somebody in twelve months, all programmes together. */
  readonly asksAYear: number;
  /** So many hours after it was read, the organisation's directory is read again. */
  readonly directoryHours: number;
  /** Address or object id of the mailbox that mails are sent from; without it there are none. */
  readonly mailFrom?: string;
  /** Azure OpenAI for the coach in chat: its address, and the deployment there; without it the coach answers from the courses. */
  readonly model?: { readonly url: string; readonly deployment: string };
  /** Where traces and measures go: Application Insights, a collector that speaks OTLP, or both; and the share of traces that are drawn. */
  readonly telemetry?: {
    readonly insights?: { readonly key: string; readonly url: string };
    readonly otlp?: string;
    readonly share: number;
  };
  readonly tabDir: string;
}

export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  /** One for each setting. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const given = <K extends string>(key: K, value: string | undefined): { [key in K]?: string } =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: string };

/** Throws one ConfigProblem whose message names every setting that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(present);
  const wrong = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const problems = [...wrong, ...contradictions(present)];
  if (!parsed.success || problems.length > 0) throw new ConfigProblem(problems);
  const env = parsed.data;
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    baseUrl: env.BASE_URL,
    roles: env.ROLES,
    tenantId: env.TENANT_ID,
    tabClientId: env.TAB_CLIENT_ID,
    botId: env.BOT_ID,
    botType: env.BOT_TYPE,
    teamsAppId: env.TEAMS_APP_ID ?? env.BOT_ID,
    storage: {
      ...given('account', env.STORAGE_ACCOUNT),
      ...given('connection', env.STORAGE_CONNECTION),
      prefix: env.STORAGE_PREFIX,
      urls: env.STORAGE_URLS,
    },
    managedIdentity: {
      ...given('clientId', env.MANAGED_IDENTITY_CLIENT_ID),
      ...given('url', env.MANAGED_IDENTITY_URL ?? env.IDENTITY_ENDPOINT),
      ...given('header', env.IDENTITY_HEADER),
    },
    endpoints: {
      ...given('graph', env.GRAPH_URL),
      ...given('login', env.LOGIN_URL),
      ...given('botMetadata', env.BOT_METADATA_URL),
    },
    ...(env.VAULT_URL && env.IDENTITY_KEY_ID ? { vault: { url: env.VAULT_URL, keyId: env.IDENTITY_KEY_ID } } : {}),
    ...given('copiesUrl', env.COPIES_URL),
    copyHours: env.COPY_HOURS,
    connectorHosts: env.CONNECTOR_HOSTS,
    hostOrigins: env.HOST_ORIGINS,
    ...given('clockUrl', env.CLOCK_URL),
    logLevel: env.LOG_LEVEL,
    drainSeconds: env.DRAIN_SECONDS ?? (env.NODE_ENV === 'production' ? 10 : 0),
    sendRate: env.SEND_RATE,
    asksAYear: env.ASKS_A_YEAR,
    directoryHours: env.DIRECTORY_HOURS,
    ...given('mailFrom', env.MAIL_FROM),
    ...(env.MODEL_URL && env.MODEL_DEPLOYMENT
      ? { model: { url: env.MODEL_URL, deployment: env.MODEL_DEPLOYMENT } }
      : {}),
    ...telemetryOf(env),
    tabDir: env.TAB_DIR,
  };
}

function telemetryOf(env: z.infer<typeof settings>): Pick<Config, 'telemetry'> {
  const { APPLICATIONINSIGHTS_CONNECTION_STRING: connection, OTEL_EXPORTER_OTLP_ENDPOINT: otlp } = env;
  if (connection === undefined && otlp === undefined) return {};
  const part = (name: string): string => new RegExp(`(?:^|;)${name}=([^;]+)`, 'i').exec(connection ?? '')?.[1] ?? '';
  const insights = { key: part('InstrumentationKey'), url: part('IngestionEndpoint').replace(/\/+$/, '') };
  return {
    telemetry: {
      ...(connection === undefined ? {} : { insights }),
      ...given('otlp', otlp),
      share: env.TELEMETRY_SHARE,
    },
  };
}
