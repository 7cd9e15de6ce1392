/** Takes Tandem away: first what runs and its rights, then, only when asked, the data. It says what stays, and for how long. */
import { z } from 'zod';
import { ProgramProblem } from './az.ts';
import { auditLock } from './audit-lock.ts';
import { deploymentName } from './infrastructure.ts';
import type { Site, Step } from './step.ts';

/** In this order: a plan goes after its apps. Everything else in the group is data, or the log of what was. */
const running = [
  ...[
    'Microsoft.Web/sites',
    'Microsoft.Web/certificates',
    'Microsoft.Web/serverfarms',
    'Microsoft.BotService/botServices',
  ],
  ...['Microsoft.Insights/scheduledQueryRules', 'Microsoft.Insights/metricAlerts', 'Microsoft.Insights/webtests'],
];

export const stays = [
  'storage with all that people gave and the audit log; the copies in their own account',
  'the vault: its name stays taken and its key can be brought back for 90 days, whatever is deleted (purge protection)',
  'audit entries: for 1,827 days once lock-audit was run, and the storage account with them',
  'the managed identity, the logs, and what stands in chats, mailboxes and calendars',
  'the app in Teams: delete it in the Teams admin centre, Manage apps',
];

const resources = z.array(z.looseObject({ id: z.string(), type: z.string() }));

function mustBeMeant({ wish: { yes, dryRun } }: Site): void {
  if (!yes && !dryRun)
    throw new ProgramProblem('Nothing was taken away. The same again with --yes takes away what stands above');
}

export const tell: Step = {
  id: 'tell',
  says: 'Say what goes and what stays',
  always: true,
  run: async (site) => {
    site.say(`goes: ${running.join(', ')}, and the app registration with all its rights`);
    const { withData } = site.wish;
    if (withData)
      site.say('goes too: the resource group with everything in it; without the vault no copy can ever be opened');
    for (const one of withData ? stays.slice(1, 3).concat(stays.slice(4)) : stays) site.say(`stays: ${one}`);
    mustBeMeant(site);
  },
};

export const stopAll: Step = {
  id: 'stop',
  says: 'Take away web, worker, bot and alerts',
  run: async ({ programs, wish: { site, dryRun } }) => {
    const words = ['resource', 'list', '--resource-group', site.group, '--query', '[].{id:id, type:type}'];
    const found = await programs.ask(words, resources, []);
    const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
    for (const type of running) {
      const ids = dryRun ? [`<ids of ${type}>`] : found.filter((one) => same(one.type, type)).map(({ id }) => id);
      if (ids.length > 0) await programs.az(['resource', 'delete', '--ids', ...ids]);
    }
  },
};

const app = z.array(z.looseObject({ id: z.string() }));

/** For good: a registration that Entra keeps for 30 days would hold the name that the next installation needs. */
export const endRights: Step = {
  id: 'rights',
  says: 'Delete the app registration, and with it every right that was granted',
  run: async ({ programs, outputs }) => {
    const { tabClientId } = await outputs();
    const words = ['ad', 'app', 'list', '--app-id', tabClientId, '--query', '[].{id:id}'];
    const found = await programs.ask(words, app, [{ id: '<object id of the app>' }]);
    for (const { id } of found) {
      await programs.az(['ad', 'app', 'delete', '--id', id]);
      await programs.az([
        'rest',
        '--method',
        'delete',
        '--url',
        `https://graph.microsoft.com/v1.0/directory/deletedItems/${id}`,
      ]);
    }
  },
};

/** Its last answer would make the next one believe that addresses are bound and the budget runs. */
export const forgetDeployment: Step = {
  id: 'forget',
  says: 'Take away the budget and the record of the deployment, so that another begins anew',
  run: async ({ programs, outputs, wish: { site } }) => {
    const { planName } = await outputs();
    const budget = planName.replace(/-plan$/, '-budget');
    const group = ['--resource-group', site.group];
    await programs.az(['consumption', 'budget', 'delete-with-rg', '--budget-name', budget, ...group]);
    await programs.az(['deployment', 'group', 'delete', '--name', deploymentName, ...group]);
  },
};

export const deleteData: Step = {
  id: 'data',
  says: 'Delete the data, when that was asked for',
  run: async (site) => {
    if (!site.wish.withData) return site.say('not asked for: the data stay (--with-data)');
    const found = await auditLock(site, { state: 'Unlocked' });
    if (found?.state === 'Locked')
      throw new ProgramProblem(
        'The audit log is locked: its storage account cannot be deleted before the last entry is five years old. Delete the copies and the vault in the portal if you must',
      );
    await site.programs.az(['group', 'delete', '--name', site.wish.site.group, '--yes']);
  },
};
