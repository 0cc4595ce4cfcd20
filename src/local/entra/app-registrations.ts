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
}

/** The two applications of the tenant: the one that runs, and the one that provisions. */
export function listAppRegistrations(settings: LocalSettings): AppRegistration[] {
  return [
    {
      appId: settings.appId,
      displayName: 'Mebuki',
      secret: settings.appSecret,
      certificate: settings.appCertificate,
      graphRoles: ['Sites.Selected'],
    },
    {
      appId: settings.provisionClientId,
      displayName: 'Mebuki provisioning',
      secret: settings.provisionClientSecret,
      graphRoles: ['Sites.Manage.All', 'Sites.FullControl.All', 'AppCatalog.Read.All'],
    },
  ];
}
