import type { HostPerson } from '../wire.js';
import type { TabTheme } from './tab-context.js';

/** Fills the old-style placeholders Teams replaces in a tab's address, such as `{locale}`. */
export function tabAddress(
  address: string,
  filling: {
    readonly me: HostPerson;
    readonly tenantId: string;
    readonly theme: TabTheme;
    readonly entityId: string;
    readonly subPageId?: string | undefined;
    readonly channelId?: string | undefined;
  },
): string {
  const values: Readonly<Record<string, string>> = {
    locale: filling.me.locale.toLowerCase(),
    theme: filling.theme,
    tid: filling.tenantId,
    tenantId: filling.tenantId,
    userObjectId: filling.me.id,
    loginHint: filling.me.upn,
    upn: filling.me.upn,
    entityId: filling.entityId,
    subEntityId: filling.subPageId ?? '',
    channelId: filling.channelId ?? '',
  };
  return address.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(values[name] ?? '') : whole,
  );
}
