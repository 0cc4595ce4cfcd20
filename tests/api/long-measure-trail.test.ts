import type { z } from 'zod';
import {
  deskMeasureShape,
  measureItemAnswer,
  measuresAnswer,
} from '../../src/contract/measure-answers.js';
import { noticesOfMeasure } from '../../src/domain/measures/measure-notices.js';
import { heldRowOf } from '../../src/domain/notice-hold.js';
import { rightMeasure } from '../support/measure-world.js';
import type { PersonName } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

const measure = '20000000-0000-4000-8000-000000000001';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  await did('', { id: measure, form: rightMeasure });
});
afterEach(() => api.close());

async function read<S extends z.ZodType>(as: PersonName, path: string, shape: S) {
  const answer = await api.call('GET', path, { as });
  expect([path, answer.status]).toEqual([path, 200]);
  return shape.parse(answer.body) as z.infer<S>;
}

const post = (path: string, body: object) =>
  api.call('POST', `/api/measures${path}`, { as: 'secretary', body });

async function did(path: string, body: object = {}): Promise<void> {
  expect([path, (await post(path, body)).status]).toEqual([path, 200]);
}

async function publish(): Promise<void> {
  await did(`/${measure}/publish`);
  api.later(10_000);
  await api.sweepMeasures();
}

const longForm = (n: number) => ({
  ...rightMeasure,
  title: `${n}番目の題名`,
  measureContent: '長'.repeat(1_000),
});

test('a measure with a very long record is read whole by who works on it', async () => {
  for (let n = 1; n <= 36; n += 1) {
    await did(`/${measure}/edit`, { form: longForm(n) });
  }
  const [item] = [...api.measureLists.measures.items.values()];
  expect(item?.value.trail[0]?.seq).toBeGreaterThan(1);
  const desk = await read('secretary', `/api/measures/${measure}`, deskMeasureShape);
  expect(desk.trail.map(({ seq }) => seq)).toEqual(Array.from({ length: 37 }, (_, n) => n + 1));
});

/** Closes the notices of what is published of a measure, as the teller does once they are sent. */
async function allTold(id: string): Promise<void> {
  const { trail = [] } = api.register.measure(id)?.value ?? {};
  for (const intent of trail.flatMap((entry) => noticesOfMeasure(id, entry))) {
    if (api.register.ledgerRow(intent.key)) continue;
    const row = heldRowOf(intent, { holder: 'one', epoch: 1 }, 0);
    await api.haveRow({ ...row, state: 'closed' });
  }
}

test('every published version stays readable for all staff, those in the archive as well', async () => {
  await publish();
  await allTold(measure);
  for (let n = 1; n <= 40; n += 1) {
    await did(`/${measure}/edit`, { form: longForm(n) });
    if (n % 20 !== 0) continue;
    await publish();
    await allTold(measure);
  }
  expect(api.register.measure(measure)?.value.versions.length).toBeLessThan(3);
  const { versions } = await read('colleague', `/api/measures/${measure}`, measureItemAnswer);
  expect(versions.map(({ version, title }) => [version, title])).toEqual([
    [1, rightMeasure.title],
    [2, '20番目の題名'],
    [3, '40番目の題名'],
  ]);
  const { measures } = await read('colleague', '/api/measures', measuresAnswer);
  expect(measures).toMatchObject([{ version: 3, title: '40番目の題名' }]);
});

test('while the notices of a publication are open, a nearly full record takes no more acts of people', async () => {
  await publish();
  let answer = await post(`/${measure}/edit`, { form: longForm(0) });
  for (let n = 1; answer.status === 200 && n < 60; n += 1) {
    answer = await post(`/${measure}/edit`, { form: longForm(n) });
  }
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'trail-full' }]);
});
