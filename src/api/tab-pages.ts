import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.js';
import type { ApiConfig } from './deps.js';
import { tabPolicy } from './security-headers.js';

/** The built tabs, held in memory. */
export interface TabPages {
  /** The answer for a name below /tabs/; '' is the page itself. Undefined for what is not there. */
  answer(name: string, acceptsGzip: boolean): Answer | undefined;
}

interface TabFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly zipped?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const pageName = 'index.html';
const noncePlace = '%CSP_NONCE%';
const configPlace = '%CONFIG_JSON%';
const leastToZip = 1024;

function readFile(path: string): TabFile | undefined {
  const type = types[extname(path)];
  if (type === undefined) return undefined;
  const plain = readFileSync(path);
  const isText = /^(text|application\/json|image\/svg)/.test(type);
  return isText && plain.length >= leastToZip
    ? { type, plain, zipped: gzipSync(plain) }
    : { type, plain };
}

/** Every file that may be served, by its name below the folder. Nothing else can be reached by any path. */
function readFiles(folder: string): ReadonlyMap<string, TabFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name);
        const file = readFile(path);
        const name = relative(folder, path).split(sep).join('/');
        return file ? [[name, file] as const] : [];
      }),
  );
}

/** JSON that can stand inside a script element. */
function embeddedJson(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

/** Reads the page and puts the configuration in. The nonce comes anew with each answer. */
function readPage(folder: string, config: ApiConfig): (nonce: string) => string {
  const source = readFileSync(join(folder, pageName), 'utf8');
  if (!source.includes(noncePlace) || !source.includes(configPlace)) {
    throw new Error(`${pageName} of the tabs has no place for the nonce or the configuration.`);
  }
  const { teamsAppId, teamsHostOrigins } = config;
  const embedded = embeddedJson({ validMessageOrigins: teamsHostOrigins, teamsAppId });
  const parts = source.split(configPlace).join(embedded).split(noncePlace);
  return (nonce) => parts.join(nonce);
}

function fileAnswer(name: string, file: TabFile, acceptsGzip: boolean): Answer {
  const zipped = acceptsGzip ? file.zipped : undefined;
  // Names below assets/ carry a hash of their content.
  const isHashed = name.startsWith('assets/');
  return {
    status: 200,
    type: file.type,
    body: zipped ?? file.plain,
    headers: {
      ...(isHashed ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {}),
      ...(file.zipped ? { Vary: 'Accept-Encoding' } : {}),
      ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    },
  };
}

/** Loads the built tabs. Throws where they are missing or not built for this server. */
export function loadTabPages(folder: string, config: ApiConfig): TabPages {
  const page = readPage(folder, config);
  const files = readFiles(folder);
  return {
    answer(name, acceptsGzip) {
      if (name === '' || name === pageName) {
        const nonce = randomBytes(16).toString('base64');
        return {
          status: 200,
          type: 'text/html; charset=utf-8',
          body: page(nonce),
          headers: { 'Content-Security-Policy': tabPolicy(nonce, config.teamsHostOrigins) },
        };
      }
      const file = files.get(name);
      return file && fileAnswer(name, file, acceptsGzip);
    },
  };
}
