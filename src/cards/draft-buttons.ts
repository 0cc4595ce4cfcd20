import type { Locale } from '../domain/conversation.js';
import { draftTexts } from '../text/draft-texts.js';
import type { CardFrame } from './card-frame.js';
import { tabLink } from './deep-link.js';

/** What a form says of its draft. */
interface DraftedForm {
  readonly locale: Locale;
  readonly token: string;
  /** The version of its draft, where it is one. */
  readonly draftSeq?: number;
}

/** The buttons of a form that put it aside, and take back what was put aside. `press`: what its buttons send along. */
export function draftButtons(
  { locale, draftSeq }: Omit<DraftedForm, 'token'>,
  press: Readonly<Record<string, string | number>>,
) {
  const { save, erase } = draftTexts[locale];
  return [
    { title: save, press: { ...press, draft: 'save' } },
    ...(draftSeq === undefined ? [] : [{ title: erase, press: { ...press, draft: 'erase' } }]),
  ];
}

/** 広い画面で書く: the way to the same draft in the tab. What is not saved has no such way. */
export function wideFormLink(frame: CardFrame, { locale, token, draftSeq }: DraftedForm) {
  const { wide } = draftTexts[locale];
  return draftSeq === undefined
    ? []
    : [{ title: wide, url: tabLink(frame, `draft/${token}`, wide) }];
}
