/** Where a Teams deep link leads; undefined = an ordinary web address. */
export type DeepLink =
  | {
      readonly kind: 'tab';
      readonly appId: string;
      readonly entityId: string;
      readonly subPageId?: string;
      readonly channelId?: string;
    }
  | { readonly kind: 'chat'; readonly users: readonly string[]; readonly message?: string }
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'unknown' };

function tabContext(text: string | null): { subPageId?: string; channelId?: string } {
  if (text === null) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const values = new Map<string, unknown>(Object.entries(parsed));
  const sub = values.get('subPageId') ?? values.get('subEntityId');
  const channel = values.get('channelId');
  return {
    ...(typeof sub === 'string' && { subPageId: sub }),
    ...(typeof channel === 'string' && { channelId: channel }),
  };
}

function chatLink(query: URLSearchParams): DeepLink {
  const message = query.get('message');
  const users = (query.get('users') ?? '').split(',').filter((one) => one !== '');
  return { kind: 'chat', users, ...(message !== null && { message }) };
}

/** Reads `https://teams.microsoft.com/l/…`; addresses elsewhere give undefined. */
export function deepLink(address: string): DeepLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.hostname !== 'teams.microsoft.com' && url.hostname !== 'teams.cloud.microsoft') {
    return undefined;
  }
  const [prefix, kind, first, second] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (prefix !== 'l') return { kind: 'unknown' };
  if (kind === 'entity' && first !== undefined && second !== undefined) {
    const context = tabContext(url.searchParams.get('context'));
    return { kind: 'tab', appId: first, entityId: second, ...context };
  }
  if (kind === 'chat') return chatLink(url.searchParams);
  if ((kind === 'channel' || kind === 'message') && first !== undefined) {
    return { kind: 'channel', channelId: first };
  }
  return { kind: 'unknown' };
}
