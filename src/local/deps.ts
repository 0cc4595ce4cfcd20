import type { InboundTokens } from './botframework/inbound-tokens.js';
import type { LocalClock } from './clock.js';
import type { Deliveries } from './control/deliveries.js';
import type { Usage } from './control/usage.js';
import type { DeviceCodes } from './entra/device-codes.js';
import type { EntraTokens } from './entra/entra-tokens.js';
import type { Faults } from './faults/faults.js';
import type { Router } from './http.js';
import type { InstallDoor } from './install-door.js';
import type { Log } from './log.js';
import type { Directory } from './people.js';
import type { ProfileSwitch } from './profile.js';
import type { Random } from './random.js';
import type { LocalSettings } from './settings.js';
import type { State } from './state.js';

/** What every family of the stand-in is given. */
export interface LocalDeps {
  settings: LocalSettings;
  state: State;
  clock: LocalClock;
  random: Random;
  directory: Directory;
  profile: ProfileSwitch;
  log: Log;
  /** Mints and checks the tokens of the tenant. */
  entra: EntraTokens;
  /** Sign-ins on another device that are under way. */
  deviceCodes: DeviceCodes;
  /** Signs the tokens that come with activities. */
  inbound: InboundTokens;
  /** Every message the connector accepted. */
  deliveries: Deliveries;
  faults: Faults;
  /** Through which Graph has Teams install the app for somebody. */
  installDoor: InstallDoor;
  /** Graph calls and resource units. */
  usage: Usage;
}

/** Stops what a family runs in the background. */
export type Stop = () => void;

/** Mounts one family of addresses on the router. */
export type MountFamily = (router: Router, deps: LocalDeps) => Stop | undefined;
