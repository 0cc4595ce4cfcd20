// node src/tooling/draw-icons.mjs: draws manifest/*.svg into the PNG files of the app package.
// The PNG files are committed; run this again only after changing a drawing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';
import { projectRoot } from './project-root.mjs';

const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const { name, size } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(join(projectRoot, 'manifest', `${name}.svg`), 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    await page.screenshot({
      path: join(projectRoot, 'manifest', `${name}.png`),
      omitBackground: true,
    });
    console.log(`Drawn: manifest/${name}.png (${size} × ${size})`);
  }
} finally {
  await browser.close();
}
