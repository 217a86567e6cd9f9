import { alarming, calm, even, pressing, summer } from './matter.ts'
import type { Matter } from './matter.ts'

export const power: readonly Matter[] = [
  {
    kind: 'repair',
    spots: ['dwelling', 'shop'],
    team: 'engineering',
    weight: 34,
    season: [10, 8, 5, 5, 6, 10, 16, 15, 7, 5, 6, 9],
    hours: 'home',
    urgency: { normal: 45, urgent: 52, danger: 3 },
    workHours: 2.5,
    visit: [
      '{resident}，请先不要再推闸，{worker}{time}带万用表到您家。',
      '{worker}已经出发，{time}到，到之前请把大功率电器的插头拔掉。',
    ],
    troubles: [
      {
        scene: 'socket',
        said: [
          '家里{突然停电|一半没电}，{空气开关推不上去|邻居家都有电}，请电工来看看。',
          '一开{空调|微波炉}就跳闸，这两天{跳了三四次|越来越频繁}。',
        ],
        done: [
          '查出{厨房|浴霸}回路漏电，{更换漏电保护器|处理受潮的接线盒}，送电半小时未再跳闸。',
          '两台大功率电器分到两路，开关换新，同时开着试了二十分钟。',
        ],
        notes: ['16 A 开关带两台空调，建议分路；已当面说明。', '漏电保护器老化，材料费 68 元已告知。'],
        back: ['刚走十分钟又跳了，问题没找到。'],
        waits: [
          {
            reason: 'awaiting-parts',
            days: [1, 3],
            says: ['{resident}，同型号的漏电保护器要等到货，先给您接好临时照明，冰箱那路也能用。'],
          },
        ],
      },
      {
        scene: 'socket',
        said: [
          '客厅插座{打火|有焦味}，不敢用了，家里有小孩。',
          '床头插座一插就{冒火星|发烫}，插头都烤变色了。',
        ],
        done: ['更换烧蚀的插座面板并压紧接线，同回路逐个测试正常。'],
        back: ['换的插座还是有点烫，不放心。'],
      },
      {
        scene: 'socket',
        said: ['电费交了{半小时|一个小时}还是没来电，是不是电表没合上？'],
        done: ['电表远程送电失败，联系供电公司后现场复电，已恢复。'],
      },
      {
        scene: 'socket',
        said: ['弱电箱里的插座没电，全家{上不了网|电视也看不了}。'],
        done: ['弱电箱插座接线松脱，已压紧，光猫和路由器都亮了。'],
        back: ['又断了一次，接触还是不好。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['corridor', 'lobby', 'garage'],
    team: 'engineering',
    weight: 46,
    season: even,
    hours: 'night',
    urgency: { normal: 93, urgent: 7, danger: 0 },
    workHours: 6,
    visit: ['{worker}今天巡到这里就换，{time}前弄好。', '已记下，{worker}{time}带灯过去。'],
    waits: [
      {
        reason: 'awaiting-parts',
        days: [1, 4],
        says: ['这种灯具已停产，订了替代款，先装一盏临时灯照着。'],
      },
    ],
    troubles: [
      {
        scene: 'lamp',
        spots: ['corridor', 'lobby'],
        said: [
          '{楼道|电梯厅}灯{不亮了|一闪一闪的}，晚上黑漆漆的，老人走着不安全。',
          '声控灯怎么拍都不亮，{这一层|上下两层}都这样。',
        ],
        done: [
          '更换{感应灯 1 只|LED 灯管 2 支}，整层试亮正常。',
          '声控探头失灵已换，顺便查了上下三层，都正常。',
        ],
        notes: ['LED 吸顶灯 12 W 两只，库存出库。', '感应探头积灰，先清洁试了没恢复，换新。'],
        back: ['只亮了一晚上，今天又灭了。', '这一层换了，旁边那盏还是不亮。'],
      },
      {
        scene: 'lamp',
        spots: ['garage'],
        said: ['{负一层入口|车库东区}灯坏了一排，晚上停车看不见{柱子|车位线}。'],
        done: ['车库一路照明接触器烧坏，已更换，全区恢复。'],
        back: ['亮了两天又黑了一半。'],
      },
      {
        scene: 'lamp',
        spots: ['corridor', 'lobby', 'garage'],
        said: ['安全出口指示灯灭了两个，消防检查别不合格。'],
        done: ['更换应急指示灯 2 个，断电测试 90 分钟持续点亮。'],
      },
      {
        scene: 'lamp',
        spots: ['lobby'],
        said: ['大堂吊灯掉下来一个灯罩，幸好没砸到人。'],
        done: ['吊灯其余灯罩全部拆下检查并加固，掉的那个换了新卡扣。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['charging'],
    team: 'engineering',
    weight: 12,
    season: even,
    hours: 'rush',
    urgency: pressing,
    workHours: 5,
    visit: ['{worker}已把这一路断电并贴了停用，{time}和厂家一起检修。'],
    waits: [
      {
        reason: 'awaiting-third-party',
        days: [1, 4],
        says: ['充电桩由厂家维护，已报修，厂家承诺{time}到场；旁边的口可以先用。'],
      },
    ],
    troubles: [
      {
        scene: 'charger',
        said: ['电动车棚{3 号|最里面那个}充电口扫码{没反应|扣了钱不充电}。'],
        done: ['厂家更换充电模块，{3 个口|全部端口}试充正常，多扣的钱原路退回。'],
        notes: ['厂家远程重启无效，约好到场。'],
        back: ['还是扫码不出电，又扣了两块钱。'],
      },
      {
        scene: 'charger',
        said: ['充电桩插头发烫，有股塑料味，赶紧来人看看。'],
        done: ['更换发烫的插座并重新压线，满载测温 35 ℃ 正常。'],
      },
      {
        scene: 'charger',
        said: ['充电棚顶漏雨，雨水滴在插座边上，太危险了。'],
        done: ['棚顶接缝重新打胶，插座加装防雨盒，淋水试过不滴。'],
        back: ['昨天下雨棚顶还是滴，换了个地方滴。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['corridor', 'dwelling', 'garage'],
    team: 'engineering',
    weight: 5,
    season: summer,
    hours: 'home',
    urgency: alarming,
    workHours: 1,
    visit: ['请先离开现场、不要开关电器，{worker}和秩序队员马上到，燃气和供电抢修电话我们同步打。'],
    troubles: [
      {
        scene: 'socket',
        spots: ['corridor', 'garage'],
        said: ['{电表箱|强电井}里有{焦糊味|冒烟}，快来人！', '配电箱里{噼啪响|打火花}，我不敢靠近。'],
        done: ['断开并更换烧蚀的接线端子，复测正常，现场观察一小时后恢复供电。'],
        notes: ['到场后先断电，测得接线端子 96 ℃。'],
      },
      {
        scene: 'sink',
        spots: ['dwelling', 'corridor'],
        said: ['闻到煤气味，不知道是{厨房|楼道}哪里漏的，窗户都开了。'],
        done: ['燃气公司到场检测，灶具软管老化，已现场更换并测漏合格。'],
        notes: ['到场先关表前阀、开窗通风，疏散同层住户。'],
        back: ['又闻到味道了，请再来测一次。'],
      },
      {
        scene: 'lamp',
        spots: ['corridor', 'garage'],
        said: ['消防报警响个不停，没看到火，请马上确认。'],
        done: ['烟感误报，清洁探头后复位；当晚加了两次巡查，无异常。'],
      },
    ],
  },
  {
    kind: 'enquiry',
    spots: ['nowhere'],
    team: 'service',
    weight: 8,
    season: summer,
    hours: 'home',
    urgency: calm,
    workHours: 0.5,
    visit: ['{resident}，我去问一下工程部，{time}前回复您。'],
    troubles: [
      {
        said: ['明天几点停电？家里有{氧气机|鱼缸}，想提前准备。'],
        done: ['已告知检修时间 8:30 至 11:30，医疗设备住户可借用服务中心的应急电源。'],
      },
      {
        said: ['充电桩想装到自己车位上，需要办什么手续？'],
        done: ['已发办理清单：车位证明、身份证、供电公司报装；我们七天内出具同意书并现场勘查。'],
      },
    ],
  },
]
