import {
  endpoints,
  permissions,
  residentRoles,
  rolePermissions,
  routes,
  staffRoles,
} from '@zhanggui/contract'
import type { EndpointName, EndpointShape, Role } from '@zhanggui/contract'
import { words as english } from '@zhanggui/messages/en/words'
import { words as chinese } from '@zhanggui/messages/zh-Hans/words'
import { madeBy, table } from './table.ts'

const roles: readonly Role[] = [...staffRoles, ...residentRoles]
const heads = roles.map((it) => `${chinese[`role.${it}`]} ${english[`role.${it}`]}`)
const mark = (allowed: boolean): string => (allowed ? '●' : '')

/** Which role may do what: by permission, and by endpoint. Whose things they reach is scope, said beside. */
export function permissionsPage(): string {
  const byPermission = table(
    ['权限 Permission', ...heads],
    permissions.map((it) => [`\`${it}\``, ...roles.map((role) => mark(rolePermissions[role].includes(it)))]),
  )
  const byEndpoint = table(
    ['接口 Endpoint', '作用 What it does', '范围 Reach', '任何人 Anybody', ...heads],
    (Object.keys(endpoints) as EndpointName[]).map((name) => {
      const { allow, reach, summary }: EndpointShape = endpoints[name]
      const anybody = allow === 'anyone'
      return [
        `\`${routes[name]}\``,
        summary,
        reach,
        mark(anybody),
        ...roles.map((role) =>
          mark(anybody || allow === 'signed-in' || rolePermissions[role].includes(allow)),
        ),
      ]
    }),
  )
  return `${madeBy}

# 权限 Permissions

员工凭角色在其任职的小区内行事，住户只及于自己的房屋和自己报的工单。够不着的与不存在的，回答一样。
Staff act by role in the communities they are appointed to; residents reach their own homes and their own reports.
What is out of reach answers like what is not there.

## 角色与权限 Roles and permissions

${byPermission}

## 角色与接口 Roles and endpoints

● 表示该角色可以调用；能及于谁的数据另由“范围”一列决定，见 \`apps/server/test/matrix\`。
● means that the role may call it; whose data it reaches then follows from the reach, which \`apps/server/test/matrix\` tries cell by cell.

${byEndpoint}
`
}
