import type { Answer } from './answer.js';
import type { AskFirst, OpenCall, Read, StaffGuard, Upload, Write } from './call.js';

/**
 * Who may call: anyone; the bot channel, whose token the bot checks itself; Graph, which brings the secret of a
 * subscription; any member of staff with a sound token;
 * members of staff who hold a role now.
 */
export type Guard = 'anyone' | 'bot-channel' | 'graph' | StaffGuard;

/** A line of the table through which an attachment goes. */
export type AttachmentRoute =
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly handOut: Read;
    }
  | {
      readonly method: 'PUT';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly ask: AskFirst;
      readonly attach: Upload;
    };

/** One line of the table. */
export type Route =
  | AttachmentRoute
  | {
      readonly method: 'GET';
      readonly path: string;
      readonly guard: 'anyone';
      readonly open: (call: OpenCall) => Answer;
    }
  | { readonly method: 'POST'; readonly path: string; readonly guard: 'bot-channel' }
  | { readonly method: 'POST'; readonly path: string; readonly guard: 'graph' }
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
      readonly method: 'DELETE';
      readonly path: string;
      readonly guard: StaffGuard;
      readonly erase: Read;
    };
