import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: ['@vaktplan/api-client', '@vaktplan/contracts', '@vaktplan/core', '@vaktplan/ui'],
};

export default config;
