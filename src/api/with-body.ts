import type { z } from 'zod';
import type { Answer } from './answer.js';
import type { StaffCall, Write } from './call.js';
import { apiRefusalAnswer } from './refusal-answer.js';

/** A write whose body must have exactly a shape; anything else is answered as unreadable. */
export function withBody<S extends z.ZodType>(
  shape: S,
  write: (call: StaffCall, body: z.infer<S>) => Promise<Answer>,
): Write {
  return async (call, body) => {
    const read = shape.safeParse(body);
    return read.success ? write(call, read.data) : apiRefusalAnswer('broken-request', call.locale);
  };
}
