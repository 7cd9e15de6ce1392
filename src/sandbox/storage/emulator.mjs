/**
 * The storage emulator as a child process. It ends, and writes down what it has in memory, when its parent lets go of it
 * or dies: a kill of the parent would otherwise leave it behind with the ports.
 */
import { createRequire } from 'node:module';

const own = createRequire(import.meta.url);
const ofEmulator = createRequire(own.resolve('azurite/dist/src/azurite.js'));

process.once('SIGINT', () => {
  if (process.connected) process.disconnect();
});
process.once('disconnect', () => process.emit('SIGINT'));

findByKey();
await import('azurite/dist/src/azurite.js');

/**
 * The emulator scans the partition for every row and the whole table for every range; the service finds both by their keys.
 * Here its own indices are used: the row's key first, and for a range the rows from its beginning on.
 */
function findByKey() {
  const { Collection } = ofEmulator('lokijs');
  const { findOne, chain } = Collection.prototype;
  Collection.prototype.findOne = function (query) {
    const { PartitionKey, RowKey } = query ?? {};
    return findOne.call(this, RowKey === undefined ? query : { RowKey, PartitionKey });
  };

  let range;
  Collection.prototype.chain = function () {
    const all = chain.call(this);
    if (range === undefined) return all;
    const [, partition, from, to] = range;
    return all.find({ RowKey: { $between: [from, to] } }).find({ PartitionKey: partition });
  };
  const store = ofEmulator('./table/persistence/LokiTableMetadataStore.js').default.prototype;
  const query = store.queryTableEntities;
  const wanted = /^PartitionKey eq '([^']*)' and RowKey ge '([^']*)' and RowKey lt '([^']*)'$/;
  store.queryTableEntities = function (...call) {
    range = wanted.exec(call[3]?.filter ?? '') ?? undefined;
    try {
      // All its work is done before it gives its promise.
      return query.apply(this, call);
    } finally {
      range = undefined;
    }
  };
}
