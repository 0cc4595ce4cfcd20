import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Where Graph tells changes, and what it proves itself with. */
export interface NotificationDoor {
  /** The address for this key: subscriptions that were made with another one have another address. */
  readonly address: string;
  /** The end of the address, which is told to nobody but Graph. */
  readonly mark: string;
  /** Whether what a call brought is that mark; takes as long whatever it is. */
  isOwnMark(brought: string): boolean;
  /** The secret of a list, which Graph is told once and brings along with each notification. */
  stateFor(resource: string): string;
  /** Whether what was brought is the secret of a list; takes as long for a list that is unknown. */
  isRight(brought: string, resource: string | undefined): boolean;
}

const keyed = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (brought: string, right: string): boolean =>
  timingSafeEqual(digestOf(brought), digestOf(right));

/**
 * The door at `url`. Secrets come out of the key, which all processes of the app share and which outlives them: Graph
 * never tells a secret again, so that a subscription could not be taken over otherwise.
 */
export function openDoor(url: string, key: Uint8Array): NotificationDoor {
  const stateFor = (resource: string): string => keyed(key, `state of ${resource.toLowerCase()}`);
  const mark = keyed(key, 'mark').slice(0, 16);
  return {
    address: `${url}/${mark}`,
    mark,
    isOwnMark: (brought) => isSame(brought, mark),
    stateFor,
    isRight(brought, resource) {
      const isState = isSame(brought, stateFor(resource ?? ''));
      return isState && resource !== undefined;
    },
  };
}

/** Whether an address leads to the door at `url`, with whichever key. */
export const leadsTo = (url: string, address: string): boolean => address.startsWith(`${url}/`);
