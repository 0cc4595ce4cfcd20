/** Hands a file to the browser, to be saved under a name. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click; a minute is long for what lies in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
