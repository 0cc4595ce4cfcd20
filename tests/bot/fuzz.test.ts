import fc from 'fast-check';
import { type OpenBot, openBot, personalActivity } from '../support/open-bot.js';

let bot: OpenBot;
beforeAll(async () => {
  bot = await openBot();
});
afterAll(() => bot.close());

const runs = { numRuns: 60 };
const allowed = [200, 400, 401, 404, 413, 415, 501];

test('no bytes under a sound token end in a server error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(allowed).toContain((await bot.postRaw(new Uint8Array(bytes))).status);
    }),
    runs,
  );
});

test('no replaced member of an activity ends in a server error', async () => {
  const names = Object.keys(personalActivity('x'));
  const anything = fc.jsonValue({ maxDepth: 4 });
  const change = fc.dictionary(
    fc.constantFrom(...names, 'text', 'value', 'name', 'action'),
    anything,
  );
  await fc.assert(
    fc.asyncProperty(change, async (changes) => {
      expect(allowed).toContain((await bot.post(changes)).status);
    }),
    runs,
  );
});

test('no data of a card ends in a server error', async () => {
  const field = fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 2 }));
  const data = fc.dictionary(
    fc.constantFrom(
      'token',
      'campaignId',
      'formOpenedAt',
      'formVersion',
      'title',
      'office',
      'as',
      'number',
    ),
    field,
  );
  const verb = fc.constantFrom('submit-proposal', 'refresh-proposal', 'toString');
  await fc.assert(
    fc.asyncProperty(verb, data, async (chosen, sent) => {
      const value = { action: { type: 'Action.Execute', verb: chosen, data: sent } };
      const answer = await bot.post({ type: 'invoke', name: 'adaptiveCard/action', value });
      expect(allowed).toContain(answer.status);
    }),
    runs,
  );
});

test('no typed text ends in a server error or goes unanswered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
      const before = bot.connector.calls.length;
      expect((await bot.post({ text })).status).toBe(200);
      expect(bot.connector.calls.length).toBe(before + 1);
    }),
    runs,
  );
});
