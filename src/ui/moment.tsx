/** Days and times in the reader's language and zone. Instants are milliseconds, as the server gives them. */
import type { ReactNode } from 'react';
import { regionOf, sayDay, sayMoment } from '../platform/words.ts';
import { useLanguage } from './language.tsx';

/** The zone of the machine that the person sits at. */
export function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const dayWithName = { weekday: 'long', day: 'numeric', month: 'long' } as const;

export type MomentStyle = 'moment' | 'day' | 'weekday' | 'time';

/** `useMoment()(instant, 'day')` for a moment inside a sentence. */
export function useMoment(zone = readersZone()): (instant: number, style?: MomentStyle) => string {
  const language = useLanguage();
  return (instant, style = 'moment') => {
    if (style === 'day') return sayDay(language, instant, zone);
    if (style === 'moment') return sayMoment(language, instant, zone);
    if (style === 'weekday')
      return new Intl.DateTimeFormat(regionOf(language), { ...dayWithName, timeZone: zone }).format(instant);
    const format = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
    return new Intl.DateTimeFormat(regionOf(language), format).format(instant);
  };
}

export interface MomentProps {
  readonly at: number;
  readonly style?: MomentStyle;
  /** Where it happens, when that is not the reader's zone. */
  readonly zone?: string;
}

export function Moment({ at, style = 'moment', zone = readersZone() }: MomentProps): ReactNode {
  const write = useMoment(zone);
  return <time dateTime={new Date(at).toISOString()}>{write(at, style)}</time>;
}
