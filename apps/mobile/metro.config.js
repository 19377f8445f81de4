const { createHash } = require('node:crypto');
const path = require('node:path');
const { getDefaultConfig } = require('expo/metro-config');

/** @type {import('expo/metro-config').MetroConfig} */
const config = getDefaultConfig(__dirname);

// the module of expo-sqlite for the web names it, though the web build keeps its rows in IndexedDB
config.resolver.assetExts.push('wasm');

// One way to sign in per build, so that a build without Clerk carries none of it: `#auth-impl` -> src/auth/impl.<mode>.tsx
const mode = process.env.EXPO_PUBLIC_AUTH_MODE === 'clerk' ? 'clerk' : 'local';
const base = config.resolver.resolveRequest;
config.resolver.resolveRequest = (context, name, platform) =>
  name === '#auth-impl'
    ? { type: 'sourceFile', filePath: path.join(__dirname, `src/auth/impl.${mode}.tsx`) }
    : (base ?? context.resolveRequest)(context, name, platform);

// EXPO_PUBLIC_* values are written into the code and then kept in Metro's cache: without this a second export with
// another address would silently ship the first one.
const publicValues = Object.entries(process.env)
  .filter(([name]) => name.startsWith('EXPO_PUBLIC_'))
  .sort();
config.cacheVersion = createHash('sha256').update(JSON.stringify(publicValues)).digest('hex');

module.exports = config;
