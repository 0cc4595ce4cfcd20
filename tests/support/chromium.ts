import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that src/tooling/test.mjs found; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['MEBUKI_CHROMIUM'];
  if (executablePath === undefined) {
    throw new Error('MEBUKI_CHROMIUM is not set: run the tests through `npm test`.');
  }
  return chromium.launch({ executablePath, args: flags });
}
