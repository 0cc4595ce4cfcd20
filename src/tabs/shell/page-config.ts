import { z } from 'zod';

const shape = z.object({ validMessageOrigins: z.array(z.string()) });

/** What the server writes into the page: origins of a host other than Teams, and the nonce of this page. */
export interface PageConfig {
  readonly validMessageOrigins: string[];
  readonly nonce: string;
}

/** Reads the settings the server put into index.html. Throws where they are missing or malformed. */
export function readPageConfig(page: Document): PageConfig {
  const written: unknown = JSON.parse(page.getElementById('config')?.textContent ?? '');
  const meta = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return { ...shape.parse(written), nonce: meta?.nonce || meta?.content || '' };
}
