import type { Answer } from './answer.js';
import type { OpenCall, Read, StaffGuard, Upload, Write } from './call.js';

/**
 * Who may call: anyone; the bot channel, whose token the bot checks itself; any member of staff with a sound token;
 * members of staff who hold a role now.
 */
export type Guard = 'anyone' | 'bot-channel' | StaffGuard;

/** One line of the table. */
export type Route =
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: 'anyone';
      readonly open: (call: OpenCall) => Answer;
    }
  | { readonly method: 'POST'; readonly path: string; readonly guard: 'bot-channel' }
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly read: Read;
    }
  | {
      readonly method: 'POST';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly write: Write;
    }
  | {
      readonly method: 'POST';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly upload: Upload;
    }
  | {
      readonly method: 'PUT';
      readonly path: string;
      readonly guard: StaffGuard;
      /** Takes an attachment. */
      readonly attach: Upload;
    }
  | {
      readonly method: 'DELETE';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly erase: Read;
    };
