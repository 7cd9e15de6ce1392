/** A person's passport lies in the person's own partition. */
import { z } from 'zod';
import { rowsOf } from '../../../platform/tables.ts';
import { language } from '../model.ts';
import { emptyPassport, halfDays, marks, mostDays, passport, type Passport } from './model.ts';

/** As it was kept before each entry said for whom it is: needs and languages were the partner's, half days and dates for planning alone. */
const former = z.strictObject({
  needs: z.array(z.enum(['captions', 'agenda', 'camera-off'])),
  speak: z.array(language),
  halves: z.partialRecord(z.enum(halfDays), z.enum(marks)),
  days: z.array(z.iso.date()).max(mostDays),
});

const readOn = former.transform(({ needs, speak, halves, days }): Passport => ({
  ...emptyPassport,
  needs: needs.map((need) => ({ need, for: 'partner' })),
  speak: speak.map((one) => ({ language: one, for: 'partner' })),
  halves: halfDays.flatMap((half) => {
    const mark = halves[half];
    return mark === undefined ? [] : [{ half, mark, for: 'times' as const }];
  }),
  days: days.map((date) => ({ date, for: 'times' })),
}));

export const passports = rowsOf('people', 'passport', z.union([passport, readOn]));
