import { createHash } from 'node:crypto';
import { locales } from '../domain/conversation.js';
import { type PageName, pageTexts } from '../text/page-texts.js';
import type { Answer } from './answer.js';
import { textPagePolicy } from './security-headers.js';

const style =
  ':root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 system-ui,sans-serif}h1{font-size:1.4rem}h2{font-size:1.1rem}';

const policy = textPagePolicy(createHash('sha256').update(style).digest('base64'));

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

function sectionsHtml(name: PageName, locale: (typeof locales)[number]): string {
  const { title, sections } = pageTexts[locale][name];
  const parts = sections.map(({ heading, lines }) => {
    const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
    return `<h2>${escaped(heading)}</h2>${paragraphs}`;
  });
  return `<article lang="${locale}"><h1>${escaped(title)}</h1>${parts.join('')}</article>`;
}

/** A page for anyone, without sign-in: Japanese, then English. */
export function textPage(name: PageName): Answer {
  const title = escaped(pageTexts.ja[name].title);
  const articles = locales.map((locale) => sectionsHtml(name, locale)).join('<hr>');
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main>${articles}</main></body></html>`,
    headers: { 'Content-Security-Policy': policy },
  };
}
