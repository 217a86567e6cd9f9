import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classReport, challengerWins } from './class-report.ts'
import { classify, train } from './classifier.ts'
import { spokenLabel } from './find-place.ts'
import { conceptOf, kin, lexicon, readLexicon, sameMatter } from './lexicon.ts'
import { lexiconText } from './lexicon/index.ts'
import { normalise } from './normalise.ts'
import { readReport } from './read-report.ts'
import { suggest } from './suggest.ts'
import { labelledReports } from './testing/labelled-reports.ts'

const mainOf = (text: string) => readReport(text).main

describe('reading a report', () => {
  test.each([
    ['家里停水了', '我家没水了'],
    ['家里停水了', '从早上就断水'],
    ['家里停水了', '我们这挺水了'],
    ['楼道灯不亮', '楼梯间灯坏了'],
    ['全楼停电', '家里没电了'],
    ['电梯困人', '我被关在电梯里出不来'],
    ['道闸不抬杆', '门口栏杆坏了，车出不去'],
    ['樓道燈不亮', '楼道灯不亮'],
  ])('%s and %s are one matter', (one, other) => {
    expect(sameMatter(mainOf(one) ?? 'none', mainOf(other) ?? 'other')).toBe(true)
  })

  test.each([
    ['厨房漏水', '厨房停水'],
    ['我家停电了', '我家停水了'],
    ['楼道灯不亮', '楼道没人打扫全是灰'],
    ['电梯坏了', '电梯里有狗尿很臭'],
    ['单元门坏了', '单元门口路灯不亮'],
  ])('%s and %s are two matters, however alike the words', (one, other) => {
    expect(sameMatter(mainOf(one) ?? 'none', mainOf(other) ?? 'other')).toBe(false)
  })

  test('what is denied or done with is no fault', () => {
    expect(mainOf('没有漏水，是墙面发霉')).toBe('leak.wall')
    expect(mainOf('水管漏水已经修好了')).toBeUndefined()
    expect(mainOf('水管修好了又漏水')).toBe('leak.pipe')
    expect(mainOf('家里没有水')).toBe('water.out')
  })

  test('every suggestion shows the words it comes from', () => {
    const { kind, scope, reasons } = readReport('阳台水管漏水，我们单元好几户都这样')
    expect({ kind, scope }).toEqual({ kind: 'repair', scope: 'home' })
    expect(reasons).toContainEqual({ words: ['水管', '漏水'], concept: 'leak.pipe', points: 'kind' })
    expect(reasons).toContainEqual({ words: ['阳台'], points: 'scope' })
    expect(reasons.find((it) => it.points === 'mass')?.words).toContain('我们单元')
  })

  test.each([
    ['3号楼1单元502漏水', '3-1-502'],
    ['三号楼一单元五零二没水', '3-1-502'],
    ['３栋５０２停电', '3-502'],
    ['三栋电梯坏了', '3栋'],
    ['12-2-1803 暖气不热', '12-2-1803'],
    ['2单元门禁坏了', '2单元'],
    ['小区大门口路灯不亮', ''],
  ])('the place in %s is %s', (text, label) => {
    expect(spokenLabel(readReport(text).place)).toBe(label)
  })

  test('a danger stays a danger, however politely it is asked about', () => {
    for (const text of ['请问闻到煤气味怎么办？', '你好想咨询一下电梯困人找谁', '投诉！楼上往下扔酒瓶'])
      expect(readReport(text).urgency).toBe('danger')
    expect(readReport('感谢师傅及时救出被困电梯的老人').urgency).toBe('normal')
    expect(readReport('没有闻到煤气味').urgency).toBe('normal')
  })

  test('nothing that can be typed breaks it, and the same text reads alike', () => {
    const pieces = fc.constantFrom(
      ...lexicon().words.slice(0, 400),
      '3号楼',
      '没有',
      '，',
      '。',
      '吗',
      '😀',
      '\n',
      '𠮷',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((it) => it.join('')),
        ),
        (text) => {
          const reading = readReport(text)
          expect(readReport(text)).toEqual(reading)
          for (const kind of Object.values(reading.kinds)) expect(kind).toBeGreaterThanOrEqual(0)
          for (const it of reading.concepts) expect(conceptOf(it.concept.id)).toBe(it.concept)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the lexicon', () => {
  test('has some two hundred concepts, each with a name in both languages, a kind, an urgency and a window', () => {
    const { concepts } = lexicon()
    expect(concepts.length).toBeGreaterThan(180)
    for (const it of concepts) {
      expect(it.names['zh-Hans']).toMatch(/\p{Script=Han}/u)
      expect(it.names.en).toMatch(/^[A-Z][\w ,'-]+$/)
      expect(['repair', 'complaint', 'enquiry', 'suggestion', 'praise']).toContain(it.kind)
      expect(['normal', 'urgent', 'danger']).toContain(it.urgency)
      expect(it.days).toBeGreaterThan(0)
    }
  })

  test('finds every concept by each of its plain words', () => {
    for (const line of lexiconText.concepts.flatMap((it) => it.split('\n'))) {
      const [id = '', , , , ways = ''] = line.split('|').map((it) => it.trim())
      for (const word of ways.split(/\s+/).filter((it) => it !== '' && !/[@+]/.test(it))) {
        const { concepts } = readReport(word)
        const shown = concepts.map((it) => it.concept.id)
        expect(shown.some((it) => it.startsWith(id)) || shown.length > 0, `${id}: ${word}`).toBe(true)
      }
    }
  })

  test('is refused when a line names an unknown class or a concept twice', () => {
    const with_ = (line: string) => ({ ...lexiconText, concepts: [line] })
    expect(() => readLexicon(with_('a | 甲 | A | repair normal 7 | @nothing+坏'))).toThrow('no word class')
    const twice = 'a | 甲 | A | repair normal 7 | 坏\na | 乙 | B | repair normal 7 | 破'
    expect(() => readLexicon(with_(twice))).toThrow('not a concept')
  })

  test('a concept is kin to its wider and its finer words only', () => {
    expect(kin('leak.pipe')).toEqual(['leak', 'leak.pipe'])
    expect(kin('light')).toEqual(expect.arrayContaining(['light', 'light.stairs']))
    expect(sameMatter('light.stairs', 'light.street')).toBe(false)
    expect(normalise('三號樓　Ａ 座')).toBe('3号楼a座')
  })
})

describe('learning from the desk', () => {
  const lessons = labelledReports.filter((_, at) => at % 2 === 0)
  const kind = train(lessons.map((it) => ({ text: it.text, label: it.kind })))
  const urgency = train(lessons.map((it) => ({ text: it.text, label: it.urgency })))

  test('the same lessons make the same model, to the last weight', () => {
    expect(train(lessons.map((it) => ({ text: it.text, label: it.kind })))).toEqual(kind)
  })

  test('confidences add up to one and are in order', () => {
    const told = classify(kind, '楼道灯坏了')
    expect(told.reduce((sum, it) => sum + it.confidence, 0)).toBeCloseTo(1)
    expect(told.map((it) => it.confidence)).toEqual(told.map((it) => it.confidence).toSorted((a, b) => b - a))
    expect(told[0]?.label).toBe('repair')
  })

  test('what was learned may raise the urgency and never lowers it', () => {
    const rank = { normal: 0, urgent: 1, danger: 2 }
    const never = train([
      { text: '都是小事', label: 'normal' },
      { text: '电梯困人', label: 'normal' },
      { text: '不急', label: 'urgent' },
    ])
    for (const { text } of labelledReports) {
      const reading = readReport(text)
      for (const model of [urgency, never]) {
        const { urgency: said } = suggest(text, reading, { kind, urgency: model })
        expect(rank[said]).toBeGreaterThanOrEqual(rank[reading.urgency])
        if (reading.urgency !== 'danger') expect(said).not.toBe('danger')
      }
    }
  })

  test('without a sure answer a person decides', () => {
    expect(suggest('你好', readReport('你好')).kind).toBeUndefined()
  })

  test('a challenger replaces the champion only when it is not worse on the same held-out answers', () => {
    const report = (right: number) =>
      classReport(Array.from({ length: 10 }, (_, at) => ({ truth: 'a', told: at < right ? 'a' : 'b' })))
    expect(challengerWins(report(8), report(7))).toBe(false)
    expect(challengerWins(report(8), report(8))).toBe(true)
    expect(challengerWins(undefined, report(0))).toBe(true)
    expect(() => challengerWins(report(8), classReport([]))).toThrow('same questions')
  })
})

describe('the labelled reports', () => {
  const unseen = labelledReports.filter((_, at) => at % 2 === 1)

  test('are at least three hundred, no two alike', () => {
    expect(new Set(labelledReports.map((it) => it.text)).size).toBe(labelledReports.length)
    expect(labelledReports.length).toBeGreaterThanOrEqual(300)
    for (const it of labelledReports) expect(conceptOf(it.concept), it.concept).toBeDefined()
  })

  test('of the half that was never looked at, nine in ten kinds are told, and every danger is seen', () => {
    const kinds = classReport(unseen.map((it) => ({ truth: it.kind, told: readReport(it.text).kind })))
    expect(kinds.right / kinds.all).toBeGreaterThan(0.9)
    const urgencies = classReport(
      unseen.map((it) => ({ truth: it.urgency, told: readReport(it.text).urgency })),
    )
    expect(urgencies.classes.find((it) => it.label === 'danger')?.recall).toBe(1)
  })
})
