/** Ids and addresses in a filled manifest: they belong to one installation, and to nothing else. */
import { manifestFile } from './files.ts';
import type { Fault } from './fault.ts';
import type { Installation } from './installation.ts';
import type { Manifest } from './manifest.ts';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const thisMachine = /^(127\.0\.0\.1|localhost):\d{2,5}$/;
/** Anybody may have a name below these: the name alone stands for all of them. */
const shared = [
  'azurewebsites.net',
  'azurecontainerapps.io',
  'azurefd.net',
  'cloudapp.azure.com',
  'trafficmanager.net',
];

const at = (place: string, says: string): Fault => ({ file: manifestFile, at: place, says });

/** What was given, before it is written anywhere. */
export function installationFaults({ domain, ...ids }: Installation): Fault[] {
  const { tabClientId, botId, teamsAppId } = ids;
  const given = { TAB_CLIENT_ID: tabClientId, BOT_ID: botId, TEAMS_APP_ID: teamsAppId };
  const wrong = Object.entries(given)
    .filter(([, id]) => !guid.test(id) || /^[0-]+$/.test(id))
    .map(([name, id]) => say(name, `"${id}" is no id: copy the GUID from Entra, such as 3f2b…-…`));
  return [
    ...wrong,
    ...domainFaults(domain),
    ...(tabClientId === botId
      ? [
          say(
            'BOT_ID',
            'is the same as TAB_CLIENT_ID: the bot needs a registration of its own, or each could speak for the other',
          ),
        ]
      : []),
  ];
}

const say = (name: string, says: string): Fault => ({ file: name, at: '', says });

function domainFaults(domain: string): Fault[] {
  if (thisMachine.test(domain)) return [];
  if (!hostName.test(domain))
    return [
      say(
        'TAB_DOMAIN',
        `"${domain}" is no host name: leave out https://, port, path and *, such as tandem.example.com`,
      ),
    ];
  if (shared.includes(domain))
    return [say('TAB_DOMAIN', `${domain} is shared by many: name your own below it, such as tandem.${domain}`)];
  return [];
}

/** Ids that are written into the source would be those of every installation. */
export function fixedIdFaults(template: Manifest): Fault[] {
  const wanted = [
    ['id', template.id, '${{TEAMS_APP_ID}}'],
    ['version', template.version, '${{APP_VERSION}}'],
    ['bots[0].botId', template.bots[0]?.botId, '${{BOT_ID}}'],
    ['webApplicationInfo.id', template.webApplicationInfo.id, '${{TAB_CLIENT_ID}}'],
    ['webApplicationInfo.resource', template.webApplicationInfo.resource, 'api://${{TAB_DOMAIN}}/${{TAB_CLIENT_ID}}'],
  ] as const;
  return wanted
    .filter(([, found, token]) => found !== token)
    .map(([place, , token]) =>
      at(place, `write ${token}: each installation has its own, and several live side by side`),
    );
}

export function addressFaults(manifest: Manifest, { domain, version }: Installation): Fault[] {
  return [...domainsFaults(manifest, domain), ...pageFaults(manifest, domain), ...tabFaults(manifest, domain, version)];
}

function domainsFaults({ validDomains }: Manifest, domain: string): Fault[] {
  const faults = validDomains.flatMap((one, place) =>
    one === domain ? [] : [at(`validDomains[${place}]`, `remove "${one}": the tab loads nothing from there`)],
  );
  return validDomains.includes(domain)
    ? faults
    : [...faults, at('validDomains', 'add ${{TAB_DOMAIN}}: the tab is served there')];
}

function pageFaults({ developer, publisherDocsUrl, staticTabs }: Manifest, domain: string): Fault[] {
  const pages = [
    ['developer.websiteUrl', developer.websiteUrl],
    ['developer.privacyUrl', developer.privacyUrl],
    ['developer.termsOfUseUrl', developer.termsOfUseUrl],
    ['publisherDocsUrl', publisherDocsUrl],
    ...staticTabs.map((tab, place) => [`staticTabs[${place}].websiteUrl`, tab.websiteUrl] as const),
  ] as const;
  return pages
    .filter(([, address]) => address !== undefined && !address.startsWith(`https://${domain}/`))
    .map(([place]) => at(place, 'must begin with https://${{TAB_DOMAIN}}/: the installation shows its own pages'));
}

/** Teams fills these two by itself. */
const ofTeams = ['conversations', 'about'];

function tabFaults({ staticTabs }: Manifest, domain: string, version: string): Fault[] {
  const own = staticTabs
    .map((tab, place) => ({ ...tab, place }))
    .filter(({ entityId }) => !ofTeams.includes(entityId ?? ''));
  const ids = staticTabs.map(({ entityId }) => entityId);
  return [
    ...(ids.includes('home')
      ? []
      : [at('staticTabs', 'keep a tab with the entityId "home": all links in cards and mails lead there')]),
    ...staticTabs.flatMap(({ entityId }, place) =>
      ids.indexOf(entityId) === place
        ? []
        : [at(`staticTabs[${place}].entityId`, `"${entityId}" is there twice: give each tab its own`)],
    ),
    ...own.flatMap(({ contentUrl = '', name, place }) => [
      ...(contentUrl.startsWith(`https://${domain}/tab/`)
        ? []
        : [at(`staticTabs[${place}].contentUrl`, 'must begin with https://${{TAB_DOMAIN}}/tab/')]),
      ...(contentUrl.endsWith(`?package=${version}`)
        ? []
        : [
            at(
              `staticTabs[${place}].contentUrl`,
              'must end with ?package=${{APP_VERSION}}: so the server learns which packages are in use',
            ),
          ]),
      ...(name === undefined ? [at(`staticTabs[${place}].name`, 'is missing: give the tab a name')] : []),
    ]),
  ];
}
