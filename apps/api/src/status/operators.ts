import type { Env } from '../env.ts';

type Settings = Pick<Env, 'VAKTPLAN_MODE' | 'OPERATOR_ORGANIZATIONS' | 'PUBLIC_WORKER_URL'>;

/** Where the people of this organisation find the board of all queues; undefined for all but who runs the installation. */
export function boardOf(settings: Settings, organizationId: string): string | undefined {
  const { VAKTPLAN_MODE, OPERATOR_ORGANIZATIONS, PUBLIC_WORKER_URL } = settings;
  const isOperator = VAKTPLAN_MODE === 'local' || OPERATOR_ORGANIZATIONS.includes(organizationId);
  return isOperator ? PUBLIC_WORKER_URL : undefined;
}
