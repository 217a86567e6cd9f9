import { starter, stepsOf } from './write.ts'

const hydrant = stepsOf('engineering')
const gas = stepsOf('security')
const falling = stepsOf('security')
const pipe = stepsOf('engineering')
const clean = stepsOf('cleaning')

/** What keeps people from harm, and what is done when harm is near. */
export const safety = [
  starter(
    'fire-hydrant',
    ['消防栓检查', 'Fire hydrant check'],
    ['室内消火栓箱、水压、配件完好', 'Indoor hydrant cabinets: pressure and fittings'],
    {
      kinds: ['repair', 'complaint', 'suggestion'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '消防栓 消火栓 消防箱 水带 灭火器 消防',
    },
    [
      hydrant.safe('试水前通知消防控制室，防止误报', 'Tell the fire control room before testing'),
      hydrant.safe('不得长时间关闭系统阀门', 'System valves do not stay closed'),
      hydrant.before('拍下箱体和封条', 'Photograph cabinet and seal'),
      hydrant.tick(
        '水带、水枪、接口、手轮齐全，箱前无遮挡',
        'Hose, nozzle, couplings, wheel there; nothing in front',
      ),
      hydrant.read('栓口静水压', 'Static pressure at the outlet', { unit: 'MPa', min: 70, max: 1000 }),
      hydrant.tick('启泵按钮、指示灯正常', 'Start button and lamp work'),
      hydrant.read(
        '灭火器压力',
        'Extinguisher pressure',
        { unit: 'MPa', min: 1000, max: 1500 },
        { required: false },
      ),
      hydrant.after('拍下恢复后的箱内', 'Photograph the cabinet afterwards'),
    ],
  ),
  starter(
    'gas-smell',
    ['燃气异味处置', 'Smell of gas'],
    [
      '先保人，再报燃气公司，不动电、不留火',
      'People first, then the gas company; touch no switch, leave no flame',
    ],
    { kinds: ['repair', 'complaint', 'enquiry'], placeKinds: [], words: '燃气 煤气 天然气 异味 漏气 臭味' },
    [
      gas.safe(
        '不开关任何电器，不在现场打电话、按门铃，敲门通知',
        'No switches, no phones, no doorbells; knock',
      ),
      gas.safe('关户内燃气总阀，开门窗通风', 'Close the gas valve, open doors and windows'),
      gas.safe('疏散本户和上下相邻住户，禁止电梯', 'Clear this home and those above and below; no lift'),
      gas.tick(
        '在室外拨打燃气公司抢修电话，浓度高同时报 119',
        'From outside call the gas company, and 119 when strong',
      ),
      gas.tick('设警戒线，专人看守到抢修人员到场', 'Cordon and guard until the crew is there'),
      gas.tick('抢修人员检测合格后再恢复进入', 'Nobody goes back before the crew has measured'),
      gas.after('拍下警戒或检测结果', 'Photograph the cordon or the measurement'),
      gas.sign('worker', '抢修人员签字', 'The gas crew signs', { required: false }),
    ],
  ),
  starter(
    'falling-objects',
    ['高空坠物隐患处置', 'Danger of falling objects'],
    ['外墙脱落、松动物件、高空抛物的处置', 'Loose façade, loose objects, things thrown from above'],
    {
      kinds: ['repair', 'complaint', 'suggestion'],
      placeKinds: [],
      words: '高空 坠落 坠物 抛物 瓷砖 掉落 脱落 花盆 玻璃',
    },
    [
      falling.safe(
        '立即封闭下方区域，按坠落高度留足范围',
        'Close the ground below at once, wide enough for the height',
      ),
      falling.safe('进入封闭区戴安全帽', 'Helmets inside the cordon'),
      falling.before('拍下隐患部位和下方环境', 'Photograph the danger and what lies below'),
      falling.tick(
        '通知相关住户移除物品，或安排持证单位处理外墙',
        'Have residents remove the object, or bring a licensed façade crew',
      ),
      falling.tick('调取高空监控并登记', 'Look at the upward camera and note it', { required: false }),
      falling.tick('隐患未消除前设专人或硬质隔离', 'A guard or hard barrier until it is gone'),
      falling.after('拍下消除后的部位', 'Photograph it when made safe'),
    ],
  ),
  starter(
    'burst-pipe',
    ['公共水管爆裂抢修', 'Burst common pipe'],
    ['先关阀止水、保电梯和配电，再修复', 'Stop the water, protect lifts and switchgear, then repair'],
    {
      kinds: ['repair'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '爆管 爆裂 喷水 跑水 水管井 管井 淹',
    },
    [
      pipe.safe('电梯停到高层并断电，井道防水', 'Lifts parked high and off; keep water from the shaft'),
      pipe.safe('积水处有电源的先断电', 'Power off where water stands near it'),
      pipe.tick('关闭对应区段阀门', 'Close the valve of that section'),
      pipe.tick(
        '向受影响楼栋发停水说明和预计恢复时间',
        'Tell the homes concerned how long the water is off',
        { role: 'service' },
      ),
      pipe.before('拍下爆裂部位', 'Photograph the break'),
      pipe.material('更换的管段和管件', 'Pipe and fittings used', { required: true }),
      pipe.read('恢复后压力', 'Pressure afterwards', { unit: 'MPa', min: 200, max: 600 }),
      pipe.after('拍下修复部位', 'Photograph the repair'),
      pipe.tick('清扫积水，复查受损公共设施', 'Clear the water, look over what was damaged'),
    ],
  ),
  starter(
    'waste-spot',
    ['垃圾、污渍清理', 'Clear waste or dirt'],
    ['公共区域垃圾、宠物粪便、污渍的清理与复查', 'Waste, droppings and stains on common ground'],
    {
      kinds: ['complaint', 'repair', 'suggestion'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '垃圾 脏 臭 狗屎 粪便 污渍 卫生 打扫 清理',
    },
    [
      clean.safe('戴手套；尖锐物用夹子', 'Gloves on; tongs for sharp things'),
      clean.safe('湿滑地面放警示牌', 'Sign on wet floors'),
      clean.before('拍下清理前', 'Photograph it before'),
      clean.tick('清扫、冲洗、消毒', 'Sweep, wash, disinfect'),
      clean.after('拍下清理后', 'Photograph it after'),
      clean.tick('两小时后复查一次', 'Look again after two hours', { required: false }),
    ],
  ),
]
