import type { Role } from '../../contract/permission.ts';

/** 使用人的角色, as offices call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  secretary: '书记',
  'organisation-commissioner': '组织委员',
  'discipline-commissioner': '纪检委员',
  'data-entry': '录入员',
  inspector: '检查员',
};
