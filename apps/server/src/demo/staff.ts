import type { StaffRole, Team } from '@zhanggui/contract'
import type { Chance } from './chance.ts'

export type DemoStaff = {
  id: string
  login: string
  name: string
  /** As residents are told who comes: 赵师傅, 林管家. */
  title: string
  role: StaffRole
  team: Team
  /** How much of the team's work falls to them. */
  share: number
}

type Row = [login: string, name: string, title: string, role: StaffRole, team: Team, share: number]

// One login for every role that a newcomer may play, and their colleagues.
const rows: readonly Row[] = [
  ['demo-agent', '林晓雯', '林管家', 'agent', 'service', 5],
  ['hejiayi', '何佳怡', '何管家', 'agent', 'service', 4],
  ['zhoumin', '周敏', '周管家', 'agent', 'service', 3],
  ['demo-dispatcher', '陈立国', '陈调度', 'dispatcher', 'service', 0],
  ['demo-worker', '赵建军', '赵师傅', 'worker', 'engineering', 5],
  ['sunguoqiang', '孙国强', '孙师傅', 'worker', 'engineering', 4],
  ['mazhiyuan', '马志远', '马师傅', 'worker', 'engineering', 3],
  ['guohaitao', '郭海涛', '郭师傅', 'worker', 'engineering', 3],
  ['caoyong', '曹勇', '曹队长', 'worker', 'security', 4],
  ['pengwei', '彭伟', '彭队员', 'worker', 'security', 3],
  ['dengjun', '邓军', '邓队员', 'worker', 'security', 2],
  ['suguifang', '苏桂芳', '苏阿姨', 'worker', 'cleaning', 4],
  ['jiangxiulan', '蒋秀兰', '蒋阿姨', 'worker', 'cleaning', 3],
  ['yufugui', '余富贵', '余师傅', 'worker', 'cleaning', 2],
  ['demo-manager', '吴海燕', '吴经理', 'manager', 'office', 0],
  ['demo-finance', '徐丽', '徐会计', 'finance', 'office', 0],
  ['demo-head-office', '高明', '高总', 'head-office', 'office', 0],
  ['demo-committee', '罗文斌', '罗主任', 'committee', 'office', 0],
  ['renxiaohong', '任晓红', '任委员', 'committee', 'office', 0],
  ['demo-auditor', '沈一凡', '沈审计', 'auditor', 'office', 0],
]

export type DemoCrew = {
  all: DemoStaff[]
  called(login: string): DemoStaff
  agent(luck: Chance): DemoStaff
  dispatcher: DemoStaff
  manager: DemoStaff
  /** Somebody of the team who does the work, other than `not`. */
  hand(luck: Chance, team: Team, not?: DemoStaff): DemoStaff
}

export function drawStaff(luck: Chance, at: number): DemoCrew {
  const all = rows.map(([login, name, title, role, team, share]): DemoStaff => ({
    id: luck.id(at),
    login,
    name,
    title,
    role,
    team,
    share,
  }))
  const called = (login: string): DemoStaff => {
    const found = all.find((it) => it.login === login)
    if (!found) throw new Error(`nobody is called ${login}`)
    return found
  }
  const agents = all.filter((it) => it.role === 'agent')
  return {
    all,
    called,
    agent: (by) => by.weighted(agents, (it) => it.share),
    dispatcher: called('demo-dispatcher'),
    manager: called('demo-manager'),
    hand(by, team, not) {
      const hands = all.filter((it) => it.team === team && it.share > 0 && it !== not)
      return by.weighted(hands, (it) => it.share)
    },
  }
}
