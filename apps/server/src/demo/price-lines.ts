import type { QuoteLine } from '@zhanggui/contract'

type Offer = { fits: RegExp; lines: readonly QuoteLine[] }

const basis = '有偿服务价目表'
/** Quantities in thousandths, prices in 分. */
const line = (item: string, quantity: number, unit: string, unitPrice: number): QuoteLine => ({
  item,
  quantity: Math.round(quantity * 1000),
  unit,
  unitPrice,
  basis,
})
const labour = (hours: number): QuoteLine => line('上门工时', hours, '小时', 6000)

const offers: readonly Offer[] = [
  {
    fits: /龙头|水槽|漏水|滴水|角阀|软管/u,
    lines: [line('不锈钢角阀', 1, '只', 3800), line('60 cm 软管', 2, '根', 1800), labour(0.5)],
  },
  { fits: /堵|下水|地漏|马桶/u, lines: [line('管道疏通', 1, '次', 8000), labour(0.5)] },
  { fits: /灯|电|插座|跳闸|开关/u, lines: [line('LED 吸顶灯', 1, '只', 12_800), labour(0.5)] },
  { fits: /门|锁|窗|把手/u, lines: [line('合页与滑轮', 1, '套', 4500), labour(1)] },
]

/** What paid work in somebody's home would cost, by the words of the report. */
export const pricesFor = (text: string): readonly QuoteLine[] =>
  offers.find((it) => it.fits.test(text))?.lines ?? [line('辅材', 1, '份', 2000), labour(1)]
