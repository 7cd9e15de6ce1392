/** The largest instance in a process of its own: prints its figures as JSON. */
import { largeRun } from './matching.ts';

largeRun().then(
  (figures) => process.stdout.write(JSON.stringify(figures)),
  (error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  },
);
