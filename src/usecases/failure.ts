/** The four ways in which a service the product depends on can fail, whatever its protocol. */
export const failureKinds = ['not-found', 'conflict', 'unavailable', 'misconfigured'] as const;

/** One of the failure kinds. */
export type FailureKind = (typeof failureKinds)[number];

/**
 * A fault of a service, as every adapter throws it. The message is for the operator's log: what was asked and what to
 * do; it never holds a token or what a person wrote.
 */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** Milliseconds the service asked to wait, where it said so. */
  readonly retryAfterMs: number | undefined;
  /** The service is there and has too much to do. */
  readonly isBusy: boolean;

  constructor(
    kind: FailureKind,
    message: string,
    options: {
      readonly cause?: unknown;
      readonly retryAfterMs?: number | undefined;
      readonly isBusy?: boolean;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.isBusy = options.isBusy === true;
  }
}

/** Whether a fault is one of the four failures, or the one of the given kind. */
export function isFailure(fault: unknown, kind?: FailureKind): fault is Failure {
  return fault instanceof Failure && (kind === undefined || fault.kind === kind);
}
