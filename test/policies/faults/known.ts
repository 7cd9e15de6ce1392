/** What the sweep of storage faults knows and does not mend, by door: may only become shorter. */

/** A use case that loses or doubles something, and why it stays. */
export const known: Readonly<Record<string, string>> = {
  'POST /programmes/:programmeId/slips':
    'each try prints another paper, whose number takes the place of the former; the task that would drop that one finds nothing',
  'POST /programmes/:programmeId/slips/confirm':
    'a wrong code that is sent twice counts twice: it is there against guessing',
  'POST /programmes/:programmeId/pairs/:pairId/rhythm':
    'when the process dies between Outlook and our row, the partner hears of that date by itself and once more with all of them',
  'POST /programmes/:programmeId/stories/:storyId/read': 'after a crash in between one read is missing (decision 238)',
  'POST /programmes/:programmeId/report/figures':
    'figures that are taken twice are the second report; only the last one stands',
  'DELETE /private-talk': 'the task that would tell an adviser stays, and finds nothing to tell',
  'people.consentEnded':
    'a draft that is made anew twice is computed twice; the former of the two is of no use to anybody',
  'surveys.fill-talk':
    'who was drawn and not asked rests from being asked as if they had been, and somebody else is asked',
};

/** Doors that change nothing in any cell of the matrix, and why. */
export const neverWrites: Readonly<Record<string, string>> = {};
