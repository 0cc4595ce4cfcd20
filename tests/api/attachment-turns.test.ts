import { defaultAttachmentLimit, openAttachmentTurns } from '../../src/api/attachment-turns.js';
import { mostAttachmentBytes } from '../../src/domain/attachments/attachment.js';
import { type ApiRefusalCode, apiRefusalText } from '../../src/text/api-texts.js';

test('a turn ends once, whoever says so how often', () => {
  const take = openAttachmentTurns({ perPerson: 1, total: 1, sentWithinMs: 8, takenWithinMs: 9 });
  const first = take('a');
  if (typeof first === 'string') throw new Error(first);
  expect(take('a')).toBe('own-files-under-way');
  expect(take('b')).toBe('files-under-way');
  first.end();
  first.end();
  const second = take('b');
  expect(second).toMatchObject({ sentWithinMs: 8, takenWithinMs: 9 });
  expect(take('a')).toBe('files-under-way');
});

test('the largest file has the time it needs on a line of 2 Mbit/s', () => {
  const neededMs = (mostAttachmentBytes * 8) / 2_000;
  expect(defaultAttachmentLimit.sentWithinMs).toBeGreaterThan(1.5 * neededMs);
});

test.each<ApiRefusalCode>(['own-files-under-way', 'files-under-way'])(
  'that %s is said in both languages',
  (code) => {
    expect(apiRefusalText(code, 'ja')).toMatch(/何も変わっていません。.*もう一度お試しください。$/);
    expect(apiRefusalText(code, 'en')).toMatch(/Nothing was changed\. Please .*try again/);
  },
);
