/** A worker as a process of its own, with the product's platform and the jobs of these trials. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig } from '../../../src/config.ts';
import { connect } from '../../../src/platform/connect.ts';
import { startWorker } from '../../../src/worker/run.ts';
import { markFirstJobs, trialJobs } from './jobs.ts';

const [file = '', order, quick, skewMs] = process.argv.slice(2);
const rightTime = Date.now;
Date.now = () => rightTime() + Number(skewMs);
const timing = quick === 'quick' ? { leaseSeconds: 5, firstRestSeconds: 0.05, lostAfterSeconds: 10 } : undefined;
const { deps, queue, campaign, stop } = await connect(readConfig(parseEnv(readFileSync(file, 'utf8'))), timing);
const worker = startWorker({ deps, queue, campaign, jobs: order === 'mark-first' ? markFirstJobs : trialJobs });
process.stdout.write('working\n');
process.once('SIGTERM', () => {
  void worker.stop().then(() => {
    stop();
    process.exit(0);
  });
});
