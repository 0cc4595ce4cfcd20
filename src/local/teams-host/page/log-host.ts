/** The one place where the page writes to the browser's console. */
export function logHost(note: string, detail: unknown): void {
  // biome-ignore lint/suspicious/noConsole: what a tab asked in vain must be visible to its developer
  console.info(`[teams-host] ${note}`, detail);
}
