import { describe, expect, test } from 'vitest'
import { readDay, readName, readPhone, readRole } from './read-cells.ts'
import { meaningOf } from './columns.ts'

describe('a cell with a phone', () => {
  test.each([
    ['138-0013-8000', '13800138000', undefined],
    ['１３８ ００１３ ８０００', '13800138000', undefined],
    ['010-87654321', '010-87654321', undefined],
    ['13800138000/13900139000', '13800138000', 'several_phones'],
    ['13800138000 13900139000', '13800138000', 'several_phones'],
    ['1380013800，13900139000', '13900139000', 'several_phones'],
    ['13800138000(妻)\n13900139000', '13800138000', 'several_phones'],
    ['王先生13800138000', '13800138000', undefined],
    ['无', null, undefined],
    ['/', null, undefined],
    ['不肯留', null, 'no_phone_in_text'],
    ['1380013800', null, 'phone_malformed'],
    ['13800138000.5', null, 'phone_malformed'],
    ['1.38001E+10', null, 'phone_malformed'],
    ['87654321', null, 'phone_without_area_code'],
    ['+85291234567', null, 'phone_foreign'],
  ])('%j says %s', (text, phone, problem) => {
    const said = readPhone(text)
    expect([said.value, said.problem]).toEqual([phone, problem])
  })

  test('tells of other numbers without giving them away', () => {
    expect(readPhone('13800138000/13900139000').shown).toBe('139****9000')
    expect(readPhone('1380013800，13900139000').shown).toBe('138*****00')
  })
})

test.each([
  ['王　明', '王明'],
  ['John Smith', 'John Smith'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['空置', null],
  ['甲、乙', null],
])('the name in %j is %s', (text, name) => {
  expect(readName(text).value).toBe(name)
})

test.each([
  ['业主', 'owner'],
  ['产权人', 'owner'],
  ['租客', 'tenant'],
  ['业主配偶', 'family'],
  ['儿子', 'family'],
  ['朋友', null],
])('%s is %s', (text, role) => {
  expect(readRole(text).value).toBe(role)
})

test.each([
  [{ text: '2020-05-01' }, '2020-05-01'],
  [{ text: '2020/5/1 00:00:00' }, '2020-05-01'],
  [{ text: '2020.5.1' }, '2020-05-01'],
  [{ text: '2020年5月1日' }, '2020-05-01'],
  [{ text: '20200501', serial: 20_200_501 }, '2020-05-01'],
  [{ text: '43952', serial: 43_952 }, '2020-05-01'],
  [{ text: '2020-5-1', serial: 43_952.75, isDate: true }, '2020-05-01'],
  [{ text: '2020-02-30' }, null],
  [{ text: '去年' }, null],
  [{ text: '0000-01-01' }, null],
  [{ text: '?', serial: 1e9, isDate: true }, null],
  [{ text: '?', serial: 3, isDate: true }, null],
  [{ text: '5', serial: 5 }, null],
])('%j is the day %s', (cell, day) => {
  expect(readDay(cell, false).value).toBe(day)
})

test('days of a workbook that counts from 1904 are four years later', () => {
  expect(readDay({ text: '42490', serial: 42_490 }, true).value).toBe('2020-05-01')
})

test.each([
  ['房　号', 'room'],
  ['联系电话（必填）', 'phone'],
  ['建筑面积(㎡)', 'area'],
  ['*业主姓名', 'name'],
  ['与业主\n关系', 'role'],
  ['套内面积', undefined],
  ['身份证号', undefined],
  ['备注', undefined],
])('the heading %j means %s', (heading, meaning) => {
  expect(meaningOf(heading)?.meaning).toBe(meaning)
})
