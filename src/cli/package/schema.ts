/** Teams' own schemas, which the package of Microsoft carries: nothing is asked of the network. */
import { AppManifestUtils } from '@microsoft/app-manifest';
import { manifestFile } from './files.ts';
import type { Fault } from './fault.ts';

/** All of them have what the manifest uses, and lie on this machine; for any other address the schema would be fetched. */
const known = ['1.22', '1.23', '1.24', '1.25'];
const schemaOf = (version: string, name: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.${name}.json`;

type Checked = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

/** What the schema says of the manifest; one sentence where it names a schema that cannot be the right one. */
export async function schemaFaults(manifest: object): Promise<Fault[]> {
  const version = valueOf(manifest, 'manifestVersion');
  if (!known.includes(String(version)))
    return [
      {
        file: manifestFile,
        at: 'manifestVersion',
        says: `is ${JSON.stringify(version)}: use one of ${known.join(', ')}`,
      },
    ];
  const address = schemaOf(String(version), 'schema');
  if (valueOf(manifest, '$schema') !== address)
    return [{ file: manifestFile, at: '$schema', says: `names another schema than manifestVersion: write ${address}` }];
  return faultsOf(manifestFile, manifest, address);
}

/** The same for a file of one language. */
export async function languageFaults(file: string, texts: object, version: string): Promise<Fault[]> {
  if (!known.includes(version)) return [];
  const address = schemaOf(version, 'Localization.schema');
  if (valueOf(texts, '$schema') !== address)
    return [{ file, at: '$schema', says: `names another schema than the manifest does: write ${address}` }];
  return faultsOf(file, texts, address);
}

async function faultsOf(file: string, value: object, address: string): Promise<Fault[]> {
  const found = await AppManifestUtils.validateAgainstSchema(value as Checked, await schemaAt(address));
  return found.map((told) => readable(file, told));
}

/** The schema of language files has a bracket that a strict reader of patterns stumbles over. */
async function schemaAt(address: string): Promise<Awaited<ReturnType<typeof AppManifestUtils.fetchSchema>>> {
  const schema: unknown = await AppManifestUtils.fetchSchema(address);
  return JSON.parse(JSON.stringify(schema).replaceAll(String.raw`\\b]\\.`, String.raw`\\b\\]\\.`));
}

/** `/bots/0/botId must match pattern "…". Details: {…}`: the schema's words, with the place as the manifest's own names have it. */
function readable(file: string, told: string): Fault {
  const [, pointer = '', says = '', details = ''] = /^(\S*) (.*?)\. Details: (.*)$/s.exec(told) ?? ['', '', told];
  const names = pointer.split('/').slice(1).map(decoded);
  const at = names.reduce(
    (path, name) => (/^\d+$/.test(name) ? `${path}[${name}]` : `${path}${path && '.'}${name}`),
    '',
  );
  const about = /"(?:additionalProperty|missingProperty)":"([^"]+)"/.exec(details)?.[1];
  const place = about === undefined || says.includes(about) ? at : `${at}${at && '.'}${about}`;
  return { file, at: place, says: `${says}: correct it as Teams' schema asks` };
}

const decoded = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function valueOf(object: object, key: string): unknown {
  return Reflect.get(object, key);
}
