/** Neighbours, noise, safety, staff, money, papers and life together. */
export const conduct = `
noise                | 噪音扰民       | Noise                        | complaint normal 7 | @noisy 扰民 睡不着 睡不好 没法睡
noise.night          | 夜间噪音       | Noise at night               | complaint urgent 7 | 半夜+@noisy 凌晨+@noisy 晚上+@noisy 深夜+@noisy 夜里+@noisy 十二点+@noisy 半夜+扰民 夜间施工 半夜+吵 大半夜
noise.deco           | 装修噪音       | Renovation noise             | complaint normal 7 | 装修+@noisy 装修+吵 电钻 电锤 装修+扰民 装修+周末 装修+中午 敲墙 装修+声音 施工+@noisy 施工+扰民 打孔 切割
noise.upstairs       | 楼上楼下噪音   | Noise from neighbours        | complaint normal 7 | 楼上+@noisy 楼下+@noisy 邻居+@noisy 隔壁+@noisy 楼上+跺脚 楼上+跑 拖椅子 拖桌子 弹钢琴 楼上+跳 隔壁+吵 拍皮球 楼上+走路
noise.dance          | 广场舞音响     | Square dancing               | complaint normal 7 | 广场舞 跳舞 音响 大喇叭 唱歌 ktv k歌 乐器 敲锣
noise.shop           | 商户油烟噪音   | Shops                        | complaint normal 14 | 商铺+@noisy 底商 饭店+油烟 烧烤 楼下饭店 楼下商铺 商户+油烟 饭馆 餐馆 麻将馆 商铺+油烟 店+油烟
noise.machine        | 设备噪音       | Machine noise                | complaint normal 14 | 水泵+@noisy 变压器+@noisy 风机+@noisy 机房+@noisy 低频 配电房+@noisy 设备房+@noisy 换热站
pet                  | 宠物扰民       | Pets                         | complaint normal 14 | @pet+扰民 不牵绳 没牵绳 狗叫 狗+叫 狗屎 狗粪 狗便 遛狗 养狗 @pet+拉 犬吠 狗+不拴 猫叫 喂猫 流浪猫 流浪狗 鸡叫 养鸡 @pet+尿
pet.bite             | 狗咬人         | Dog bite                     | complaint danger 7 | 狗咬 被狗 咬人 咬伤 扑人 大型犬 烈性犬 恶犬 狗+扑 猫抓伤
smoke.public         | 公共处吸烟     | Smoking in public            | complaint normal 7 | 抽烟 吸烟 二手烟 烟味
throw                | 高空抛物       | Things thrown from above     | complaint danger 7 | 高空抛物 从楼上扔 楼上扔 楼上+扔 往下扔 高空坠物 扔下来 抛物 楼上+掉东西 楼上+倒水 往楼下倒 扔烟头
clutter              | 楼道堆物       | Clutter in the stairs        | complaint normal 7 | @stairs+@piled 楼道+杂物 楼道堆 门口+堆 公共区域+堆 鞋柜+楼道 占用公共 纸箱+楼道 公共区域+占 堆杂物 过道+鞋柜 楼道+鞋柜 废品
quarrel              | 邻里纠纷       | Quarrel                      | complaint normal 7 | 邻居+吵架 邻里纠纷 邻居+骂 调解 邻居矛盾 邻居+纠纷 邻居+威胁
rental.group         | 群租短租       | Crowded or short letting     | complaint normal 14 | 群租 日租 民宿 二房东 住了+十几 隔断房 合租+多人 出租+人多 短租
business.home        | 住改商         | Business in a flat           | complaint normal 14 | 住改商 居民楼+开 家里+开店 办公司 住宅+办班 居民楼+麻将 居民楼+美容
fire                 | 着火           | Fire                         | repair danger 1   | 着火 起火 火灾 失火 冒烟 烧起来 烟很大 浓烟 着货 有火 火警 起烟 大火 冒浓烟
fire.equipment       | 消防设施问题   | Fire equipment               | repair urgent 14  | 灭火器 消防栓 消火栓 烟感 喷淋 消防设施 消防器材 消防水带 应急灯 疏散指示 消防报警 消防水压 烟雾报警 消防栓+@broken 消防箱
fire.alarm           | 火警误响       | Alarm sounding               | repair urgent 1   | 警报响 报警器响 报警+一直响 警铃 消防广播 误报 警报+响 报警器+响 报警+响
fire.charge          | 堆放易燃物     | Burning or flammable things  | complaint urgent 7 | 易燃 烧纸 烧香 放鞭炮 放烟花 煤气罐 液化气 汽油 孔明灯 焚烧 烧东西
hurt                 | 有人受伤       | Somebody hurt                | repair danger 1   | 受伤 流血 砸到人 砸伤 摔伤 晕倒 昏迷 骨折 老人摔 倒地 烫伤 伤到 割伤 救命 掉进 夹到手 夹伤 昏倒 急救 叫救护车 砸了人
fight                | 打架闹事       | Fight                        | complaint danger 1 | 打架 打人 动手 持刀 闹事 打起来 行凶 砸门 尾随 骚扰 跟踪 跳楼 轻生 想不开
stranger             | 陌生人推销     | Strangers and salesmen       | complaint normal 7 | 陌生人 推销 可疑 外来人员 发传单 敲门+推销 贴广告 塞小卡片 收废品的 闲杂人员 外卖+随便进 踩点
camera               | 监控问题       | Cameras                      | repair normal 14  | @camera+@broken 监控+黑 装监控 摄像头+对着 监控死角 没有监控 监控坏 没监控 摄像头+歪
camera.view          | 调看监控       | Seeing a recording           | enquiry normal 7  | 查监控 看监控 调监控 调取监控 查看监控 监控录像 看一下监控 调录像 调下监控
guard                | 门岗秩序松懈   | Lax guards                   | complaint normal 7 | @guard+@rude @guard+睡觉 @guard+玩手机 @guard+不管 @guard+没人 @guard+不登记 @guard+不在 谁都能进 没人巡逻 随便进出 @guard+脱岗 @guard+不问
staff.rude           | 服务态度差     | Rude staff                   | complaint normal 7 | @desk+@rude @cleaner+@rude 态度差 态度恶劣 态度不好 说话难听 爱理不理 挂电话 服务态度
staff.ignored        | 反映无人处理   | Nobody acted                 | complaint urgent 7 | @ignored 反映多次 反映了好几次 说了好多次 报了好几次 反应了 投诉无门 催了 跟你们说了 打了几次电话 说过多少次 三番五次 报修+没人 还没来 迟迟 拖了
staff.late           | 师傅未按时到   | Worker did not come          | complaint normal 3 | 没来 师傅+没来 约好+没来 放鸽子 等了一下午 等了一天 没人上门 约了+不来 师傅+几点 说好+来
staff.quality        | 维修没修好     | Repair did not hold          | complaint normal 7 | 没修好 又坏了 修了又 修完又 没弄好 修得 越修越 返工 修了没用 还是坏 又漏了 刚修
staff.phone          | 电话打不通     | Phone not answered           | complaint normal 3 | 电话打不通 电话没人接 不接电话 占线 客服电话+打不 打电话+没人 总机 电话一直
staff.praise         | 表扬员工       | Praise for staff             | praise normal 30  | 表扬 锦旗 点赞 感谢 谢谢 态度好 服务好 很负责 热心 好评 辛苦了 尽职 拾金不昧 很满意 太感谢 及时赶到 认真负责 暖心 给力
fee                  | 物业费         | Property fee                 | enquiry normal 30 | 物业费 管理费 物业管理费 物业服务费 无业费
fee.wrong            | 费用有误       | Wrong charge                 | complaint normal 14 | 费+@wrong 费+不合理 公摊电费+不合理 账单+@wrong 乱收费 多收了 收费不合理 收费+不合理 扣了两次 重复扣 收费+高 水费+高 电费+高 乱收 多扣了 少算
fee.pay              | 缴费方式       | How to pay                   | enquiry normal 30 | 怎么交 怎么缴 在哪交 缴费 交费 交物业费 代扣 微信缴 扫码交 缴纳 交水费 充值 怎么付
fee.invoice          | 开发票         | Invoice                      | enquiry normal 14 | 发票 收据 票据 开票 抬头 明细单
fee.rise             | 涨价           | Price rise                   | complaint normal 30 | 涨价 涨物业费 物业费涨 涨了+费 涨停车费 提价 调价 上涨
fee.discount         | 减免空置费     | Discount or empty home       | enquiry normal 30 | 空置费 没入住 空置+打折 减免 优惠 打折 空房 没住+物业费
fee.arrears          | 催费欠费       | Arrears                      | enquiry normal 30 | 欠费 催费 催缴 滞纳金 违约金 欠了+费 欠物业费 断水断电
fee.utility          | 水电费         | Utility charge               | enquiry normal 14 | 水费 电费 燃气费 公摊 公摊电费 公摊水费 分摊 抄表 阶梯水价 阶梯电价 水电费
fee.open             | 公开账目       | Publish the accounts         | complaint normal 30 | 公示 公共收益 广告收入 账目 收支 电梯广告费 账+公开 钱去哪 财务公开 停车费收入 收入+公示 明细+公开
fund                 | 维修资金       | Maintenance fund             | enquiry normal 30 | 维修资金 维修基金 大修基金 公共维修 动用资金
committee            | 业委会         | Owners' committee            | enquiry normal 30 | 业委会 业主委员会 业主大会 换届 筹备组 成立业委会 业主代表
vote                 | 业主表决       | Owners' vote                 | enquiry normal 30 | 投票 表决 征求意见 表决票 计票 选票 签字同意
contract             | 物业更换合同   | Contract and company         | complaint normal 30 | 换物业 更换物业 物业合同 解聘 续聘 物业撤场 服务合同 不称职 服务标准
move                 | 搬家放行       | Moving                       | enquiry normal 14 | 搬家 放行条 出门条 搬东西 搬运 搬进 搬出 家具+进场
hand                 | 入住手续       | Moving in papers             | enquiry normal 30 | 入住手续 收房 交房时间 领钥匙 入伙 办理入住 过户 房产证 产权证 不动产证
paper                | 开证明盖章     | Certificates and stamps      | enquiry normal 14 | 开证明 居住证明 盖章 居住证 办证 落户 证明+物业 租房备案 租赁备案 居委会
tenant               | 租户登记       | Tenant registration          | enquiry normal 30 | 租客登记 租户登记 房子出租 出租+登记 租客+门禁 换租客 新租客 租户+信息 房屋出租
contact              | 联系信息变更   | Changed contact              | enquiry normal 30 | 换手机号 改手机号 电话变更 更改电话 绑定手机 修改信息 绑定房屋 账号 登录不上 绑定 手机号换了
hours                | 上班与联系方式 | Office hours and numbers     | enquiry normal 30 | 几点上班 几点下班 上班时间 值班电话 电话多少 联系方式 办公时间 周末上班 前台电话 物业电话 管家电话 报修电话 几点关门
service.home         | 有偿入户服务   | Paid home service            | enquiry normal 30 | 家政 保洁上门 擦玻璃 疏通+多少钱 上门费 收费标准 维修+收费 换灯泡 搬重物 上门+多少钱 代收 清洗空调 换纱窗 修+多少钱
activity             | 社区活动       | Community life               | enquiry normal 30 | 活动报名 社区活动 中秋活动 春节活动 文化活动 活动室 图书室 报名 老年活动 义诊 便民 亲子活动 暑期 举办
facility.add         | 增设设施       | New facility                 | suggestion normal 30 | 增设 加装 多装 建议装 增加 新建 多放几个 设置+休息 加个 装个 建个 添置 多设 加几 安装一 配个
rule                 | 管理制度建议   | Better rules                 | suggestion normal 30 | 建议 希望能 改进 改善 优化 能不能考虑 应该规定 最好能 提议 可以考虑 规范一下
notice               | 通知公告问题   | Notices                      | complaint normal 14 | 没通知 没有通知 不提前通知 通知+晚 公告栏 没收到通知 通知不到位 不公告
care                 | 老人关怀       | Care for elderly people      | suggestion normal 30 | 独居老人 孤寡 老人+照顾 关爱老人 送餐 老人+没人管 敬老
parcel               | 快递外卖       | Parcels and deliveries       | complaint normal 7 | 快递+@broken 快递员 外卖员 外卖 快递+乱 快递放 快递+上门 快递进不来 驿站
swim                 | 会所泳池       | Clubhouse                    | enquiry normal 30 | 会所 游泳 健身房 羽毛球 儿童活动室 预约场地 球场 借用场地
school               | 学区配套       | Schools and district         | enquiry normal 60 | 学区 幼儿园 入学 公交 地铁 菜场 配套
privacy              | 个人信息泄露   | Personal data                | complaint urgent 30 | 泄露 个人信息 骚扰电话 信息被卖 隐私 谁看了
epidemic             | 消毒防疫       | Disinfection                 | enquiry normal 14 | 消毒 防疫 疫情 核酸
construction         | 外部施工       | Works nearby                 | complaint normal 14 | 工地 施工队 修路 市政施工 挖沟 挖路 扬尘 尘土
`
