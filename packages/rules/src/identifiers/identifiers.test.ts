import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  checkPlate,
  checkResidentId,
  formatArea,
  maskIdNumber,
  maskName,
  maskPhone,
  maskPlate,
  normalisePhone,
  parseArea,
  parseFloor,
  toHalfWidth,
} from './index.ts'

const phoneOf = (text: string) => {
  const parsed = normalisePhone(text)
  return parsed.ok ? `${parsed.kind} ${parsed.phone}` : parsed.reason
}

describe('a phone number', () => {
  test.each([
    ['13800138000', 'mobile 13800138000'],
    ['19912345678', 'mobile 19912345678'],
    [' 138 0013 8000 ', 'mobile 13800138000'],
    ['138-0013-8000', 'mobile 13800138000'],
    ['138—0013—8000', 'mobile 13800138000'],
    ['１３８００１３８０００', 'mobile 13800138000'],
    ['+8613800138000', 'mobile 13800138000'],
    ['+86 138 0013 8000', 'mobile 13800138000'],
    ['(+86)13800138000', 'mobile 13800138000'],
    ['＋８６－１３８００１３８０００', 'mobile 13800138000'],
    ['008613800138000', 'mobile 13800138000'],
    ['86-13800138000', 'mobile 13800138000'],
    ['8613800138000', 'mobile 13800138000'],
    ['013800138000', 'mobile 13800138000'],
    ['1795113800138000', 'mobile 13800138000'],
    ['17951+8613800138000', 'mobile 13800138000'],
    ['tel:+86-138-0013-8000', 'mobile 13800138000'],
    ['13800138000\u202C', 'mobile 13800138000'],
    ['010-12345678', 'landline 010-12345678'],
    ['01012345678', 'landline 010-12345678'],
    ['(010) 1234 5678', 'landline 010-12345678'],
    ['010-1234-5678', 'landline 010-12345678'],
    ['+86 10 1234 5678', 'landline 010-12345678'],
    ['+86 (0)10 12345678', 'landline 010-12345678'],
    ['0086-21-62345678', 'landline 021-62345678'],
    ['0755-86013388', 'landline 0755-86013388'],
    ['07716543210', 'landline 0771-6543210'],
    ['010-12345678-801', 'landline 010-12345678-801'],
    ['010-12345678转801', 'landline 010-12345678-801'],
    ['010 12345678 ext 801', 'landline 010-12345678-801'],
    ['400-820-8820', 'service 4008208820'],
    ['12345', 'service 12345'],
    ['95588', 'service 95588'],
    ['119', 'service 119'],
    ['+86 95588', 'service 95588'],
    ['+86 400 820 8820', 'service 4008208820'],
  ])('%s is %s', (text, expected) => {
    expect(phoneOf(text)).toBe(expected)
  })

  test.each([
    ['', 'empty'],
    ['anonymous', 'empty'],
    ['无', 'empty'],
    ['12345678901', 'malformed'],
    ['1380013800', 'malformed'],
    ['1440123456789', 'malformed'],
    ['138001380000', 'malformed'],
    ['010-1234567890123', 'malformed'],
    ['+85291234567', 'foreign'],
    ['0012125550123', 'foreign'],
    ['87654321', 'area-code-missing'],
    ['8765-4321', 'area-code-missing'],
    ['张三', 'empty'],
  ])('%s is refused as %s', (text, reason) => {
    expect(phoneOf(text)).toBe(reason)
  })

  test('keeps its form when it is normalised again', () => {
    for (const phone of ['13800138000', '010-12345678', '0771-6543210-12', '4008208820']) {
      expect(normalisePhone(phone)).toMatchObject({ ok: true, phone })
    }
  })
})

describe('what is masked', () => {
  test('a mobile keeps three and four, a landline its area and four', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
    expect(maskPhone('+86 138 0013 8000')).toBe('138****8000')
    expect(maskPhone('010-12345678-801')).toBe('010-****5678')
    expect(maskPhone('0771-6543210')).toBe('0771-***3210')
    expect(maskPhone('12345')).toBe('12345')
    expect(maskPhone('张三家')).toBe('***')
  })

  test('a name keeps its first character, compound surnames too', () => {
    expect(maskName('欧阳小明')).toBe('欧***')
    expect(maskName('张三')).toBe('张*')
    expect(maskName('张')).toBe('张*')
    expect(maskName('𠮷田')).toBe('𠮷*')
    expect(maskName(' ')).toBe('')
  })

  test('an identity number keeps three and four, a plate two and two', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
    expect(maskIdNumber('123456')).toBe('******')
    expect(maskPlate('京A12345')).toBe('京A***45')
    expect(maskPlate('沪AD12345')).toBe('沪A****45')
  })
})

describe('an area', () => {
  test.each([
    ['89.37', 8937],
    ['89.37㎡', 8937],
    ['89.37平方米', 8937],
    ['８９．３７ m2', 8937],
    ['89.37 m²', 8937],
    ['1,089.5', 108_950],
    ['１，０８９．５㎡', 108_950],
    ['89.370', 8937],
    ['100', 10_000],
    ['0.01', 1],
    // 1.005 and 8.95 are not what they seem in binary.
    ['8.95', 895],
    ['21474836.47', 2_147_483_647],
  ])('%s is %i hundredths', (text, hundredths) => {
    expect(parseArea(text)).toEqual({ ok: true, hundredths })
  })

  test.each([
    ['', 'empty'],
    ['约89', 'malformed'],
    ['-89', 'malformed'],
    ['89.', 'malformed'],
    ['1,08,9', 'malformed'],
    ['89亩', 'malformed'],
    ['89.375', 'too-precise'],
    ['0', 'not-positive'],
    ['0.00㎡', 'not-positive'],
    ['21474836.48', 'too-large'],
  ])('%s is refused as %s', (text, reason) => {
    expect(parseArea(text)).toEqual({ ok: false, reason })
  })

  test('is written as it was read', () => {
    expect(formatArea(8937)).toBe('89.37')
    expect(formatArea(5)).toBe('0.05')
    expect(formatArea(108_950)).toBe('1089.50')
  })
})

describe('a floor', () => {
  test.each([
    ['3A', '3A'],
    ['-1', '-1'],
    ['B1', 'B1'],
    ['b2', 'B2'],
    ['12', '12'],
    ['05', '5'],
    ['12层', '12'],
    ['十二楼', '12'],
    ['负一层', '-1'],
    ['地下二层', 'B2'],
    ['首层', '1'],
    ['夹层', '夹层'],
    ['天台', '屋顶'],
    ['３Ａ', '3A'],
  ])('%s is %s', (text, label) => {
    expect(parseFloor(text)?.label).toBe(label)
  })

  test('sorts from the deepest basement to the roof, 3A between 3 and 5', () => {
    const floors = ['RF', '12B', '12A', '12', '5', '3A', '3', '1', '夹层', 'B1', '-2', 'B3']
    const indexes = floors.map((floor) => parseFloor(floor)?.index)
    expect(indexes).toEqual(indexes.toSorted((a = 0, b = 0) => b - a))
    expect(new Set(indexes).size).toBe(floors.length)
    expect(indexes.every(Number.isInteger)).toBe(true)
  })

  test.each(['', '0', '-0', 'ABC', '三楼半', '3AA'])('%s is no floor', (text) => {
    expect(parseFloor(text)).toBeUndefined()
  })
})

describe('an identity number', () => {
  test('is checked by form, region, date and check digit', () => {
    expect(checkResidentId('11010519491231002X')).toEqual({
      ok: true,
      id: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    })
    expect(checkResidentId('440524188001010014')).toMatchObject({ ok: true, sex: 'male' })
    for (const id of ['110101199003070011', '310101200002291237', '34052419800101001x']) {
      expect(checkResidentId(id).ok, id).toBe(true)
    }
  })

  test.each([
    ['110105194912310021', 'checksum'],
    ['11010519491231002', 'malformed'],
    ['99010519491231002X', 'region'],
    ['110105194902300021', 'date'],
    ['310101190002291237', 'date'],
  ])('%s is refused for its %s', (id, reason) => {
    expect(checkResidentId(id)).toEqual({ ok: false, reason })
  })
})

describe('a credit code', () => {
  test('carries two check digits', () => {
    expect(checkCreditCode('91350100M000100Y43')).toEqual({
      ok: true,
      code: '91350100M000100Y43',
      organisationCode: 'M000100Y-4',
    })
    expect(checkCreditCode(' 91110105ma000004xw ').ok).toBe(true)
    expect(checkCreditCode('91350100M000100Y44')).toEqual({ ok: false, reason: 'checksum' })
    expect(checkCreditCode('9135O100M000100Y43')).toEqual({ ok: false, reason: 'malformed' })
  })

  test('has one check character and no other, whatever comes before it', () => {
    for (let region = 350_100; region < 350_200; region += 1) {
      const valid = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY').filter(
        (check) => checkCreditCode(`91${region}M000100Y4${check}`).ok,
      )
      expect(valid, String(region)).toHaveLength(1)
    }
  })

  test('is refused when only the organisation code inside it is wrong', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const refusals = Array.from(alphabet, (check) => checkCreditCode(`91350100M000100Y5${check}`)).map((it) =>
      it.ok ? 'ok' : it.reason,
    )
    expect(refusals.filter((reason) => reason === 'organisation-check')).toHaveLength(1)
    expect(refusals).not.toContain('ok')
  })
})

describe('a plate', () => {
  test.each([
    ['京A12345', '京A12345', 'ordinary'],
    ['粤Z1234港', '粤Z1234港', 'ordinary'],
    ['京A·12345', '京A12345', 'ordinary'],
    ['京a 1b345', '京A1B345', 'ordinary'],
    ['沪AD12345', '沪AD12345', 'new-energy'],
    ['沪AF00001', '沪AF00001', 'new-energy'],
    ['粤B12345D', '粤B12345D', 'new-energy'],
    ['粤B12345F', '粤B12345F', 'new-energy'],
  ])('%s is %s, %s', (text, plate, kind) => {
    expect(checkPlate(text)).toEqual({ ok: true, plate, kind })
  })

  test.each(['京I12345', '京A1234', '京A1234O', '国A12345', '沪AI12345', ''])('%s is refused', (text) => {
    expect(checkPlate(text).ok).toBe(false)
  })
})

test('wide characters become ordinary ones and Chinese text stays', () => {
  expect(toHalfWidth('３－１－５０２　室（Ａ）')).toBe('3-1-502 室(A)')
})
