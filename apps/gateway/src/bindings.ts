import type { SignInQuota } from './sign-in-quota.ts';

/** What the Worker is bound to; wrangler.jsonc lists it, docs/deploy-railway.md explains it. */
export type Env = {
  /** Where the API and the web app really are. */
  API_ORIGIN: string;
  WEB_ORIGIN: string;
  /** Tells both that a request came through here. */
  ORIGIN_SECRET: string;
  /** The keys and issuer of access tokens. Without them tokens are left for the API to judge. */
  JWKS_URL?: string;
  TOKEN_ISSUER?: string;
  /** Pages of these origins, parted by commas, may call the API from a browser. */
  ALLOWED_ORIGINS?: string;
  /** Milliseconds that a service has to begin its answer; 20 seconds if unset. */
  ORIGIN_TIMEOUT_MS?: string;
  ADDRESS_LIMIT: RateLimit;
  TENANT_LIMIT: RateLimit;
  SIGN_IN_QUOTA: DurableObjectNamespace<SignInQuota>;
};
