/** A value once nothing has moved for a while: what is typed or pulled asks the server once. */
import { useEffect, useState } from 'react';

/** `restMs`: so long nothing changed. The value must stay the same object while it does not change. */
export function useSettled<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return settled;
}
