/**
 * What an examination of the installation finds: a code with values, of which words make what was found, why it matters and what to do.
 * Nothing of a person and nothing secret is in it. Safe in the browser.
 */
import { z } from 'zod';
import { rights } from '../privacy/permissions/model.ts';

/** `problem`: something does not work, or is open that should not be. `note`: it works, and somebody should know. */
export const severities = ['problem', 'note', 'ok'] as const;
export type Severity = (typeof severities)[number];

/** As findings are grouped where people read them. */
export const parts = ['settings', 'identity', 'rights', 'address', 'teams', 'storage', 'work', 'services'] as const;
export type Part = (typeof parts)[number];

export const codes = {
  settings: ['settings.ok', 'settings.wrong', 'settings.not-production'],
  identity: [
    ...([
      'tenant.ok',
      'tenant.unknown',
      'tenant.away',
      'clock.ok',
      'clock.off',
      'identity.ok',
      'identity.none',
    ] as const),
    ...(['app.ok', 'app.unproven', 'app.unknown', 'app.other-tenant', 'app.refused'] as const),
  ],
  rights: [
    ...(['rights.ok', 'rights.missing', 'rights.without', 'rights.more'] as const),
    ...(['agreed.ok', 'agreed.without', 'agreed.more', 'agreed.nothing', 'roles.ok', 'roles.nobody'] as const),
  ],
  address: [
    ...([
      'address.ok',
      'address.away',
      'address.other',
      'address.not-ready',
      'certificate.ok',
      'certificate.none',
    ] as const),
    ...(['certificate.ends', 'certificate.doubted', 'tab.ok', 'tab.missing'] as const),
  ],
  teams: [
    ...(['bot-door.ok', 'bot-door.open', 'bot-token.ok', 'bot-token.refused'] as const),
    ...(['package.ok', 'package.missing', 'package.old', 'package.new', 'package.two'] as const),
  ],
  storage: [
    ...(['store.ok', 'store.refused', 'store.missing', 'store.away', 'shared.ok', 'shared.two'] as const),
    ...(['vault.ok', 'vault.none', 'vault.gone', 'vault.refused', 'vault.away', 'log.ok', 'log.broken'] as const),
    ...(['copies.ok', 'copies.first', 'copies.none', 'copies.refused', 'copies.away', 'copies.old'] as const),
  ],
  work: [
    ...(['worker.ok', 'worker.none', 'versions.ok', 'versions.mixed'] as const),
    ...(['line.ok', 'line.late', 'given-up.ok', 'given-up.some'] as const),
  ],
  services: ['mail.ok', 'mail.none', 'mail.no-mailbox', 'model.ok', 'model.none', 'model.away'],
} as const satisfies Readonly<Record<Part, readonly string[]>>;

/** Of a look that found nothing out: because of another finding, or of something that nobody foresaw. */
export const openCodes = ['look.unseen', 'look.failed'] as const;

export const allCodes = [...parts.flatMap((part): readonly KnownCode[] => codes[part]), ...openCodes];
type KnownCode = (typeof codes)[Part][number];
export type Code = KnownCode | (typeof openCodes)[number];

export const finding = z.strictObject({
  code: z.enum(allCodes as [Code, ...Code[]]),
  part: z.enum(parts),
  severity: z.enum(severities),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof finding>;

/** A permission of the table, and whether it is granted; `unknown` where only a person's sign-in could tell. */
export const granted = z.strictObject({
  ...{ rights: z.enum(rights), name: z.string(), isNeeded: z.boolean() },
  state: z.enum(['granted', 'covered', 'missing', 'unknown']),
});
export type Granted = z.infer<typeof granted>;

export const examination = z.strictObject({
  /** Machine time. */
  at: z.number(),
  findings: z.array(finding),
  permissions: z.array(granted),
});
export type Examination = z.infer<typeof examination>;
