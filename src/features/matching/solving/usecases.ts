/** The computation of a proposal, in a thread of its own where it takes long, with the private wishes that stand when it is over. */
import { startCrew } from '../../../platform/crew.ts';
import type { Platform } from '../../../platform/platform.ts';
import { privateWishes, wishesVersion } from '../../people/identity/reading/usecases.ts';
import { computeProposal, type Asked, type Computed } from '../proposals/rules.ts';
import type { Step } from '../runs/model.ts';

const turnsWithWishes = 3;
const nobody: ReadonlyMap<string, readonly string[]> = new Map();

type Tell = (step: Step) => Promise<void>;

/** Who withdrew meanwhile is not in it. */
export async function answered(
  deps: Platform,
  programmeId: string,
  asked: Omit<Asked, 'shared'>,
  tell: Tell,
): Promise<Computed> {
  const ids = [...asked.bare.mentees, ...asked.bare.mentors].map(({ id }) => id);
  for (let turn = 1; turn <= turnsWithWishes; turn += 1) {
    const wishes = await privateWishes(deps, programmeId, ids);
    const computed = await compute({ ...asked, shared: wishes.shared }, tell);
    if ((await wishesVersion(deps, ids)) === wishes.version) return computed;
  }
  return compute({ ...asked, shared: nobody }, tell);
}

/** Below so many pairs, a thread takes longer to start than the computation takes. */
const worthThread = 20_000;

async function compute(asked: Asked, tell: Tell): Promise<Computed> {
  const { mentees, mentors } = asked.bare;
  if (mentees.length * mentors.length < worthThread) return here(asked, tell);
  const crew = startCrew<[Asked], Computed, Step>({
    ...{ module: new URL('../proposals/rules.ts', import.meta.url), name: 'computeProposal' },
    ...{ shared: null, threads: 1 },
  });
  try {
    // What is told late is no news: the computation goes on, and its next step is told instead.
    return await crew.run([asked], (step) => void tell(step).catch(() => undefined));
  } finally {
    await crew.stop();
  }
}

async function here(asked: Asked, tell: Tell): Promise<Computed> {
  const work = computeProposal(null, asked);
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    await tell(next.value);
  }
}
