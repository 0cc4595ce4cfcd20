import { samplePdf } from '../../support/sample-files.js';
import type { PersonName } from './api-people.js';
import { type ApiOptions, type ApiUnderTest, openApi, proposalOf } from './api-under-test.js';
import type { Sent } from './client.js';

/** Where the file of a proposal is. */
export const attachmentPath = (number = 'R8-0001') => `/api/proposals/${number}/attachment`;

/** The content type of every file. */
export const bytesOnly = { 'Content-Type': 'application/octet-stream' };

/** How a file is handed in, as far as it is not as usual. */
export interface Handing {
  readonly as?: PersonName;
  readonly number?: string;
  readonly body?: Uint8Array;
  readonly ending?: string;
  readonly consent?: string;
  readonly replace?: string;
  readonly headers?: Sent['headers'];
}

/** A server that holds R8-0001 of the proposer, and what is done with its file. */
export async function openAttachmentDesk(options: ApiOptions = {}) {
  const api: ApiUnderTest = await openApi(options);
  await api.have(proposalOf('proposer', 'R8-0001'));

  const held = () => api.register.proposalByNumber('R8-0001')?.value;

  /** Moves the proposal on, as if somebody else's process had done it. */
  async function become(change: (proposal: NonNullable<ReturnType<typeof held>>) => object) {
    const stored = api.register.proposalByNumber('R8-0001');
    if (!stored) throw new Error('no proposal');
    const next = { ...stored.value, ...change(stored.value) };
    const outcome = await api.list.store.replace(stored, next);
    if (outcome.kind === 'stored') api.register.tookProposal(outcome.stored);
  }

  function attach({ as = 'proposer', number, body = samplePdf(), ...more }: Handing = {}) {
    const { ending = 'pdf', consent = 'yes', headers = {}, ...rest } = more;
    const query = new URLSearchParams({ ending, consent, ...rest });
    const sent = { as, body, headers: { ...bytesOnly, ...headers } };
    return api.call('PUT', `${attachmentPath(number)}?${query}`, sent);
  }

  return {
    api,
    held,
    become,
    attach,
    read: (as: PersonName, number?: string) => api.call('GET', attachmentPath(number), { as }),
    remove: (as: PersonName, number?: string) => api.call('DELETE', attachmentPath(number), { as }),
    view: async (as: PersonName) => (await api.call('GET', '/api/proposals/R8-0001', { as })).body,
  };
}

/** The desk of a test. */
export type AttachmentDesk = Awaited<ReturnType<typeof openAttachmentDesk>>;
