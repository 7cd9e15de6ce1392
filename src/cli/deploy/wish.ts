/** What somebody typed after deploy.sh or deploy.ps1, checked: every fault at once, before anything is touched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { root } from '../tool.ts';
import { UsageProblem } from '../usage.ts';
import { rights, usualRights } from './permissions.ts';

export const ways = ['deploy', 'upgrade', 'uninstall', 'mailboxes', 'lock-audit'] as const;
export type Way = (typeof ways)[number];

const value = z.union([z.string(), z.number(), z.boolean()]);

/** What belongs to an installation and stays the same from one run to the next. */
export const siteSchema = z.strictObject({
  name: z.string(),
  group: z.string(),
  location: z.string(),
  contact: z.string(),
  tenant: z.string().optional(),
  subscription: z.string().optional(),
  rights: z.array(z.string()),
  /** Other parameters of main.bicep. */
  values: z.record(z.string(), value),
});
export type SiteWish = z.infer<typeof siteSchema>;

export interface Wish {
  readonly way: Way;
  readonly site: SiteWish;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly resume: boolean;
  readonly grant: boolean;
  readonly withData: boolean;
  readonly codeOnly: boolean;
  readonly hoursGroup?: string;
  readonly calendarGroup?: string;
}

export const help = `infra/deploy.sh [WAY] --name NAME [options]      (Windows: infra/deploy.ps1, with the same words)

WAY
  deploy            everything, from nothing (when no way is named)
  upgrade           the same over an installation that is there, with the options of the last time
  uninstall         stops it and takes its rights away; the data stay, unless --with-data
  mailboxes         prints what an Exchange administrator types, so that single mailboxes are opened and not all
  lock-audit        makes the five years of the audit log final: nobody can take that back

OPTIONS
  --name NAME           of the installation: 3 to 11 lower-case letters and digits
  --contact MAIL        who is told when something is wrong (needed the first time)
  --location PLACE      where everything runs (default westeurope)
  --group NAME          the resource group (default rg-tandem-NAME)
  --tenant ID           stops when you are signed in to another tenant
  --subscription ID     which subscription (default: that of az)
  --with RIGHT          one more right on the consent page, as often as you like
  --without RIGHT       one fewer
  --mail-from ADDRESS   the mailbox that mails come from
  --hours-group NAME    (mailboxes) whose working hours may be read
  --calendar-group NAME (mailboxes) whose calendars may be read; by default nobody's
  --set PARAM=VALUE     any other parameter of infra/main.bicep, such as planSize=P1v3
  --grant               gives the rights at once instead of showing the consent page (Privileged Role Administrator)
  --code-only           (upgrade) only the program; needs no more than Website Contributor and Reader
  --with-data           (uninstall) also takes away storage, copies and vault
  --resume              goes on after the last step that was done
  --dry-run             prints what would be done, and does none of it; needs no az
  --yes                 does what cannot be undone without asking again

RIGHTS (* asked for by itself)
${rights.map((one) => `  ${one.usual ? '*' : ' '} ${one.name.padEnd(11)} ${one.says}`).join('\n')}
`;

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;
const options = {
  ...{ name: text, contact: text, location: text, group: text, tenant: text, subscription: text, 'mail-from': text },
  ...{ 'hours-group': text, 'calendar-group': text, with: many, without: many, set: many },
  ...{ grant: flag, yes: flag, resume: flag, 'with-data': flag, 'code-only': flag, 'dry-run': flag },
};

/** Parameters that have an option of their own, or that the steps set. */
const taken = [
  'name',
  'contactEmail',
  'location',
  'appPermissions',
  'delegatedPermissions',
  'budgetStart',
  'domainIsBound',
];

type Typed = ReturnType<typeof typed>;
const typed = (args: readonly string[]) => parseArgs({ args: [...args], options }).values;

/** Throws one UsageProblem that names every fault. `known`: what the last run of this installation was given. */
export function readWish(words: readonly string[], known: (name: string) => SiteWish | undefined): Wish {
  const [first = ''] = words;
  const isNamed = first !== '' && !first.startsWith('-');
  const way = isNamed ? ways.find((one) => one === first) : 'deploy';
  if (way === undefined) throw new UsageProblem(`there is no "${first}": ${ways.join(', ')}, or --help`);
  const values = typed(words.slice(isNamed ? 1 : 0));
  const faults: string[] = [];
  const site = readSite(values, known(values.name ?? ''), faults);
  if ((way === 'deploy' || way === 'upgrade') && !/^[^\s@'"]+@[^\s@'"]+\.[^\s@'"]+$/.test(site.contact))
    faults.push('--contact: the mail address of whoever is told when something is wrong');
  if (faults.length > 0)
    throw new UsageProblem(`This cannot be done yet:\n${faults.map((one) => `  ${one}`).join('\n')}`);
  return {
    ...{ way, site, dryRun: values['dry-run'] === true, yes: values.yes === true, resume: values.resume === true },
    ...{ grant: values.grant === true, withData: values['with-data'] === true, codeOnly: values['code-only'] === true },
    ...present('hoursGroup', values['hours-group']),
    ...present('calendarGroup', values['calendar-group']),
  };
}

/** What is not typed is as it was the last time. */
function readSite(values: Typed, former: SiteWish | undefined, faults: string[]): SiteWish {
  const { name = '', contact = former?.contact ?? '', location = former?.location ?? 'westeurope' } = values;
  const group = values.group ?? former?.group ?? `rg-tandem-${name}`;
  const mailFrom = values['mail-from'];
  const must = (text: string, form: RegExp, fault: string): void => void (form.test(text) || faults.push(fault));
  must(name, /^[a-z][a-z0-9]{2,10}$/, '--name: 3 to 11 lower-case letters and digits, a letter first');
  must(group, /^[\w.()-]{1,89}[\w()-]$/, `--group: ${group} cannot be the name of a resource group`);
  must(location, /^[a-z0-9]{3,40}$/, `--location: a name such as westeurope, and not ${location}`);
  return {
    ...{ name, group, location, contact },
    ...present('tenant', checkedId('--tenant', values.tenant ?? former?.tenant, faults)),
    ...present('subscription', checkedId('--subscription', values.subscription ?? former?.subscription, faults)),
    rights: chosenRights(former?.rights ?? usualRights, values, faults),
    values: {
      ...former?.values,
      ...readValues(values.set ?? [], faults),
      ...(mailFrom === undefined ? {} : { mailFrom }),
    },
  };
}

function present<K extends string>(key: K, found: string | undefined): { [key in K]?: string } {
  return (found === undefined ? {} : { [key]: found }) as { [key in K]?: string };
}

function checkedId(option: string, id: string | undefined, faults: string[]): string | undefined {
  if (id !== undefined && !z.guid().safeParse(id).success)
    faults.push(`${option}: an id such as 1a2b3c4d-…, and not ${id}`);
  return id;
}

function chosenRights(
  before: readonly string[],
  { with: more = [], without = [] }: { readonly with?: string[]; readonly without?: string[] },
  faults: string[],
): string[] {
  const names = rights.map((one) => one.name);
  for (const one of [...more, ...without])
    if (!names.includes(one)) faults.push(`--with and --without know ${names.join(', ')}, and not ${one}`);
  if (without.includes('directory')) faults.push('--without directory: without the directory Tandem knows nobody');
  return names.filter((one) => (before.includes(one) || more.includes(one)) && !without.includes(one));
}

/** What main.bicep takes, with the type of each. */
export function bicepParameters(): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, 'infra/main.bicep'), 'utf8');
  return new Map([...text.matchAll(/^param (\w+) (\w+)/gm)].map(([, name = '', type = '']) => [name, type]));
}

function readValues(words: readonly string[], faults: string[]): SiteWish['values'] {
  const parameters = bicepParameters();
  const found = words.map((word) => {
    const at = word.indexOf('=');
    const [name, text] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
    const type = taken.includes(name) ? undefined : parameters.get(name);
    if (at < 0 || type === undefined || type === 'array')
      faults.push(
        `--set ${word}: ${name} is none of ${[...parameters.keys()].filter((one) => !taken.includes(one)).join(', ')}`,
      );
    if (type === 'int' && !/^\d+$/.test(text)) faults.push(`--set ${word}: a whole number`);
    if (type === 'bool' && !/^(true|false)$/.test(text)) faults.push(`--set ${word}: true or false`);
    return [name, type === 'int' ? Number(text) : type === 'bool' ? text === 'true' : text] as const;
  });
  return Object.fromEntries(found);
}
