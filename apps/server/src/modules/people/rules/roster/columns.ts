import { toHalfWidth } from '@zhanggui/rules'
import { cleanText } from './table.ts'

/** What a column of a roster can mean. */
export const meanings = [
  'zone',
  'building',
  'entrance',
  'floor',
  'room',
  'name',
  'phone',
  'area',
  'role',
  'since',
  'handover',
  'use',
] as const
export type Meaning = (typeof meanings)[number]

/** Headings as companies write them, the most telling first: of two columns that mean the same, that one counts. */
const headings: Record<Meaning, readonly string[]> = {
  zone: ['期数', '分期', '期', '区', '区域', '组团', '苑区', '期区', '项目分期'],
  building: [
    '楼栋',
    '楼栋号',
    '楼栋名称',
    '栋号',
    '栋',
    '幢号',
    '幢',
    '楼号',
    '楼幢',
    '楼座',
    '座号',
    '座',
    '楼宇',
    '楼宇名称',
    '楼',
    'building',
  ],
  entrance: ['单元', '单元号', '单元名称', '门洞', '门', '梯号', 'entrance'],
  floor: ['楼层', '所在楼层', '所在层', '层', '层号', 'floor'],
  room: [
    '房号',
    '房间号',
    '房屋',
    '房屋号',
    '房屋编号',
    '房屋名称',
    '房间',
    '房间编号',
    '房间名称',
    '室号',
    '室',
    '户号',
    '门牌号',
    '门牌',
    '房产',
    '房产名称',
    '房屋地址',
    '房屋坐落',
    '房屋位置',
    '楼栋单元房号',
    '单元房号',
    '楼房号',
    '栋单元室',
    '栋-单元-室',
    '资源名称',
    '资源编号',
    '房源',
    '车位号',
    '车位编号',
    '车位',
    '商铺号',
    '铺位号',
    '地址',
    '住址',
    'room',
    'unit',
    'roomno',
  ],
  name: [
    '业主姓名',
    '产权人姓名',
    '住户姓名',
    '租户姓名',
    '租客姓名',
    '户主姓名',
    '客户姓名',
    '姓名',
    '业主',
    '产权人',
    '所有权人',
    '业主名称',
    '客户名称',
    '户主',
    '住户',
    '住户名称',
    '租户',
    '租客',
    '承租人',
    '人员姓名',
    '联系人',
    'name',
    'owner',
  ],
  phone: [
    '手机号码',
    '手机号',
    '手机',
    '联系电话',
    '业主电话',
    '业主手机',
    '电话号码',
    '电话',
    '联系方式',
    '联系手机',
    '移动电话',
    '联系号码',
    '手机1',
    '电话1',
    '联系电话1',
    '固定电话',
    'phone',
    'mobile',
    'tel',
  ],
  area: [
    '产权面积',
    '建筑面积',
    '房产证面积',
    '产证面积',
    '房屋面积',
    '计费面积',
    '收费面积',
    '建面',
    '面积',
    'area',
  ],
  role: [
    '与业主关系',
    '住户身份',
    '身份',
    '住户类型',
    '人员类型',
    '客户类型',
    '业主类型',
    '与户主关系',
    '关系',
    '角色',
    'role',
  ],
  since: ['入住日期', '入住时间', '迁入日期', '迁入时间', '入住', '起租日期', '登记日期'],
  handover: [
    '交付日期',
    '交付时间',
    '交房日期',
    '交房时间',
    '收房日期',
    '收房时间',
    '接房日期',
    '接房时间',
    '入伙日期',
    '入伙时间',
  ],
  use: ['房屋用途', '用途', '房屋类型', '房产类型', '房屋性质', '物业类型', '资源类型', '业态', 'use'],
}

const known = new Map<string, { meaning: Meaning; rank: number }>(
  meanings.flatMap((meaning) => headings[meaning].map((it, rank) => [it, { meaning, rank }] as const)),
)

/** What a heading means; undefined for what an archive does not keep (identity numbers, remarks) or know. */
export function meaningOf(heading: string): { meaning: Meaning; rank: number } | undefined {
  const bare = headingText(heading)
    .replaceAll(/[(（[【].*?[)）\]】]/g, '')
    .replaceAll(/(?:㎡|m2|m²|平方米|平米)$/gi, '')
    .replaceAll(/[*:：#＊★\s_/]/g, '')
    .toLowerCase()
  return known.get(bare)
}

/** A heading as one line. */
export function headingText(heading: string): string {
  return toHalfWidth(cleanText(heading)).replaceAll(/\s+/g, '')
}

/** Whose name a heading asks for, when it says so. */
export function roleOfHeading(heading: string): 'owner' | 'tenant' | undefined {
  if (/租/.test(heading)) return 'tenant'
  return /业主|产权|所有权|owner/i.test(heading) ? 'owner' : undefined
}
