/** Reads what a request of the control API carries; what is wrong comes back as one clear sentence. */
import type { z } from 'zod';
import { Unwelcome } from './world.ts';

/** Throws an Unwelcome with status 400 that names each field that is wrong. */
export function asked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new Unwelcome(400, `The request is not complete. ${problems.join('; ')}.`);
}
