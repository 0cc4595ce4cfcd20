import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from './profile.js';

/** Everything the stand-in is told from outside. */
export interface LocalSettings {
  /** 0 = any free port. */
  port: number;
  /** 0 = any free port; undefined = no https. */
  tlsPort?: number | undefined;
  /** Where state is kept; undefined = in memory only. */
  stateDir?: string | undefined;
  /** Origin of the app under test: receives activities, serves the tabs. */
  appBaseUrl: string;
  /** Folder that holds the app package's manifest/ and env/; the working directory if not given. */
  appFolder?: string | undefined;
  tenantId: string;
  appId: string;
  appSecret: string;
  /** PEM certificate registered for the app's client assertions. */
  appCertificate?: string | undefined;
  /** Application permissions consented for the app beside the one it needs. */
  appRoles?: readonly string[] | undefined;
  provisionClientId: string;
  provisionClientSecret: string;
  siteHostname: string;
  /** Server-relative, for example `/sites/mebuki`. */
  sitePath: string;
  profile: Profile['name'];
  seed: number;
}

/** Either usable settings, or every fault found in the environment, one sentence each. */
export type ReadSettings = { settings: LocalSettings } | { faults: string[] };

type Environment = Record<string, string | undefined>;

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function reader(environment: Environment, faults: string[]) {
  const text = (name: string, shape: RegExp, meaning: string, fallback?: string): string => {
    const value = environment[name] || fallback;
    if (value === undefined) {
      faults.push(`${name} is missing: ${meaning}`);
      return '';
    }
    if (!shape.test(value)) faults.push(`${name} is "${value}", which is not ${meaning}`);
    return value;
  };
  const secret = (name: string): string => {
    const value = environment[name];
    if (!value) faults.push(`${name} is missing: a client secret`);
    return value ?? '';
  };
  const port = (name: string, fallback: number): number => {
    const value = Number(environment[name] || fallback);
    if (!Number.isInteger(value) || value < 0 || value > 65_535) {
      faults.push(`${name} is "${environment[name]}", which is not a port`);
    }
    return value;
  };
  const certificate = (name: string): string | undefined => {
    const file = environment[name];
    if (!file) return undefined;
    try {
      return readFileSync(file, 'utf8');
    } catch {
      faults.push(`${name} names "${file}", which cannot be read`);
      return undefined;
    }
  };
  return { text, secret, port, certificate };
}

/** Reads the stand-in's settings from an environment. */
export function readSettings(environment: Environment): ReadSettings {
  const faults: string[] = [];
  const read = reader(environment, faults);
  const profile = read.text(
    'LOCAL_PROFILE',
    /^(pessimistic|gentle)$/,
    'pessimistic or gentle',
    'pessimistic',
  );
  const tlsPort = read.port('LOCAL_TLS_PORT', 3980);
  const seed = read.text(
    'LOCAL_SEED',
    /^\d{1,9}$/,
    'a whole number of at most nine digits',
    String(Date.now() % 1_000_000),
  );
  const settings: LocalSettings = {
    port: read.port('LOCAL_PORT', 3979),
    tlsPort: tlsPort === 0 ? undefined : tlsPort,
    stateDir: join(environment['DATA_DIR'] || '.data', 'stand-in'),
    appBaseUrl: read.text(
      'APP_BASE_URL',
      /^https?:\/\/[^/]+$/,
      'an origin without a path',
      'http://127.0.0.1:3978',
    ),
    tenantId: read.text('TENANT_ID', guid, 'a GUID'),
    appId: read.text('APP_ID', guid, 'a GUID'),
    appSecret: read.secret('APP_SECRET'),
    appCertificate: read.certificate('APP_CERTIFICATE_PATH'),
    appRoles: (environment['LOCAL_APP_ROLES'] ?? '').split(',').filter((role) => role !== ''),
    provisionClientId: read.text('PROVISION_CLIENT_ID', guid, 'a GUID'),
    provisionClientSecret: read.secret('PROVISION_CLIENT_SECRET'),
    siteHostname: read.text('SITE_HOSTNAME', /^[a-z0-9.-]+$/, 'a host name in lower case'),
    sitePath: read.text('SITE_PATH', /^\/(sites|teams)\/[^/]+$/, 'a path like /sites/mebuki'),
    profile: profile === 'gentle' ? 'gentle' : 'pessimistic',
    seed: Number(seed),
  };
  return faults.length > 0 ? { faults } : { settings };
}

/** Reads the settings of this process. */
export function readOwnSettings(): ReadSettings {
  return readSettings(process.env);
}
