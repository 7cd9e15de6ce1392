/** What is kept between two runs, in `infra/.deploy/NAME.json`: what was wished, and how far it came. No secret is in it; there is none. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { root } from '../tool.ts';
import { UsageProblem } from '../usage.ts';
import { siteSchema } from './wish.ts';

export const outputsSchema = z.object({
  ...{ domain: z.string(), tenantId: z.string(), botId: z.string(), tabClientId: z.string() },
  ...{ tabPrincipalId: z.string(), webName: z.string(), workerName: z.string(), planName: z.string() },
  ...{ botName: z.string(), storageAccount: z.string(), copiesUrl: z.string(), vaultUrl: z.string() },
  ...{ budgetStart: z.string(), auditContainer: z.string() },
});
/** What main.bicep gives back. */
export type Outputs = z.infer<typeof outputsSchema>;

const kept = z.strictObject({
  site: siteSchema,
  way: z.string(),
  done: z.array(z.string()),
  outputs: outputsSchema.optional(),
});
export type Kept = z.infer<typeof kept>;

export const fileOf = (name: string): string => join(root, 'infra/.deploy', `${name}.json`);

export function readKept(name: string): Kept | undefined {
  if (!existsSync(fileOf(name))) return undefined;
  try {
    return kept.parse(JSON.parse(readFileSync(fileOf(name), 'utf8')));
  } catch {
    throw new UsageProblem(`${fileOf(name)} cannot be read: remove it, and give all options again`);
  }
}

/** Whole or not at all, so that a run that is cut off can be resumed. */
export function writeKept(name: string, value: Kept): void {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(`${fileOf(name)}.part`, `${JSON.stringify(value, undefined, 2)}\n`);
  renameSync(`${fileOf(name)}.part`, fileOf(name));
}
