/** What paid work costs and the resident's word on it, and how the place looked before and after. */
export const quote = {
  'resident.quote.title': '维修报价',
  'resident.quote.line': '{quantity} {unit} × {price}',
  'resident.quote.total': '合计',
  'resident.quote.lead': '您同意后师傅才动手；这里不收款。',
  'resident.quote.agree': '同意 {total}',
  'resident.quote.decline': '不同意',
  'resident.quote.why': '原因（可不填）',
  'resident.quote.whyExample': '例如：想自己买配件',
  'resident.quote.sent': '已告诉物业',
  'resident.quote.agreed': '您已同意，{when}',
  'resident.quote.declined': '您没有同意，{when}',
  'resident.work.photos': '维修前后',
  'resident.work.before': '维修前',
  'resident.work.after': '维修后',
} as const
