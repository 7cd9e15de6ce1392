/** All that stands around an application and is fetched beside its page, in one go: each fetch of its own would cost the page a line. */
export { Receipt } from '../../people/receipt/components/receipt.tsx';
export { ManagerWord } from '../informing/components/manager-word.tsx';
export { ListNotice } from '../rounds/components/listed.tsx';
export { say as sayRounds } from '../rounds/words.ts';
export { Forget } from './forget.tsx';
export { Nominate } from './nominate.tsx';
export { Seen } from './seen.tsx';
export { Standing } from './standing.tsx';
export { Summary } from './summary.tsx';
