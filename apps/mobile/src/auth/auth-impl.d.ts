declare module '#auth-impl' {
  import type { ComponentType, ReactNode } from 'react';
  /** Chosen by metro.config.js: impl.local.tsx or impl.clerk.tsx. */
  export const AuthProvider: ComponentType<{ children: ReactNode }>;
  /** The short-lived token for the API; null when signed out or when there is no network to renew it. */
  export const accessToken: () => Promise<string | null>;
}
