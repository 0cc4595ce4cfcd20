import { cleanBmp, isBmp } from './clean-bmp.js';
import { cleanEmf, isEmf } from './clean-emf.js';
import { cleanGif, isGif } from './clean-gif.js';
import { cleanJpeg, isJpeg } from './clean-jpeg.js';
import { cleanPng, isPng } from './clean-png.js';
import { cleanWebp, isWebp } from './clean-webp.js';
import { cleanWmf, isWmf } from './clean-wmf.js';

interface PictureKind {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly clean: (bytes: Uint8Array) => Uint8Array | undefined;
}

const kinds: readonly PictureKind[] = [
  { is: isJpeg, clean: (bytes) => cleanJpeg(bytes) },
  { is: isPng, clean: cleanPng },
  { is: isGif, clean: cleanGif },
  { is: isWebp, clean: cleanWebp },
  { is: isEmf, clean: cleanEmf },
  { is: isWmf, clean: cleanWmf },
  { is: isBmp, clean: cleanBmp },
];

/**
 * A picture that lies in a document without what a camera or a program wrote into it. Undefined where that cannot be
 * done; `no-picture` for what is none of the kinds that can be cleaned.
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array | undefined | 'no-picture' {
  const kind = kinds.find(({ is }) => is(bytes));
  return kind ? kind.clean(bytes) : 'no-picture';
}
