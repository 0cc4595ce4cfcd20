import type { Status } from '../../domain/status.js';
import type { HostTheme } from './host.js';

/** The figure that stands for a status, so that no meaning hangs on colour. */
export type StatusFigure =
  | 'ring'
  | 'dotted-diamond'
  | 'dotted-ring'
  | 'square'
  | 'triangle'
  | 'half-disc'
  | 'ticked-disc'
  | 'barred-square'
  | 'two-rings'
  | 'cross'
  | 'dashed-ring';

/** What has a shape: the statuses, and 統合, which is a pointer. */
export type Shaped = Status | 'merged';

interface StatusLook {
  readonly figure: StatusFigure;
  readonly colour: Readonly<Record<HostTheme, string>>;
}

const look = (figure: StatusFigure, light: string, dark: string, contrast: string): StatusLook => ({
  figure,
  colour: { default: light, dark, contrast },
});

/** Shapes and colours of the statuses, the same on tab, card and report; each has 3:1 or more on its background. */
export const statusLooks: Readonly<Record<Shaped, StatusLook>> = {
  received: look('ring', '#616161', '#c2c2c2', '#ffffff'),
  clarifying: look('dotted-diamond', '#8f5a00', '#f2c661', '#ffff00'),
  reviewing: look('dotted-ring', '#2b6cb0', '#7db8f0', '#ffffff'),
  decided: look('square', '#5b5fc7', '#aab1fa', '#1aebff'),
  started: look('triangle', '#00767c', '#4fc8cf', '#1aebff'),
  'partially-realised': look('half-disc', '#4a7a1c', '#a5d16a', '#3ff23f'),
  realised: look('ticked-disc', '#0e700e', '#5ec75e', '#3ff23f'),
  difficult: look('barred-square', '#96401c', '#f0a07c', '#ffffff'),
  merged: look('two-rings', '#6b6180', '#bdb3d1', '#ffffff'),
  'out-of-scope': look('cross', '#616161', '#adadad', '#ffffff'),
  withdrawn: look('dashed-ring', '#707070', '#999999', '#ffffff'),
};
