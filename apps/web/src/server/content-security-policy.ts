import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { themeScript } from '../lib/theme-script';
import { env } from './env';

const isDevelopment = process.env.NODE_ENV === 'development';

function socketOrigins(): string[] {
  const { API_URL, PUBLIC_API_URL } = env();
  const origin = PUBLIC_API_URL ?? API_URL;
  return [origin, origin.replace(/^http/, 'ws')];
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Photos go straight between browser and object store. */
const filesOrigin = (): string => env().PUBLIC_FILES_URL ?? '';

function policy(scriptSources: string[]): string {
  const scripts = isDevelopment ? ["'unsafe-inline'", "'unsafe-eval'"] : scriptSources;
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    // React renders style attributes (a person's hue) on the server; attributes take no nonce
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${filesOrigin()}`.trimEnd(),
    "font-src 'self'",
    `connect-src 'self' ${socketOrigins().join(' ')} ${filesOrigin()}`.trimEnd(),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Policy of a page rendered for this request. */
export const policyWithNonce = (nonce: string) => policy([`'nonce-${nonce}'`, hashOf(themeScript)]);

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;
const hashesOf = new Map<string, Promise<string[]>>();

async function hashInlineScripts(file: string): Promise<string[]> {
  const html = await readFile(join(process.cwd(), '.next/server/app', file), 'utf8');
  const scripts = [...html.matchAll(inlineScript)].map((match) => match[1] ?? '');
  return scripts.map(hashOf);
}

/** Policy of a page built beforehand: its inline scripts are known, so they are allowed by hash. */
export async function policyWithHashes(pathname: string): Promise<string> {
  if (isDevelopment) return policy([]);
  const file = pathname === '/' ? 'index.html' : `${pathname.slice(1)}.html`;
  const hashes = hashesOf.get(file) ?? hashInlineScripts(file);
  hashesOf.set(file, hashes);
  return policy(await hashes);
}
