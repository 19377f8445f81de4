import type { NextConfig } from 'next';

const securityHeaders = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), payment=(), geolocation=(self)' },
];

/** The tablet's page alone may use the camera. */
const kioskHeaders = [
  { key: 'permissions-policy', value: 'camera=(self), microphone=(), payment=(), geolocation=()' },
];

const config: NextConfig = {
  // images copy a self-contained server; `next start` runs the ordinary build
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: [
    '@vaktplan/api-client',
    '@vaktplan/contracts',
    '@vaktplan/core',
    '@vaktplan/i18n',
    '@vaktplan/ui',
  ],
  turbopack: {
    // browsers have Temporal of their own, or load the polyfill when they have not
    resolveAlias: { 'temporal-polyfill': { browser: './src/lib/temporal.ts' } },
  },
  // loaded only where a collector of traces or errors is set
  serverExternalPackages: [
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
    '@sentry/core',
  ],
  experimental: { optimizePackageImports: ['@vaktplan/ui', 'radix-ui', 'lucide-react'] },
  headers: async () => [
    { source: '/(.*)', headers: securityHeaders },
    { source: '/kiosk', headers: kioskHeaders },
  ],
};

export default config;
