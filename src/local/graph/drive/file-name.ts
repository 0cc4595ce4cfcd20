import { GraphFault } from '../graph-fault.js';

const forbidden = /["*:<>?/\\|]/;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|desktop\.ini|\.lock)$/i;
const longestName = 255;
/** Characters of a whole path below the library. */
const longestPath = 400;

const invalidName = (message: string) => new GraphFault(400, 'invalidRequest', message);

function hasControl(name: string): boolean {
  return [...name].some((character) => character < ' ');
}

function isForbidden(name: string): boolean {
  return (
    forbidden.test(name) ||
    hasControl(name) ||
    reserved.test(name) ||
    name.startsWith('~$') ||
    name.includes('_vti_')
  );
}

/** Refuses names that SharePoint does not take for a file or folder. */
export function checkFileName(name: string): void {
  const isBare = name !== '' && name === name.trim() && !name.endsWith('.');
  if (!isBare || isForbidden(name)) {
    throw invalidName('The provided name cannot be used for a file or folder.');
  }
  if (name.length > longestName) throw invalidName('The provided name is too long.');
}

/** The names of a path as it stands in an address, each checked; 400 when it does not decode. */
export function readPathNames(encoded: string): string[] {
  const names = encoded
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        throw invalidName('The path is malformed.');
      }
    });
  for (const name of names) checkFileName(name);
  if (names.join('/').length > longestPath) throw invalidName('The path is too long.');
  return names;
}

/** `name 1.ext`, `name 2.ext`, …: the first that is not taken. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let count = 1; ; count += 1) {
    const candidate = `${stem} ${count}${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const mimeTypes = new Map([
  ['.csv', 'text/csv'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.gif', 'image/gif'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.txt', 'text/plain'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.zip', 'application/x-zip-compressed'],
]);

/** The type the service tells for a file, from its name alone. */
export function mimeTypeOf(name: string): string {
  const [extension = ''] = /\.[^.]+$/.exec(name.toLowerCase()) ?? [];
  return mimeTypes.get(extension) ?? 'application/octet-stream';
}
