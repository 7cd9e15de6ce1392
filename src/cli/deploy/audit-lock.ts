/** The five years of the audit log: the deployment sets them, and an administrator makes them final when the pilot is over. */
import { z } from 'zod';
import { ProgramProblem } from './az.ts';
import type { Site, Step } from './step.ts';

const lock = z.looseObject({ state: z.string().nullish(), etag: z.string().nullish() }).nullable();
type Lock = z.infer<typeof lock>;

/** Whether the five years are final; `etag` names the policy as it was read. */
export async function auditLock({ programs, outputs, wish: { site } }: Site, standIn: Lock): Promise<Lock> {
  const { storageAccount, auditContainer } = await outputs();
  const where = ['--account-name', storageAccount, '--container-name', auditContainer, '--resource-group', site.group];
  return programs.ask(['storage', 'container', 'immutability-policy', 'show', ...where], lock, standIn);
}

export const lockAudit: Step = {
  id: 'lock-audit',
  says: 'Make it final that the audit log is kept for five years',
  run: async (site) => {
    const found = await auditLock(site, { state: 'Unlocked', etag: '<etag of the policy>' });
    if (found?.state === 'Locked') return site.say('it is final already');
    if (!site.wish.yes && !site.wish.dryRun)
      throw new ProgramProblem(
        'Nobody can take this back: the storage account then stays until its last entry is five years old. The same again with --yes',
      );
    const { storageAccount, auditContainer } = await site.outputs();
    await site.programs.az([
      ...['storage', 'container', 'immutability-policy', 'lock', '--account-name', storageAccount],
      ...[
        '--container-name',
        auditContainer,
        '--resource-group',
        site.wish.site.group,
        '--if-match',
        found?.etag ?? '',
      ],
    ]);
  },
};
