// `node scripts/service-token.mjs <service> <permission> [<permission>...]`: prints a token good for a minute, to try things out.
import { isServicePermission, SERVICES } from '../packages/contracts/src/service-permissions.ts';
import { signServiceToken } from '../apps/api/src/auth/service-token.ts';

const [service = '', ...asked] = process.argv.slice(2);
const secret = process.env.SERVICE_TOKEN_SECRET;
const permissions = asked.filter(isServicePermission);
if (!secret || permissions.length === 0 || permissions.length < asked.length) {
  console.error('SERVICE_TOKEN_SECRET=... node scripts/service-token.mjs <service> <permission> [...]');
  for (const [name, most] of Object.entries(SERVICES)) console.error(`  ${name}: ${most.join(' ')}`);
  process.exit(1);
}
console.log(await signServiceToken(secret, { service, permissions }));
