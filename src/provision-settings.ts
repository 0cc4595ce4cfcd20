import { z } from 'zod';
import type { SettingFault, SettingName } from './domain/health/setting-fault.js';
import type { ClientCredential } from './identity/client-credential.js';
import { type Environment, isAddress, originFaults } from './origin-rule.js';
import { readPem } from './pem-setting.js';
import { shapeFaults } from './shape-faults.js';

/** What provisioning is told from outside. Its identity is another one than the app's. */
export interface ProvisionSettings {
  readonly tenantId: string;
  /** The app that will run and is granted `write`. */
  readonly appId: string;
  readonly clientId: string;
  readonly credential: ClientCredential;
  readonly loginOrigin: string;
  readonly graphBaseUrl: string;
  readonly siteHostname: string;
  readonly sitePath: string;
}

/** The same where a person signs in instead. */
export type SignInSettings = Omit<ProvisionSettings, 'credential'>;

/** Usable settings, or every fault found. */
export type ReadProvisionSettings<T = ProvisionSettings> =
  | { readonly settings: T }
  | { readonly faults: readonly SettingFault[] };

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const address = z.string().refine(isAddress);

const shape = z.object({
  TENANT_ID: guid,
  APP_ID: guid,
  PROVISION_CLIENT_ID: guid,
  LOGIN_ORIGIN: address,
  GRAPH_BASE_URL: address,
  SITE_HOSTNAME: z.string().regex(/^[a-z0-9.-]+$/),
  SITE_PATH: z.string().regex(/^\/(sites|teams)\/[^/\s]+$/),
} satisfies Partial<Record<SettingName, z.ZodType>>);

function readCredential(environment: Environment, faults: SettingFault[]): ClientCredential {
  const secret = environment['PROVISION_CLIENT_SECRET'];
  const hasCertificate = environment['PROVISION_CERTIFICATE_PATH'] !== undefined;
  if (hasCertificate === (secret !== undefined)) {
    faults.push({ code: 'provisioning-credential' });
  }
  if (!hasCertificate) return { kind: 'secret', secret: secret ?? '' };
  return {
    kind: 'certificate',
    certificate: readPem('PROVISION_CERTIFICATE_PATH', environment, 'certificate', faults),
    privateKey: readPem('PROVISION_CERTIFICATE_KEY_PATH', environment, 'privateKey', faults),
  };
}

function readPlace(environment: Environment): ReadProvisionSettings<SignInSettings> {
  const read = shape.safeParse(environment);
  const faults = [
    ...(read.success ? [] : shapeFaults(read.error, environment)),
    ...originFaults(environment),
  ];
  if (!read.success || faults.length > 0) return { faults };
  const values = read.data;
  return {
    settings: {
      tenantId: values.TENANT_ID.toLowerCase(),
      appId: values.APP_ID.toLowerCase(),
      clientId: values.PROVISION_CLIENT_ID.toLowerCase(),
      loginOrigin: values.LOGIN_ORIGIN,
      graphBaseUrl: values.GRAPH_BASE_URL,
      siteHostname: values.SITE_HOSTNAME,
      sitePath: values.SITE_PATH,
    },
  };
}

const written = (variables: Environment): Environment =>
  Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );

/** Reads the settings of provisioning where a person signs in: no credential is needed. Finds every fault at once. */
export function readSignInSettings(variables: Environment): ReadProvisionSettings<SignInSettings> {
  return readPlace(written(variables));
}

/** Reads the settings of provisioning from variables. Finds every fault at once. */
export function readProvisionSettings(variables: Environment): ReadProvisionSettings {
  const environment = written(variables);
  const place = readPlace(environment);
  const faults = 'faults' in place ? [...place.faults] : [];
  const credential = readCredential(environment, faults);
  if ('faults' in place || faults.length > 0) return { faults };
  return { settings: { ...place.settings, credential } };
}

/** Reads the settings of this process. */
export function readOwnProvisionSettings(): ReadProvisionSettings {
  return readProvisionSettings(process.env);
}

/** Reads those of this process for a person who signs in. */
export function readOwnSignInSettings(): ReadProvisionSettings<SignInSettings> {
  return readSignInSettings(process.env);
}
