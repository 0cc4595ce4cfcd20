import { Agent, request } from 'node:http';
import { stockItems, stockLists } from './lives.mjs';

const atOnce = 8;
/** Members of one batch that Graph takes. */
const batchSize = 20;
const answered = 201;

/** Sends one batch of creates; throws where one of them was not stored. */
function sendBatch(agent, { url, token }, requests) {
  const body = JSON.stringify({ requests });
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode !== 200) {
          reject(new Error(`filling the list: ${response.statusCode} ${text.slice(0, 300)}`));
          return;
        }
        const failed = JSON.parse(text).responses.find(({ status }) => status !== answered);
        if (failed) reject(new Error(`filling the list: ${JSON.stringify(failed).slice(0, 300)}`));
        else resolve();
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function* batches(items, addressOf) {
  let batch = [];
  for (const { list, fields } of items) {
    const id = String(batch.length + 1);
    const headers = { 'Content-Type': 'application/json' };
    batch.push({ id, method: 'POST', url: addressOf(list), headers, body: { fields } });
    if (batch.length === batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/**
 * Stores so many proposals and the ledger of their notices as an administrator who takes a stock over would: in batches,
 * in the order of their numbers but for those under way at once. The app does not run yet.
 */
export async function storeProposals(office, count, campaign, now) {
  const places = new Map(stockLists.map((list) => [list, office.admin.placeOf(list)]));
  const [place] = places.values();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const all = batches(stockItems(count, campaign, now), (list) => places.get(list).address);
  const work = async () => {
    for (let next = all.next(); !next.done; next = all.next()) {
      await sendBatch(agent, place, next.value);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    agent.destroy();
  }
}
