import { createContext, useContext } from 'react';
import type { HostMessage, HostState } from '../wire.js';
import type { TabTheme } from './tab-context.js';
import type { HostTexts } from './texts.js';

/** Sends a host-initiated message into a tab frame. */
export type Push = (func: string, args: readonly unknown[]) => void;

/** Which tab to show, and which place inside it. */
export interface TabTarget {
  readonly entityId: string;
  readonly subPageId?: string | undefined;
  readonly channelId?: string | undefined;
}

/** What every part of the page may ask of the whole. */
export interface Desk {
  readonly state: HostState;
  readonly texts: HostTexts;
  readonly theme: TabTheme;
  readonly now: Date;
  readonly merge: (message: HostMessage) => void;
  readonly reload: () => void;
  readonly say: (text: string) => void;
  readonly openLink: (address: string) => boolean;
  readonly openTab: (target: TabTarget) => boolean;
  readonly selectPeople: (options: Record<string, unknown>) => Promise<readonly unknown[]>;
  readonly startTask: (info: Record<string, unknown>, opener: Push) => Promise<readonly unknown[]>;
  readonly tellTask: Push;
}

/** Set by App for everything below it. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk of the page; only for components under App. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('There is no desk above this component.');
  return desk;
}
