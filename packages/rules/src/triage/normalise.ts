import { withArabicDigits } from '../identifiers/numerals.ts'

// Only characters of words that reports are made of; names stay as they are written.
const traditional =
  '電電燈灯門门開开關关漏漏樓楼層层單单棟栋號号車车庫库鎖锁壞坏響响聲声臺台燒烧煙烟氣气熱热溫温髒脏亂乱堆堆費费錢钱單单業业務务報报維维護护師师傅傅維维綠绿樹树貓猫鼠鼠蟲虫牆墙頂顶窗窗戶户陽阳廳厅廚厨間间廁厕鏡镜鋼钢鐵铁路路燈灯線线網网機机監监視视對对講讲禁禁識识別别賬账單单發发票票請请問问幫帮謝谢感感揚扬議议訴诉難难聞闻堵堵滿满積积雪雪結结來来沒没無无會会還还過过進进裡里裏里個个這这為为麼么樣样時时幾几點点將将應应該该讓让給给從从們们家家兒儿孩孩傷伤觸触漲涨壓压閘闸轉转動动斷断裂裂鬆松掉掉滲渗濕湿溝沟衝冲沖冲廣广場场園园區区隊队員员態态優优驗验證证辦办產产權权遷迁'
const simplified = new Map<string, string>()
const pairs = Array.from(traditional)
for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs[at] ?? '', pairs[at + 1] ?? '')

/**
 * What rules read instead of what was typed: one width, small letters, simplified characters, digits for Chinese
 * numerals, no blanks. Marks that end a sentence stay; a text in any notation reads alike: 三號樓 is 3号楼.
 */
export function normalise(text: string): string {
  const plain = Array.from(text.normalize('NFKC').toLowerCase(), (it) => simplified.get(it) ?? it).join('')
  return withArabicDigits(
    plain.replaceAll(/[\s\u200B-\u200F\u2060\uFEFF]+/g, (blank) => (blank.includes('\n') ? '。' : '')),
  )
}
