/** How people ask, complain, suggest and thank: the kind it points to, its weight in tenths, and the words. */
export const moods = `
enquiry    30 请问 咨询 问一下 问下 想问 请教 打听 了解一下 想了解
enquiry    16 怎么办理 如何办理 怎么弄 怎么申请 多少钱 什么时候 几点 几号 在哪 哪里 怎么收 需要什么 要带什么 是否 可以吗 能不能办 如何 有没有规定 怎么办 多久 能否 吗 流程 去哪 怎样 怎么算 是什么 怎么查 怎么改 怎么开通 怎么修改 怎么登记 怎么补 打哪个 需要办 什么手续 怎么交 怎么缴
complaint  34 投诉 举报 曝光 差评 不满 抗议 太过分 太差劲 维权 12345
complaint  16 没人管 管不管 不作为 忍无可忍 太过分 多次反映 屡次 三番五次 气死 严重影响 要求 必须 给个说法 凭什么 受不了 说法 影响休息 素质 不像话 讨个说法 一直没人 能不能管 管管 制止 管一下 还让不让
suggestion 34 建议 提议 提个意见 提个建议 希望物业能 倡议
suggestion 16 希望能 能不能加 最好 可否 增设 增加 应该 可以考虑 是不是可以 改成 多装 加装 希望增 希望可以 能不能考虑 如果能 希望多
praise     34 表扬 感谢 锦旗 点赞 谢谢你们 多谢 太感谢 好评
praise     16 谢谢 辛苦了 很满意 态度好 服务好 热情 负责 及时 给力 暖心 认真 真好 棒 贴心
repair     20 报修 维修 修一下 派人来 派师傅 来修 来看看 上门 尽快修 修理 帮忙看 看一下 更换一下 换一个 处理一下 检修 来人 快来
`

/** What makes a matter more pressing, whoever it happens to. */
export const pressing = `
孩子 小孩 婴儿 宝宝 老人 孕妇 病人 残疾 马上 立刻 赶紧 紧急 急 十万火急 快点 越来越大 淹 泡 全家 整栋 危险 吓人 随时会 着急 火速 严重 很大 哗哗
`

/** That it concerns many homes. */
export const masses = `
整栋 全楼 整个单元 我们单元 一单元都 全单元 整个小区 全小区 大家都 好几户 几家都 好多户 都没 全都 我们楼 我们这栋 整层 邻居也 邻居家也 邻居都 家家 全栋 楼上楼下都 上下楼都 群里都 很多人家 都停
`

/** Words for parts of a home, and for common parts. */
export const insides = `
厨房 卫生间 厕所 阳台 客厅 卧室 主卧 次卧 我家 家里 屋里 房间 浴室 餐厅 入户门 马桶 洗手间 书房 儿童房 飘窗 家中 室内 淋浴房 衣帽间
`
export const commons = `
电梯 楼道 楼梯 走廊 大堂 单元门 车库 地库 停车场 小区 路灯 草坪 绿化 花园 广场 健身器材 儿童乐园 大门 门口 垃圾桶 垃圾站 楼顶 天台 外墙 道闸 岗亭 消防通道 泵房 配电房 化粪池 公共 电梯厅 人行道 井盖 楼下 园区 公区 水泵房
`
