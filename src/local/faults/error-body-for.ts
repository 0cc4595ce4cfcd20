import type { FaultFamily } from './fault-rules.js';

const graphCodes: Record<number, [code: string, message: string, inner?: string]> = {
  400: ['invalidRequest', 'Invalid request'],
  401: ['InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'The resource could not be found.'],
  409: ['nameAlreadyExists', 'Name already exists'],
  412: ['resourceModified', 'The resource has changed since the caller last read it'],
  423: ['resourceLocked', 'The resource you are attempting to access is locked'],
  429: ['activityLimitReached', 'The request has been throttled', 'throttledRequest'],
  500: ['generalException', 'General exception while processing'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again later.'],
  507: ['quotaLimitReached', 'Insufficient space available in the storage.'],
  504: ['serviceNotAvailable', 'The service did not answer in time.'],
};

function graphBody(status: number): object {
  const [code, message, inner] = graphCodes[status] ?? ['generalException', 'An error occurred'];
  const date = new Date().toISOString().slice(0, 19);
  return {
    error: { code, message, innerError: { ...(inner === undefined ? {} : { code: inner }), date } },
  };
}

/** The body a family usually sends with a status, for faults that bring none of their own. */
export function errorBodyFor(family: FaultFamily | undefined, status: number): object {
  if (status < 400) return {};
  if (family === 'graph' || family === 'graph-member') return graphBody(status);
  if (family === 'entra') {
    return {
      error: 'temporarily_unavailable',
      error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
      error_codes: [90033],
    };
  }
  return { error: { code: 'ServiceError', message: 'An error has occurred.' } };
}
