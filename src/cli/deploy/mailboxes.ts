/**
 * What an Exchange administrator types, so that the app reaches single mailboxes and not all of them (RBAC for Applications).
 * Rights given here and rights given in Entra add up: what stands here must not be on the consent page too.
 */
import { rights } from './permissions.ts';
import type { Step } from './step.ts';
import type { Wish } from './wish.ts';
import type { Outputs } from './kept.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const roleOf = (name: string): string => rights.find((one) => one.name === name)?.inExchange ?? '';

function groupScope(scope: string, group: string, role: string, principal: string): string[] {
  return [
    `$group = Get-Group -Identity ${quoted(group)}`,
    `New-ManagementScope -Name ${quoted(scope)} -RecipientRestrictionFilter "MemberOfGroup -eq '$($group.DistinguishedName)'"`,
    `New-ManagementRoleAssignment -App ${quoted(principal)} -Role ${quoted(role)} -CustomResourceScope ${quoted(scope)}`,
  ];
}

function mailLines(name: string, mailbox: string, principal: string): string[] {
  const scope = `Tandem ${name} mail`;
  return [
    `# Mail from ${mailbox} alone`,
    `New-ManagementScope -Name ${quoted(scope)} -RecipientRestrictionFilter ${quoted(`PrimarySmtpAddress -eq '${mailbox}'`)}`,
    `New-ManagementRoleAssignment -App ${quoted(principal)} -Role ${quoted(roleOf('mail'))} -CustomResourceScope ${quoted(scope)}`,
    '# The first must say InScope True, the second (any other mailbox) False; changes take up to two hours',
    `Test-ServicePrincipalAuthorization -Identity ${quoted(principal)} -Resource ${quoted(mailbox)}`,
    `Test-ServicePrincipalAuthorization -Identity ${quoted(principal)} -Resource (Read-Host 'Any other mailbox')`,
  ];
}

/** PowerShell, line by line. Without a mailbox or a group nothing is opened, and the lines say so. */
export function exchangeLines({ site, hoursGroup, calendarGroup }: Wish, outputs: Outputs): string[] {
  const { tabClientId, tabPrincipalId: principal } = outputs;
  const { mailFrom } = site.values;
  const lines = [
    ...(typeof mailFrom === 'string' && mailFrom !== '' ? mailLines(site.name, mailFrom, principal) : []),
    ...(hoursGroup === undefined
      ? []
      : [
          '# Working hours of this group',
          ...groupScope(`Tandem ${site.name} hours`, hoursGroup, roleOf('hours'), principal),
        ]),
    ...(calendarGroup === undefined
      ? []
      : [
          '# Calendars of this group, subjects included: Exchange has no smaller role for some mailboxes',
          ...groupScope(`Tandem ${site.name} calendars`, calendarGroup, roleOf('calendars'), principal),
        ]),
  ];
  if (lines.length === 0)
    return ['# No mailbox is opened: say which with --mail-from, --hours-group or --calendar-group'];
  return [
    '# Once: Install-Module ExchangeOnlineManagement -Scope CurrentUser',
    'Connect-ExchangeOnline',
    `New-ServicePrincipal -AppId ${quoted(tabClientId)} -ObjectId ${quoted(principal)} -DisplayName ${quoted(`Tandem (${site.name})`)}`,
    ...lines,
  ];
}

export const mailboxes: Step = {
  id: 'mailboxes',
  says: 'Print what an Exchange administrator types in PowerShell',
  run: async ({ wish, outputs, say, byHand }) => {
    const found = await outputs();
    for (const line of exchangeLines(wish, found)) say(line);
    const twice = rights.filter((one) => one.inExchange !== undefined && wish.site.rights.includes(one.name));
    for (const one of twice)
      byHand(
        `${one.permissions[0]} is on the consent page too, for all mailboxes: deploy again with --without ${one.name}`,
      );
  },
};
