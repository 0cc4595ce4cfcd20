import { GraphFault } from './graph-fault.js';

// One function per documented refusal (facts: graph-sharepoint.md §1.1).

/** 400: the catch-all of the list service (wrong type, bad choice, unknown member). */
export const invalidRequest = (message = 'Invalid request') =>
  new GraphFault(400, 'invalidRequest', message);

/** 400: filter or sort by a column without index. */
export const notIndexed = (field: string) =>
  invalidRequest(
    `Field '${field}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );

/** 400: a column the list does not have. */
export const unknownField = (field: string) => invalidRequest(`Field '${field}' is not recognized`);

/** 400: the list service takes the value, the type or the shape for malformed. */
export const malformedRequest = () => invalidRequest('The request is malformed or incorrect.');

/** 400: a column whose facet says nothing the service can create. */
export const unknownColumnType = () =>
  invalidRequest('Unable to determine type of provided column definition');

/** 400: a filter that does not parse. */
export const invalidFilterClause = () => new GraphFault(400, 'BadRequest', 'Invalid filter clause');

/** 400: an option without its `$`. */
export const bareOption = (name: string) =>
  new GraphFault(
    400,
    'badArgument',
    `The query option '${name}' is not valid. Did you mean '$${name}'?`,
  );

/** 400: an option the address does not take. */
export const unsupportedOption = (name: string) =>
  new GraphFault(400, 'invalidRequest', `The query option '${name}' is not supported here.`);

/** 400: not a JSON object, or not declared as one. */
export const unreadableBody = () =>
  new GraphFault(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );

/** 400: an address whose first segment is not a version. */
export const invalidVersion = (version: string) =>
  new GraphFault(400, 'BadRequest', `Invalid version: ${version}`);

/** 400: an entity tag that is not one. */
export const malformedEntityTag = () =>
  new GraphFault(400, 'invalidRequest', 'The entity tag is malformed.', {
    innerCode: 'malformedEntityTag',
  });

/** 401: no token, or one that fails a check; `message` names the check. */
export const invalidToken = (message: string) =>
  new GraphFault(401, 'InvalidAuthenticationToken', message, {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    },
  });

/** 403: a valid token without a grant on the site. */
export const accessDenied = () => new GraphFault(403, 'accessDenied', 'Access denied');

/** 403: a directory call without the application role. */
export const insufficientPrivileges = () =>
  new GraphFault(
    403,
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
  );

/** 404: no such site. */
export const siteNotFound = () =>
  new GraphFault(404, 'itemNotFound', 'Requested site could not be found');

/** 404: no such list, item, column or version. */
export const itemNotFound = (message = 'The resource could not be found.') =>
  new GraphFault(404, 'itemNotFound', message);

/** 404: an address nobody answers. */
export const unknownSegment = (segment: string) =>
  new GraphFault(404, 'ResourceNotFound', `Resource not found for the segment '${segment}'.`);

/** 404: no such directory object. */
export const directoryObjectNotFound = (id: string) =>
  new GraphFault(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** 405: the address exists, the method does not. */
export const methodNotAllowed = (allow: readonly string[]) =>
  new GraphFault(
    405,
    'Request_BadRequest',
    'Specified HTTP method is not allowed for the request target.',
    {
      headers: { Allow: allow.join(', ') },
    },
  );

/** 409: the name is taken. */
export const nameAlreadyExists = (message = 'Name already exists') =>
  new GraphFault(409, 'nameAlreadyExists', message);

/** 412: the entity tag is not the current one. */
export const resourceModified = (innerCode?: string) =>
  new GraphFault(
    412,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
    innerCode === undefined ? {} : { innerCode },
  );

/** 500: a JSON type the column cannot take at all. */
export const generalException = (message = 'General exception while processing') =>
  new GraphFault(500, 'generalException', message);

/** 501: documented, but not offered here. */
export const notSupported = () =>
  new GraphFault(501, 'notSupported', 'The request is not supported by the system.');

/** 429: over a limit. `retryAfter` as the header's text; undefined leaves it out. */
export const throttled = (retryAfter: string | undefined) =>
  new GraphFault(429, 'activityLimitReached', 'The request has been throttled', {
    innerCode: 'throttledRequest',
    headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
  });

/** 410: the change token is too old, or the service has reset; `location` starts afresh. */
export const resyncRequired = (location: string, spelling: 'inner' | 'outer') =>
  spelling === 'inner'
    ? new GraphFault(410, 'resyncRequired', 'Resync required. Replace any local items.', {
        innerCode: 'resyncApplyDifferences',
        headers: { Location: location },
      })
    : new GraphFault(410, 'resyncChangesApplyDifferences', 'Resync required.', {
        headers: { Location: location },
      });
