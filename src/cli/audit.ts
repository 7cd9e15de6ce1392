/** `tandem audit`: what stands in the audit log, and whether it is as it was written. */
import { connected } from './doctor.ts';

export interface AuditWish {
  readonly json: boolean;
  readonly env: string | undefined;
  /** A person id: only what this person did. */
  readonly who: string | undefined;
}

/** 1 when an entry is not as it was written. */
export async function audit({ json, env, who }: AuditWish): Promise<number> {
  const { deps, stop } = await connected(env);
  try {
    const [all, { entries, brokenAt }] = [await deps.audit.list(), await deps.audit.verify()];
    const pseudonym = who === undefined ? undefined : await deps.audit.pseudonymOf(who);
    const shown = all.filter((one) => pseudonym === undefined || one.who === pseudonym);
    const isWhole = brokenAt === undefined;
    if (json)
      process.stdout.write(`${JSON.stringify({ entries: shown, count: entries, isWhole, brokenAt }, undefined, 2)}\n`);
    else {
      for (const { number, at, who: by, what, object, outcome } of shown)
        process.stdout.write(`${number}  ${new Date(at).toISOString()}  ${by}  ${what}  ${object}  ${outcome}\n`);
      const state = isWhole ? 'each as it was written' : `not as it was written from number ${brokenAt} on`;
      process.stdout.write(`${entries} entries, ${state}.\n`);
    }
    return isWhole ? 0 : 1;
  } finally {
    stop();
  }
}
