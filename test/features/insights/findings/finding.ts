import type { Finding } from '../../../../src/features/insights/findings/model.ts';
import { inEach } from '../../../../src/features/insights/findings/rules.ts';

/** A finding without a decision, in Dutch. */
export function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    ...{ id: 'f1', said: 'More time to get acquainted', why: '', what: '', language: 'nl', translations: {} },
    ...{ source: { kind: 'check-ins' }, basis: inEach('Check-in'), createdAt: 1, version: 1 },
    doing: { who: '', until: '', isDone: false },
    ...over,
  };
}
