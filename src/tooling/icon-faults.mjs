import { readPng } from './read-png.mjs';

const isWhite = ({ red, green, blue }) => red === 255 && green === 255 && blue === 255;

function colourFaults({ width, height, pixels }) {
  const faults = [];
  if (width !== 192 || height !== 192) faults.push(`is ${width}×${height}, not 192×192`);
  if (pixels.some(({ alpha }) => alpha !== 255)) faults.push('has transparent pixels');
  return faults;
}

function outlineFaults({ width, height, pixels }) {
  const faults = [];
  const drawn = pixels.filter(({ alpha }) => alpha > 0);
  if (width !== 32 || height !== 32) faults.push(`is ${width}×${height}, not 32×32`);
  if (!drawn.every(isWhite)) faults.push('has a colour other than white');
  if (drawn.length === 0) faults.push('is empty');
  if (drawn.length === pixels.length) faults.push('has no transparent background');
  return faults;
}

const rules = { color: colourFaults, outline: outlineFaults };

/**
 * What is wrong with an icon of the app package by the rules of Teams, one sentence each.
 * @param {'color' | 'outline'} kind
 * @param {Buffer} file the PNG file
 */
export function iconFaults(kind, file) {
  let faults;
  try {
    faults = rules[kind](readPng(file));
  } catch (error) {
    faults = [`cannot be used: ${error.message}`];
  }
  return faults.map((fault) => `The ${kind} icon ${fault}.`);
}
