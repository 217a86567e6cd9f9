import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callsFor, emergencyIn, emergencyKinds } from './index.ts'

const kindOf = (text: string) => emergencyIn(text)?.kind

/** Reports as people write them, by what they are about. */
const now = {
  trapped: [
    '电梯困人',
    '电梯困人！快来人',
    '２号楼電梯困人了',
    '我被关在电梯里出不来，按了铃没人应',
    '店梯卡住了，孩子在里面，在11楼和12楼中间',
    '有人困在电梯里',
    '电梯里面困了两个老人',
    '卡在电梯里了',
    '昨天报修过电梯，今天又困人了',
    '是不是电梯困人了？听到有人喊',
  ],
  gas: [
    '燃气泄漏',
    '楼道里有很浓的天然气味道，像臭鸡蛋',
    '闻到煤气味了，厨房灶台那边',
    '燃气报警器一直响',
    '从昨晚开始燃气味很重',
    '请问闻到燃气味应该怎么办，我家厨房很浓',
  ],
  fire: [
    '着火了',
    '垃圾桶着火了，冒黑烟',
    '配电箱冒烟了，一股烧焦的味道',
    '6楼窗户往外冒烟',
    '墙上插座冒火花，还有焦糊味',
    '真的着火了不是演习',
    '会不会着火啊，电线都烧红了',
  ],
  burst: [
    '爆管了',
    '水管爆裂，快来',
    '入户水表那里水管爆了',
    '自来水往外喷',
    '地下室被淹了',
    '整个厨房都水淹了',
  ],
  shock: ['洗澡的时候感觉触电', '路灯杆漏电', '我妈被电了一下', '摸门禁电到手'],
  injury: [
    '老人在大堂摔倒了，起不来，头上流血',
    '有人晕倒在健身区',
    '小孩手被门夹伤了',
    '高空掉东西砸到人了',
    '没有呼吸了，快叫救护车',
  ],
} as const

/** Reports that call nobody out, however much they sound like it. */
const calm = [
  '电梯坏了，停在三楼，没有困人',
  '电梯未困人，只是异响',
  '昨天电梯困人，物业处理太慢',
  '上周2号楼电梯困人的事怎么还没有说法',
  '2号电梯困人演练后异响，昨天反映过一次',
  '三天前水管爆了，地板怎么赔',
  '电梯卡里面没钱了',
  '电梯里有人吸烟',
  '停电到现在',
  '燃气表怎么抄',
  '燃气灶漏油',
  '漏电保护器跳了',
  '火灾报警器坏了',
  '消防演习什么时候',
  '着火隐患很大，楼道堆了纸箱',
  '没有人员受伤',
  '无人受伤',
  '火已经扑灭',
  '厨房着火已经扑灭了',
  '建议每层放灭火器，防止着火',
  '喷水池不喷水了',
  '快递被淹没在一堆里',
  '楼上漏水',
  '地灯露电线，下雨天怕触电。',
  '担心着火，楼道里堆满了纸箱',
  '谢谢师傅，爆管已经修好了',
  '我是业主，想问爆管家的电话',
  '车位被占',
  '',
]

describe('danger in a report', () => {
  for (const kind of emergencyKinds) {
    for (const text of now[kind]) {
      test(`${text} is ${kind}`, () => expect(kindOf(text)).toBe(kind))
    }
  }
  for (const text of calm) {
    test(`「${text}」 calls nobody out`, () => expect(kindOf(text)).toBeUndefined())
  }

  test('is the same in any width and with blanks in between', () => {
    expect(kindOf('电 梯 困 人')).toBe('trapped')
    expect(kindOf('電梯困人')).toBe('trapped')
  })

  test('is not taken back by what is said besides', () => {
    const beside = fc.constantFrom(
      '地上有水。',
      '楼道灯也不亮。',
      '家里有老人。',
      '麻烦快一点。',
      '谢谢！',
      '3号楼2单元。',
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...emergencyKinds.flatMap((kind) => now[kind])),
        fc.array(beside, { maxLength: 3 }),
        fc.array(beside, { maxLength: 3 }),
        (report, before, after) => {
          expect(emergencyIn(`${before.join('')}${report}。${after.join('')}`)).toBeDefined()
        },
      ),
      { numRuns: 500 },
    )
  })

  test('reads anything without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        emergencyIn(text)
      }),
    )
  })
})

describe('whom to ring', () => {
  test('is the community’s own number first where it published one, and the public one always', () => {
    const published = [
      { topic: 'lift', name: '迅达维保', phone: '057188880001' },
      { topic: 'control-room', name: '中控室', phone: '057188880002' },
      { topic: 'gas', name: '燃气公司', phone: '057196177' },
    ]
    expect(callsFor('trapped', published).map((it) => it.phone)).toEqual([
      '057188880001',
      '057188880002',
      '119',
    ])
    expect(callsFor('trapped', [])).toEqual([{ topic: '119', name: undefined, phone: '119' }])
    expect(callsFor('fire', published)[0]?.phone).toBe('119')
  })
  test('shows no number twice', () => {
    const twice = ['lift', 'control-room'].map((topic) => ({ topic, name: topic, phone: '057188880001' }))
    expect(callsFor('trapped', twice).map((it) => it.phone)).toEqual(['057188880001', '119'])
  })
  test('leads somewhere for every danger, whatever was published; water alone has no public number', () => {
    for (const kind of emergencyKinds) {
      if (kind !== 'burst') expect(callsFor(kind, []).length).toBeGreaterThan(0)
    }
  })
})
