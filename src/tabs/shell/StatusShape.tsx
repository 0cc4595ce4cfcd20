import type { ReactNode } from 'react';
import { type Shaped, type StatusFigure, statusLooks } from './status-look.js';
import { useSurroundings } from './surroundings.js';

/** Figures on a 16 × 16 field; `currentColor` is the status colour, `paper` what lies on top of a filled figure. */
const figures: Readonly<Record<StatusFigure, (paper: string) => ReactNode>> = {
  ring: () => <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.8" />,
  'dotted-diamond': () => (
    <>
      <path d="M8 1.8 14.2 8 8 14.2 1.8 8Z" fill="none" strokeWidth="1.8" strokeLinejoin="round" />
      <circle cx="8" cy="8" r="1.8" fill="currentColor" stroke="none" />
    </>
  ),
  'dotted-ring': () => (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.8" />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" stroke="none" />
    </>
  ),
  square: () => <rect x="3" y="3" width="10" height="10" rx="1" fill="none" strokeWidth="1.8" />,
  triangle: () => <path d="M3.6 2.4 14 8 3.6 13.6Z" fill="currentColor" stroke="none" />,
  'half-disc': () => (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.8" />
      <path d="M8 2.5A5.5 5.5 0 0 0 8 13.5Z" fill="currentColor" stroke="none" />
    </>
  ),
  'ticked-disc': (paper) => (
    <>
      <circle cx="8" cy="8" r="6.4" fill="currentColor" stroke="none" />
      <path d="m5 8.2 2.1 2.1L11 6.2" fill="none" stroke={paper} strokeWidth="1.5" />
    </>
  ),
  'barred-square': (paper) => (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1" fill="currentColor" stroke="none" />
      <path d="M5 8h6" fill="none" stroke={paper} strokeWidth="1.8" />
    </>
  ),
  'two-rings': () => (
    <>
      <circle cx="5.7" cy="8" r="3.9" fill="none" strokeWidth="1.6" />
      <circle cx="10.3" cy="8" r="3.9" fill="none" strokeWidth="1.6" />
    </>
  ),
  cross: () => <path d="m3.5 3.5 9 9m0-9-9 9" fill="none" strokeWidth="2" />,
  'dashed-ring': () => (
    <circle cx="8" cy="8" r="5.5" fill="none" strokeWidth="1.8" strokeDasharray="2.9 2.86" />
  ),
};

interface StatusFigureProps {
  readonly status: Shaped;
}

/** The figure alone, on a field of 16 × 16, to be drawn inside another picture. */
export function StatusDrawing({ status }: StatusFigureProps) {
  const { theme } = useSurroundings();
  const { figure, colour } = statusLooks[status];
  const paper = theme === 'default' ? '#ffffff' : '#000000';
  return (
    <g color={colour[theme]} stroke="currentColor">
      {figures[figure](paper)}
    </g>
  );
}

interface StatusShapeProps extends StatusFigureProps {
  readonly size?: number;
}

/** The figure of a status. The word always stands beside it, so the figure itself is silent. */
export function StatusShape({ status, size = 16 }: StatusShapeProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <StatusDrawing status={status} />
    </svg>
  );
}
