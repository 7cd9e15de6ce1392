/** Every right that an organisation may give Tandem, under a short name, and whether the consent page asks for it by itself. */
import { namesOf, permissions, type Rights } from '../../features/privacy/permissions/model.ts';
import { forKey } from '../../features/privacy/permissions/rules.ts';
import { say } from '../../features/privacy/permissions/words.ts';

export interface Right {
  /** The word after `--with` and `--without`. */
  readonly name: string;
  /** As Entra calls it; some have had two names. */
  readonly permissions: readonly string[];
  readonly rights: Rights;
  readonly says: string;
  /** Whether the consent page asks for it when nobody says otherwise. */
  readonly usual: boolean;
  /** Best given in Exchange for some mailboxes, where `deploy mailboxes` says how; in Entra it would be for all of them. */
  readonly inExchange?: string;
}

type Named = Pick<Right, 'name' | 'inExchange'> & { readonly of: readonly string[]; readonly usual?: true };

const named: Readonly<Record<Rights, readonly Named[]>> = {
  app: [
    { name: 'directory', of: ['User.Read.All'], usual: true },
    { name: 'groups', of: ['GroupMember.Read.All'], usual: true },
    { name: 'chat', of: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'AppCatalog.Read.All'], usual: true },
    { name: 'roles', of: ['Application.Read.All'] },
    { name: 'photos', of: ['ProfilePhoto.Read.All'] },
    { name: 'hours', of: ['MailboxSettings.Read'], inExchange: 'Application MailboxSettings.Read' },
    { name: 'free-busy', of: ['Calendars.ReadBasic'] },
    { name: 'calendars', of: ['Calendars.Read'], inExchange: 'Application Calendars.Read' },
    { name: 'cancel', of: ['Calendars.ReadWrite'], inExchange: 'Application Calendars.ReadWrite' },
    { name: 'mail', of: ['Mail.Send'], inExchange: 'Application Mail.Send' },
  ],
  delegated: [
    { name: 'booking', of: ['Calendars.ReadWrite'], usual: true },
    { name: 'own-mail', of: ['Mail.Send'] },
    { name: 'rooms', of: ['Place.Read.All'] },
  ],
};

export const rights: readonly Right[] = (['app', 'delegated'] as const).flatMap((kind) =>
  named[kind].map(({ of, usual = false, ...one }) => {
    const known = permissions.filter(({ rights: its, name }) => its === kind && of.includes(name));
    const ofNames = of.flatMap((name) => known.filter((it) => it.name === name).flatMap(namesOf));
    const says = say('en', forKey({ rights: kind, name: of[0] ?? '' }));
    return { ...one, permissions: ofNames, rights: kind, says, usual };
  }),
);

export const usualRights = rights.filter((one) => one.usual).map((one) => one.name);

/** Of these rights, what the consent page asks for. */
export function permissionsOf(names: readonly string[], kind: Right['rights']): string[] {
  return rights.filter((one) => one.rights === kind && names.includes(one.name)).flatMap((one) => one.permissions);
}
