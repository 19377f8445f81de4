'use client';
import { createContext, useContext, type ReactNode } from 'react';

/** Which way the parts run, and the few words that they say by themselves. */
export type UiLanguage = {
  direction: 'ltr' | 'rtl';
  close: string;
  retry: string;
  loadFailed: string;
  optional: string;
  undo: string;
  /** Of the place where toasts appear. */
  messages: string;
};

const english: UiLanguage = {
  direction: 'ltr',
  close: 'Close',
  retry: 'Try again',
  loadFailed: 'This could not be loaded',
  optional: 'optional',
  undo: 'Undo',
  messages: 'Notifications',
};

const LanguageContext = createContext(english);

/** The parts in another language; without it they speak English. */
export const UiLanguageProvider = ({ language, children }: { language: UiLanguage; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
);

export const useUiLanguage = (): UiLanguage => useContext(LanguageContext);
