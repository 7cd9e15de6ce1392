/** The app roles in the token, for what a page offers; the server decides by itself what somebody may do. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { rolesInToken } from './host.ts';

export const useRoles = (): UseQueryResult<readonly string[]> =>
  useQuery({ queryKey: ['roles-in-token'], queryFn: rolesInToken, staleTime: Infinity });
