import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { iconFaults } from './icon-faults.mjs';
import { localisationFaults, manifestFaults } from './manifest-faults.mjs';

// A fixed date inside the zip: the same sources give the same bytes. 1980 is the earliest a zip
// can carry; local noon keeps clear of time zones.
const zipDate = new Date(1980, 0, 2, 12);

/** Replaces `${{NAME}}`; names without a value are added to `missing`. */
function resolvePlaceholders(text, values, missing) {
  return text.replace(/\$\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g, (whole, name) => {
    if (values[name]) return values[name];
    missing.add(name);
    return whole;
  });
}

function originFaults(values) {
  const { PUBLIC_ORIGIN: origin, PUBLIC_DOMAIN: domain, TEAMSFX_ENV: environment } = values;
  const faults = [];
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || url.origin !== origin) {
    return [`PUBLIC_ORIGIN is "${origin}", which is not an origin like https://mebuki.example.jp.`];
  }
  if (url.host !== domain)
    faults.push(`PUBLIC_DOMAIN is "${domain}", but PUBLIC_ORIGIN names ${url.host}.`);
  if (environment !== 'local' && url.protocol !== 'https:') {
    faults.push(`PUBLIC_ORIGIN is "${origin}": outside the local run Teams opens https only.`);
  }
  return faults;
}

/**
 * Makes the app package from a manifest folder.
 * @param {{ folder: string, values: Record<string, string | undefined>, version: string }} from
 *   `values` fill the placeholders, `version` is the project's version.
 * @returns {Promise<{ zip: Uint8Array } | { faults: string[] }>}
 */
export async function makeAppPackage({ folder, values, version }) {
  const missing = new Set();
  const readText = (name) =>
    resolvePlaceholders(readFileSync(join(folder, name), 'utf8'), values, missing);
  const manifestText = readText('manifest.json');
  const manifest = JSON.parse(manifestText);
  const languages = (manifest.localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const texts = Object.fromEntries(languages.map((file) => [file, readText(file)]));
  if (missing.size > 0) {
    return { faults: [`These values are missing: ${[...missing].sort().join(', ')}.`] };
  }
  const icons = Object.entries(manifest.icons).map(([kind, file]) => ({
    ...{ kind, file },
    bytes: readFileSync(join(folder, file)),
  }));
  const faults = [
    ...originFaults(values),
    ...(await manifestFaults(manifest, version)),
    ...icons.flatMap(({ kind, bytes }) => iconFaults(kind, bytes)),
  ];
  for (const [file, text] of Object.entries(texts)) {
    faults.push(...(await localisationFaults(file, JSON.parse(text), manifest)));
  }
  if (faults.length > 0) return { faults };
  const encoded = Object.entries({ 'manifest.json': manifestText, ...texts }).map(
    ([file, text]) => [file, new TextEncoder().encode(text)],
  );
  const entries = [...encoded, ...icons.map(({ file, bytes }) => [file, new Uint8Array(bytes)])];
  return { zip: zipSync(Object.fromEntries(entries), { level: 9, mtime: zipDate }) };
}
