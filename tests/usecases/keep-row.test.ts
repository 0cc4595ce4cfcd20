import { type RecordedEntry, recordRow } from '../../src/domain/recorded.js';
import { allowed } from '../../src/domain/result.js';
import { mostCharacters, trailLength } from '../../src/domain/trail-archive.js';
import { keepRow, type RowShelf } from '../../src/usecases/keep-row.js';
import { fakeList } from '../support/fake-store.js';
import { secretaryAct } from '../support/sample-proposals.js';

interface Row {
  readonly id: string;
  readonly label: string;
  readonly trail?: readonly RecordedEntry[];
}

test('a row whose trail would outgrow its column is refused, and stays as it is', async () => {
  const list = fakeList<Row>(({ id }) => id);
  const shelf: RowShelf<Row> = {
    store: list.store,
    keyOf: ({ id }) => id,
    held: () => [...list.items.values()][0],
    took: () => {},
    pause: async () => {},
  };
  const keep = (n: number) =>
    keepRow(shelf, 'a', (present) =>
      allowed(
        recordRow(present, { id: 'a', label: `${n}${'名'.repeat(2_000)}` }, secretaryAct) ?? {
          id: 'a',
          label: '',
        },
      ),
    );
  let outcome = await keep(0);
  for (let n = 1; outcome.kind === 'kept' && n < 60; n += 1) outcome = await keep(n);
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'trail-full' } });
  const { trail = [] } = [...list.items.values()][0]?.value ?? {};
  expect(trailLength(trail)).toBeLessThanOrEqual(mostCharacters);
  expect(trailLength(trail)).toBeGreaterThan(mostCharacters - 3_000);
});
