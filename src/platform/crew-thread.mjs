/** One thread of a crew (`crew.ts`): loads the module, calls its function for each message; what a generator yields is its progress. */
import { parentPort, workerData } from 'node:worker_threads';

const { module, name, shared } = workerData;
if (module.endsWith('.ts')) (await import('tsx/esm/api')).register();
const work = (await import(module))[name];

parentPort.on('message', (args) => {
  try {
    parentPort.postMessage({ result: ended(work(shared, ...args)) });
  } catch (error) {
    parentPort.postMessage({ error });
  }
});

function ended(begun) {
  if (typeof begun?.next !== 'function') return begun;
  for (;;) {
    const { done, value } = begun.next();
    if (done) return value;
    parentPort.postMessage({ progress: value });
  }
}
