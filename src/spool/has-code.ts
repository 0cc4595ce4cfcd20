/** Whether a fault of the file system carries one of the codes (ENOENT …). */
export function hasCode(fault: unknown, ...codes: readonly string[]): boolean {
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'code' in fault &&
    codes.some((code) => code === fault.code)
  );
}
