import { heldNoticesAnswer } from '../../src/contract/notice-answers.js';
import { triageAnswer } from '../../src/contract/triage-answers.js';
import { sampleNow } from '../support/sample-proposals.js';
import { openApi, proposalOf } from './support/api-under-test.js';

test.each([undefined, sampleNow + 3_600_000])(
  'who publishes and who looks after notices are told when people hear of it: %p',
  async (quietUntil) => {
    const api = await openApi(quietUntil === undefined ? {} : { quietUntil });
    try {
      await api.have(proposalOf('proposer', 'R8-0001'));
      const triage = await api.call('GET', '/api/triage', { as: 'secretary' });
      const queue = triageAnswer.parse(triage.body);
      expect(queue.quietUntil).toBe(quietUntil);
      expect(queue.rows).toHaveLength(1);
      const held = await api.call('GET', '/api/notices/held', { as: 'administrator' });
      expect(heldNoticesAnswer.parse(held.body).quietUntil).toBe(quietUntil);
    } finally {
      await api.close();
    }
  },
);
