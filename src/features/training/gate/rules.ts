/** Who may be matched while a programme asks for the courses first. */
import { sides, takesPartAs, type Application, type Side } from '../../recruitment/model.ts';
import { isPathDone, type OwnPath } from '../rules.ts';
import type { Show } from './model.ts';

/** What is known of the people of a programme. */
export interface Knowing {
  readonly isDone: (personId: string) => (courseId: string) => boolean;
  /** What the programme asks for besides Tandem's courses. */
  readonly own: OwnPath;
  readonly isExcepted: (personId: string) => boolean;
}

type Applied = Pick<Application, 'personId' | 'answers' | 'passedOver'>;

/** The sides on which somebody takes part, and of these those whose courses are done. */
export function sidesOf(
  one: Applied,
  { isDone, own }: Pick<Knowing, 'isDone' | 'own'>,
): { readonly all: Side[]; readonly done: Side[] } {
  const all = sides.filter((side) => takesPartAs(side, one));
  return { all, done: all.filter((side) => isPathDone(side, own, isDone(one.personId))) };
}

/** Not in the matching, on one side at least. */
export function isLeftOut(one: Applied, known: Knowing): boolean {
  const { all, done } = sidesOf(one, known);
  return done.length < all.length && !known.isExcepted(one.personId);
}

/** The applications that a proposal is made of: of who applied for both sides, perhaps one. */
export function readyAmong<A extends Applied>(applications: readonly A[], known: Knowing): A[] {
  return applications.flatMap((one) => {
    if (!isLeftOut(one, known)) return [one];
    const [role, ...more] = sidesOf(one, known).done;
    return role === undefined || more.length > 0 ? [] : [{ ...one, answers: { ...one.answers, role } }];
  });
}

export function isShown(show: Show, one: Applied, known: Knowing): boolean {
  const { all, done } = sidesOf(one, known);
  switch (show) {
    case 'all':
      return true;
    case 'left-out':
      return isLeftOut(one, known);
    case 'not-yet':
      return done.length < all.length;
    case 'done':
      return done.length === all.length;
    case 'excepted':
      return known.isExcepted(one.personId);
    default:
      return show satisfies never;
  }
}
