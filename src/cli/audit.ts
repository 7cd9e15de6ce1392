/** `tandem audit`: what stands in the audit log, and whether it is as it was written. It is read once, and no more of it is held than a blob. */
import { once } from 'node:events';
import type { Audit, AuditEntry } from '../platform/audit.ts';
import type { Broken, Verified } from '../platform/audit/verifying.ts';
import { idPattern } from '../platform/ids.ts';
import { connected } from './doctor.ts';
import { UsageProblem } from './usage.ts';

export interface AuditWish {
  readonly json: boolean;
  readonly env: string | undefined;
  /** A person id: only what this person did. */
  readonly who: string | undefined;
  /** Only what concerns this programme. */
  readonly programme: string | undefined;
  /** `NUMBER:HASH` of an entry that must still stand in the log. */
  readonly seen: string | undefined;
}

/** 1 when an entry is not as it was written. */
export async function audit(wish: AuditWish): Promise<number> {
  checkWish(wish);
  const { deps, stop } = await connected(wish.env);
  try {
    return await showAudit(deps.audit, wish, process.stdout, progress(wish));
  } finally {
    stop();
  }
}

function checkWish({ who, programme, seen }: AuditWish): void {
  for (const [name, value] of Object.entries({ who, programme }))
    if (value !== undefined && !idPattern.test(value))
      throw new UsageProblem(`--${name} ${value} is no id: an id is of lower-case letters, digits and hyphens`);
  if (seen !== undefined && !/^\d+:[0-9a-f]{32}$/.test(seen))
    throw new UsageProblem(`--seen ${seen} is no number and hash, such as 812:${'0'.repeat(32)}`);
}

/** For people who wait and see no entries pass. */
function progress({ json, who, programme }: AuditWish): (checked: number) => void {
  const isSeen = !process.stdout.isTTY || json || who !== undefined || programme !== undefined;
  if (!isSeen || !process.stderr.isTTY) return () => undefined;
  return (checked) => {
    if (checked % 5_000 === 0) process.stderr.write(`\r${checked} checked\r`);
  };
}

export async function showAudit(
  log: Audit,
  wish: AuditWish,
  out: NodeJS.WritableStream,
  tell: (checked: number) => void = () => undefined,
): Promise<number> {
  const pseudonym = wish.who === undefined ? undefined : await log.pseudonymOf(wish.who);
  const object = wish.programme === undefined ? undefined : `programme:${wish.programme}`;
  const isWanted = (one: AuditEntry): boolean =>
    (pseudonym === undefined || one.who === pseudonym) &&
    (object === undefined || one.object.split(' ').includes(object));
  let [checked, shown, stands] = [0, 0, wish.seen === undefined];
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };

  if (wish.json) await write('{"entries":[');
  const found = await log.verify(async (one) => {
    tell((checked += 1));
    stands ||= wish.seen === `${one.number}:${one.hash}`;
    if (!isWanted(one)) return;
    await write(wish.json ? `${shown === 0 ? '' : ','}\n${JSON.stringify(one)}` : lineOf(one));
    shown += 1;
  });
  const isWhole = found.broken === undefined && stands;
  if (wish.json) {
    const { entries: count, ...rest } = found;
    await write(
      `\n],${JSON.stringify({ count, isWhole, ...(wish.seen === undefined ? {} : { stands }), ...rest }).slice(1)}\n`,
    );
  } else await write(summaryOf(found, stands ? undefined : wish.seen));
  return isWhole ? 0 : 1;
}

const lineOf = ({ number, at, who, what, object, outcome }: AuditEntry): string =>
  `${number}  ${new Date(at).toISOString()}  ${who}  ${what}  ${object}  ${outcome}\n`;

function summaryOf({ entries, last, broken, resumed }: Verified, missing: string | undefined): string {
  const state = broken
    ? `not as it was written at number ${broken.number}: ${reasonOf(broken)}`
    : 'each as it was written';
  return [
    `${entries} entries, ${state}.`,
    ...(missing === undefined
      ? []
      : [`The entry ${missing} does not stand in it: the log is not the one that was seen then.`]),
    ...resumed.map(
      (number) =>
        `At number ${number} it went on without a head that fits. If nobody put back a copy then, what came before may have been cut.`,
    ),
    ...(last ? [`Last: ${last.number}:${last.hash} (to be noted elsewhere, for --seen)`] : []),
    '',
  ].join('\n');
}

function reasonOf({ why, blob }: Broken): string {
  const where = blob === undefined ? '' : ` (${blob})`;
  switch (why) {
    case 'changed':
      return `the line was changed or put in${where}`;
    case 'misplaced':
      return `an entry is missing, or stands where it does not belong${where}`;
    case 'cut':
      return 'the end is missing from here on';
    case 'gone':
      return 'the beginning is missing, and its five years are not over';
    case 'head':
      return 'the row that names the last entry is missing, changed, or an older one';
    default:
      return why satisfies never;
  }
}
