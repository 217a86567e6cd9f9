import { alarming, calm, even, pressing, rainy, spring } from './matter.ts'
import type { Matter } from './matter.ts'

export const building: readonly Matter[] = [
  {
    kind: 'repair',
    spots: ['lift'],
    team: 'engineering',
    weight: 34,
    season: even,
    hours: 'rush',
    urgency: { normal: 50, urgent: 48, danger: 2 },
    workHours: 3,
    visit: [
      '维保单位{time}到，电梯先停用并贴了告示，{worker}在现场看着。',
      '{worker}先到现场，维保师傅{time}到。',
    ],
    waits: [
      {
        reason: 'awaiting-parts',
        days: [1, 5],
        says: ['配件要从厂家调货，预计{time}到，这期间安排人帮老人提东西。'],
      },
      {
        reason: 'awaiting-third-party',
        days: [1, 4],
        says: ['这个故障要特种设备检验机构复检后才能启用，已约{time}到场。'],
      },
    ],
    troubles: [
      {
        scene: 'lift',
        said: ['电梯{一直停在一楼不动|按了没反应}，{早高峰|晚上}都在等，老人爬不动楼梯。'],
        done: ['维保更换门机皮带，试运行二十次正常，已恢复使用，维保单存档。'],
        notes: ['维保到场，门机皮带松，调整后试运行 20 次。'],
        back: ['今天早上又停了，又是那一部。'],
      },
      {
        scene: 'lift',
        said: ['电梯运行时{有异响|抖得厉害}，到{8 楼|高层}那一下特别明显。'],
        done: ['导靴磨损，已更换并加油，上下运行十次无异响。'],
        back: ['异响还在，坐着心里发慌。'],
      },
      {
        scene: 'lift',
        said: ['电梯门{关不上|反复开关}，被一个纸箱挡过之后就这样了。'],
        done: ['清理地坎里的石子，光幕擦净，门机复位，开关门正常。'],
        back: ['门又反复开关，按着关门键才能走。'],
      },
      {
        scene: 'lift',
        said: ['电梯里{灯不亮|风扇不转}，闷得慌。', '电梯按钮{9 层|关门键}失灵，要按好几下。'],
        done: ['更换轿厢{照明和风扇|失灵的按钮}，各层试过正常。'],
      },
      {
        scene: 'lift',
        said: ['电梯平层不准，出来差一截，推轮椅出不去。'],
        done: ['平层重新校准，误差在 5 mm 以内；轮椅试推通过。'],
        notes: ['平层感应器位移，重新校准。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['lift'],
    team: 'engineering',
    weight: 3,
    season: even,
    hours: 'rush',
    urgency: { normal: 0, urgent: 0, danger: 100 },
    workHours: 0.5,
    visit: ['请不要扒门，靠轿厢壁站好，{worker}已经到楼层，维保马上到，我们一直在线。'],
    troubles: [
      {
        scene: 'lift',
        said: [
          '电梯困人了！{里面有一位老人|我和孩子在里面}，停在{6 楼|11 楼}附近，请马上来！',
          '被困在电梯里，按了报警没人应，手机信号不好，请尽快。',
        ],
        done: [
          '维保人员到场后平层开门，被困乘客安全走出，身体无碍；电梯停用，待检验后恢复。',
          '乘客 18 分钟内救出，原因是层门锁接触不良，已更换并试运行，值班记录存档。',
        ],
        notes: ['值班人员 4 分钟到层站，与轿厢内通话保持联系。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['lobby', 'corridor'],
    team: 'engineering',
    weight: 32,
    season: even,
    hours: 'rush',
    urgency: { normal: 90, urgent: 10, danger: 0 },
    workHours: 7,
    visit: [
      '{worker}{time}过去，先做临时固定，不影响进出。',
      '已派{worker}，{time}到，进不了门可以联系前台远程开门。',
    ],
    troubles: [
      {
        scene: 'door',
        spots: ['lobby'],
        said: ['单元门{关不上|闭门器坏了}，外人随便进，晚上不安全。'],
        done: ['更换闭门器并调好速度，开合二十次正常。'],
        notes: ['闭门器漏油，换新，型号 065。'],
        back: ['门又关不严了，闭门器力道不够。'],
      },
      {
        scene: 'door',
        spots: ['lobby'],
        said: ['门禁{刷卡没反应|密码按了不亮}，{下雨天|下班}被关在外面半小时。'],
        done: ['门禁读卡器更换，卡、密码、手机三种方式都试过。'],
        back: ['换了读卡器，我家两张卡只有一张能用。'],
      },
      {
        scene: 'door',
        spots: ['lobby'],
        said: ['可视对讲{听不到声音|没图像}，快递都进不来。'],
        done: ['对讲电源模块更换，抽三户测试通话和开锁正常。'],
        notes: ['对讲主机电源模块坏，已返厂，装备用机。'],
      },
      {
        scene: 'door',
        spots: ['lobby'],
        said: ['大堂玻璃门{裂了一道缝|拉手松了}，怕碎了伤人。'],
        done: ['玻璃门更换钢化玻璃并紧固拉手，警示带已撤。'],
        waits: [
          {
            reason: 'awaiting-parts',
            days: [2, 6],
            says: ['钢化玻璃要量尺定做，预计{time}到货，先贴防爆膜、拉警示带，秩序队员加密巡看。'],
          },
        ],
      },
      {
        scene: 'door',
        spots: ['corridor'],
        said: ['防火门闭门器坏了，风一吹砰砰响，{孩子睡不着|吓人}。'],
        done: ['防火门闭门器换新，关门轻了，常闭标识补贴。'],
        back: ['还是砰砰响，换的那个没调好。'],
      },
      {
        scene: 'wall',
        spots: ['corridor'],
        said: ['楼道墙皮掉了一大块，{落了一地灰|差点掉到头上}。'],
        done: ['铲掉空鼓墙皮，重新批灰刷漆，地面已打扫。'],
        notes: ['空鼓约 1.2 m²，先铲除松动部分。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['roof', 'facade'],
    team: 'engineering',
    weight: 12,
    season: rainy,
    hours: 'home',
    urgency: pressing,
    workHours: 20,
    visit: ['已拉警戒线，{worker}{time}上去查看，需要高空作业的联系有资质的单位。'],
    troubles: [
      {
        scene: 'ceiling',
        spots: ['roof'],
        said: ['顶楼{天花板渗水|卧室漏雨}，屋面防水应该坏了，下雨就漏。'],
        done: ['屋面{女儿墙根部|落水口周边}重做防水 12 m²，闭水 48 小时不渗。'],
        notes: ['屋面防水在保修期外，按维修资金应急程序准备材料。'],
        back: ['昨天大雨还是漏，比以前好一点但没断根。'],
        waits: [
          {
            reason: 'weather',
            days: [3, 9],
            says: ['屋面要连续晴三天、基层干透才能做防水，先铺防水布应急，天气一好就开工。'],
          },
          {
            reason: 'awaiting-third-party',
            days: [3, 10],
            says: ['动用维修资金要业主表决，材料已交业委会，进度每三天在这里更新。'],
          },
        ],
      },
      {
        scene: 'wall',
        spots: ['facade'],
        said: [
          '外墙砖掉下来一块，{砸在花坛里|就在人行道边上}，下面天天有小孩走。',
          '外墙砖鼓起来一大片，敲着是空的，怕掉下来砸人。',
        ],
        done: ['敲除空鼓外墙砖并抹灰封闭，警戒线撤除，下次外墙清洗时补砖。'],
        notes: ['外墙空鼓约 0.6 m²，先敲除险情部分。'],
        waits: [
          {
            reason: 'awaiting-third-party',
            days: [2, 6],
            says: ['高空作业由有资质的单位做，已约{time}进场，警戒线和值守不撤。'],
          },
        ],
      },
      {
        scene: 'wall',
        said: ['楼顶雨水管断了，水直接冲到我家窗户上。'],
        done: ['雨水管更换 3 m，固定管卡 4 个，淋水试验正常。'],
        back: ['下大雨还是有水溅到窗户上。'],
      },
      {
        scene: 'wall',
        spots: ['roof'],
        said: ['屋面隔热层翘起来了，刮风{哐哐响|怕吹下来}。'],
        done: ['隔热板压条重新固定，松动的 6 块全部换新。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['pump-room'],
    team: 'engineering',
    weight: 4,
    season: even,
    hours: 'office',
    urgency: alarming,
    workHours: 2,
    visit: ['{worker}已到水泵房，切到备用泵，{time}前完成。'],
    troubles: [
      {
        scene: 'pump',
        said: ['巡查发现{2 号|3 号}水泵{异响|渗水}，轴承温度偏高。'],
        done: ['更换机械密封和轴承，试运行两小时电流、温度正常，供水未中断。'],
        notes: ['切换到 1 号泵运行，供水未中断。'],
      },
      {
        scene: 'pump',
        said: ['巡查发现水泵房地面有水，{集水坑水位高|阀门法兰渗漏}。'],
        done: ['法兰垫片更换，集水坑排干，浮球开关清洗后动作正常。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['dwelling'],
    team: 'engineering',
    weight: 22,
    season: spring,
    hours: 'home',
    urgency: calm,
    workHours: 8,
    visit: ['{resident}，{worker}{time}带配件上门，请留人开门。'],
    waits: [
      {
        reason: 'awaiting-resident',
        days: [1, 4],
        says: ['{resident}，打了两次电话没人接，请告诉我们什么时候方便上门。'],
      },
      {
        reason: 'rescheduled',
        days: [1, 4],
        says: ['{resident}，按您的要求改到{time}，{worker}会先打电话。'],
      },
    ],
    troubles: [
      {
        scene: 'door',
        said: ['入户门{锁芯卡住|关门要用力踹}，怕哪天进不去。'],
        done: ['更换锁芯并调整门扇，钥匙当面拆封，开合顺畅。'],
      },
      {
        scene: 'wall',
        said: ['窗户{推不动|把手断了}，{下雨关不严|开着关不上}。'],
        done: ['更换{窗把手|滑轮}，轨道清理干净，关窗淋水不渗。'],
        notes: ['窗五金自用部分，材料费已报价，业主同意。'],
        back: ['窗户关上还是漏风。'],
      },
      {
        scene: 'wall',
        said: ['客厅地砖空鼓{翘起来一块|走上去咔咔响}，交房没几年。'],
        done: ['空鼓地砖灌浆处理，养护一天后可踩，敲击无空声。'],
        notes: ['地砖空鼓在保修期内，转施工单位。'],
        waits: [
          {
            reason: 'awaiting-third-party',
            days: [3, 8],
            says: ['在保修期内，已书面通知施工单位，他们承诺{time}来，不来我们先修再向他们追。'],
          },
        ],
      },
      {
        scene: 'wall',
        said: ['厨房止逆阀坏了，别人家做饭油烟味全跑我家来。', '卫生间排风扇{不转|声音像拖拉机}，还串味。'],
        done: ['烟道止逆阀更换，串味消除，业主当面试过。'],
        back: ['还是串味，做饭时间最明显。'],
      },
    ],
  },
]
