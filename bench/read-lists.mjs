import { drive } from './client.mjs';
import { comparisonLines } from './lines.mjs';
import { takePairs, takeSample } from './measure.mjs';
import { openFloor } from './office.mjs';
import { concurrency } from './plan.mjs';

const goal = 2;
const setByNode = new Set(['date', 'connection', 'keep-alive']);

/** One answer of the app, of middle length among those to everyone, and the headers that came with it. */
async function pageOf(requests) {
  const { answers } = await drive(requests, 1);
  const sorted = answers.toSorted((a, b) => a.bytes - b.bytes);
  const { headers, text, bytes } = sorted[Math.floor(sorted.length / 2)];
  const own = Object.entries(headers).filter(([name]) => !setByNode.has(name));
  return { headers: Object.fromEntries(own), body: text, bytes, least: sorted[0].bytes };
}

/** A list of the app beside a bare page of the same bytes. */
async function compareList({ office, plan, readers, floor }, name, path, count) {
  const page = await pageOf(await readers.requests(path, readers.count));
  const { headers, body } = page;
  await floor.server.ask({ page: { headers, body } });
  const isWhole = ({ status, bytes }) => status === 200 && bytes >= page.least;
  const ownRequests = async (many) =>
    (await readers.requests(path, many)).map((request) => ({ ...request, fits: isWhole }));
  const floorRequests = (many) =>
    Array.from({ length: many }, () => ({ url: `${floor.url}/page`, fits: isWhole }));
  await drive(await ownRequests(plan.ownWarmUp), concurrency);
  await drive(floorRequests(plan.floorWarmUp), concurrency);
  const pairs = await takePairs({
    samples: plan.samples,
    floor: () => takeSample(floor.server, floorRequests(count), office.servers),
    ours: async () => takeSample(office.server, await ownRequests(count), office.servers),
  });
  const compared = comparisonLines(name, pairs, goal);
  return { ...compared, notes: [...compared.notes, `${name}: ${page.bytes} bytes per answer.`] };
}

/** GET /api/my-proposals and GET /api/triage, each beside a floor. */
export async function compareLists(office, plan, readers) {
  const floor = await openFloor(office, 'page.mjs');
  const bench = { office, plan, readers, floor };
  const at = `at ${plan.proposals}`;
  const own = await compareList(bench, `My proposals ${at}`, '/api/my-proposals', plan.ownReads);
  const triage = await compareList(bench, `Triage list ${at}`, '/api/triage', plan.triageReads);
  await floor.server.stop();
  return { lines: [...own.lines, ...triage.lines], notes: [...own.notes, ...triage.notes] };
}
