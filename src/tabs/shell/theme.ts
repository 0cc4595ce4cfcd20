import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { HostTheme } from './host.js';

const fontFamilyBase =
  '"Segoe UI", "Yu Gothic UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';

/** Fluent's theme for each look of the host, with Japanese faces behind Segoe UI. */
export const fluentThemes: Readonly<Record<HostTheme, Theme>> = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};
