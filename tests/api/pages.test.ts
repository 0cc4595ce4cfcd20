import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';
import { appId } from './support/token-mint.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await openApi({ config: { publicOrigin: 'https://mebuki.example.jp' } });
});
afterAll(() => api.close());

const policyOf = (headers: Headers): ReadonlyMap<string, string> =>
  new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );

describe('every answer', () => {
  test.each([
    ['GET', '/api/me'],
    ['GET', '/api/nothing'],
    ['PUT', '/api/me'],
    ['GET', '/readyz'],
    ['GET', '/pages/privacy'],
    ['GET', '/tabs/'],
    ['GET', '/tabs/assets/page-1a2b.js'],
    ['POST', '/api/messages'],
  ])('to %s %s has the headers that protect it', async (method, path) => {
    const { headers } = await api.call(method, path);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers.has('server')).toBe(false);
    expect(headers.has('access-control-allow-origin')).toBe(false);
    expect(policyOf(headers).get('base-uri')).toBe("'none'");
    expect(policyOf(headers).get('form-action')).toBe("'none'");
  });

  test('of the API may be neither framed nor kept, and is JSON in UTF-8', async () => {
    const { headers } = await api.call('GET', '/api/me', { as: 'colleague' });
    expect(policyOf(headers).get('frame-ancestors')).toBe("'none'");
    expect(policyOf(headers).get('default-src')).toBe("'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('over plain http speaks of no https', async () => {
    const plain = await openApi();
    const { headers } = await plain.call('GET', '/healthz');
    expect(headers.has('strict-transport-security')).toBe(false);
    await plain.close();
  });
});

describe('the page of the tabs', () => {
  test('has a new nonce each time, in the policy and in the page', async () => {
    const nonces = new Set<string>();
    for (const path of ['/tabs/', '/tabs/index.html', '/tabs/?surface=personal']) {
      const { headers, text } = await api.call('GET', path);
      const nonce = /'nonce-([^']+)'/.exec(policyOf(headers).get('script-src') ?? '')?.[1] ?? '';
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(5);
      expect(text).not.toMatch(/%[A-Z_]+%/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('may be framed by the hosts of Teams, or by those of the settings alone', async () => {
    const { headers } = await api.call('GET', '/tabs/');
    expect(policyOf(headers).get('frame-ancestors')).toBe(
      'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    );
    const teamsHostOrigins = ['http://127.0.0.1:4102'];
    const local = await openApi({ config: { teamsHostOrigins } });
    const page = await local.call('GET', '/tabs/');
    expect(policyOf(page.headers).get('frame-ancestors')).toBe('http://127.0.0.1:4102');
    expect(page.text).toContain('{"validMessageOrigins":["http://127.0.0.1:4102"]');
    await local.close();
  });

  test('is not kept, while its files with a hash are kept for ever', async () => {
    expect((await api.call('GET', '/tabs/')).headers.get('cache-control')).toBe('no-store');
    const file = await api.call('GET', '/tabs/assets/later-3c4d.js');
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('sends large files packed to whoever accepts it', async () => {
    const path = '/tabs/assets/later-3c4d.js';
    const packed = await api.call('GET', path, { headers: { 'Accept-Encoding': 'gzip' } });
    const plain = await api.call('GET', path, { headers: { 'Accept-Encoding': 'identity' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(packed.text).toBe(plain.text);
    expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  });

  test.each(['/tabs/secret.map', '/tabs/assets', '/tabs/assets/', '/tabs/nothing.js'])(
    '%s is not there',
    async (path) => {
      expect((await api.call('GET', path)).status).toBe(404);
    },
  );
});

describe('in a browser', () => {
  let browser: Browser;
  let local: ApiUnderTest;
  beforeAll(async () => {
    local = await openApi();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await local.close();
  });

  test('modules, later modules and styles with the nonce run; nothing else does', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${local.origin}/tabs/`);
    const root = page.locator('#root');
    await root.filter({ hasText: `loaded ${appId}` }).waitFor();
    const look = await root.evaluate((element) => {
      const { color, fontWeight } = getComputedStyle(element);
      return [color, fontWeight];
    });
    expect(look).toEqual(['rgb(1, 2, 3)', '700']);
    expect(complaints).toEqual([]);
    const ran = await page.evaluate(async () => {
      const mark = document.createElement('div');
      mark.innerHTML =
        '<img src="x:" onerror="document.title=\'inline\'"><style>p{color:red}</style>';
      document.body.append(mark);
      const image = mark.querySelector('img');
      await new Promise((resolve) => setTimeout(resolve, image ? 200 : 0));
      const paragraph = document.getElementById('root');
      return [document.title, paragraph && getComputedStyle(paragraph).color];
    });
    expect(ran).toEqual(['', 'rgb(1, 2, 3)']);
    await page.close();
  });

  test.each(['privacy', 'terms', 'support'])(
    'the page on %s shows its text in both languages, with its style',
    async (name) => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${api.origin}/pages/${name}`);
      expect(
        await page
          .locator('article')
          .evaluateAll((all) => all.map((one) => one.getAttribute('lang'))),
      ).toEqual(['ja', 'en']);
      const width = await page.locator('body').evaluate((body) => getComputedStyle(body).maxWidth);
      expect(width).toBe('704px');
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
