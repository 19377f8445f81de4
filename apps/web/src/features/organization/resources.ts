import {
  getGetOrganizationsUrl,
  getListDepartmentsUrl,
  getListLocationsUrl,
  getListPositionsUrl,
  getListSkillsUrl,
} from '@vaktplan/api-client';
import {
  DepartmentList,
  LocationList,
  OrganizationView,
  PositionList,
  SkillList,
} from '@vaktplan/contracts/http/organizations';
import { resource } from '@/lib/resource';

export const organizationResource = resource(getGetOrganizationsUrl(), OrganizationView);
export const locationsResource = resource(getListLocationsUrl(), LocationList);
export const departmentsResource = resource(getListDepartmentsUrl(), DepartmentList);
export const positionsResource = resource(getListPositionsUrl(), PositionList);
export const skillsResource = resource(getListSkillsUrl(), SkillList);
