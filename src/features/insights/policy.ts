/** Who may look at how the product itself is doing: whoever runs it. In chat no token says the role, so not there. */
import type { Caller } from '../../platform/doors.ts';

export function maySeeDelivery(caller: Caller): boolean {
  return caller.roles.includes('Administrator');
}
