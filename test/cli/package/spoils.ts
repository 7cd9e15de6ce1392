/** Ways in which a package can be wrong, each with what must be said of it. */
import { encode } from 'fast-png';
import type { PackageFiles } from '../../../src/cli/package/files.ts';
import type { Installation } from '../../../src/cli/package/installation.ts';

export interface Given {
  readonly files: Map<string, Uint8Array>;
  installation: Installation;
}

export interface Spoil {
  readonly name: string;
  /** What the sentence must hold, in this order: where, and what to do. */
  readonly told: RegExp;
  spoil(given: Given): void;
}

type Json = Record<string, never>;

export function givenOf(files: PackageFiles, installation: Installation): Given {
  return { files: new Map(files), installation };
}

function edit(file: string, change: (json: Json) => void): Spoil['spoil'] {
  return ({ files }) => {
    const json = JSON.parse(new TextDecoder().decode(files.get(file))) as Json;
    change(json);
    files.set(file, new TextEncoder().encode(JSON.stringify(json)));
  };
}

/** Sets what stands at a path such as `bots.0.botId`; `undefined` takes it away. */
function put(file: string, path: string, value: unknown): Spoil['spoil'] {
  return edit(file, (json) => {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, json);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  });
}

/** Keys of language files have dots of their own. */
const translate = (file: string, key: string, value: string | undefined): Spoil['spoil'] =>
  edit(file, (json) => {
    const texts = json as Record<string, string>;
    if (value === undefined) delete texts[key];
    else texts[key] = value;
  });

const install =
  (change: Partial<Installation>): Spoil['spoil'] =>
  (given) =>
    void (given.installation = { ...given.installation, ...change });

const draw =
  (file: string, size: number, colour: (x: number, y: number) => readonly number[]): Spoil['spoil'] =>
  ({ files }) => {
    const data = new Uint8Array(size * size * 4);
    for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) data.set(colour(x, y), (y * size + x) * 4);
    files.set(file, encode({ width: size, height: size, data, channels: 4, depth: 8 }));
  };

const green = [15, 108, 92, 255];
const white = [255, 255, 255, 255];
const clear = [0, 0, 0, 0];
const isMiddle = (x: number, y: number): boolean => x > 90 && x < 100 && y > 90 && y < 100;

const manifest = 'manifest.json';
const command = 'bots[0].commandLists[0].commands[2].title';
const one = (name: string, told: RegExp, spoil: Spoil['spoil']): Spoil => ({ name, told, spoil });

/** No two of these touch the same place. */
export const spoils: readonly Spoil[] = [
  one(
    'a fixed id',
    /manifest\.json, id: write \$\{\{TEAMS_APP_ID\}\}/,
    put(manifest, 'id', '11111111-2222-4333-8444-555555555555'),
  ),
  one(
    'a fixed bot',
    /bots\[0\]\.botId: write \$\{\{BOT_ID\}\}/,
    put(manifest, 'bots.0.botId', '11111111-2222-4333-8444-555555555556'),
  ),
  one('a fixed version', /manifest\.json, version: write \$\{\{APP_VERSION\}\}/, put(manifest, 'version', '0.1.0')),
  one('no registration of the tab', /webApplicationInfo\.id: write/, put(manifest, 'webApplicationInfo.id', undefined)),
  one(
    'another resource',
    /webApplicationInfo\.resource: write api:/,
    put(manifest, 'webApplicationInfo.resource', 'api://${{TAB_CLIENT_ID}}'),
  ),
  one(
    'a token that nobody fills',
    /name\.full: \$\{\{ORGANISATION\}\} is filled by nothing/,
    put(manifest, 'name.full', 'Tandem of ${{ORGANISATION}}'),
  ),
  one(
    'a token with a slip',
    /developer\.name: \$\{\{TAB_DOMAIN\} is filled by nothing/,
    put(manifest, 'developer.name', '${{TAB_DOMAIN}'),
  ),
  one('a wildcard', /validDomains\[1\]: remove "\*\.example\.com"/, put(manifest, 'validDomains.1', '*.example.com')),
  one(
    'another site',
    /validDomains\[0\]: remove "cdn\.example\.org"/,
    put(manifest, 'validDomains.0', 'cdn.example.org'),
  ),
  one(
    'a foreign privacy page',
    /developer\.privacyUrl: must begin with https:/,
    put(manifest, 'developer.privacyUrl', 'https://example.org/privacy'),
  ),
  one(
    'a page without encryption',
    /developer\.termsOfUseUrl: must begin with https:/,
    put(manifest, 'developer.termsOfUseUrl', 'http://${{TAB_DOMAIN}}/about/terms'),
  ),
  one(
    'a foreign page for administrators',
    /publisherDocsUrl: must begin with/,
    put(manifest, 'publisherDocsUrl', 'https://example.org/'),
  ),
  one(
    'no tab for links',
    /staticTabs: keep a tab with the entityId "home"/,
    put(manifest, 'staticTabs.0.entityId', 'start'),
  ),
  one(
    'two tabs of one id',
    /staticTabs\[3\]\.entityId: "stories" is there twice/,
    put(manifest, 'staticTabs.3.entityId', 'stories'),
  ),
  one(
    'a tab elsewhere',
    /staticTabs\[0\]\.contentUrl: must begin with/,
    put(manifest, 'staticTabs.0.contentUrl', 'https://example.org/tab/?package=${{APP_VERSION}}'),
  ),
  one(
    'a tab that does not say its version',
    /staticTabs\[2\]\.contentUrl: must end with \?package=/,
    put(manifest, 'staticTabs.2.contentUrl', 'https://${{TAB_DOMAIN}}/tab/stories'),
  ),
  one('a tab without a name', /staticTabs\[3\]\.name: is missing/, put(manifest, 'staticTabs.3.name', undefined)),
  one('a bot that posts nowhere', /bots\[0\]\.scopes: add "team"/, put(manifest, 'bots.0.scopes', ['personal'])),
  one(
    'a right in teams',
    /resourceSpecific\[0\]: remove ChannelMessage\.Read\.Group/,
    put(manifest, 'authorization', {
      permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] },
    }),
  ),
  one(
    'a notification',
    /activityTypes\[0\]: remove matched/,
    put(manifest, 'activities', { activityTypes: [{ type: 'matched', description: 'a', templateText: 'b' }] }),
  ),
  one(
    'an extension of messages',
    /composeExtensions: remove it/,
    put(manifest, 'composeExtensions', [{ botId: '${{BOT_ID}}', commands: [] }]),
  ),
  one(
    'a tab of channels',
    /configurableTabs: remove it/,
    put(manifest, 'configurableTabs', [{ configurationUrl: 'https://${{TAB_DOMAIN}}/tab/', scopes: ['team'] }]),
  ),
  one(
    'a field that Teams does not know',
    /manifest\.json, colour: must NOT have additional properties/,
    put(manifest, 'colour', '#fff'),
  ),
  one(
    'a colour that is none',
    /manifest\.json, accentColor: must match pattern/,
    put(manifest, 'accentColor', 'green'),
  ),
  one(
    'a scope that is none',
    /defaultInstallScope: must be equal to one of/,
    put(manifest, 'defaultInstallScope', 'everywhere'),
  ),
  one(
    'a switch that is a word',
    /manifest\.json, showLoadingIndicator: must be boolean/,
    put(manifest, 'showLoadingIndicator', 'yes'),
  ),
  one(
    'another default language',
    /localizationInfo\.defaultLanguageTag: write "en"/,
    put(manifest, 'localizationInfo.defaultLanguageTag', 'nl'),
  ),
  one(
    'a language less',
    /localizationInfo\.additionalLanguages: add languageTag "fr"/,
    put(manifest, 'localizationInfo.additionalLanguages.1', { languageTag: 'nl', file: 'nl.json' }),
  ),
  one(
    'a name that is too long',
    /nl\.json, name\.short: has 31 characters: make it 30/,
    translate('nl.json', 'name.short', 'T'.repeat(31)),
  ),
  one(
    'a description that is too long',
    /de\.json, description\.short: has 81 characters/,
    translate('de.json', 'description.short', 'T'.repeat(81)),
  ),
  one(
    'a description that is far too long',
    /fr\.json, description\.full: has 4001 characters/,
    translate('fr.json', 'description.full', 'T'.repeat(4001)),
  ),
  one(
    'a command that is too long',
    /nl\.json, bots\[0\]\.commandLists\[0\]\.commands\[1\]\.title: has 33/,
    translate('nl.json', 'bots[0].commandLists[0].commands[1].title', 'c'.repeat(33)),
  ),
  one(
    'a string that nobody translated',
    /fr\.json, staticTabs\[2\]\.name: is missing: translate "Stories"/,
    translate('fr.json', 'staticTabs[2].name', undefined),
  ),
  one(
    'a string for a tab that is not there',
    /nl\.json, staticTabs\[9\]\.name: stands for nothing/,
    translate('nl.json', 'staticTabs[9].name', 'Werkplek'),
  ),
  one(
    'a key with a slip',
    /de\.json, staticTab\[0\]\.name: stands for nothing/,
    translate('de.json', 'staticTab[0].name', 'Start'),
  ),
  one('an empty string', /de\.json, staticTabs\[2\]\.name: is empty/, translate('de.json', 'staticTabs[2].name', ' ')),
  one(
    'a space too many',
    /nl\.json, staticTabs\[2\]\.name: begins or ends with a space/,
    translate('nl.json', 'staticTabs[2].name', 'Verhalen '),
  ),
  one(
    'characters that turn the direction',
    /de\.json, name\.short: has characters that cannot be seen/,
    translate('de.json', 'name.short', 'Tandem\u202e'),
  ),
  one(
    'a command that the bot does not know',
    /nl\.json, bots.*commands\[2\]\.title: the bot does not understand "wensen"/,
    translate('nl.json', command, 'wensen'),
  ),
  one(
    'a command that means something else',
    /fr\.json, bots.*commands\[2\]\.title: "parler" and "word a goal" mean two things/,
    translate('fr.json', command, 'parler'),
  ),
  one(
    'a language file of another version',
    /fr\.json, \$schema: names another schema/,
    translate(
      'fr.json',
      '$schema',
      'https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.Localization.schema.json',
    ),
  ),
  one(
    'a language that nobody speaks here',
    /es\.json: belongs to no language/,
    ({ files }) => void files.set('es.json', new TextEncoder().encode('{}')),
  ),
  one(
    'a colour icon of another size',
    /color\.png is 96 x 96 pixels: Teams takes 192 x 192/,
    draw('color.png', 96, () => green),
  ),
  one(
    'an outline in colour',
    /outline\.png has \d+ pixels that are not white/,
    draw('outline.png', 32, (x) => (x < 16 ? green : clear)),
  ),
  one(
    'a domain with a scheme',
    /TAB_DOMAIN: "https:\/\/tandem\.example\.com" is no host name/,
    install({ domain: 'https://tandem.example.com' }),
  ),
  one('an id with a slip', /TEAMS_APP_ID: "not-an-id" is no id/, install({ teamsAppId: 'not-an-id' })),
];

/** Each takes the place of something else above, or leaves nothing to look at. */
export const spoilsAlone: readonly Spoil[] = [
  one(
    'a manifest that cannot be read',
    /manifest\.json: is no JSON object/,
    ({ files }) => void files.set(manifest, new TextEncoder().encode('{')),
  ),
  one('no manifest', /manifest\.json: is no JSON object/, ({ files }) => void files.delete(manifest)),
  one(
    'a language that cannot be read',
    /nl\.json: is no JSON object/,
    ({ files }) => void files.set('nl.json', new TextEncoder().encode('[]')),
  ),
  one('no file of a language', /de\.json: is missing: translate/, ({ files }) => void files.delete('de.json')),
  one(
    'a language too many',
    /additionalLanguages: remove "es"/,
    put(manifest, 'localizationInfo.additionalLanguages.3', { languageTag: 'es', file: 'es.json' }),
  ),
  one(
    'a name that is too long in English',
    /manifest\.json, name\.short: has 31 characters/,
    put(manifest, 'name.short', 'T'.repeat(31)),
  ),
  one(
    'a name that is too long with what stands behind it',
    /name\.short: has 37 characters/,
    install({ suffix: `(${'t'.repeat(28)})` }),
  ),
  one(
    'no name',
    /manifest\.json, name\.short: must have required property|manifest\.json, name: must have required property 'short'/,
    put(manifest, 'name.short', undefined),
  ),
  one('no domain', /validDomains: add \$\{\{TAB_DOMAIN\}\}/, put(manifest, 'validDomains', [])),
  one('no bot', /manifest\.json, bots: is missing/, put(manifest, 'bots', [])),
  one(
    'seventeen tabs',
    /staticTabs: must NOT have more than 16 items/,
    edit(manifest, (json) => {
      const tabs: unknown[] = json['staticTabs'] as never;
      for (let place = tabs.length; place < 17; place += 1)
        tabs.push({ ...(tabs[0] as object), entityId: `tab-${place}` });
    }),
  ),
  one('more commands than Teams shows', /commands\[10\]\.title: Teams shows 10 commands/, ({ files }) => {
    for (const file of [manifest, 'nl.json', 'fr.json', 'de.json'])
      edit(file, (json) => {
        for (let place = 7; place < 11; place += 1) {
          const at = `bots[0].commandLists[0].commands[${place}]`;
          if (file === manifest)
            (
              json as unknown as { bots: { commandLists: { commands: object[] }[] }[] }
            ).bots[0]?.commandLists[0]?.commands.push({ title: 'coach', description: 'a' });
          else Object.assign(json, { [`${at}.title`]: 'coach', [`${at}.description`]: 'a' });
        }
      })({ files } as Given);
  }),
  one(
    'a version of the schema that is not there',
    /manifestVersion: is "1\.99": use one of/,
    put(manifest, 'manifestVersion', '1.99'),
  ),
  one(
    'another schema than the version',
    /manifest\.json, \$schema: names another schema/,
    put(manifest, '$schema', 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json'),
  ),
  one(
    'a schema from elsewhere',
    /manifest\.json, \$schema: names another schema/,
    put(manifest, '$schema', 'https://example.org/schema.json'),
  ),
  one('no colour icon', /color\.png is missing/, ({ files }) => void files.delete('color.png')),
  one(
    'a picture that is none',
    /color\.png is not a PNG/,
    ({ files }) => void files.set('color.png', new TextEncoder().encode('GIF89a')),
  ),
  one(
    'a colour icon that shines through',
    /color\.png is transparent at \d+ pixels/,
    draw('color.png', 192, (x, y) => (isMiddle(x, y) ? clear : green)),
  ),
  one(
    'a sign that is cut off',
    /color\.png has \d+ pixels outside the 120 x 120/,
    draw('color.png', 192, (x, y) => (x > 160 && x < 170 && y > 10 ? white : green)),
  ),
  one(
    'a colour icon without a sign',
    /color\.png is of one colour/,
    draw('color.png', 192, () => green),
  ),
  one(
    'an outline without transparency',
    /outline\.png has no transparent ground/,
    draw('outline.png', 32, () => white),
  ),
  one(
    'an outline that shows nothing',
    /outline\.png shows nothing/,
    draw('outline.png', 32, () => clear),
  ),
  one(
    'an outline of another size',
    /outline\.png is 64 x 64 pixels: Teams takes 32 x 32/,
    draw('outline.png', 64, () => white),
  ),
  one(
    'a path in the domain',
    /TAB_DOMAIN: "example\.com\/tab" is no host name/,
    install({ domain: 'example.com/tab' }),
  ),
  one(
    'a domain that many share',
    /TAB_DOMAIN: azurewebsites\.net is shared by many/,
    install({ domain: 'azurewebsites.net' }),
  ),
  one('one registration for both', /BOT_ID: is the same as TAB_CLIENT_ID/, (given) =>
    install({ botId: given.installation.tabClientId })(given),
  ),
  one(
    'an id of nothing',
    /TAB_CLIENT_ID: "0{8}-.*" is no id/,
    install({ tabClientId: '00000000-0000-0000-0000-000000000000' }),
  ),
];
