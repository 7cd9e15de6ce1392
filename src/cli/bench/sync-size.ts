/** One size of directory in a process of its own, so that its memory is its own: prints its figures as JSON. */
import { benchSize } from './sync.ts';

benchSize(Number(process.argv[2])).then(
  (figures) => process.stdout.write(JSON.stringify(figures)),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
