/** The first steps of every way: are the tools there, who is signed in, and is it the right tenant. */
import { z } from 'zod';
import { ProgramProblem } from './az.ts';
import type { Site, Step } from './step.ts';

const leastAz = '2.70.0';
const leastNode = '20.19.0';

/** What the resource groups of an installation need to be known for; registering anew changes nothing. */
export const providers = [
  ...['Microsoft.Web', 'Microsoft.Storage', 'Microsoft.KeyVault', 'Microsoft.ManagedIdentity', 'Microsoft.BotService'],
  ...['Microsoft.Insights', 'Microsoft.OperationalInsights', 'Microsoft.AlertsManagement', 'Microsoft.Consumption'],
];

function isOlder(found: string, least: string): boolean {
  const parts = (text: string): number[] => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [have, want] = [parts(found), parts(least)];
  const at = want.findIndex((one, place) => one !== (have[place] ?? 0));
  return at >= 0 && (have[at] ?? 0) < (want[at] ?? 0);
}

function mustBe(what: string, found: string, least: string, todo: string): void {
  if (isOlder(found, least)) throw new ProgramProblem(`${what} is ${found}, and ${least} is needed: ${todo}`);
}

export const tools: Step = {
  id: 'tools',
  says: 'Check that Node, az and Bicep are there and new enough',
  always: true,
  run: async ({ programs, say }) => {
    mustBe('Node', process.versions.node, leastNode, 'install a newer one');
    const found = await programs.ask(['version'], z.looseObject({ 'azure-cli': z.string() }), { 'azure-cli': leastAz });
    mustBe('az', found['azure-cli'], leastAz, 'az upgrade');
    // Puts Bicep beside az, in the folder of whoever is signed in; nothing for the whole machine.
    await programs.az(['bicep', 'install']);
    await programs.az(['bicep', 'upgrade']);
    say(`at least Node ${leastNode} and az ${leastAz}, and the newest Bicep`);
  },
};

const account = z.looseObject({ tenantId: z.string(), id: z.string(), name: z.string() });

export const signIn: Step = {
  id: 'sign-in',
  says: 'Check who is signed in to Azure, and to which tenant and subscription',
  always: true,
  run: async ({ wish: { site }, programs, say }) => {
    if (site.subscription !== undefined) await programs.az(['account', 'set', '--subscription', site.subscription]);
    const standIn = {
      ...{ tenantId: site.tenant ?? '<your tenant>', id: site.subscription ?? '<your subscription>' },
      name: '<its name>',
    };
    const found = await programs.ask(['account', 'show'], account, standIn);
    if (site.tenant !== undefined && site.tenant !== found.tenantId)
      throw new ProgramProblem(
        `You are signed in to tenant ${found.tenantId}, not ${site.tenant}: az login --tenant ${site.tenant}`,
      );
    say(`tenant ${found.tenantId}, subscription ${found.name}`);
  },
};

export const registerProviders: Step = {
  id: 'providers',
  says: 'Register the kinds of resources that Tandem uses with the subscription',
  run: async ({ programs }) => {
    for (const one of providers) await programs.az(['provider', 'register', '--namespace', one, '--wait']);
  },
};

export const makeGroup: Step = {
  id: 'group',
  says: 'Make the resource group',
  run: async ({ wish: { site }, programs }: Site) =>
    programs.az(['group', 'create', '--name', site.group, '--location', site.location]),
};
