import { starter, stepsOf } from './write.ts'

const light = stepsOf('engineering')
const lift = stepsOf('security')
const pump = stepsOf('engineering')
const door = stepsOf('engineering')
const roof = stepsOf('engineering')

/** What is done on the common parts of a building and its plant. */
export const building = [
  starter(
    'common-light',
    ['公共照明换灯', 'Replace a common light'],
    ['楼道、大堂、车库、园区照明的更换', 'Lights of corridors, lobbies, garages and grounds'],
    {
      kinds: ['repair'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '灯 照明 路灯 不亮 感应灯 楼道灯',
    },
    [
      light.safe(
        '断开该回路，挂“有人工作，禁止合闸”牌并验电',
        'Open the circuit, hang the lock-out sign, prove it dead',
      ),
      light.safe('登高两米以上两人作业，梯子有人扶', 'Above two metres work in pairs, the ladder held'),
      light.safe('围出作业区，行人绕行', 'Cordon off; people walk around'),
      light.before('拍下不亮的灯具', 'Photograph the dead light'),
      light.material('更换的灯管、驱动或感应器', 'Tube, driver or sensor used', { required: true }),
      light.tick('恢复送电，感应和时控正常', 'Power on, sensor and timer work'),
      light.after('拍下亮灯效果', 'Photograph it lit'),
      light.tick('旧灯管按有害垃圾回收', 'Old tubes go to hazardous waste'),
    ],
  ),
  starter(
    'lift-trapped',
    ['电梯困人处置', 'People trapped in a lift'],
    [
      '安抚、呼叫持证维保单位救援，不擅自开门',
      'Reassure, call the licensed rescue crew, never force the doors',
    ],
    {
      kinds: ['repair', 'complaint'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '困人 被困 电梯 困在 关人 轿厢 停在',
    },
    [
      lift.safe(
        '通过对讲安抚：人是安全的，不要扒门、不要倚靠轿门',
        'Reassure by intercom: you are safe; do not pry or lean on the door',
      ),
      lift.safe(
        '未经培训的人员不得开锁救援，只由持证人员盘车放人',
        'Nobody untrained opens the landing door; only licensed staff release people',
      ),
      lift.safe(
        '问清人数、有无老人孕妇病人；有伤病先打 120',
        'Ask how many and who is unwell; call 120 first when someone is',
      ),
      lift.tick(
        '呼叫维保单位和应急救援，记下接听人',
        'Call the maintenance company and rescue; note who answered',
      ),
      lift.read(
        '维保人员到场用时',
        'Minutes until the crew arrived',
        { unit: '分钟', min: null, max: 30_000 },
        {
          hint: ['从呼叫起算，超过 30 分钟写明原因', 'Counted from the call; beyond 30 give the reason'],
        },
      ),
      lift.tick('每五分钟与轿厢内通话一次直到放人', 'Talk to those inside every five minutes until released'),
      lift.tick('放出后确认身体状况，留下联系方式', 'Check how they are, keep their contact'),
      lift.tick(
        '停梯挂牌，维保检测合格签字后恢复',
        'Lift out of service until the crew has tested and signed',
      ),
      lift.after('拍下停用标识或恢复运行的电梯', 'Photograph the sign or the lift back in service'),
      lift.sign('worker', '维保人员签字', 'The maintenance crew signs'),
    ],
  ),
  starter(
    'pump-check',
    ['生活水泵检查', 'Domestic water pump check'],
    ['水压低、停水或异响时的泵房检查', 'Plant-room check on low pressure, no water or noise'],
    {
      kinds: ['repair', 'complaint'],
      placeKinds: ['common', 'building'],
      words: '水压 水泵 泵房 停水 没水 水小 二次供水',
    },
    [
      pump.safe('进泵房先通风，确认地面无积水、无漏电', 'Ventilate the plant room; floor dry, nothing live'),
      pump.safe('泵房双人进入并登记，水箱人孔上锁', 'Two people, signed in; tank hatch locked'),
      pump.before('拍下控制柜面板', 'Photograph the control panel'),
      pump.read('出口压力', 'Outlet pressure', { unit: 'MPa', min: 250, max: 600 }),
      pump.read('水箱液位', 'Tank level', { unit: 'm', min: null, max: null }),
      pump.read('水泵运行电流', 'Pump current', { unit: 'A', min: null, max: null }, { required: false }),
      pump.tick('听轴承、看密封，无异响无渗漏', 'Bearings quiet, seals dry'),
      pump.tick('手动切换备用泵，运行五分钟', 'Switch to the standby pump for five minutes'),
      pump.after('拍下恢复后的压力表', 'Photograph the gauge afterwards'),
    ],
  ),
  starter(
    'door-access',
    ['门禁、对讲维修', 'Door access and intercom'],
    ['单元门、门禁读卡、可视对讲、电磁锁的维修', 'Entrance doors, card readers, intercoms, magnetic locks'],
    {
      kinds: ['repair', 'complaint'],
      placeKinds: ['common', 'entrance', 'building'],
      words: '门禁 对讲 单元门 刷卡 门锁 闭门器 电磁锁 道闸',
    },
    [
      door.safe(
        '门保持可从内侧推开，消防联动不得断开',
        'The door opens from inside; never cut the fire release',
      ),
      door.safe('断开锁电源，防止夹手', 'Lock power off; mind fingers'),
      door.before('拍下故障部位', 'Photograph the fault'),
      door.tick('修复期间安排秩序员值守或登记出入', 'An officer stands by or logs entries meanwhile', {
        role: 'security',
      }),
      door.material('更换的部件', 'Parts used'),
      door.tick('刷卡、密码、对讲、出门按钮逐项试过', 'Card, code, intercom and exit button each tried'),
      door.tick('断电试验：门锁自动释放', 'Power cut: the lock releases by itself'),
      door.after('拍下修复后的门', 'Photograph the repaired door'),
    ],
  ),
  starter(
    'roof-leak',
    ['屋面、外墙渗漏查勘', 'Survey of a roof or façade leak'],
    [
      '查明渗漏源和责任部位，先做应急防护，再定修缮方案',
      'Find the source and whose part it is, protect first, then plan the repair',
    ],
    {
      kinds: ['repair', 'complaint'],
      placeKinds: [],
      words: '渗漏 渗水 漏雨 屋面 屋顶 外墙 天花板 顶楼 返潮 发霉',
    },
    [
      roof.safe('雨天、五级以上大风不上屋面', 'Nobody on the roof in rain or a fresh breeze and above'),
      roof.safe('上屋面系安全带，两人同行', 'Harness on, two people'),
      roof.safe('渗水靠近灯具、插座时先断电', 'Where water is near lights or sockets, power off first'),
      roof.before('拍下室内渗漏部位', 'Photograph the damp indoors'),
      roof.read(
        '室内墙面含水率',
        'Moisture of the wall',
        { unit: '%', min: null, max: null },
        { required: false },
      ),
      roof.tick('查屋面防水层、落水口、女儿墙、穿墙管', 'Check membrane, outlets, parapet, pipe sleeves'),
      roof.tick('蓄水或淋水试验，记下时间和结果', 'Flood or spray test; note time and result', {
        required: false,
      }),
      roof.tick('接水、遮盖等应急防护已做', 'Interim protection in place: bucket, cover'),
      roof.tick(
        '核对保修期和共用部位责任，告知住户下一步',
        'Check warranty and common parts; tell the resident what comes next',
        { role: 'service' },
      ),
      roof.after('拍下渗漏源或应急防护', 'Photograph the source or the protection'),
    ],
  ),
]
