import { openHealthWatch } from '../../src/runtime/health.js';
import { examineHealth } from '../../src/usecases/examine-health.js';

const clock = { now: () => 1_790_000_000_000 };

test('one check that fails is told as failed and keeps no other from being told, in the order of subjects', async () => {
  const report = await examineHealth(clock, [
    { subject: 'folder', look: async () => [{ code: 'folder-unproved' }] },
    { subject: 'lists', look: () => Promise.reject(new Error('no answer')) },
    { subject: 'settings', look: async () => [{ code: 'settings-sound' }] },
  ]);
  expect(report).toEqual({
    asOf: clock.now(),
    findings: [
      { code: 'settings-sound' },
      { code: 'check-failed', subject: 'lists', said: 'no answer' },
      { code: 'folder-unproved' },
    ],
  });
});

test('who asks while the app looks at itself gets the same look; the latest report stays', async () => {
  let looks = 0;
  const watch = openHealthWatch(clock, [
    {
      subject: 'settings',
      look: async () => {
        looks += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return [{ code: 'settings-sound' }];
      },
    },
  ]);
  expect(watch.report()).toBeUndefined();
  const [first, second] = await Promise.all([watch.look(), watch.look()]);
  expect([looks, first]).toEqual([1, second]);
  expect(watch.report()).toBe(first);
  await watch.look();
  expect(looks).toBe(2);
});
