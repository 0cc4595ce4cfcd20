import type { LocalSettings } from '../settings.js';

/** An application known to the tenant. */
export interface AppRegistration {
  appId: string;
  displayName: string;
  secret: string;
  /** PEM certificate whose key may sign client assertions. */
  certificate?: string | undefined;
  /** Application permissions consented for Microsoft Graph. */
  graphRoles: readonly string[];
  /** Delegated permissions consented for Microsoft Graph. */
  delegatedScopes: readonly string[];
  /** Whether a person may sign in to it without a secret (device code). */
  allowsPublicClient: boolean;
}

/** The two applications of the tenant: the one that runs, and the one that provisions. */
export function listAppRegistrations(settings: LocalSettings): AppRegistration[] {
  return [
    {
      appId: settings.appId,
      displayName: 'Mebuki',
      secret: settings.appSecret,
      certificate: settings.appCertificate,
      graphRoles: ['Sites.Selected', ...(settings.appRoles ?? [])],
      delegatedScopes: [],
      allowsPublicClient: false,
    },
    {
      appId: settings.provisionClientId,
      displayName: 'Mebuki provisioning',
      secret: settings.provisionClientSecret,
      graphRoles: ['Sites.Manage.All', 'Sites.FullControl.All', 'AppCatalog.Read.All'],
      delegatedScopes: ['Sites.Manage.All', 'Sites.FullControl.All'],
      allowsPublicClient: true,
    },
  ];
}

/** The application with an id, in any case. */
export function findRegistration(
  settings: LocalSettings,
  clientId: string,
): AppRegistration | undefined {
  return listAppRegistrations(settings).find(
    ({ appId }) => appId.toLowerCase() === clientId.toLowerCase(),
  );
}
