import type { Person } from './people.js';

/** What Teams does when an app is installed or removed through Graph. */
export interface InstallActs {
  /** `origin` is this server as the caller reached it. */
  install(person: Person, origin: string): Promise<void>;
  uninstall(person: Person, origin: string): Promise<void>;
}

/** The door between Graph, which is asked for installations, and Teams, which carries them out. */
export interface InstallDoor extends InstallActs {
  /** Called once by Teams. */
  connect(acts: InstallActs): void;
}

/** A door behind which nobody is yet. */
export function createInstallDoor(): InstallDoor {
  let behind: InstallActs | undefined;
  const acts = (): InstallActs => {
    if (behind === undefined) throw new Error('Teams is not mounted');
    return behind;
  };
  return {
    connect(given) {
      behind = given;
    },
    install: (person, origin) => acts().install(person, origin),
    uninstall: (person, origin) => acts().uninstall(person, origin),
  };
}
