/** The manifest as this product uses it: tokens, and the strings that each language has of its own. */
import { z } from 'zod';
import type { Installation } from './installation.ts';

const loose = z.looseObject;
/** What is of another type counts as missing here: the schema says so by itself. */
const text = z.string().optional().catch(undefined);
const list = <T extends z.ZodType>(of: T) => z.array(of).default([]).catch([]);
const named = loose({ name: text });

const command = loose({ title: text, description: text });
const tab = loose({ entityId: text, name: text, contentUrl: text, websiteUrl: text });
const bot = loose({
  botId: text,
  scopes: list(z.string()),
  commandLists: list(loose({ scopes: list(z.string()), commands: list(command) })),
});
const pair = loose({ short: text, full: text }).catch({});

export const manifestShape = loose({
  $schema: text,
  manifestVersion: text,
  version: text,
  id: text,
  name: pair.default({}),
  description: pair.default({}),
  developer: loose({ websiteUrl: text, privacyUrl: text, termsOfUseUrl: text }).catch({}).default({}),
  publisherDocsUrl: text,
  icons: loose({ color: text, outline: text }).catch({}).default({}),
  localizationInfo: loose({
    defaultLanguageTag: text,
    additionalLanguages: list(loose({ languageTag: text, file: text })),
  })
    .catch({ additionalLanguages: [] })
    .default({ additionalLanguages: [] }),
  staticTabs: list(tab),
  bots: list(bot),
  validDomains: list(z.string()),
  webApplicationInfo: loose({ id: text, resource: text }).catch({}).default({}),
  authorization: loose({ permissions: loose({ resourceSpecific: list(named) }).optional() })
    .optional()
    .catch(undefined),
  activities: loose({ activityTypes: list(loose({ type: text })) })
    .optional()
    .catch(undefined),
  composeExtensions: list(z.unknown()),
  configurableTabs: list(z.unknown()),
});
export type Manifest = z.infer<typeof manifestShape>;

/** By place, in the form of Teams' own language files: `staticTabs[0].name`. */
export type Texts = Readonly<Record<string, string>>;

/** Fills `${{NAME}}` in a JSON text; what it does not know stays as it is. */
export function fillTokens(json: string, installation: Installation): string {
  const values: Readonly<Record<string, string>> = {
    APP_VERSION: installation.version,
    TEAMS_APP_ID: installation.teamsAppId,
    TAB_DOMAIN: installation.domain,
    TAB_CLIENT_ID: installation.tabClientId,
    BOT_ID: installation.botId,
  };
  return json.replace(/\$\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? JSON.stringify(values[name]).slice(1, -1) : whole,
  );
}

/** Every string of the manifest that people read; what is missing is missing here too. */
export function textsIn({ name, description, staticTabs, bots }: Manifest): Texts {
  const found: Record<string, string | undefined> = {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
  };
  for (const [place, one] of staticTabs.entries()) found[`staticTabs[${place}].name`] = one.name;
  for (const [place, { commandLists }] of bots.entries())
    for (const [of, { commands }] of commandLists.entries())
      for (const [at, { title, description: says }] of commands.entries()) {
        const start = `bots[${place}].commandLists[${of}].commands[${at}]`;
        found[`${start}.title`] = title;
        found[`${start}.description`] = says;
      }
  return Object.fromEntries(Object.entries(found).filter((one): one is [string, string] => one[1] !== undefined));
}

/** The same manifest with other strings at their places. */
export function withTexts(manifest: object, texts: Texts): Record<string, unknown> {
  const copy: unknown = structuredClone(manifest);
  for (const [place, said] of Object.entries(texts)) {
    const steps = place.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), copy);
    if (isObject(parent)) parent[last] = said;
  }
  return copy as Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
