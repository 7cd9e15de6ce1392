/** One proposal in a new process: prints how many milliseconds it took. */
import { aPool } from '../../../test/features/matching/engine/people.ts';
import { propose } from '../../features/matching/engine/propose.ts';

const mentees = Number(process.argv[2]);
const pool = aPool({ seed: 7, mentees, mentors: Math.ceil(mentees * 0.6) });
const begun = performance.now();
propose(pool);
process.stdout.write(String(performance.now() - begun));
