/** Decisions of an examination: facts in, findings out. Times in milliseconds of the machine's clock. */
import { compareVersions } from '../../platform/version.ts';
import { day, hour, minute } from '../../platform/clock.ts';
import { compare, permissions, type Permission, type Rights } from '../privacy/permissions/model.ts';
import { parts, severities, type Code, type Finding, type Granted, type Part, type Severity } from './model.ts';

type Values = Finding['values'];

const severityOf = (code: Code): Severity => {
  if (code.endsWith('.ok') || quiet.includes(code)) return 'ok';
  return noted.includes(code) ? 'note' : 'problem';
};
/** What an organisation may leave out. */
const quiet: readonly Code[] = ['mail.none', 'model.none', 'copies.first', 'certificate.none'];
const noted: readonly Code[] = [
  ...(['look.unseen', 'rights.without', 'agreed.without', 'agreed.nothing', 'roles.nobody', 'copies.none'] as const),
  ...(['vault.none', 'versions.mixed', 'package.two', 'package.new'] as const),
];

export function found(part: Part, code: Code, values: Values = {}, severity = severityOf(code)): Finding {
  return { code, part, severity, values };
}

/** Problems first; within each in the order in which parts are read. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ severity, part }: Finding): number =>
    severities.indexOf(severity) * parts.length + parts.indexOf(part);
  return findings.toSorted((a, b) => place(a) - place(b));
}

export const hasProblem = (findings: readonly Finding[]): boolean => findings.some(isProblem);
export const isProblem = ({ severity }: Finding): boolean => severity === 'problem';

/** Entra's numbers for what an administrator can mend. Source: Microsoft's list of AADSTS codes. */
export function refusalOf(aadsts: number | undefined): Code {
  if (aadsts === 90002 || aadsts === 50020) return 'tenant.unknown';
  if (aadsts === 700016) return 'app.unknown';
  return aadsts !== undefined && unproven.includes(aadsts) ? 'app.unproven' : 'app.refused';
}
/** The assertion is not accepted: no federated credential, another subject or issuer, or one that has ended. */
const unproven = [700211, 700212, 700213, 7000215, 7000218, 700024, 70021, 70025, 50027];

/** The longest that clocks may be apart: Entra and the bot's tokens allow five minutes. */
const clockApart = 2 * minute;

export function clockFinding(ahead: number): Finding {
  const seconds = Math.round(ahead / 1000);
  return Math.abs(ahead) > clockApart
    ? found('identity', 'clock.off', {
        minutes: Math.round(Math.abs(seconds) / 60),
        way: ahead > 0 ? 'ahead' : 'behind',
      })
    : found('identity', 'clock.ok');
}

export function rightsFindings(of: Rights, names: readonly string[]): Finding[] {
  const { missing, more } = compare(of, names);
  const without = of === 'app' ? 'rights.without' : 'agreed.without';
  const findings = [
    ...missing.map(({ name, isNeeded }) =>
      found('rights', isNeeded ? 'rights.missing' : without, { permission: name }),
    ),
    ...more.map((name) => found('rights', of === 'app' ? 'rights.more' : 'agreed.more', { permission: name })),
  ];
  return findings.length > 0 ? findings : [found('rights', of === 'app' ? 'rights.ok' : 'agreed.ok')];
}

/** `names` is nothing where they could not be read. */
export function grantedOf(names: Readonly<Record<Rights, readonly string[] | undefined>>): Granted[] {
  const stateOf = ({ rights: of, name, coveredBy = [] }: Permission): Granted['state'] => {
    const mine = names[of];
    if (mine === undefined) return 'unknown';
    if (mine.includes(name)) return 'granted';
    return coveredBy.some((one) => mine.includes(one)) ? 'covered' : 'missing';
  };
  return permissions.map((one) => ({
    ...{ rights: one.rights, name: one.name, isNeeded: one.isNeeded },
    state: stateOf(one),
  }));
}

/** A certificate is renewed a month before its end as a rule; then something does not renew it. */
const certificateEnds = 21 * day;

export function certificateFinding(shown: { until: number; doubt?: string } | undefined, now: number): Finding {
  if (!shown) return found('address', 'certificate.none');
  if (shown.doubt !== undefined) return found('address', 'certificate.doubted', { doubt: shown.doubt });
  const days = Math.floor((shown.until - now) / day);
  const code = shown.until - now < certificateEnds ? 'certificate.ends' : 'certificate.ok';
  return found('address', code, { days: Math.max(0, days) });
}

interface Published {
  readonly isOurs: boolean;
  readonly versions: readonly string[];
}

/** `expected` is the version of the product that runs. */
export function packageFindings(apps: readonly Published[], expected: string): Finding[] {
  const ours = apps.find(({ isOurs }) => isOurs);
  if (!ours) return [found('teams', 'package.missing')];
  const newest = ours.versions.toSorted(compareVersions).at(-1);
  const two = apps.length > 1 ? [found('teams', 'package.two', { count: apps.length })] : [];
  return newest === undefined ? two : [packageFinding(newest, expected), ...two];
}

/** `newest`: of the packages that people can have. */
export function packageFinding(newest: string, expected: string): Finding {
  const order = compareVersions(newest, expected);
  const code = order === 0 ? 'package.ok' : order < 0 ? 'package.old' : 'package.new';
  return found('teams', code, { version: newest, expected });
}

/** A worker takes what is due within seconds; a campaign of 20,000 takes eleven minutes, behind everything else. */
const lateAfter = { usual: 10 * minute, campaign: 2 * hour } as const;

interface Lane {
  readonly lane: keyof typeof lateAfter;
  readonly oldest?: number;
}

/** `now` is the domain's time, as due times are. */
export function lineFinding(lanes: readonly Lane[], now: number): Finding {
  const late = lanes.filter(({ lane, oldest }) => oldest !== undefined && now - oldest > lateAfter[lane]);
  const oldest = Math.min(...late.map((one) => one.oldest ?? now));
  if (late.length === 0) return found('work', 'line.ok');
  return found('work', 'line.late', { minutes: Math.round((now - oldest) / minute) });
}

/** How much later than planned a copy may be: it takes a while, and is begun by a task that may wait. */
const copyPatience = hour / 2;

/** `begun` is nothing where none was made yet. */
export function copiesFinding(begun: number | undefined, now: number, everyHours: number): Finding {
  if (begun === undefined) return found('storage', 'copies.first', { hours: everyHours });
  const age = now - begun;
  const minutes = Math.max(0, Math.round(age / minute));
  if (age <= everyHours * hour + copyPatience) return found('storage', 'copies.ok', { minutes });
  return found('storage', 'copies.old', { hours: Math.round(age / hour), every: everyHours });
}

interface Alive {
  readonly roles: readonly string[];
  readonly version?: string | undefined;
  readonly installation?: string | undefined;
}

export function workerFinding(alive: readonly Alive[]): Finding {
  const as = (role: string): number => alive.filter(({ roles }) => roles.includes(role)).length;
  const values = { workers: as('worker'), webs: as('web') };
  return found('work', values.workers === 0 ? 'worker.none' : 'worker.ok', values);
}

export function versionsFinding(alive: readonly Alive[], mine: string): Finding {
  const all = [...new Set([mine, ...alive.flatMap(({ version }) => version ?? [])])].toSorted(compareVersions);
  return all.length > 1
    ? found('work', 'versions.mixed', { versions: all.join(', ') })
    : found('work', 'versions.ok', { version: mine });
}

/** Two at work in one storage would each do what belongs to the other. */
export function sharedFinding(alive: readonly Alive[], mine: string): Finding {
  const others = new Set(alive.flatMap(({ installation }) => installation ?? []));
  others.delete(mine);
  return found('storage', others.size > 0 ? 'shared.two' : 'shared.ok');
}
