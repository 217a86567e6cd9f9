import { randomBytes } from 'node:crypto'
import { publishPolicyTx, publishStartersTx } from '#modules/cases'
import { foundCommunity, publishCalendarTx } from '#modules/estate'
import { appoint, foundOrganization, hashPassword, makeStaff, staffByLogin } from '#modules/identity'
import { v7 } from 'uuid'
import { openPool } from '#platform/database'
import { CommandProblem } from './command-problem.ts'

const whole = [{ from: '00:00', to: '24:00' }]
const office = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const zone = { timeZone: 'Asia/Shanghai', overrides: [] }
const minutes = (it: number) => it * 60

/**
 * `zhanggui found`: enters a company's community with its first manager, two calendars and a first set of service
 * times to be changed at will. A manager who exists already gets the new community added, of the same company.
 */
export async function found(parts: {
  appUrl: string
  organization: string
  community: string
  login: string
  name: string
  now: string
}): Promise<string> {
  const { now } = parts
  const database = openPool({ url: parts.appUrl, size: 2, onError: () => undefined })
  try {
    if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(parts.login)) {
      throw new CommandProblem(
        '登录名用小写字母、数字和 . _ -，3 至 40 位。The login takes a–z, 0–9, . _ -, 3 to 40 of them.',
      )
    }
    const communityId = v7()
    const known = await staffByLogin(database.house, parts.login)
    const password = known ? undefined : randomBytes(12).toString('base64url')
    const passwordHash = password === undefined ? null : await hashPassword(password)
    await database.transaction([communityId], async (tx) => {
      const organizationId = known?.organizationId ?? v7()
      if (!known) await foundOrganization(tx, { id: organizationId, name: parts.organization, now })
      await foundCommunity(tx, { id: communityId, organizationId, name: parts.community, now })
      const accountId = known?.id ?? v7()
      if (!known)
        await makeStaff(tx, {
          id: accountId,
          organizationId,
          login: parts.login,
          name: parts.name,
          passwordHash,
          now,
        })
      for (const role of ['manager', 'head-office'] as const) {
        await appoint(tx, { accountId, communityId, role, team: 'office', now })
      }
      const publish = (body: Parameters<typeof publishCalendarTx>[1]['body']) =>
        publishCalendarTx(tx, { communityId, by: accountId, now, body })
      const day = await publish({
        ...zone,
        name: '客服工作时间',
        publicHolidays: 'cn',
        weekly: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: office, 7: office },
      })
      const always = await publish({
        ...zone,
        name: '24 小时',
        publicHolidays: 'none',
        weekly: { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole, 6: whole, 7: whole },
      })
      const targets = (calendarId: string, accept: number, first: number, resolve: number) => ({
        accept: { seconds: minutes(accept), calendarId },
        first_response: { seconds: minutes(first), calendarId },
        resolve: { seconds: minutes(resolve), calendarId },
      })
      await publishPolicyTx(
        tx,
        communityId,
        {
          name: '服务时限',
          basis: '启用时的建议值，请按服务合同和所选服务等级调整后重新发布',
          expectedVersion: 0,
          reopenPercent: 50,
          reopenFloorSeconds: 7200,
          rules: [
            { kinds: [], urgencies: ['danger'], targets: targets(always.id, 10, 30, 360) },
            { kinds: ['repair'], urgencies: ['urgent'], targets: targets(always.id, 20, 60, 1440) },
            { kinds: [], urgencies: [], targets: targets(day.id, 60, 240, 1440) },
          ],
        },
        { id: accountId, name: known?.name ?? parts.name },
        now,
      )
      await publishStartersTx(tx, communityId, { id: accountId, name: known?.name ?? parts.name }, now)
    })
    return [
      `已建立 Founded: ${parts.community} (${communityId})`,
      ...(password === undefined
        ? []
        : [
            `登录名 login ${parts.login} · 密码 password ${password}`,
            '请首次登录后改密码并启用验证器。Change it after the first sign-in and set up an authenticator.',
          ]),
      `导入名册 Import a roster: npm run zhanggui -- import FILE --community ${communityId} --as ${parts.login}`,
    ].join('\n')
  } finally {
    await database.close()
  }
}
