/** Everything in Azure and Entra, out of `infra/main.bicep`, in one deployment that can be repeated at any time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { z } from 'zod';
import { root } from '../tool.ts';
import { ProgramProblem, type Programs } from './az.ts';
import { fileOf, outputsSchema, type Outputs } from './kept.ts';
import { permissionsOf } from './permissions.ts';
import type { Step } from './step.ts';
import type { SiteWish } from './wish.ts';

export const deploymentName = 'tandem';

/** What a dry run goes on with. */
export const standInOutputs = ({ name, values }: SiteWish): Outputs => ({
  ...{
    domain: String(values['customDomain'] ?? `${name}-<suffix>.azurewebsites.net`),
    tenantId: '<tenant>',
    botId: '<bot id>',
  },
  ...{ tabClientId: '<tab client id>', tabPrincipalId: '<tab principal id>', budgetStart: '<first of this month>' },
  ...{ webName: `${name}-<suffix>`, workerName: `${name}-<suffix>-worker`, planName: `${name}-<suffix>-plan` },
  ...{
    botName: `${name}-<suffix>-bot`,
    storageAccount: `${name}<suffix>`,
    vaultUrl: `https://kv-${name}-<suffix>.vault.azure.net`,
  },
  auditContainer: `${String(values['storagePrefix'] ?? '')}audit`,
  copiesUrl: `https://${name}<suffix>cp.blob.core.windows.net/copies`,
});

const wrapped = z.record(z.string(), z.looseObject({ value: z.unknown() })).nullish();

/** Azure writes each output as `{type, value}`, and none before the first deployment. */
export function outputsIn(answer: z.infer<typeof wrapped>): Outputs | undefined {
  const plain = Object.fromEntries(Object.entries(answer ?? {}).map(([key, one]) => [key, one.value]));
  const read = outputsSchema.safeParse(plain);
  return read.success ? read.data : undefined;
}

/** What the last deployment that went well gave back. */
export async function formerOutputs(programs: Programs, group: string): Promise<Outputs | undefined> {
  const query = `[?name=='${deploymentName}' && properties.provisioningState=='Succeeded'] | [0].properties.outputs`;
  const words = ['deployment', 'group', 'list', '--resource-group', group, '--query', query];
  return outputsIn(await programs.ask(words, wrapped, null));
}

/** The parameters of main.bicep: the file holds names and switches, and nothing secret. */
export function parametersOf(site: SiteWish, former: Outputs | undefined): Record<string, { readonly value: unknown }> {
  const { customDomain } = site.values;
  const all = {
    ...site.values,
    ...{ name: site.name, contactEmail: site.contact, location: site.location },
    appPermissions: permissionsOf(site.rights, 'app'),
    delegatedPermissions: permissionsOf(site.rights, 'delegated'),
    ...(former === undefined ? {} : { budgetStart: former.budgetStart }),
    ...(customDomain !== undefined && former?.domain === customDomain ? { domainIsBound: true } : {}),
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { value }]));
}

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';

export const infrastructure: Step = {
  id: 'infrastructure',
  says: 'Deploy what stands in infra/main.bicep: storage, vault, identity, web, worker, bot, app registration, alerts',
  run: async ({ wish: { site, dryRun }, programs, keepOutputs, say }) => {
    const former = await formerOutputs(programs, site.group);
    const file = fileOf(`${site.name}.parameters`);
    const parameters = parametersOf(site, former);
    for (const [name, { value }] of Object.entries(parameters)) say(`${name} = ${JSON.stringify(value)}`);
    if (!dryRun) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', parameters }, undefined, 2));
    }
    const words = [
      ...['deployment', 'group', 'create', '--resource-group', site.group, '--name', deploymentName],
      ...[
        '--template-file',
        'infra/main.bicep',
        '--parameters',
        `@${relative(root, file)}`,
        '--query',
        'properties.outputs',
      ],
    ];
    const answer = await programs.ask(words, wrapped, null);
    const outputs = dryRun ? standInOutputs(site) : outputsIn(answer);
    if (outputs === undefined) throw new ProgramProblem('The deployment gave back other things than main.bicep says');
    keepOutputs(outputs);
    say(`Tandem will stand at https://${outputs.domain}/tab/`);
  },
};

const addresses = z.array(z.string()).nullable();

/** The address holds the id that Entra chose, so it comes after the registration; without it Teams gives no token. */
export const registration: Step = {
  id: 'registration',
  says: 'Check the address of the app registration, without which Teams signs nobody in',
  run: async ({ programs, outputs, say, wish: { dryRun } }) => {
    const { domain, tabClientId } = await outputs();
    const wanted = `api://${domain}/${tabClientId}`;
    const words = ['ad', 'app', 'show', '--id', tabClientId, '--query', 'identifierUris'];
    const found = (await programs.ask(words, addresses, null)) ?? [];
    if (!found.includes(wanted))
      await programs.az(['ad', 'app', 'update', '--id', tabClientId, '--identifier-uris', wanted, ...found]);
    say(dryRun ? `only when it is not ${wanted} already` : wanted);
  },
};
