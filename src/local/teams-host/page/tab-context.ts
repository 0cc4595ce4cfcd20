import type { HostChannel, HostPerson, HostTab, HostTeam } from '../wire.js';

/** Teams' own names of the three looks. */
export type TabTheme = 'default' | 'dark' | 'contrast';

/** What a tab frame stands in, as far as the context answer needs it. */
export interface TabPlace {
  readonly me: HostPerson;
  readonly tenantId: string;
  readonly appId: string;
  readonly theme: TabTheme;
  readonly tab: Pick<HostTab, 'entityId'>;
  readonly frameContext: 'content' | 'settings' | 'task';
  readonly subPageId?: string | undefined;
  readonly team?: HostTeam | undefined;
  readonly channel?: HostChannel | undefined;
}

/** The flat context teams-js 2.58 maps to its nested one; channel keys only inside a channel. */
export function tabContext(place: TabPlace, session: string): Record<string, unknown> {
  const { me, team, channel } = place;
  return {
    locale: me.locale.toLowerCase(),
    theme: place.theme,
    sessionId: session,
    appSessionId: session,
    hostName: 'Teams',
    hostClientType: 'web',
    appId: place.appId,
    entityId: place.tab.entityId,
    ...(place.subPageId !== undefined && { subEntityId: place.subPageId }),
    frameContext: place.frameContext,
    userObjectId: me.id,
    userPrincipalName: me.upn,
    loginHint: me.upn,
    userDisplayName: me.name,
    tid: place.tenantId,
    ringId: 'general',
    ...(team !== undefined &&
      channel !== undefined && {
        teamId: team.channels[0]?.id,
        teamName: team.name,
        groupId: team.id,
        channelId: channel.id,
        channelName: channel.name,
        channelType: 'Regular',
      }),
  };
}

/** The capability set of A.3 in the fact sheet, as the JSON text `initialize` answers with. */
export const runtimeConfig = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: {},
    pages: { config: {}, backStack: {} },
    dialog: { url: { parentCommunication: {} }, card: {}, update: {} },
    people: {},
    teamsCore: {},
  },
});
