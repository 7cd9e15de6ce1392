/** The twelve pages that are opened most in a year of the sandbox's story, and as whom they are looked at. */
import type { Story } from '../../../../test/support/story.ts';

export interface MostUsed {
  readonly name: string;
  readonly personId: string;
  readonly path: string;
}

export function mostUsed({ mentee, reader, invited, coordinator, ids }: Story): readonly MostUsed[] {
  const programme = `/programmes/${ids.programme}`;
  const pair = `${programme}/pairs/${ids.pair}`;
  const rows: readonly [string, string, string][] = [
    ['my mentoring', mentee, '/'],
    ['pair', mentee, pair],
    ['check-in', mentee, `${pair}/check-ins/day-30`],
    ['find a time', mentee, `${pair}/meetings/new`],
    ['meeting', mentee, `${pair}/meetings/${ids.meeting}`],
    ['apply', invited, `/programmes/${ids.openProgramme}/apply`],
    ['answer a survey', reader, `/surveys/${ids.openSurvey}/answer`],
    ['course', mentee, `/courses/${ids.course}`],
    ['stories', reader, '/stories'],
    ['help', reader, '/help'],
    ['programme', coordinator, programme],
    ['pairs of a programme', coordinator, `${programme}/pairs`],
  ];
  return rows.map(([name, personId, path]) => ({ name, personId, path }));
}
