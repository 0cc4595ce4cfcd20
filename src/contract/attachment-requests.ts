import { z } from 'zod';

const yesOrNo = z.enum(['yes', 'no']);

/** Query of PUT /api/proposals/:number/attachment. */
export const attachQuery = z.strictObject({
  /** Ending of the name the file has on its computer, without the dot. The name itself is not sent. */
  ending: z.string().max(20),
  /** That those who examine the proposal may read it and that it holds no personal data of others. */
  consent: yesOrNo.default('no'),
  /** That it takes the place of the file that is there. */
  replace: yesOrNo.default('no'),
});
