// Draws every card of tests/support/card-gallery.ts as the local host page would, at the width of a phone, into
// build/screens/cards: one sheet per language and theme. For looking at; the rules are in tests/cards.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from './find-chromium.mjs';
import { projectRoot } from './project-root.mjs';

const out = join(projectRoot, 'build/screens/cards');
const cardWidth = 320;
const columns = 5;

const themes = {
  light: {
    colorNeutralBackground1: '#ffffff',
    colorNeutralBackground3: '#f5f5f5',
    colorNeutralForeground1: '#242424',
    colorNeutralForeground3: '#616161',
    colorNeutralStroke1: '#d1d1d1',
    colorNeutralStroke2: '#e0e0e0',
    colorNeutralStrokeAccessible: '#616161',
    colorBrandForeground1: '#5b5fc7',
    colorBrandForegroundLink: '#4f52b2',
    colorPaletteRedForeground1: '#bc2f32',
    colorPaletteRedBackground1: '#fdf6f6',
    page: '#f0f0f0',
  },
  dark: {
    colorNeutralBackground1: '#292929',
    colorNeutralBackground3: '#1f1f1f',
    colorNeutralForeground1: '#ffffff',
    colorNeutralForeground3: '#adadad',
    colorNeutralStroke1: '#666666',
    colorNeutralStroke2: '#525252',
    colorNeutralStrokeAccessible: '#adadad',
    colorBrandForeground1: '#9299f7',
    colorBrandForegroundLink: '#aab1fa',
    colorPaletteRedForeground1: '#e37d80',
    colorPaletteRedBackground1: '#3f1011',
    page: '#141414',
  },
};

/** Compiles the gallery and the host's card settings, which are TypeScript, and loads them. */
async function loadGallery() {
  const outDir = join(projectRoot, 'build/gallery');
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          gallery: 'tests/support/card-gallery.ts',
          config: 'src/local/teams-host/page/card-config.ts',
        },
      },
    },
  });
  const load = (name) => import(pathToFileURL(join(outDir, `${name}.js`)).href);
  return { ...(await load('gallery')), ...(await load('config')) };
}

const require = createRequire(import.meta.url);
const renderer = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');
const css = readFileSync(join(projectRoot, 'src/local/teams-host/page/card.css'), 'utf8');

function pageOf(theme) {
  const variables = Object.entries(theme).map(([name, value]) => `--${name}:${value};`);
  return `<!doctype html><style>:root{${variables.join('')}}
    body{margin:0;padding:16px;background:var(--page);color:var(--colorNeutralForeground1);
      font:14px/20px "Segoe UI","Noto Sans CJK JP","Noto Sans JP",sans-serif;
      columns:${columns};column-width:${cardWidth}px;column-gap:16px;width:${columns * (cardWidth + 16)}px}
    figure{margin:0 0 16px;break-inside:avoid;width:${cardWidth}px}figcaption{font-size:12px;opacity:.7}
    ${css}</style><body></body>`;
}

/** Runs in the browser: draws cards one below the other. */
function drawAll({ cards, config, pictures }) {
  const { AdaptiveCard, HostConfig } = globalThis.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const plain = document.createElement('p');
    plain.textContent = text.replace(/\\([*_\\[\]()#-])/g, '$1');
    result.outputHtml = plain.outerHTML;
    result.didProcess = true;
  };
  for (const { name, card } of cards) {
    const drawing = new AdaptiveCard();
    drawing.hostConfig = new HostConfig(config);
    drawing.parse(card);
    const figure = document.createElement('figure');
    const frame = document.createElement('div');
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    frame.className = 'card';
    frame.append(drawing.render());
    figure.append(caption, frame);
    document.body.append(figure);
  }
  for (const image of document.images) image.src = pictures[image.src.split('/').at(-1)];
  const wide = [...document.querySelectorAll('.card, .card .ac-actionSet')].filter(
    (part) => part.scrollWidth > part.clientWidth,
  );
  return wide.map((part) => part.closest('figure').firstChild.textContent);
}

function pictureData(cards) {
  const names = JSON.stringify(cards).matchAll(/status\/([a-z-]+\.png)/g);
  return Object.fromEntries(
    [...new Set([...names].map(([, name]) => name))].map((name) => {
      const bytes = readFileSync(join(projectRoot, 'src/tabs/public/status', name));
      return [name, `data:image/png;base64,${bytes.toString('base64')}`];
    }),
  );
}

const { cardGallery, cardConfig } = await loadGallery();
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const locale of ['ja', 'en']) {
  const cards = cardGallery(locale);
  const pictures = pictureData(cards);
  for (const [name, theme] of Object.entries(themes)) {
    const page = await browser.newPage({ viewport: { width: columns * 340 + 32, height: 900 } });
    await page.setContent(pageOf(theme));
    await page.addScriptTag({ content: renderer });
    const wide = await page.evaluate(drawAll, { cards, config: cardConfig, pictures });
    if (wide.length > 0) throw new Error(`wider than ${cardWidth} px: ${wide.join(', ')}`);
    await page.screenshot({ path: join(out, `${locale}-${name}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
console.log(`cards drawn in ${out}`);
