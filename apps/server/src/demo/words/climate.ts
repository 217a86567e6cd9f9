import { calm, pressing, summer, winter } from './matter.ts'
import type { Matter } from './matter.ts'

export const climate: readonly Matter[] = [
  {
    kind: 'repair',
    spots: ['dwelling', 'shop'],
    team: 'engineering',
    weight: 26,
    season: summer,
    hours: 'home',
    urgency: pressing,
    workHours: 5,
    visit: ['{resident}，{worker}{time}到，先看冷凝水的共用立管，再一家家查。'],
    waits: [
      {
        reason: 'awaiting-third-party',
        days: [1, 4],
        says: ['{resident}，要从楼上进户处理，业主出差，约好{time}开门，先帮您垫一块消音毯。'],
      },
    ],
    troubles: [
      {
        scene: 'wall',
        said: ['空调外机滴水滴到{我家雨棚|一楼晾衣架}，{一晚上没睡好|滴滴答答响一夜}，请帮忙找是哪一家。'],
        done: ['楼上外机软管接回立管并扎紧，现场看十分钟不再滴水。'],
        notes: ['楼上外机排水软管脱落，已联系开门。'],
        back: ['今晚又滴了，跟没修一样。', '软管又掉了，扎带应该是没扎牢。'],
      },
      {
        scene: 'wall',
        said: [
          '空调冷凝水管堵了，水从墙洞{流进客厅|顺着墙往下淌}。',
          '外机平台排水口堵了，积水{快漫进来了|养蚊子}。',
        ],
        done: [
          '疏通冷凝水立管，掏出{泥巴和鸟窝|树叶}，上下三层试水正常。',
          '清理外机平台排水口，加装防堵篦子。',
        ],
        notes: ['冷凝水立管三层处堵塞，蜂窝泥一团。'],
        back: ['才两天又往屋里流了，应该没通到底。'],
      },
      {
        scene: 'wall',
        spots: ['dwelling'],
        said: ['空调孔漏雨，沿着墙纸流下来，墙纸都起泡了。'],
        done: ['空调孔重新封堵打胶，外侧加了防雨帽，淋水不渗。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['dwelling'],
    team: 'engineering',
    weight: 34,
    season: winter,
    hours: 'home',
    urgency: { normal: 58, urgent: 42, danger: 0 },
    workHours: 6,
    visit: [
      '{resident}，{worker}{time}上门测温放气，请把分水器柜门前的东西挪开。',
      '{worker}{time}到，先看楼道管井的阀门开度，再进户。',
    ],
    troubles: [
      {
        scene: 'radiator',
        said: [
          '暖气{一点不热|只有半边热}，家里{才 16 度|冷得穿棉袄}，有{老人|刚出生的小孩}。',
          '邻居家都 22 度，我家 17 度，请来测一下温。',
          '地暖管道里有{哗哗的水声|气泡声}，是不是没放气？',
        ],
        done: [
          '清洗过滤器并放气，两小时后复测客厅 21.4 ℃，住户在场确认。',
          '管井阀门没开到位，已调平，当晚回访 22 ℃。',
        ],
        notes: ['入户测温：客厅 17.2 ℃，卧室 16.8 ℃，进水 41 ℃。', '过滤器堵塞严重，拆洗出一小碗泥沙。'],
        back: ['睡前又凉了，早上起来 16 度。', '当天是热了，第二天又不热，请查根本原因。'],
        waits: [
          {
            reason: 'awaiting-third-party',
            days: [1, 5],
            says: ['{resident}，热源压力不足，供热公司{time}派人调网，我们盯着，调完来您家复测。'],
          },
        ],
      },
      {
        scene: 'radiator',
        said: [
          '分水器接口{滴水|渗水}，{地板都泡翘了|下面放了个盆接着}。',
          '暖气片排气阀一碰就喷水，吓得我赶紧拿毛巾堵着。',
        ],
        done: ['更换{接头密封圈|排气阀}，保压半小时不滴，地面擦干。'],
        back: ['分水器又滴了，盆里半盆水。'],
        waits: [
          {
            reason: 'awaiting-parts',
            days: [1, 3],
            says: ['这款阀芯要订货，先把漏的那一路关掉，其余房间照常供暖，到货马上装。'],
          },
        ],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['corridor'],
    team: 'engineering',
    weight: 6,
    season: winter,
    hours: 'home',
    urgency: pressing,
    workHours: 5,
    visit: ['{worker}马上过去，{time}前处理，请先绕开这一段。'],
    troubles: [
      {
        scene: 'pump',
        said: ['管井里的水管{冻裂了|在喷水}，水顺着楼梯流下来了！'],
        done: ['更换冻裂的管段并补保温棉，恢复供水，楼道积水清干撒了防滑砂。'],
        notes: ['已通知上下四户暂时停水。', '管井保温棉缺损两米，补好。'],
      },
      {
        scene: 'wall',
        said: ['楼道窗户关不上，冷风直灌，水表{别冻坏了|都结霜了}。'],
        done: ['窗扇滑轮更换，能关严了；管井门加了密封条。'],
        back: ['窗户又关不上了，昨晚风一吹就开。'],
      },
      {
        scene: 'wall',
        said: ['楼道地面结了一层冰，有人滑倒了。'],
        done: ['除冰并撒防滑砂，漏水的管接头已换，每班加看一次。'],
      },
    ],
  },
  {
    kind: 'enquiry',
    spots: ['nowhere', 'dwelling'],
    team: 'service',
    weight: 14,
    season: [6, 2, 8, 1, 1, 1, 1, 1, 3, 18, 26, 8],
    hours: 'office',
    urgency: calm,
    workHours: 0.5,
    visit: ['{resident}，我查一下供热公司的最新通知，{time}前回复您。'],
    troubles: [
      {
        said: ['今年供暖{哪天开始|什么时候试压}？试压那天家里要留人吗？'],
        done: ['已告知试压 11 月 8 日，请家里留人；不在家的可以把钥匙交前台登记，由两人一起进户。'],
        notes: ['供热公司通知：11 月 8 日试压，11 月 15 日供暖。'],
      },
      {
        said: ['房子空着不住，供暖能不能办报停？费用怎么算？'],
        done: ['报停由供热公司受理，已发办理地点、材料和截止日期。'],
      },
      {
        said: ['暖气费在哪里交，能不能{开发票|分期}？'],
        done: ['缴费方式和发票开具办法已发到手机，物业不代收供暖费。'],
      },
      {
        said: ['供暖结束后阀门要不要自己关？'],
        done: ['回复：不用关，夏季满水保养；外出长住可以关户内总阀。'],
      },
    ],
  },
]
