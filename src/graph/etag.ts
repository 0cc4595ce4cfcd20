/**
 * The counter in an etag such as `"583c…3ff,3"`; the only place that looks into an etag. Braces and missing quotes
 * occur. Undefined where the etag has another form: such an item is fetched by id instead of being ordered.
 */
export function versionOf(etag: string): number | undefined {
  const match = /^(?:W\/)?"?\{?[0-9a-f-]{36}\}?,(\d{1,15})"?$/i.exec(etag);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
