import { setTimeout as pause } from 'node:timers/promises';
import { drive } from './client.mjs';

const allReadWithinMs = 600_000;
/** Words of the texts of the stock, from frequent to rare, as people type them while they look for something. */
const words = [
  '会議',
  '電子',
  '議事録',
  'ペーパーレス',
  '職員',
  '印刷',
  'AI',
  '名簿',
  'ﾃﾚﾜｰｸ',
  '会議 電子',
];
const written = [
  { title: '会議の資料を紙で配らない', proposedContent: '会議の前に電子で配り、印刷をやめます。' },
  {
    title: '議事録を自動で作る',
    proposedContent: '録音から文字を起こし、担当が確かめるだけにします。',
  },
  {
    title: '名簿を一つにまとめる',
    proposedContent: '課ごとの名簿をやめ、異動の日に自動で改めます。',
  },
  { title: '朝礼をやめる', proposedContent: '連絡は朝の投稿で読み、集まらないことにします。' },
];

const query = (path, search) => `${path}?${new URLSearchParams(search)}`;

/** What is asked for, by its name in the table. Every answer is looked at, so that an empty one is no quick one. */
const reads = {
  'first page': { path: () => '/api/proposals', least: 1 },
  'filter by two facets': {
    path: () => query('/api/proposals', { status: 'decided', cost: 'none' }),
    least: 1,
  },
  'search by words': {
    path: (index) => query('/api/proposals', { q: words[index % words.length] }),
    least: 0,
  },
  'my proposals': { path: () => '/api/my-proposals', least: 0 },
};

/** The middle and the 95th of a hundred, in milliseconds. */
function quantiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}

/** One request after the other: what a person waits for, the way over loopback included. */
async function timesOf(requests) {
  const { answers } = await drive(requests, 1);
  return answers.map(({ ms }) => ms);
}

const rowsOf = ({ text }) => {
  const { rows, proposals } = JSON.parse(text);
  return (rows ?? proposals).length;
};

async function measureRead(readers, { path, least }, count) {
  const requests = await readers.requests(path, count);
  const fits = (answer) => answer.status === 200 && rowsOf(answer) >= least;
  const sent = requests.map((request) => ({ ...request, fits }));
  return quantiles(await timesOf(sent));
}

async function hintRequests(readers, count) {
  const requests = await readers.requests('/api/hints', count);
  return requests.map((request, index) => ({
    ...request,
    method: 'POST',
    headers: { ...request.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(written[index % written.length]),
  }));
}

/** Waits until every text has been read; answers how many seconds that took. */
export async function untilAllRead(readers) {
  const started = Date.now();
  for (;;) {
    const [request] = await hintRequests(readers, 1);
    const { answers } = await drive([request], 1);
    if (JSON.parse(answers[0].text).isComplete) return (Date.now() - started) / 1000;
    if (Date.now() - started > allReadWithinMs) throw new Error('the texts are not read');
    await pause(2_500);
  }
}

/**
 * How long reads take at the present size of the stock.
 * @returns {Promise<Record<string, { p50: number, p95: number }>>}
 */
export async function measureLatencies(readers, counts) {
  const figures = {};
  for (const [name, read] of Object.entries(reads)) {
    await measureRead(readers, read, counts.warmUp);
    figures[name] = await measureRead(readers, read, counts.reads);
  }
  figures['similar texts'] = quantiles(await timesOf(await hintRequests(readers, counts.hints)));
  return figures;
}
