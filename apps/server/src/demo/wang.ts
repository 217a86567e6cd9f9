import type { Act, Deed, DemoCase, DemoPhoto, Doer } from './act.ts'
import type { Chance } from './chance.ts'
import type { Drawing } from './drawings.ts'
import { pricesFor } from './price-lines.ts'
import type { DemoStaff } from './staff.ts'
import { dateAt, day, hour, minute, on, quarter, secondsOfDay, spoken } from './time.ts'
import type { Ground } from './year.ts'

type Line = [
  after: number,
  by: 'wang' | 'agent' | 'dispatcher' | 'worker' | 'guard' | 'manager' | 'timer',
  deed: Deed,
]

/**
 * What the resident and the tenant whom a newcomer plays have reported over the year: one matter under way with words
 * and photos to and fro, one waiting for the resident's verdict, and several that are over, each in another way.
 */
export function wangsYear(luck: Chance, { estate, people, crew }: Ground, now: number): Act[] {
  const photo = (...drawn: Drawing[]): DemoPhoto[] => drawn.map((drawing) => ({ id: luck.id(now), drawing }))
  const agent = crew.called('demo-agent')
  const worker = crew.called('demo-worker')
  const guard = crew.called('caoyong')
  const staff: Record<string, DemoStaff> = {
    agent,
    worker,
    guard,
    dispatcher: crew.dispatcher,
    manager: crew.manager,
  }
  const story = (
    it: Omit<DemoCase, 'id' | 'newcomer' | 'urgency'> & { urgency?: DemoCase['urgency'] },
    from: number,
    lines: readonly Line[],
  ): Act[] => {
    const one: DemoCase = { urgency: 'normal', ...it, id: luck.id(from), newcomer: null }
    let at = from
    return lines.map(([later, who, deed]) => {
      at += Math.round(later)
      const doer: Doer =
        who === 'timer'
          ? 'timer'
          : who === 'wang'
            ? { resident: it.reporter ?? people.wang }
            : { staff: staff[who] ?? agent }
      return { at, by: doer, of: one, deed }
    })
  }
  const open = (...drawn: Drawing[]): Deed => ({ do: 'open', photos: photo(...drawn) })
  const text = (what: 'reply' | 'note' | 'supplement', words: string, ...drawn: Drawing[]): Deed => ({
    do: what,
    text: words,
    photos: photo(...drawn),
  })
  const resolve = (words: string, ...drawn: Drawing[]): Deed => ({
    do: 'resolve',
    text: words,
    photos: photo(...drawn),
    ...(drawn.length === 0 ? { noPhotoReason: '住户不便拍照' } : {}),
  })
  const accept: Deed = { do: 'accept' }
  const confirm: Deed = { do: 'confirm' }
  const at = (spot: string, building?: string, entrance?: string): string => {
    const found = estate.commons.find(
      (it) =>
        it.spot === spot &&
        (building === undefined || it.building === building) &&
        (entrance === undefined || it.entrance === entrance),
    )
    if (!found) throw new Error(`no ${spot}`)
    return found.id
  }
  const { wang, tenant } = people
  const home = { reporter: wang, placeId: people.wangHome.id }
  const tenants = { reporter: tenant, placeId: people.tenantHome.id }
  const today = lately(now)
  const soon = spoken(quarter(today + 3 * hour), today + 35 * minute)
  return [
    ...story(
      {
        ...home,
        kind: 'repair',
        urgency: 'urgent',
        text: '厨房水槽下面漏水，柜子里已经积水了，地板也湿了一片，我先把水槽下的阀门关了。',
      },
      today,
      [
        [0, 'wang', open('sink-before', 'drain-before')],
        [4 * minute, 'agent', accept],
        [
          2 * minute,
          'agent',
          text('reply', '王女士您好，已收到，看到照片了。请先把厨房这路的阀门关着，我马上安排师傅。'),
        ],
        [6 * minute, 'dispatcher', assign(worker, '住户家里有孩子，带鞋套；先带 60 cm 软管和角阀。')],
        [
          23 * minute,
          'worker',
          {
            do: 'reply',
            text: `王女士，我是赵师傅，手上这户修完就过去，预计 ${soon} 前到您家。`,
            photos: [],
            promise: {
              what: '到您家检查软管和角阀',
              due: Math.max(quarter(today + 3 * hour), quarter(now + hour)),
              evidence: 'visit',
            },
          },
        ],
        [
          14 * minute,
          'wang',
          text('supplement', '好的。阀门关了还在慢慢渗，我垫了毛巾，又拍了一张。', 'sink-before'),
        ],
        [5 * minute, 'agent', text('reply', '收到，照片已转给赵师傅，他会把整套软管都换掉。')],
        [9 * minute, 'worker', text('note', '软管型号对上了，库里有；角阀可能也要换，材料费先跟住户说。')],
        [4 * minute, 'worker', { do: 'quote', version: 0, lines: pricesFor('水槽漏水') }],
      ],
    ),
    ...story(
      {
        reporter: wang,
        placeId: at('corridor', '3', '1'),
        kind: 'repair',
        text: '5 楼电梯口的灯一闪一闪的，晚上孩子不敢出门。',
      },
      now - 31 * hour,
      [
        [0, 'wang', open('lamp-before')],
        [11 * minute, 'agent', accept],
        [3 * minute, 'agent', text('reply', '王女士，收到，今天巡到 3 栋就换。')],
        [25 * minute, 'agent', assign(worker)],
        [8 * hour, 'worker', resolve('换了感应灯 1 只，同层另外两盏也试过，都正常。', 'lamp-after')],
      ],
    ),
    ...story(
      { ...home, kind: 'repair', text: '主卧窗户推不动，下雨关不严，窗台上都是水。' },
      now - 24 * day - 3 * hour,
      [
        [0, 'wang', open()],
        [16 * minute, 'agent', accept],
        [6 * minute, 'agent', text('reply', '王女士您好，明天上午安排师傅带滑轮上门，您看 9 点半方便吗？')],
        [40 * minute, 'wang', text('supplement', '可以，家里有人。')],
        [20 * minute, 'dispatcher', assign(worker)],
        [21 * hour, 'worker', resolve('更换窗扇滑轮一对，轨道清理干净，关窗淋水试过不渗。')],
        [
          5 * hour,
          'wang',
          {
            do: 'reject',
            text: '当晚下雨，靠墙那一边还是渗水，麻烦再看一下。',
            photos: photo('wall-before'),
          },
        ],
        [
          30 * minute,
          'worker',
          text('reply', '王女士，对不起没弄好，明天一早带胶枪过去，把窗框外沿一起打一遍。'),
        ],
        [
          17 * hour,
          'worker',
          resolve('窗框外沿重新打胶，等干透后淋水半小时，内侧干燥。住户在场看过。', 'wall-after'),
        ],
        [9 * hour, 'wang', confirm],
        [2 * minute, 'wang', rate(4, '第二次修好了，师傅很负责，就是跑了两趟。')],
      ],
    ),
    ...story(
      { ...home, kind: 'enquiry', text: '今年供暖哪天开始？试压那天家里要留人吗？' },
      now - 38 * day - 5 * hour,
      [
        [0, 'wang', open()],
        [8 * minute, 'agent', accept],
        [
          7 * minute,
          'agent',
          text('reply', '王女士，试压是 11 月 8 日上午，请家里留人；正式供暖 11 月 15 日。'),
        ],
        [
          2 * minute,
          'agent',
          { do: 'resolve', text: '已答复试压与供暖日期，试压当天工程班在楼下值守。', photos: [] },
        ],
        [3 * hour, 'wang', confirm],
        [minute, 'wang', rate(5)],
      ],
    ),
    ...story(
      {
        ...home,
        kind: 'complaint',
        text: '楼上装修中午不停，孩子午睡都被吵醒，公告不是说 12 点到 2 点不能施工吗？',
      },
      now - 67 * day - 2 * hour,
      [
        [0, 'wang', open()],
        [6 * minute, 'agent', accept],
        [2 * minute, 'agent', text('reply', '王女士，给您添麻烦了，秩序队长现在上楼，15 分钟内回您。')],
        [3 * minute, 'agent', assign(guard, '602 装修，核对施工登记。')],
        [14 * minute, 'guard', text('reply', '已到 602，工人停了。装修公司签了守时承诺，再犯扣押金。')],
        [
          20 * minute,
          'guard',
          {
            do: 'resolve',
            text: '装修单位停工整改，时间按公约 8:00 至 12:00、14:00 至 18:00，门上贴了时间表。',
            photos: [],
          },
        ],
        [28 * hour, 'wang', confirm],
        [3 * minute, 'wang', rate(5, '来得真快，第二天中午就安静了。')],
      ],
    ),
    ...story(
      { ...home, kind: 'repair', text: '空调外机的冷凝水管堵了，水从墙洞流进客厅，地板边上湿了。' },
      now - 118 * day - 4 * hour,
      [
        [0, 'wang', open('wall-before')],
        [9 * minute, 'agent', accept],
        [4 * minute, 'agent', text('reply', '王女士，先别开这台空调，师傅今天下午到。')],
        [10 * minute, 'dispatcher', assign(worker)],
        [
          3 * hour,
          'worker',
          {
            do: 'pause',
            reason: 'awaiting-third-party',
            until: quarter(now - 117 * day),
            text: '堵点在楼上那段立管，楼上业主明早在家，约好开门疏通，今晚先用水桶接着。',
          },
        ],
        [18 * hour, 'worker', { do: 'resume' }],
        [2 * hour, 'worker', resolve('疏通冷凝水立管，掏出一团泥和蜂窝，上下三层试水正常。', 'wall-after')],
        [6 * hour, 'wang', confirm],
        [5 * minute, 'wang', rate(5, '说明得很清楚，谢谢赵师傅。')],
      ],
    ),
    ...story(
      {
        reporter: wang,
        placeId: at('garden'),
        kind: 'suggestion',
        text: '建议中心花园加几把带靠背的椅子，老人带孩子没地方坐。',
      },
      now - 180 * day - 6 * hour,
      [
        [0, 'wang', open()],
        [25 * minute, 'agent', accept],
        [10 * minute, 'agent', text('reply', '王女士，谢谢您的建议，已转给吴经理，这周例会讨论后给您准信。')],
        [3 * hour, 'dispatcher', assign(crew.manager)],
        [
          2 * day,
          'manager',
          {
            do: 'resolve',
            text: '已采纳：靠背椅 4 把，月底前装在凉亭南侧，费用从公共收益列支并公示。',
            photos: [],
          },
        ],
        [7 * day + 2, 'timer', { do: 'wake' }],
      ],
    ),
    ...story(
      { ...home, kind: 'praise', text: '赵师傅周末赶来修水管，一身水，还不肯喝口水，特别感谢。' },
      now - 262 * day - hour,
      [
        [0, 'wang', open()],
        [30 * minute, 'agent', accept],
        [5 * minute, 'agent', text('reply', '谢谢王女士！已经转给赵师傅本人，晨会上念了。')],
        [20 * minute, 'agent', { do: 'resolve', text: '已转达并在晨会表扬，谢谢您的肯定。', photos: [] }],
        [8 * hour, 'wang', confirm],
        [minute, 'wang', rate(5)],
      ],
    ),
    ...story(
      { ...tenants, kind: 'repair', text: '卫生间排风扇声音像拖拉机，还串味，晚上洗澡都不敢开。' },
      now - 26 * hour,
      [
        [0, 'wang', open()],
        [14 * minute, 'agent', accept],
        [6 * minute, 'agent', text('reply', '李先生您好，收到，明天安排师傅带止逆阀过去看。')],
        [35 * minute, 'dispatcher', assign(crew.called('sunguoqiang'))],
        [20 * hour, 'worker', text('note', '孙师傅去的，排风扇是房东配的，换新要房东同意，已打电话。')],
      ],
    ),
    ...story(
      { ...tenants, kind: 'enquiry', text: '门禁卡丢了一张，补办要带什么？租客自己能办吗？' },
      now - 15 * day - 2 * hour,
      [
        [0, 'wang', open()],
        [12 * minute, 'agent', accept],
        [
          5 * minute,
          'agent',
          text('reply', '李先生，可以的，带身份证和租赁合同来前台，工本费 15 元，当场办好。'),
        ],
        [minute, 'agent', { do: 'resolve', text: '已告知办理方式；旧卡已远程注销。', photos: [] }],
        [26 * hour, 'wang', confirm],
        [minute, 'wang', rate(5, '很方便。')],
      ],
    ),
  ]
}

/** A good hour ago, or, before people are up, the evening before. */
function lately(now: number): number {
  const at = now - 75 * minute
  const seconds = secondsOfDay(at)
  if (seconds < 8.5 * hour) return on(dateAt(at - day), 20.5 * hour)
  return seconds > 20.5 * hour ? on(dateAt(at), 20.5 * hour) : at
}

const assign = (to: DemoStaff, note = ''): Deed => ({ do: 'assign', to, note })

const rate = (rating: number, comment = ''): Deed => ({ do: 'rate', rating, comment })
