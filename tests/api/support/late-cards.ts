import { join } from 'node:path';
import { createCards } from '../../../src/cards/create-cards.js';
import type { FillTemplate } from '../../../src/cards/templates.js';
import { cardSettings } from '../../support/card-settings.js';

type Templates = typeof import('../../../src/cards/templates.js');

let filled: FillTemplate | undefined;

/**
 * The product's cards for an app whose tests mostly fill none: the template language takes as long to load as the
 * server itself, so it is loaded with the first card.
 */
export const lateCards = createCards({
  fill: (name, values) => {
    filled ??= jest
      .requireActual<Templates>('../../../src/cards/templates.js')
      .loadTemplates(join(process.cwd(), 'adaptive-cards'));
    return filled(name, values);
  },
  ...cardSettings,
});
