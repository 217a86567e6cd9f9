/** Why a phrase does harm: it sends the resident away, is impatient, says nothing, blames, or threatens. */
export const bannedKinds = ['sends-away', 'impatient', 'says-nothing', 'blames', 'threatens'] as const
export type BannedKind = (typeof bannedKinds)[number]

export type Banned = {
  readonly phrases: readonly string[]
  readonly kind: BannedKind
  /** What one may write instead, in the language of the reply. */
  readonly better: string
}

const toTheOwner = '这件事由我跟进：我先联系负责的单位，今天内告诉您谁来办、什么时候办。'

/**
 * Phrases that residents complain of most, each with a better sentence. Sending somebody away and threatening stop a
 * reply: whoever is asked first stays responsible, and no fee may be collected by cutting supplies (Civil Code 944).
 */
export const banned: readonly Banned[] = [
  {
    kind: 'sends-away',
    phrases: ['不归我们管', '不归我管', '不是我们管', '不属于我们管', '我们管不了', '管不到'],
    better: toTheOwner,
  },
  {
    kind: 'sends-away',
    phrases: ['你打别的电话', '您打别的电话', '打另一个电话', '换个电话打', '自己打电话'],
    better: '我来帮您联系，联系上后马上给您回话。',
  },
  {
    kind: 'sends-away',
    phrases: ['找开发商去', '去找开发商', '你找开发商', '您找开发商'],
    better: '这可能属于开发商保修，我来联系开发商并跟进，明天中午前告诉您对方的答复。',
  },
  {
    kind: 'sends-away',
    phrases: ['找社区去', '去找居委会', '找居委会去', '找街道去', '找政府去', '去找业委会'],
    better: '这件事需要社区一起处理，我来联系，今天下班前告诉您联系的结果。',
  },
  {
    kind: 'sends-away',
    phrases: ['不关我们的事', '与我们无关', '跟我们没关系', '和物业没关系', '不是物业的事'],
    better: toTheOwner,
  },
  {
    kind: 'sends-away',
    phrases: ['找别人', '问别人', '不是我负责', '不是我的事', '不归我'],
    better: '我先记下来并一直跟进，由负责的同事在今天内联系您。',
  },
  {
    kind: 'sends-away',
    phrases: ['自己想办法', '自己解决', '自行解决', '您自己处理', '你自己处理'],
    better: '我们一起想办法：您可以先这样应急，我再安排人来看。',
  },
  {
    kind: 'sends-away',
    phrases: ['我们也没办法', '没办法', '无能为力'],
    better: '这一项我们做不到的是……，能做的是……，我现在就安排。',
  },
  {
    kind: 'says-nothing',
    phrases: ['不知道', '不清楚', '不太清楚', '不晓得'],
    better: '这一点我现在还不能答复，我去核实，今天 18:00 前告诉您。',
  },
  {
    kind: 'says-nothing',
    phrases: ['等通知', '等消息', '等电话'],
    better: '有结果我马上告诉您，最迟明天 12:00 前给您回话。',
  },
  { kind: 'says-nothing', phrases: ['尽快', '尽早', '抓紧'], better: '请写出时间，例如：今天 17:00 前。' },
  {
    kind: 'says-nothing',
    phrases: ['近期', '过几天', '过段时间', '改天'],
    better: '请写出日期，例如：本周五 18:00 前。',
  },
  {
    kind: 'says-nothing',
    phrases: ['再说吧', '以后再说', '到时候再说', '看情况'],
    better: '我今天问清楚，18:00 前告诉您下一步怎么办。',
  },
  {
    kind: 'says-nothing',
    phrases: ['已反映', '反映上去了', '已上报领导', '领导在研究', '正在研究'],
    better: '已交给工程主管李师傅，他在明天 12:00 前给您答复。',
  },
  {
    kind: 'says-nothing',
    phrases: ['大概可能', '应该没事', '应该没问题', '可能吧'],
    better: '我请师傅今天到现场看过，再给您准话。',
  },
  {
    kind: 'says-nothing',
    phrases: ['按规定办', '按流程走', '这是规定', '规定就是这样', '公司规定'],
    better: '请写出是哪一条规定、为什么这样定，以及住户可以怎么办。',
  },
  {
    kind: 'impatient',
    phrases: ['说过多少遍', '说了多少次', '都说了', '跟你说过了', '跟您说过了'],
    better: '我再说明一次，您看哪里还不清楚。',
  },
  {
    kind: 'impatient',
    phrases: ['急什么', '催什么', '别催', '不要催', '你急也没用'],
    better: '让您着急了。现在进行到……，下一步是……，预计……。',
  },
  {
    kind: 'impatient',
    phrases: ['没空', '没时间', '忙不过来', '人手不够'],
    better: '今天的师傅已排满，最早可以约到明天 9:00，您看可以吗？',
  },
  {
    kind: 'impatient',
    phrases: ['下班了', '已经下班', '明天再来'],
    better: '现在值班的同事会先处理，明天 9:00 我再跟进。',
  },
  {
    kind: 'impatient',
    phrases: ['听不懂', '没看明白你', '你说什么'],
    better: '我想确认一下您说的是……，对吗？',
  },
  {
    kind: 'impatient',
    phrases: ['爱怎么样怎么样', '随便你', '随你便', '随您便'],
    better: '您的想法我记下了，我们可以这样办：……',
  },
  {
    kind: 'impatient',
    phrases: ['有本事', '你去告', '去投诉好了', '爱投诉投诉'],
    better: '您有权投诉。您可以向社区居委会或住建部门反映，我把办理情况一并给您。',
  },
  {
    kind: 'blames',
    phrases: ['你们自己弄的', '自己弄坏', '您自己弄坏', '肯定是你'],
    better: '请师傅到现场看过，再和您一起确认原因。',
  },
  {
    kind: 'blames',
    phrases: ['别人家都没事', '别人都没反映', '就你家', '就您家', '只有你'],
    better: '目前只收到您家的反映，我们先到您家看。',
  },
  {
    kind: 'blames',
    phrases: ['你没说清楚', '您没说清楚', '怎么不早说'],
    better: '为了不跑第二趟，我想再确认一下：……',
  },
  {
    kind: 'blames',
    phrases: ['太挑剔', '要求太高', '小题大做', '无理取闹'],
    better: '您的要求我记下了，其中……可以做到，……做不到的原因是……。',
  },
  {
    kind: 'blames',
    phrases: ['不交物业费还', '先把物业费交了', '欠费还', '交了钱再说'],
    better: '报修照常受理。物业费的事我另外请同事和您核对。',
  },
  {
    kind: 'threatens',
    phrases: ['不交就停', '停你家', '停您家', '给你停水', '给你停电', '停水停电'],
    better: '费用的事可以协商，有疑问可以先核对账单；用水用电不会因此受影响。',
  },
  {
    kind: 'threatens',
    phrases: ['停门禁', '锁门禁', '停电梯卡', '停梯卡', '不让进'],
    better: '出入和乘梯不受影响。欠费请在账期内联系我们核对。',
  },
  {
    kind: 'threatens',
    phrases: ['后果自负', '责任自负', '一切后果'],
    better: '为了安全，请您先……；有什么困难，我们可以帮您。',
  },
  {
    kind: 'threatens',
    phrases: ['报警抓', '叫保安来', '让你好看'],
    better: '我们先把情况说清楚，需要时请社区一起来调解。',
  },
]

/** Kinds that stop a reply; the others are warned of. */
export const blockingKinds: readonly BannedKind[] = ['sends-away', 'threatens']
