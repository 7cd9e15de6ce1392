/** Preloaded into the web process of a benchmark: says how many requests of each kind it sent to the tables of an origin, since it was first asked. */
import { subscribe } from 'node:diagnostics_channel';

const counts = { point: 0, range: 0, insert: 0, update: 0, remove: 0, batch: 0 };
const kinds = { GET: 'range', POST: 'insert', PUT: 'update', PATCH: 'update', MERGE: 'update', DELETE: 'remove' };
let origin;

function kindOf({ method, path }) {
  if (path.includes('$batch')) return 'batch';
  return method === 'GET' && path.includes('PartitionKey=') ? 'point' : kinds[method];
}

subscribe('http.client.request.start', ({ request }) => {
  if (`http://${request.getHeader('host')}` === origin) counts[kindOf(request)] += 1;
});

process.on('message', (wish) => {
  if (wish?.countsTo === undefined) return;
  origin = wish.countsTo;
  process.send?.({ counts, rss: process.memoryUsage().rss, cpu: process.cpuUsage() });
});
process.channel?.unref();
