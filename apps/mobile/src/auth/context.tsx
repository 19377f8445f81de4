import { createContext, useContext } from 'react';
import type { AuthApi } from './types';

export const AuthContext = createContext<AuthApi | null>(null);

/** Who is signed in, and how to change that. */
export function useAuth(): AuthApi {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('useAuth needs an AuthProvider above it');
  return auth;
}
