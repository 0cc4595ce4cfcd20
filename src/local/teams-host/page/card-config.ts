const ink = {
  default: { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground3)' },
  dark: { default: 'var(--colorNeutralForeground1)', subtle: 'var(--colorNeutralForeground3)' },
  light: { default: 'var(--colorNeutralForeground3)', subtle: 'var(--colorNeutralForeground3)' },
  accent: {
    default: 'var(--colorBrandForeground1)',
    subtle: 'var(--colorBrandForeground1)',
  },
  good: {
    default: 'var(--colorPaletteGreenForeground1)',
    subtle: 'var(--colorPaletteGreenForeground1)',
  },
  warning: {
    default: 'var(--colorPaletteDarkOrangeForeground1)',
    subtle: 'var(--colorPaletteDarkOrangeForeground1)',
  },
  attention: {
    default: 'var(--colorPaletteRedForeground1)',
    subtle: 'var(--colorPaletteRedForeground1)',
  },
};

function container(background: string): object {
  return { backgroundColor: background, foregroundColors: ink };
}

/**
 * How cards look in Teams, for all three themes at once: the colours are the theme's CSS variables,
 * so a change of theme needs no new drawing and loses nothing typed.
 */
export const cardConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--colorNeutralBackground3)'),
    good: container('var(--colorPaletteGreenBackground1)'),
    attention: container('var(--colorPaletteRedBackground1)'),
    warning: container('var(--colorPaletteDarkOrangeBackground1)'),
    accent: container('var(--colorBrandBackground2)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', size: 'small', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', size: 'small' },
    },
    errorMessage: { color: 'attention', size: 'small', weight: 'default' },
  },
  factSet: {
    title: { color: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 120 },
    value: { color: 'default', weight: 'default', wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: 'medium', weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
};
