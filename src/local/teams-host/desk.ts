import type { LocalDeps } from '../deps.js';
import type { Person } from '../people.js';
import type { ActivityOrigin } from './activities.js';
import { type AppPackage, readAppPackage } from './app-package.js';
import { type BotDoor, openBotDoor } from './bot-door.js';
import { type Chats, openChats } from './chats.js';
import { type Installs, openInstalls } from './installs.js';
import { openPlaces, type Place, type Places, type Team } from './places.js';

/** What the connector and the host page share: conversations, installations, the way to the bot. */
export interface Desk {
  deps: LocalDeps;
  places: Places;
  chats: Chats;
  installs: Installs;
  door: BotDoor;
  /** The app package, in a person's language. */
  app(locale: string): AppPackage;
  /** Origin of one new activity of a person; `base` is this server as the bot reaches it. */
  origin(person: Person, place: Place, base: string): ActivityOrigin;
}

/** Opens the shared desk. */
export function openDesk(deps: LocalDeps, teams: readonly Team[]): Desk {
  const { settings, clock, state } = deps;
  const chats = openChats(state, clock);
  const places = openPlaces(deps.directory, teams, settings.appId);
  const folder = settings.appFolder ?? process.cwd();
  const app = (locale: string) => readAppPackage(folder, settings, locale);
  return {
    deps,
    places,
    chats,
    installs: openInstalls(state),
    door: openBotDoor(deps, chats.nextId),
    app,
    origin(person, place, base) {
      const read = app(person.locale);
      return {
        places,
        person,
        place,
        tenantId: settings.tenantId,
        botId: settings.appId,
        botName: 'app' in read ? read.app.name : settings.appId,
        serviceUrl: `${base}/connector/`,
        id: chats.nextId(),
        now: clock.now(),
      };
    },
  };
}
