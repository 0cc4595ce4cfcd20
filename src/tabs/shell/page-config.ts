/** What the server writes into the page: origins of a host other than Teams, and the nonce of this page. */
export interface PageConfig {
  readonly validMessageOrigins: string[];
  readonly nonce: string;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Reads the settings the server put into index.html. Throws where they are missing or malformed. */
export function readPageConfig(page: Document): PageConfig {
  const written: unknown = JSON.parse(page.getElementById('config')?.textContent ?? '');
  const origins =
    typeof written === 'object' && written !== null && 'validMessageOrigins' in written
      ? written.validMessageOrigins
      : undefined;
  if (!Array.isArray(origins) || !origins.every(isText)) {
    throw new Error('The settings in the page are malformed.');
  }
  const meta = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return { validMessageOrigins: origins, nonce: meta?.nonce || meta?.content || '' };
}
