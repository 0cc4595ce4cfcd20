import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const indexHtml = `<!doctype html><html><head><meta property="csp-nonce" nonce="%CSP_NONCE%">
<script nonce="%CSP_NONCE%" type="application/json" id="config">%CONFIG_JSON%</script>
<link rel="icon" href="data:,"><link nonce="%CSP_NONCE%" rel="stylesheet" href="/tabs/assets/page-1a2b.css">
<script nonce="%CSP_NONCE%" type="module" src="/tabs/assets/page-1a2b.js"></script></head>
<body><p id="root">…</p></body></html>`;

/**
 * A small page as Vite would build it: a module that loads another one and adds a style at run time. Answers the
 * folder it was written to.
 */
export function buildTabs(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mebuki-tabs-'));
  mkdirSync(join(folder, 'assets'), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'index.html': indexHtml,
    'secret.map': '{}',
    'assets/page-1a2b.css': 'p{color:rgb(1,2,3)}',
    'assets/later-3c4d.js': `export const word = 'loaded';${' '.repeat(2000)}`,
    'assets/page-1a2b.js': `
      const nonce = document.querySelector('meta[property=csp-nonce]').nonce;
      const style = document.createElement('style');
      style.nonce = nonce;
      style.textContent = 'p{font-weight:700}';
      document.head.append(style);
      const { word } = await import('./later-3c4d.js');
      const config = JSON.parse(document.getElementById('config').textContent);
      document.getElementById('root').textContent = word + ' ' + config.teamsAppId;
    `,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
