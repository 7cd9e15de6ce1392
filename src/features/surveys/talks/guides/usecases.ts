/** The guides in `content/`, one for each purpose. */
import { z } from 'zod';
import type { Caller } from '../../../../platform/doors.ts';
import { Failure } from '../../../../platform/errors.ts';
import evaluation from '../content/guide-evaluation.json' with { type: 'json' };
import leaving from '../content/guide-leaving.json' with { type: 'json' };
import middle from '../content/guide-middle.json' with { type: 'json' };
import needs from '../content/guide-needs.json' with { type: 'json' };
import support from '../content/guide-support.json' with { type: 'json' };
import type { Purpose } from '../model.ts';
import { mayHoldTalks } from '../policy.ts';
import { guide, type Guide } from './model.ts';

export const guides: readonly Guide[] = z.array(guide).parse([support, needs, middle, evaluation, leaving]);

export function guideFor(caller: Caller, purpose: Purpose): Guide {
  const found = guides.find((one) => one.purpose === purpose);
  if (!found || !mayHoldTalks(caller)) throw new Failure('not-found', 'talk-gone');
  return found;
}
