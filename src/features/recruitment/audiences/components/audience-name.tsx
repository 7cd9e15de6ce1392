/** Whom a call asked, in a few words. */
import type { ReactNode } from 'react';
import { useAudienceName } from '../../../surveys/components/sayings.ts';
import { straightened, type KeptAudience } from '../model.ts';

export function AudienceName({ audience }: { readonly audience: KeptAudience }): ReactNode {
  return useAudienceName()(straightened(audience));
}
