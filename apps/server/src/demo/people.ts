import type { ResidentRole } from '@zhanggui/contract'
import type { Chance } from './chance.ts'
import type { DemoHome } from './estate.ts'
import { dateAt, day } from './time.ts'

export type DemoPerson = {
  id: string
  name: string
  /** 王女士, 李先生: how staff speak to them. */
  address: string
  phone: string | null
  note: string
  /** Has opened the residents' page and reports there. */
  app: boolean
  /** Some people report much, most hardly ever. */
  eagerness: number
}

export type DemoResidency = {
  id: string
  personId: string
  homeId: string
  role: ResidentRole
  since: string | null
}

export type DemoPeople = {
  persons: DemoPerson[]
  residencies: DemoResidency[]
  /** Who lives in (or, empty homes, owns) each home. */
  livingIn: Map<string, DemoPerson[]>
  wang: DemoPerson
  tenant: DemoPerson
  wangHome: DemoHome
  tenantHome: DemoHome
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'
const women =
  '静怡 雅琴 丽华 桂英 秀兰 晓燕 婷婷 思琪 雨桐 佳慧 海霞 玉梅 春梅 文静 欣怡 梦瑶 淑芬 美玲 晓雯 若曦 慧敏 艳红 凤英 诗涵 佩珊 燕萍 莉莉 瑞雪 佳宁 小曼 兰芝 彩云 可欣 依然 月华 素珍 雪梅 紫薇 敏 洁 娜 倩 颖 琳 芳 萍'.split(
    ' ',
  )
const men =
  '建国 志强 明远 浩然 子轩 俊杰 海涛 国强 文斌 建平 永康 立新 家豪 天宇 志远 宇航 晓东 振华 德胜 长江 少华 伟民 一凡 嘉诚 思源 光辉 新民 玉龙 春生 景行 泽宇 博文 正阳 鹏程 学军 守信 勇 伟 磊 军 超 涛 斌 鑫 宏 亮'.split(
    ' ',
  )

/** The two whom anybody may play in the demonstration. */
export const fixedPhones = { wang: '13800000001', tenant: '13800000002' } as const

/** People for every home: owners, tenants, family; some with several homes, some without a phone. */
export function drawPeople(luck: Chance, homes: readonly DemoHome[], at: number): DemoPeople {
  const persons: DemoPerson[] = []
  const residencies: DemoResidency[] = []
  const livingIn = new Map<string, DemoPerson[]>()
  const taken = new Set<string>()
  let phones = 2
  const nextPhone = () => `1380000${String((phones += 1)).padStart(4, '0')}`
  const person = (
    it: Partial<DemoPerson> & { surname?: string; woman?: boolean; phoneless?: boolean } = {},
  ): DemoPerson => {
    const woman = it.woman ?? luck.yes(0.5)
    let name = it.name
    while (name === undefined || (it.name === undefined && taken.has(name))) {
      name = `${it.surname ?? luck.pick([...surnames])}${luck.pick(woman ? women : men)}`
    }
    taken.add(name)
    const phone = it.phone !== undefined ? it.phone : it.phoneless === true ? null : nextPhone()
    const made: DemoPerson = {
      id: luck.id(at),
      name,
      address: `${name.slice(0, 1)}${woman ? '女士' : '先生'}`,
      phone,
      note: it.note ?? '',
      app: it.app ?? (phone !== null && luck.yes(0.7)),
      eagerness: it.eagerness ?? luck.around(1, 1.1),
    }
    persons.push(made)
    return made
  }
  const moveIn = (
    who: DemoPerson,
    home: DemoHome,
    role: ResidentRole,
    since: string | null,
    lives = true,
  ) => {
    residencies.push({ id: luck.id(at), personId: who.id, homeId: home.id, role, since })
    if (lives) livingIn.set(home.id, [...(livingIn.get(home.id) ?? []), who])
  }
  const someDay = (yearsBefore: number) => dateAt(at - Math.round(luck.between(0.2, yearsBefore) * 365) * day)
  const homeOf = (room: string): DemoHome => {
    const found = homes.find((it) => it.room === room)
    if (!found) throw new Error(`no home ${room}`)
    return found
  }
  const [wangHome, tenantHome] = [homeOf('3-1-502'), homeOf('2-2-803')]
  const wang = person({
    name: '王静怡',
    woman: true,
    phone: fixedPhones.wang,
    app: true,
    eagerness: 0,
    note: '习惯称呼王女士；工作日晚上六点后在家。',
  })
  moveIn(wang, wangHome, 'owner', '2019-06-02')
  moveIn(person({ surname: '刘', woman: false }), wangHome, 'family', '2019-06-02')
  moveIn(
    person({ surname: '刘', woman: true, phoneless: true, note: '小学生' }),
    wangHome,
    'family',
    '2019-06-02',
  )
  const landlord = person({ woman: false, app: false, note: '长住外地，房屋出租。' })
  moveIn(landlord, tenantHome, 'owner', '2023-07-01', false)
  const tenant = person({
    name: '李明远',
    woman: false,
    phone: fixedPhones.tenant,
    app: true,
    eagerness: 0,
    note: '合租，室友白天在家。',
  })
  moveIn(tenant, tenantHome, 'tenant', dateAt(at + 40 * day))

  const owners: DemoPerson[] = []
  for (const home of homes.filter((it) => it.use === 'dwelling' && it !== wangHome && it !== tenantHome)) {
    const second = owners.length > 40 && luck.yes(0.045)
    const owner = second ? luck.pick(owners) : person()
    const since = someDay(5)
    const empty = luck.yes(0.05)
    const rented = !empty && (second || luck.yes(0.2))
    moveIn(owner, home, 'owner', luck.yes(0.9) ? since : null, !rented)
    if (!second) owners.push(owner)
    if (empty) {
      owner.eagerness *= 0.2
      continue
    }
    if (rented) {
      const first = person()
      moveIn(first, home, 'tenant', someDay(2))
      if (luck.yes(0.4)) moveIn(person(), home, luck.yes(0.5) ? 'tenant' : 'family', someDay(1))
      continue
    }
    if (luck.yes(0.55)) moveIn(person(), home, 'family', since)
    if (luck.yes(0.18)) {
      const elder = person({
        phoneless: luck.yes(0.7),
        app: false,
        note: luck.yes(0.5) ? '老人，听力不好，请大声些。' : '',
      })
      moveIn(elder, home, 'family', since)
    }
  }
  for (const home of homes.filter((it) => it.use === 'shop')) {
    moveIn(luck.pick(owners), home, 'owner', someDay(3), false)
    moveIn(
      person({ note: luck.pick(['便利店', '水果店', '理发店', '药店', '早餐店', '干洗店']) }),
      home,
      'tenant',
      someDay(2),
    )
  }
  const stalls = homes.filter((it) => it.use === 'parking')
  const parkers = [wang, ...owners.filter(() => luck.yes(0.42))]
  for (const [index, home] of stalls.entries()) {
    // Some stalls are still the builder's.
    const owner = index < parkers.length ? parkers[index] : luck.yes(0.3) ? luck.pick(owners) : undefined
    if (owner) moveIn(owner, home, 'owner', someDay(4))
  }
  return { persons, residencies, livingIn, wang, tenant, wangHome, tenantHome }
}
