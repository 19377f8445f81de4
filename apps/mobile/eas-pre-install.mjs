// EAS runs this before it installs. A build without Clerk links none of Clerk's native code, which would ask for iOS 17:
// autolinking reads only package.json, so it is said there, in the build's own copy.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL(`${process.argv[2] ?? import.meta.dirname}/package.json`, 'file:');
if (process.env.EXPO_PUBLIC_AUTH_MODE !== 'clerk') {
  const description = JSON.parse(readFileSync(file, 'utf8'));
  description.expo = { ...description.expo, autolinking: { exclude: ['@clerk/expo'] } };
  writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`);
}
