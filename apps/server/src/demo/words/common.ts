import type { CaseKind } from '@zhanggui/contract'

/** What a report may begin with, most often nothing. */
export const greetings = ['', '', '', '', '', '', '您好，', '你好，', '物业你好，'] as const

/** What somebody at home adds about when to come. */
export const endings = [
  '',
  '',
  '',
  '谢谢。',
  '麻烦尽快安排，谢谢！',
  '白天家里没人，请{晚上 6 点后|周末}来。',
  '来之前请先打电话。',
  '家里一直有人，随时可以来。',
] as const

/** What the desk first answers, before it is known who comes. */
export const firstReplies: Record<CaseKind, readonly string[]> = {
  repair: [
    '{resident}您好，已收到，正在安排师傅，上门时间马上告诉您。',
    '收到，{resident}。我先联系工程班，{time}前告诉您谁来、几点到。',
    '{resident}，报修已登记，请保持电话畅通，师傅会先跟您联系。',
    '您好，收到了。能不能再发一张照片，师傅好带对配件？',
    '{resident}，已经记下，这件事由我跟到底，有变化第一时间告诉您。',
  ],
  complaint: [
    '{resident}，给您添麻烦了。我马上核实，{time}前答复。',
    '收到您的反映，{resident}。我已通知当班人员到现场，稍后回复处理情况。',
    '很抱歉让您有这样的感受，这件事由我负责跟进，{time}前给您回音。',
    '{resident}您好，已经记录，我们先去看现场，结果会原原本本告诉您。',
  ],
  enquiry: [
    '您好，{resident}，我查一下，{time}前回复您。',
    '收到，马上帮您核实，{time}前告诉您。',
    '{resident}您好，这个我问一下同事，很快回您。',
  ],
  suggestion: [
    '{resident}，谢谢您的建议，已转给经理，答复时间会告诉您。',
    '收到，这个想法我们会认真讨论，有结果第一时间说。',
  ],
  praise: ['谢谢{resident}，看到这条大家都很高兴！', '收到，马上转给他本人，谢谢您记着。'],
}

/** What a resident adds while waiting. */
export const additions: Record<CaseKind, readonly string[]> = {
  repair: [
    '补充一下：{声音更大了|水更多了|现在完全不能用了}，请{尽快|今天来}。',
    '大概几点能到？我下午要出门。',
    '暂时没那么严重了，但还是请今天来看。',
    '师傅到了打我电话，我下来带路。',
    '刚才邻居说他家也是一样的问题。',
  ],
  complaint: [
    '现在又开始了，你们来听一下。',
    '有没有进展？',
    '我拍了视频，需要可以发给你们。',
    '希望这次能真的解决。',
  ],
  enquiry: ['再问一句：周末前台上班吗？', '如果本人不在，能让家人代办吗？'],
  suggestion: ['隔壁小区就是这么做的，效果不错。'],
  praise: ['也替我谢谢当班的{师傅|姑娘}。'],
}

/** What staff answers to that. */
export const reassurances = [
  '{resident}，看到了，{worker}{time}前一定到。',
  '收到补充，已转给{worker}，他知道了。',
  '明白，我再催一下，{time}前给您消息。',
  '好的，{worker}到之前会先打电话给您。',
] as const

export const assignNotes = [
  '请先和报事人联系。',
  '比较急，忙完手头的先去。',
  '带上备件，争取一次弄好。',
  '',
  '',
  '',
] as const
export const homeNotes = [
  '请先联系住户约时间。',
  '住户家里有老人，注意礼貌，带鞋套。',
  '住户说按门铃，孩子在睡觉，轻一点。',
] as const

type Rating = 1 | 2 | 3 | 4 | 5

/** What people write beside their stars, often nothing; of repairs some more. */
export const wishes: Record<Rating, readonly string[]> = {
  5: [
    '',
    '',
    '',
    '{回得很快|说到做到}，态度也好，点赞。',
    '谢谢，比想象的快。',
    '讲得很清楚。',
    '好评，希望一直这样。',
  ],
  4: ['', '', '满意，要是能提前打个电话更好。', '还行，问题解决了。', '不错，就是等得有点久。'],
  3: ['', '催了两次才有回音。', '一般，时间没对上。'],
  2: ['前面说的时间都不算数。', '处理得有点敷衍。'],
  1: ['根本没解决，只是把单子关了。'],
}
export const repairWishes: Record<Rating, readonly string[]> = {
  5: ['师傅很专业，一次搞定。', '{来得很快|说几点到就几点到}，走的时候还打扫干净了。', ''],
  4: ['修好了，就是等得有点久。', ''],
  3: ['能用了，但是{留了一地灰|看着不太结实}。', ''],
  2: ['等了{两天|三天}才有人来。'],
  1: ['根本没解决，只是把单子关了。'],
}
/** After it had to be done again. */
export const lateWishes: Record<Rating, readonly string[]> = {
  5: ['第二次来终于弄好了，谢谢。', '师傅态度好，返工也没有一句怨言。'],
  4: ['跑了两趟，最后总算好了。', '弄好了，要是第一次就查清楚更好。'],
  3: ['来了两次才好，耽误时间。', ''],
  2: ['折腾了好几天才弄好。'],
  1: ['第三次了，一直没弄好。'],
}

/** Why a report is taken back. */
export const withdrawals = [
  '已经自己修好了，不用来了，谢谢。',
  '刚才又正常了，先观察。',
  '报错了，不是我们家的问题。',
  '重复提交，按前一张单处理就行。',
  '家里有事改天再约，到时重新报。',
] as const

/** Why a report is not the desk's business, and where to go instead. */
export const refusals: Record<CaseKind, readonly string[]> = {
  repair: [
    '这是您家自购的电器，超出物业服务范围；厂家售后 400 电话已发给您，需要上门看插座随时叫我们。',
    '燃气表由燃气公司负责，抢修电话 96777（示范），我们已帮您报修，单号稍后转给您。',
    '宽带故障属运营商，已代您拨通客服登记，两小时内会联系您。',
  ],
  complaint: [
    '噪声来自小区外的道路施工，请拨 12345，我们也会以小区名义反映，结果告诉您。',
    '邻里借款纠纷物业无权处理，可以请社区人民调解委员会，电话和地址已发给您。',
  ],
  enquiry: ['学区划分由教育局发布，请以官网为准，链接已发给您。'],
  suggestion: ['小区外公交站的位置由交通部门决定，建议拨 12345；我们已把意见转给社区。'],
  praise: ['谢谢您！这位是隔壁小区的保安，我们已把您的谢意转达过去。'],
}

export const reassignNotes = [
  '我这边脱不开身，请帮忙接一下。',
  '要高空作业证，转给有证的同事。',
  '归秩序班管，转过去。',
  '换个师傅再看一遍，上次没找到原因。',
] as const

export const noPhotoReasons = [
  '住户不便拍照',
  '现场没有可拍的变化',
  '手机没电，已请住户在场看过',
  '室内隐私，不拍',
] as const

export const callbacks = [
  '电话回访：住户说已经好了。',
  '回访无人接听，晚上再打。',
  '回访：满意，建议以后提前打电话。',
] as const
