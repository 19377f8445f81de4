import type { ReactNode } from 'react';

/** On a phone the whole app has its direction already. */
export const DirectionRoot = ({ children }: { children: ReactNode; locale: string }) => children;
