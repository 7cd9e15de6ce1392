/** When each wave of a published proposal goes: it follows from the time of publishing, so nothing keeps count. */
import { day } from '../../../platform/clock.ts';
import { inWaves, type Waves, type WavesProgress } from './model.ts';

/** The pairs of a published proposal whose wave has come, and how far the waves are; days are counted from the publishing on. */
export function wavesAt<P extends { readonly mentorId: string }>(
  all: readonly P[],
  wanted: Waves,
  { publishedAt, now }: { readonly publishedAt: number; readonly now: number },
): WavesProgress & { readonly open: P[] } {
  const parts = inWaves(all, wanted);
  const step = wanted.everyDays * day;
  const [of, out] = [parts.length, Math.min(parts.length, 1 + Math.floor((now - publishedAt) / step))];
  return { of, out, open: parts.slice(0, out).flat(), ...(out < of ? { next: publishedAt + out * step } : {}) };
}
