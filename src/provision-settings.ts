import { z } from 'zod';
import type { ClientCredential } from './identity/client-credential.js';
import { type Environment, isAddress, originFaults } from './origin-rule.js';
import { readPem } from './pem-setting.js';

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

/** Usable settings, or every fault found, one sentence each. */
export type ReadProvisionSettings<T = ProvisionSettings> =
  | { readonly settings: T }
  | { readonly faults: readonly string[] };

const missing = (toWrite: string) => ({ error: `is missing or wrong. Write ${toWrite}.` });
const guid = (what: string) =>
  z
    .string(missing(`${what}, a GUID`))
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, missing(`${what}, a GUID`));
const address = (example: string) => z.string(missing(example)).refine(isAddress, missing(example));

const shape = z.object({
  TENANT_ID: guid('the id of the Entra tenant'),
  APP_ID: guid('the client id of the app that will run'),
  PROVISION_CLIENT_ID: guid('the client id of the provisioning identity'),
  LOGIN_ORIGIN: address('https://login.microsoftonline.com'),
  GRAPH_BASE_URL: address('https://graph.microsoft.com'),
  SITE_HOSTNAME: z
    .string(missing('the host of SharePoint, such as contoso.sharepoint.com'))
    .regex(/^[a-z0-9.-]+$/, missing('the host of SharePoint, such as contoso.sharepoint.com')),
  SITE_PATH: z
    .string(missing('the path of the site, such as /sites/mebuki'))
    .regex(/^\/(sites|teams)\/[^/\s]+$/, missing('the path of the site, such as /sites/mebuki')),
});

function readCredential(environment: Environment, faults: string[]): ClientCredential {
  const secret = environment['PROVISION_CLIENT_SECRET'];
  const hasCertificate = environment['PROVISION_CERTIFICATE_PATH'] !== undefined;
  if (hasCertificate === (secret !== undefined)) {
    faults.push(
      'Write either PROVISION_CLIENT_SECRET, or PROVISION_CERTIFICATE_PATH with PROVISION_CERTIFICATE_KEY_PATH, or sign in with `npm run provision -- --sign-in`.',
    );
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
  const issues = read.success ? [] : read.error.issues;
  const faults = [
    ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
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
