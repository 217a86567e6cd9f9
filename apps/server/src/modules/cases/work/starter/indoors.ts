import { starter, stepsOf } from './write.ts'

const faucet = stepsOf('engineering')
const drain = stepsOf('engineering')
const visit = stepsOf('engineering')
const power = stepsOf('engineering')

/** What is done inside a home. */
export const indoors = [
  starter(
    'faucet-valve',
    ['更换水龙头、角阀', 'Replace a tap or angle valve'],
    ['户内龙头、角阀、软管滴漏的更换与试水', 'Change leaking taps, angle valves and hoses indoors, and test'],
    { kinds: ['repair'], placeKinds: ['home'], words: '水龙头 龙头 角阀 软管 滴水 漏水 进水阀 水槽' },
    [
      faucet.safe(
        '关闭表后总阀，确认断水',
        'Close the valve behind the meter and check that the water is off',
        {
          hint: [
            '总阀关不严时停止作业，报工程主管关立管',
            'If it does not close, stop and ask the engineering lead to shut the riser',
          ],
        },
      ),
      faucet.safe('附近插座断电或遮盖', 'Switch off or cover sockets nearby'),
      faucet.before('拍下漏水部位', 'Photograph where it leaks'),
      faucet.tick('向住户说明更换内容和用料', 'Explain to the resident what is changed and with what'),
      faucet.material('更换的配件', 'Parts used'),
      faucet.tick('缓开总阀，试水十分钟无渗漏', 'Open the valve slowly; no leak after ten minutes'),
      faucet.after('拍下更换后的部位', 'Photograph it after the change'),
      faucet.tick('清理台面和柜内积水，带走旧件', 'Dry counter and cabinet, take the old parts away'),
      faucet.sign('resident', '住户签字验收', 'The resident signs', { required: false }),
    ],
  ),
  starter(
    'unblock-drain',
    ['疏通下水', 'Unblock a drain'],
    ['地漏、洗手盆、马桶、厨房管道堵塞的疏通', 'Blocked floor drains, basins, toilets and kitchen pipes'],
    {
      kinds: ['repair'],
      placeKinds: ['home', 'common'],
      words: '堵 下水 地漏 马桶 返水 反水 排水 疏通 管道',
    },
    [
      drain.safe('戴手套和护目镜，地面铺防护垫', 'Gloves and goggles on, floor covered'),
      drain.safe('不混用药剂，不用明火', 'Never mix chemicals, no open flame'),
      drain.tick('请住户和同立管邻居暂停用水', 'Ask the household and the same riser to stop using water'),
      drain.before('拍下堵塞情况', 'Photograph the blockage'),
      drain.tick('查明是户内支管还是公共立管', 'Find out whether it is the branch or the shared riser', {
        hint: ['公共立管堵塞不向单户收费', 'A blocked riser is not charged to one home'],
      }),
      drain.tick('疏通并放水三分钟，水流顺畅', 'Clear it; runs freely for three minutes'),
      drain.after('拍下疏通后的情况', 'Photograph it afterwards'),
      drain.tick('地面擦干、垃圾带走', 'Floor dried, waste taken away'),
      drain.sign('resident', '住户签字验收', 'The resident signs', { required: false }),
    ],
  ),
  starter(
    'home-power',
    ['户内跳闸、停电查修', 'Power trips in a home'],
    ['户内无电、跳闸的查找与恢复', 'Find and clear the cause of a tripped or dead circuit'],
    { kinds: ['repair'], placeKinds: ['home'], words: '跳闸 没电 停电 插座 空开 漏电 开关' },
    [
      power.safe('持电工证人员作业，穿绝缘鞋', 'By a certified electrician in insulating shoes'),
      power.safe('分断户内总开关并验电', 'Open the main breaker and prove it dead', {
        hint: ['验电笔先在带电处试好', 'Prove the tester on a live point first'],
      }),
      power.before('拍下配电箱状态', 'Photograph the consumer unit'),
      power.tick('逐路断开，找出故障回路或电器', 'Isolate circuit by circuit to find the fault'),
      power.read('故障回路绝缘电阻', 'Insulation resistance of the circuit', {
        unit: 'MΩ',
        min: 500,
        max: null,
      }),
      power.material('更换的元件', 'Parts used'),
      power.tick(
        '恢复送电，漏电保护试验按钮动作正常',
        'Power back on, the residual-current test button trips',
      ),
      power.after('拍下恢复后的配电箱', 'Photograph the consumer unit afterwards'),
    ],
  ),
  starter(
    'home-visit',
    ['入户维修礼仪', 'Manners of a home visit'],
    [
      '任何入户作业都适用：先联系、亮证、护地、报价、清场',
      'For every visit: call, show the badge, protect the floor, quote, clean up',
    ],
    { kinds: [], placeKinds: ['home'], words: '上门 入户 师傅' },
    [
      visit.safe(
        '独居老人、未成年人在家时，先电话告知家属或请同事同行',
        'With only minors or a frail person at home, call the family or bring a colleague',
      ),
      visit.tick('上门前电话约定时间，晚到提前说明', 'Agree on a time by phone; say so early when late'),
      visit.tick('着工服、亮工牌，轻敲门，征得同意再进', 'In uniform, badge shown, enter when invited'),
      visit.tick(
        '穿鞋套，铺护地垫，物品先征得同意再移动',
        'Shoe covers, floor mat; move things only when allowed',
      ),
      visit.tick('收费项目先报价，住户同意后再动手', 'Quote paid work first; begin when the resident agrees'),
      visit.tick('完工当面试用，清理现场，带走垃圾', 'Test together, clean up, take the waste away'),
      visit.sign('resident', '住户签字确认', 'The resident signs', { required: false }),
    ],
  ),
]
