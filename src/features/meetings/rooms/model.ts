/** A room in which a pair can meet. Safe in the browser. */
import { z } from 'zod';

export const roomAddress = z.email().max(254);
export const roomView = z.strictObject({ address: roomAddress, name: z.string(), seats: z.number().optional() });
export type RoomView = z.infer<typeof roomView>;
