/**
 * Badges: few, for both roles, made of what is kept anyway whenever somebody looks. Kept is only what a person chose about one: to show it
 * to the other of their pairs, or not to want it. There are no points and no order of people. Safe in the browser.
 */
import { z } from 'zod';
import { sides, type Side } from '../../pairs/model.ts';

/** What the rules are about; the rules stand in `rules.ts` and, in words, on the page. */
export const badgeKinds = ['trained', 'first-meeting', 'goal-reached', 'completed', 'returned', 'host'] as const;
export type BadgeKind = (typeof badgeKinds)[number];

export const badgeIds = [
  ...(['trained-mentee', 'trained-mentor', 'first-meeting-mentee', 'first-meeting-mentor'] as const),
  ...(['goal-reached-mentee', 'goal-reached-mentor', 'completed-mentee', 'completed-mentor'] as const),
  'returned-mentor',
  'host-mentor',
] as const;
export const badgeId = z.enum(badgeIds);
export type BadgeId = (typeof badgeIds)[number];

/** Who sees it: the person alone, or also the other of their pairs; `declined` is shown to nobody. */
export const badgeChoices = ['me', 'partner', 'declined'] as const;
export type BadgeChoice = (typeof badgeChoices)[number];

/** `me` is how each begins, so it is kept as nothing. */
export const keptChoice = z.strictObject({ choice: z.enum(['partner', 'declined']) });

export const badge = z.strictObject({
  id: badgeId,
  kind: z.enum(badgeKinds),
  side: z.enum(sides),
  /** Where a day is known. */
  at: z.number().optional(),
});
export type Badge = z.infer<typeof badge>;

export const badgeView = badge.extend({ choice: z.enum(badgeChoices) });
export type BadgeView = z.infer<typeof badgeView>;

/** What the other of a pair sees: no day, which would tell of other programmes. */
export const shownBadge = badge.pick({ id: true, kind: true, side: true });
export type ShownBadge = z.infer<typeof shownBadge>;

/** Each that there can be, for the page and whoever checks a signed one. */
export const allBadges: readonly ShownBadge[] = badgeKinds.flatMap((kind) =>
  sides.flatMap((side) => {
    const id = badgeIdOf(kind, side);
    return id ? [{ id, kind, side }] : [];
  }),
);

/** Nobody comes back as a mentee by a badge: a mentee who comes back needs somebody. Circles are for mentors. */
export function badgeIdOf(kind: BadgeKind, side: Side): BadgeId | undefined {
  return badgeIds.find((id) => id === `${kind}-${side}`);
}
