import { Agent, request } from 'node:http';

/** @typedef {{ url: string, method?: string, headers?: object, body?: string, fits?: (answer: Answer) => boolean }} Sent */
/** @typedef {{ status: number, headers: object, bytes: number, text: string, ms: number }} Answer */

/** Sends one request over a connection that is kept. @returns {Promise<Answer>} */
function send(agent, { url, method = 'GET', headers = {}, body }) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request(url, { agent, method, headers: { ...headers, ...length } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const whole = Buffer.concat(chunks);
        const { statusCode: status, headers: received } = response;
        const ms = performance.now() - started;
        resolve({
          status,
          headers: received,
          bytes: whole.length,
          text: whole.toString('utf8'),
          ms,
        });
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

function refuse({ url }, answer) {
  throw new Error(`${url}: ${answer.status} ${answer.text.slice(0, 300)}`);
}

const isOk = ({ status }) => status === 200;

/**
 * Sends all requests, a fixed number at once, and checks every answer: one that does not fit ends the run.
 * @param {Sent[]} requests
 * @returns {Promise<{ seconds: number, answers: Answer[] }>}
 */
export async function drive(requests, atOnce) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answers = [];
  let next = 0;
  const work = async () => {
    while (next < requests.length) {
      const mine = requests[next];
      next += 1;
      const answer = await send(agent, mine);
      if (!(mine.fits ?? isOk)(answer)) refuse(mine, answer);
      answers.push(answer);
    }
  };
  const started = process.hrtime.bigint();
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    agent.destroy();
  }
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, answers };
}

/** Sends one request and answers its JSON; anything but 2xx throws. */
export async function call(url, { method = 'GET', token, body } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 500)}`);
  return text === '' ? undefined : JSON.parse(text);
}
