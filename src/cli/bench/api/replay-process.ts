/** A process of its own that does recorded operations on storage at steady rates: `{rate, seconds}` in, what was answered out. */
import { readFileSync } from 'node:fs';
import { randomFrom } from '../../../../test/support/delivery/chance.ts';
import { newId } from '../../../platform/ids.ts';
import { straightTo, type Operation } from '../../../platform/tables/straight.ts';
import { steadily } from './steady.ts';

const [connection = '', file = ''] = process.argv.slice(2);
const operations = JSON.parse(readFileSync(file, 'utf8')) as Operation[];
const run = straightTo(connection);
const random = randomFrom(5);

/** What was made the first time is made under another key. */
function anew(one: Operation): Operation {
  if (one.kind === 'insert') return { ...one, rowKey: `${one.rowKey}-${newId()}` };
  if (one.kind !== 'batch') return one;
  return { ...one, rows: one.rows.map((row) => ({ ...row, rowKey: `${row.rowKey}-${newId()}` })) };
}

const isRead = ({ kind }: Operation): boolean => kind === 'point' || kind === 'range';

process.on('message', ({ rate, seconds }: { rate: number; seconds: number }) => {
  void steadily({ rate, seconds }, () => {
    const one = operations[Math.floor(random() * operations.length)]!;
    const answered = run(anew(one)).then(
      () => 200,
      () => 500,
    );
    return { method: isRead(one) ? 'GET' : 'PUT', path: one.kind, answered };
  }).then((offered) => process.send?.(offered));
});
process.once('disconnect', () => process.exit(0));
