import {
  getGetOrganizationsUrl,
  getListDepartmentsUrl,
  getListLocationsUrl,
  getListPositionsUrl,
  getListSkillsUrl,
} from '@vaktplan/api-client';
import { resource } from '@/lib/resource';

const contracts = () => import('@vaktplan/contracts/http/organizations');

export const organizationResource = resource(
  getGetOrganizationsUrl(),
  async () => (await contracts()).OrganizationView,
);
export const locationsResource = resource(
  getListLocationsUrl(),
  async () => (await contracts()).LocationList,
);
export const departmentsResource = resource(
  getListDepartmentsUrl(),
  async () => (await contracts()).DepartmentList,
);
export const positionsResource = resource(
  getListPositionsUrl(),
  async () => (await contracts()).PositionList,
);
export const skillsResource = resource(getListSkillsUrl(), async () => (await contracts()).SkillList);
