// Draws the pictures of statuses and of the trace line into src/tabs/public/status. Cards in chat cannot draw
// shapes; the shapes and colours are those of the status table of the tabs. Run it after a change there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from './png.mjs';
import { projectRoot } from './project-root.mjs';

const size = 64;
const samples = 6;
const white = [255, 255, 255];

// A shape answers for a point (x, y) from -1 to 1 whether it is inked.
const length = (x, y) => Math.hypot(x, y);
const disc = (radius) => (x, y) => length(x, y) <= radius;
const ring = (outer, width) => (x, y) => {
  const far = length(x, y);
  return far <= outer && far >= outer - width;
};
const dashed = (outer, width, dashes) => (x, y) => {
  const turn = ((Math.atan2(y, x) / (2 * Math.PI) + 1) * dashes + 0.25) % 1;
  return turn < 0.55 && ring(outer, width)(x, y);
};
const square = (half) => (x, y) => Math.max(Math.abs(x), Math.abs(y)) <= half;
const frame = (half, width) => (x, y) => square(half)(x, y) && !square(half - width)(x, y);
const diamond = (half) => (x, y) => Math.abs(x) + Math.abs(y) <= half;
const stroke = (fromX, fromY, toX, toY, width) => (x, y) => {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy);
  const near = Math.min(1, Math.max(0, along));
  return length(x - fromX - near * dx, y - fromY - near * dy) <= width / 2;
};
const any =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));
const but = (shape, hole) => (x, y) => shape(x, y) && !hole(x, y);
const triangle = (x, y) => {
  const [left, right, half] = [-0.42, 0.66, 0.66];
  return x >= left && x <= right && Math.abs(y) <= (half * (right - x)) / (right - left);
};
const tick = any(stroke(-0.32, 0.03, -0.08, 0.27, 0.17), stroke(-0.08, 0.27, 0.34, -0.22, 0.17));

const pictures = {
  received: ['#616161', ring(0.66, 0.17)],
  clarifying: ['#8f5a00', but(diamond(0.82), but(diamond(0.58), disc(0.17)))],
  reviewing: ['#2b6cb0', any(ring(0.66, 0.17), disc(0.23))],
  decided: ['#5b5fc7', frame(0.58, 0.17)],
  started: ['#00767c', triangle],
  'partially-realised': ['#4a7a1c', any(ring(0.66, 0.15), (x, y) => x <= 0 && disc(0.66)(x, y))],
  realised: ['#0e700e', but(disc(0.7), tick)],
  difficult: ['#96401c', but(square(0.6), (x, y) => Math.abs(y) <= 0.1 && Math.abs(x) <= 0.36)],
  merged: [
    '#6b6180',
    any(
      (x, y) => ring(0.46, 0.15)(x + 0.26, y),
      (x, y) => ring(0.46, 0.15)(x - 0.26, y),
    ),
  ],
  'out-of-scope': [
    '#616161',
    any(stroke(-0.46, -0.46, 0.46, 0.46, 0.19), stroke(-0.46, 0.46, 0.46, -0.46, 0.19)),
  ],
  withdrawn: ['#707070', dashed(0.66, 0.17, 8)],
  'trace-done': ['#5b5fc7', disc(0.6)],
  'trace-current': ['#5b5fc7', ring(0.7, 0.3)],
  'trace-todo': ['#707070', dashed(0.62, 0.14, 8)],
};

const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const toUnit = (pixel, sample) => ((pixel + (sample + 0.5) / samples) / size) * 2 - 1;

/** Share of a pixel that lies on the white tile, and share that is inked, by sampling. */
function coverage(shape, px, py) {
  let tile = 0;
  let ink = 0;
  for (let sx = 0; sx < samples; sx += 1) {
    for (let sy = 0; sy < samples; sy += 1) {
      const [x, y] = [toUnit(px, sx), toUnit(py, sy)];
      if (length(x, y) > 1) continue;
      tile += 1;
      if (shape(x, y)) ink += 1;
    }
  }
  return { tile: tile / samples ** 2, ink: tile === 0 ? 0 : ink / tile };
}

/** A picture on a white round tile, so that one file serves light and dark. */
function draw([colour, shape]) {
  const inked = channels(colour);
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const { tile, ink } = coverage(shape, x, y);
      const rgb = white.map((value, at) => Math.round(value + (inked[at] - value) * ink));
      pixels.set([...rgb, Math.round(tile * 255)], (y * size + x) * 4);
    }
  }
  return encodePng(size, size, pixels);
}

const folder = join(projectRoot, 'src/tabs/public/status');
mkdirSync(folder, { recursive: true });
for (const [name, picture] of Object.entries(pictures)) {
  writeFileSync(join(folder, `${name}.png`), draw(picture));
}
console.log(`${Object.keys(pictures).length} pictures in ${folder}`);
