/** `tandem adopt`: the storage is this installation's from now on, and every other is turned away when it starts. */
import { adopt } from '../platform/owner.ts';
import { connected } from './doctor.ts';

export async function adoptStorage(env: string | undefined): Promise<number> {
  const { deps, stop } = await connected(env);
  try {
    await adopt(deps);
    process.stdout.write('The storage belongs to this installation now. Start it again.\n');
    return 0;
  } finally {
    stop();
  }
}
