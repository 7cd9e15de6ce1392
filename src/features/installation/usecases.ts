/** The examination of an installation: every look, each after those it rests on. It only looks; nothing is mended. */
import type { Caller } from '../../platform/doors.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { alivePulses } from '../../platform/pulse.ts';
import { addressLooks } from './address/usecases.ts';
import { identityLooks } from './identity/usecases.ts';
import type { Examination, Finding } from './model.ts';
import { maySeeInstallation } from './policy.ts';
import { rightsLooks } from './rights/usecases.ts';
import { found, grantedOf, hasProblem, inOrder } from './rules.ts';
import type { Look, LookName, Seen } from './seen/model.ts';
import { serviceLooks } from './services/usecases.ts';
import { storageLooks } from './storage/usecases.ts';
import { workLooks } from './work/usecases.ts';

export const looks: readonly Look[] = [
  ...[serviceLooks, identityLooks, rightsLooks, addressLooks, storageLooks, workLooks].flat(),
];

/** For the page, with the sign-in of the administrator who looks. Failure `not-found` for everybody else. */
export async function examinationFor(deps: Platform, caller: Caller): Promise<Examination> {
  if (!maySeeInstallation(caller)) throw new Failure('not-found', 'page-gone');
  return examine(deps, caller.assertion);
}

/** `assertion` is the tab token of whoever looks; without it nothing is said of what people agreed to. */
export async function examine(deps: Platform, assertion?: string): Promise<Examination> {
  const seen = seenBy(deps, assertion);
  const results = new Map<LookName, Promise<readonly Finding[]>>();

  function result(name: LookName): Promise<readonly Finding[]> {
    const begun = results.get(name) ?? see(name);
    results.set(name, begun);
    return begun;
  }

  async function see(name: LookName): Promise<readonly Finding[]> {
    const look = looks.find((one) => one.name === name);
    if (!look) throw new Error(`there is no look called ${name}`);
    for (const earlier of look.after)
      if (isInTheWay(await result(earlier))) return [found(look.part, 'look.unseen', { look: name, because: earlier })];
    return look
      .see(deps, seen)
      .catch((error: unknown) => [found(look.part, 'look.failed', { look: name, reason: reasonOf(error) })]);
  }

  const findings = (await Promise.all(looks.map(({ name }) => result(name)))).flat();
  const [app, delegated] = await Promise.all([
    seen
      .granted()
      .then(({ permissions }) => permissions)
      .catch(() => undefined),
    assertion === undefined ? undefined : seen.agreed().catch(() => undefined),
  ]);
  return { at: deps.clock.machine(), findings: inOrder(findings), permissions: grantedOf({ app, delegated }) };
}

const isInTheWay = (findings: readonly Finding[]): boolean =>
  hasProblem(findings.filter(({ code }) => !passable.includes(code))) ||
  findings.some(({ code }) => code === 'look.unseen');
/** A problem behind which the rest can still be looked at. */
const passable: readonly Finding['code'][] = ['certificate.ends', 'clock.off'];

/** Our own word, or the kind of error: what others wrote into a message is not shown. */
const reasonOf = (error: unknown): string =>
  isFailure(error) ? error.reason : error instanceof Error ? error.name : 'unknown';

function seenBy({ probes, clock, tables }: Platform, assertion: string | undefined): Seen {
  const tenant = once(() => probes.askTenant());
  const ahead = once(async () => {
    const { at } = await tenant().catch((): { at?: number } => ({}));
    return at === undefined ? 0 : clock.machine() - at;
  });
  return {
    ...(assertion === undefined ? {} : { assertion }),
    ...{ tenant, ahead },
    granted: once(() => probes.entra.grantedNow()),
    agreed: once(async () => (assertion === undefined ? [] : probes.entra.agreedFor(assertion))),
    // Others write with the right time, also where this machine has not got it.
    alive: once(async () => alivePulses(tables, clock.machine() - (await ahead()))),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= Promise.resolve().then(ask));
}
