import { describe, expect, it } from 'vitest'
import { toCsv } from './csv.ts'

describe('an exported list', () => {
  it('begins with the mark by which Excel knows Chinese, and ends its lines as Excel does', () => {
    expect(
      toCsv([
        ['编号', '内容'],
        ['2611-00001', '漏水'],
      ]),
    ).toBe('\uFEFF编号,内容\r\n2611-00001,漏水\r\n')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(toCsv([['a,b', 'say "no"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""no""","two\nlines"\r\n')
  })

  it('never lets what a resident wrote run as a formula', () => {
    for (const cell of ['=1+1', '+86', '-3', '@SUM(A1)', '\tx']) {
      expect(toCsv([[cell]])).toContain(`'${cell}`)
    }
    expect(toCsv([['=HYPERLINK("http://x","y")']])).toBe(`\uFEFF"'=HYPERLINK(""http://x"",""y"")"\r\n`)
  })
})
