import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { ServicePermission } from '@vaktplan/contracts/service-permissions';

/** Who may call a route. A route without one is refused at boot. */
export type Access =
  | { kind: 'can'; permission: Permission; from?: 'replica' }
  | { kind: 'signed-in' }
  | { kind: 'public' }
  | { kind: 'kiosk' }
  | { kind: 'service'; permission: ServicePermission };

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
}

const access = (value: Access, permission: string) =>
  applyDecorators(RouteConfig({ access: value }), ApiExtension('x-access', permission), ApiBearerAuth());

/**
 * Members whose role holds the permission somewhere; the verb asks again with the row in hand. `replica`: a route that only
 * reads, and may read from a replica that has all that the organisation has written.
 */
export const Can = (permission: Permission, from?: 'replica') =>
  access({ kind: 'can', permission, ...(from && { from }) }, permission);

/** Anybody signed in, with or without an organisation. */
export const SignedIn = () => access({ kind: 'signed-in' }, 'signed-in');

/** Everybody. */
export const Public = () =>
  applyDecorators(
    RouteConfig({ access: { kind: 'public' } satisfies Access }),
    ApiExtension('x-access', 'public'),
  );

/** Other services of ours, by a service token that holds the permission. */
export const ServiceCan = (permission: ServicePermission) =>
  access({ kind: 'service', permission }, permission);

/** Enrolled tablets, by their own token; nobody else, and they nowhere else. */
export const KioskOnly = () => access({ kind: 'kiosk' }, 'kiosk');
