/** Lifts, doors and the building itself. */
export const building = `
lift                 | 电梯故障       | Lift fault                   | repair urgent 1   | @lift+@broken @lift+@stopped 电梯+坏 电梯停 电梯停运 电梯又 电梯+没修
lift.trapped         | 电梯困人       | Trapped in the lift          | repair danger 1   | 困人 困在电梯 被困 @lift+出不来 @lift+被关 卡在电梯 关在电梯 电梯卡里 @lift+困 困在里面 @lift+有人+里面 人在电梯里 昆人 困在轿厢 @lift+卡住+里面 @lift+卡+孩子 被锁在电梯
lift.fall            | 电梯下坠冲顶   | Lift dropped                 | repair danger 1   | @lift+下坠 @lift+坠 @lift+突然往下 @lift+掉下去 @lift+冲顶 @lift+急坠 @lift+失控 @lift+突然停 @lift+往下掉
lift.door            | 电梯门故障     | Lift door fault              | repair urgent 1   | 电梯门 @lift+夹人 @lift+关门 @lift+开门 @lift+门+@broken @lift+夹到 @lift+门
lift.noise           | 电梯异响抖动   | Lift noise or shaking        | repair urgent 7   | @lift+@noisy @lift+抖 @lift+晃 @lift+异响 @lift+颠
lift.level           | 电梯平层不准   | Lift stops off level         | repair urgent 3   | @lift+平层 @lift+差一截 @lift+不平 @lift+高出 @lift+台阶
lift.button          | 电梯按钮灯扇   | Lift buttons, light, fan     | repair normal 7   | @lift+按钮 @lift+按键 @lift+灯 @lift+风扇 @lift+空调 @lift+闷 @lift+显示屏 @lift+刷卡 @lift+梯控
lift.wait            | 电梯等太久     | Long wait for the lift       | complaint normal 7 | 等电梯 @lift+太慢 @lift+慢 @lift+等+分钟 @lift+高峰
lift.dirty           | 电梯脏         | Dirty lift                   | complaint normal 7 | @lift+@dirty @lift+@smelly @lift+广告 @lift+尿 @lift+小便 @lift+痰 @lift+抽烟
lift.inspect         | 电梯年检       | Lift inspection              | enquiry normal 30 | 电梯年检 电梯检验 维保合同 电梯维保 合格证过期 电梯+过期 电梯+大修 电梯+更换 换电梯
door.gate            | 单元门门禁故障 | Entrance door fault          | repair normal 14  | @gate+@broken @gate+@loose @gate+关 @gate+开着 @gate+不锁 @gate+锁 单元门坏 门进坏 闭门器 @gate+刷 @gate+按 @gate+拉手 @gate+@cracked
door.card            | 门禁卡权限     | Entry card                   | enquiry normal 30 | 门禁卡 门卡 办卡 补卡 开卡 配卡 刷不开 人脸识别 录人脸 门禁权限 蓝牙开门 人脸+录 卡丢了 扫脸 门禁+录入 开门密码
door.intercom        | 对讲故障       | Intercom fault               | repair normal 14  | @intercom+@broken @intercom+@nosignal 对讲+听 可视+@broken
door.fire            | 防火门故障     | Fire door fault              | repair urgent 14  | 防火门 消防门 安全门 安全出口+锁 消防通道门
door.home            | 入户门锁故障   | Home door or lock            | repair normal 14  | @homedoor+@broken @lock+@broken 锁芯 门锁坏 锁打不开 钥匙断 反锁 门打不开 换锁 @homedoor+关不
door.locked          | 锁在门外或屋内 | Locked out or in             | repair urgent 1   | 锁在门外 锁在外面 忘带钥匙 忘记带钥匙 钥匙丢了 孩子锁在 锁在家里 反锁在 进不去家 钥匙落
wall.facade          | 外墙脱落       | Falling facade               | repair danger 14  | 外墙+@loose 外墙砖 外墙+掉 墙砖+掉 瓷砖+掉+楼下 外立面+掉 保温层+掉 外墙皮+掉 墙皮掉+砸 外墙脱落 外墙+鼓
wall.crack           | 墙体开裂       | Cracked wall                 | repair normal 30  | @wall+@cracked 墙裂 墙缝
wall.paint           | 墙面脱落污损   | Peeling or soiled wall       | repair normal 30  | @wall+@loose 掉墙皮 墙皮 楼道墙皮 墙皮掉了 墙面脏 墙+黑手印 乱涂乱画 墙面+脏 粉刷 刷墙 小广告 牛皮癣 起皮
wall.tile            | 地砖墙砖空鼓   | Loose tiles                  | repair normal 30  | 地砖+@loose 瓷砖+@loose 地砖空鼓 瓷砖空鼓 地板+翘 瓷砖+@cracked 地砖+@cracked
roof                 | 屋面设施损坏   | Roof damage                  | repair normal 14  | 天台+@broken 楼顶+@broken 隔热层 女儿墙 天台门 楼顶+杂物 避雷
window               | 窗户故障       | Window fault                 | repair normal 14  | @window+@broken @window+@cracked 纱窗破 @window+@loose @window+推不动 @window+漏风 @window+关不 @window+把手 玻璃+@cracked 玻璃破 玻璃碎
window.risk          | 窗户要掉落     | Window about to fall         | repair danger 3   | @window+要掉 @window+快掉 @window+掉下 玻璃+要掉 玻璃+掉下 窗扇+掉 窗扇+松
rail                 | 栏杆护栏损坏   | Broken rail                  | repair urgent 14  | 护栏 扶手+@broken 扶手+@loose 扶手+@cracked 栏杆+@loose 楼梯扶手 围栏 围墙 铁栏杆 阳台栏杆
floor.settle         | 地面塌陷       | Ground sinking               | repair urgent 14  | 塌陷 下沉 沉降 地陷 路塌 地面+@cracked
mailbox              | 信报箱         | Letter boxes                 | repair normal 30  | 信箱 信报箱 邮箱+@broken 快递柜 丰巢 快递架
defect               | 房屋质量遗留   | Building defect              | complaint normal 30 | 质量问题 交房 开发商 偷工减料 豆腐渣 保修期 质保 遗留问题 验房 施工质量
deco                 | 装修管理       | Renovation rules             | enquiry normal 30 | 装修手续 装修申请 装修押金 装修保证金 装修时间 装修需要 装修垃圾费 办装修 装修+手续 装修+押金 装修+时间 装修证 装修许可 装修规定 装潢
deco.illegal         | 违规装修违建   | Illegal building work        | complaint urgent 14 | 砸墙 拆墙 承重墙 违建 违章搭建 私搭乱建 加盖 封阳台 占用天台 改水管 破坏结构 阳光房 违规装修 私自改 搭棚
deco.waste           | 装修垃圾       | Renovation waste             | complaint normal 7 | 装修垃圾 建筑垃圾 装修+垃圾 沙子水泥 大件垃圾 旧家具
`
