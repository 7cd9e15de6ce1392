/** Who may do what in a mentors' circle: its mentors once they have joined, and the programme's coordinators as hosts. */
import type { CircleText, Seat } from './model.ts';

/** See what it is, and join. */
export function mayCome(seat: Seat | undefined): seat is Seat {
  return seat !== undefined;
}

/** Read and write. */
export function mayTakePart(seat: Seat, joined: boolean): boolean {
  return seat === 'host' || joined;
}

/** Pin, and take out what others wrote. */
export function mayHost(seat: Seat): boolean {
  return seat === 'host';
}

/** Change and take back: whoever has the mark, by which nobody else can be told. Hosts never change a text. */
export function isWriterOf({ mark }: Pick<CircleText, 'mark'>, own: string): boolean {
  return mark === own;
}
