import type { OutgoingCard } from '../../src/cards/card.js';
import type { ThroughOfficeCardInput } from '../../src/cards/through-office-card.js';
import { cards } from './sample-cards.js';
import { sampleNow } from './sample-proposals.js';
import { secretariatEntries } from './secretariat-entries.js';

type Common = Pick<ThroughOfficeCardInput, 'locale' | 'masters'>;
type Drawn = readonly [string, OutgoingCard][];

function secretariatCards(common: Common): Drawn {
  return secretariatEntries().flatMap(([name, proposal, entry]) => {
    const card = cards.secretariat({ ...common, proposal, entry });
    return card ? [[`secretariat-${name}`, card] as [string, OutgoingCard]] : [];
  });
}

/** What is handed on to a proposer without a chat: a receipt, a question, a decision with texts as long as they may be. */
function throughOfficeCards(
  common: Common,
  received: ThroughOfficeCardInput['view'],
  decided: ThroughOfficeCardInput['view'],
): Drawn {
  const by = { id: 'x', name: '木洩日 あおい' };
  const shared = { ...common, at: sampleNow, receivedFor: { by, route: 'paper' as const } };
  const text = '文'.repeat(500);
  const merged = Array.from({ length: 30 }, (_, index) => ({
    number: `R8-${String(index + 1).padStart(4, '0')}`,
    receivedFor: { by, route: 'meeting' as const },
  }));
  const question = { text, askedAt: sampleNow, dueOn: '2026-10-20', resume: 'received' as const };
  const asked = { ...received, status: 'clarifying' as const };
  return [
    [
      'through-office-receipt',
      cards.throughOffice({ ...shared, view: received, question: undefined }),
    ],
    ['through-office-question', cards.throughOffice({ ...shared, view: asked, question })],
    [
      'through-office-longest',
      cards.throughOffice({ ...shared, view: decided, question: undefined, merged }),
    ],
  ];
}

/** All cards for the secretariat's own channel. */
export function deskCards(
  common: Common,
  [received, decided]: readonly [ThroughOfficeCardInput['view'], ThroughOfficeCardInput['view']],
): Drawn {
  return [...secretariatCards(common), ...throughOfficeCards(common, received, decided)];
}
