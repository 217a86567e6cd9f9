/** Cleaning, greenery, roads, parking and what moves about. */
export const grounds = `
clean                | 卫生差         | Poor cleaning                | complaint normal 7 | 卫生差 卫生太差 打扫不干净 没人打扫 没打扫 卫生状况 脏乱差 到处都脏 环境差 脏死
clean.stairs         | 楼道脏         | Dirty stairs                 | complaint normal 7 | @stairs+@dirty 楼道+卫生 楼梯+打扫 楼道+垃圾 楼道+@smelly 楼道+尿 楼道+没拖 @stairs+扫
clean.waste          | 垃圾未清运     | Waste not collected          | complaint normal 7 | @bin+@full 垃圾+没收 垃圾没人 垃圾桶+满 垃圾堆 垃圾+@smelly 垃圾清运 垃圾+几天
clean.sorting        | 垃圾分类投放   | Waste sorting                | enquiry normal 30 | 垃圾分类 投放时间 分类垃圾 厨余 大件垃圾+放 几点扔垃圾 垃圾+扔哪 撤桶
clean.litter         | 乱扔垃圾       | Littering                    | complaint normal 7 | 乱扔垃圾 乱丢垃圾 扔垃圾+门口 垃圾+门口 烟头 随地大小便 随地吐痰 乱扔 纸屑
clean.garage         | 车库脏         | Dirty garage                 | complaint normal 7 | @garage+@dirty @garage+卫生 @garage+垃圾 @garage+@smelly
clean.toilet         | 公共厕所脏     | Dirty public toilet          | complaint normal 7 | 公厕 公共厕所 公共卫生间
clean.snow           | 积雪结冰       | Snow and ice                 | repair urgent 2   | 积雪 结冰 扫雪 路滑 冰面 除雪 铲雪
pest                 | 虫鼠害         | Pests                        | repair normal 14  | @pest 灭鼠 灭蟑 消杀 除虫 打药+虫 杀虫
pest.hive            | 马蜂窝         | Wasp nest                    | repair urgent 7   | 马蜂窝 马蜂 蜂窝 @window+马蜂 有+马蜂窝 黄蜂
green                | 绿化养护       | Greenery                     | complaint normal 30 | @lawn+枯 @lawn+死 草+长 没修剪 修剪 浇水+花 杂草 绿化差 绿化+没人 枯萎 秃了 补种 绿化+@dirty
green.block          | 树枝遮挡       | Branches in the way          | repair normal 30  | 树+挡 树枝+挡 树+遮 树枝+伸 树+采光 树枝+刮 树+太高 树+窗户
green.fall           | 树木倒伏       | Fallen tree                  | repair danger 3   | 树倒 树+要倒 树枝+断 大树+倒 树+砸 树枝+掉 树枝断 树+快倒 树歪
green.spray          | 打药通知       | Spraying                     | enquiry normal 14 | 打药 喷药 农药 喷洒
green.occupy         | 占绿毁绿       | Greenery taken over          | complaint normal 30 | 种菜 毁绿 占绿 绿地+停车 踩草坪 绿化带+停 草坪+停车 圈地 绿地+占
road                 | 路面破损       | Broken paving                | repair normal 30  | @road+@cracked @road+@loose 坑洼 路不平 路+坑 地砖+翘 绊倒 绊脚 路烂 减速带
road.manhole         | 井盖缺损       | Manhole cover                | repair danger 3   | 井盖+没 井盖+丢 井盖+@broken 井盖+@cracked 井盖+@loose 没有井盖 井盖+掉 窨井盖 井盖+不见 井盖+响 经盖
road.slippery        | 地面湿滑       | Slippery floor               | repair urgent 7   | 湿滑 滑倒 滑了一跤 太滑 摔了 摔跤 摔倒 青苔
road.ramp            | 无障碍坡道     | Ramp                         | suggestion normal 30 | 坡道 无障碍 轮椅 婴儿车+台阶 轮椅+台阶
play                 | 健身儿童设施坏 | Play or fitness equipment    | repair normal 30  | @fitness+@broken @fitness+@loose @fitness+@cracked 健身器材 儿童乐园+@broken @fitness+生锈 乒乓球台 篮球架 篮球场
bench                | 座椅凉亭损坏   | Benches                      | repair normal 30  | 长椅 座椅 凉亭 石凳 休息椅 椅子+@broken
fountain             | 水景喷泉       | Pond or fountain             | repair normal 30  | 喷泉 水景 池塘 人工湖 景观湖 景观池 泳池 游泳池
parking              | 停车问题       | Parking                      | complaint normal 14 | 停车难 没车位 没地方停 停车乱 停车位+不够 停车+问题 停车不方便
parking.taken        | 车位被占       | Stall taken                  | complaint normal 1 | @stall+占 @stall+被 占我车位 占用车位 占了我的车位 我的车位+停 车卫被占 抢车位 固定车位 @stall+外来车 私家车位+停
parking.block        | 堵车挡路       | Blocked by a car             | complaint urgent 1 | 堵住 挡住+车 挡我车 挪车 出不去 堵门口 车+堵 车堵 移车 堵着+车 挡住出口 出不来车
parking.random       | 乱停车         | Careless parking             | complaint normal 7 | 乱停 违停 乱停乱放 停在路中间 停在人行道 堵路口 停车乱 僵尸车 停在楼下 停在门口
parking.firelane     | 占用消防通道   | Fire lane blocked            | complaint urgent 2 | 消防通道 消防车道 生命通道 逃生通道 消防登高 疏散通道
parking.rent         | 车位租售       | Renting a stall              | enquiry normal 30 | 租车位 车位租 买车位 车位出租 车位出售 车位怎么租 月租车 办月卡 车位转让 车位价格 续租 车位+月租 租个车位 月卡
parking.fee          | 停车收费       | Parking fee                  | enquiry normal 30 | 停车费 停车收费 临停 停车+收费 停车+多少钱 车位管理费 车位费 停车票
parking.visitor      | 访客车辆       | Visitor cars                 | enquiry normal 14 | 访客车 来访车辆 亲戚+车 朋友+车 外来车辆 访客停车 外来车 预约车辆
barrier              | 道闸故障       | Barrier fault                | repair urgent 3   | @barrier+@broken @barrier+不抬 @barrier+不开 @barrier+不识别 @barrier+砸 @barrier+识别 抬杆慢 @barrier+不起 @barrier+落下
barrier.plate        | 车牌登记       | Plate registration           | enquiry normal 14 | 录车牌 换车牌 车牌登记 登记车牌 改车牌 新车牌 车牌录入 录入车牌 车牌+录 新车+登记 车牌+登记 车牌+改 车牌+换
charge               | 充电桩         | Chargers                     | repair normal 14  | 充电桩+@broken 充电+@broken 充不上电 充电桩坏 扫码+充电 充不进电 充电口 充电桩
charge.install       | 装充电桩       | Installing a charger         | enquiry normal 30 | 装充电桩 安装充电桩 申请充电桩 充电桩+安装 充电桩+证明 充电桩+盖章 自用充电桩 增加充电桩 多装+充电 充电桩太少
ebike.upstairs       | 电动车进楼     | E-bikes indoors              | complaint urgent 7 | @ebike+上楼 @ebike+进电梯 @ebike+楼道 @ebike+家里充 @ebike+推进 @ebike+门口充 @ebike+楼里 电平车上楼 @ebike+电梯 @ebike+充电 @ebike+大堂 飞线充电
ebike.park           | 电动车停放     | E-bike parking               | complaint normal 14 | @ebike+停 @ebike+乱 车棚 自行车棚 非机动车 共享单车 单车+乱 自行车
theft                | 失窃           | Theft                        | complaint urgent 14 | 被偷 偷了 @ebike+被偷 @ebike+偷 车+被偷 快递+被偷 失窃 小偷 丢了+车 丢东西 撬 被盗 快递丢 快递不见 电瓶被 入室 偷快递 偷走
lost                 | 寻物招领       | Lost and found               | enquiry normal 14 | 捡到 丢了个 丢了一 失物 招领 遗失 找不到+包 落在 走丢 走失
vehicle.scratch      | 车辆被刮       | Damaged car                  | complaint normal 14 | 车被刮 车+被刮 被划 车+划 车被砸 被蹭 刮蹭 车+剐 车漆 撞了我的车 车被撞
`
