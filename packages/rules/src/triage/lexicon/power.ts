/** Power, light, gas, heating and air. */
export const power = `
power                | 用电问题       | Power                        | repair normal 7   | 用电 电路 线路+@broken 电线+@broken
power.out            | 停电           | No power                     | repair urgent 1   | 停电 没电 没有电 断电 跳电 电停了 全楼没电 不来电 电没了 挺电 家里黑了
power.planned        | 停电时间       | When power stops or returns  | enquiry normal 1  | 什么时候来电 几点来电 何时来电 停电到几点 停电通知 会停电吗 要停电吗 几点停电 什么时候送电
power.trip           | 跳闸           | Breaker trips                | repair urgent 3   | 跳闸 跳闸了 @breaker+跳 推不上 合不上闸 老跳 一开就跳 条闸 空开跳
power.socket         | 插座开关故障   | Socket or switch fault       | repair normal 14  | @socket+@broken @socket+没电 @socket+松 @socket+掉
power.spark          | 电器打火冒烟   | Sparks or smoke              | repair danger 1   | 打火花 冒火花 电火花 @meterbox+冒烟 @socket+冒烟 @socket+烧 @meterbox+烧 电线+烧 电线+冒烟 线路+烧 短路 糊味 烧焦 焦味 @socket+发烫 打火+电 火花
power.shock          | 触电漏电       | Electric shock               | repair danger 1   | 触电 漏电 电到人 被电 电了一下 麻手 带电 电人 麻一下 电击 露电
power.wire           | 电线外露       | Exposed wire                 | repair urgent 7   | 电线+掉 电线+裸露 电线外露 电线+露出 线+垂 线头露 飞线 电线拉 私拉电线 拉线充电 电线乱
power.meter          | 电表故障       | Electricity meter fault      | repair normal 14  | 电表+@broken 电表走得快 电表不走 电表+不准 电表空转
power.capacity       | 电量不够       | Supply too weak              | repair normal 14  | 电压低 电压不稳 电压 灯光变暗 用电容量 增容
light                | 照明故障       | Light out                    | repair normal 30  | @lamp+@dark @lamp+@broken 灯不亮 灯坏 灯一直闪 没灯 灯+闪
light.stairs         | 楼道灯不亮     | Stairway light out           | repair normal 30  | @stairs+@dark 楼道灯 声控灯 感应灯 楼梯+灯 走廊灯 楼道+灯 电梯厅+灯 大堂+灯 楼层灯
light.street         | 路灯不亮       | Street light out             | repair normal 30  | 路灯 草坪灯 庭院灯 小区里+@dark 园区+灯 路上+太黑 晚上+看不见路
light.garage         | 车库灯不亮     | Garage light out             | repair normal 30  | @garage+@dark @garage+灯 地库灯 车库灯
light.home           | 家里灯不亮     | Light at home                | repair normal 14  | 家里+灯 客厅+灯 卧室+灯 厨房+灯 卫生间+灯
light.always         | 灯长明浪费     | Lights left on               | suggestion normal 30 | 灯一直亮 长明灯 白天+灯+亮 灯整夜 大白天开灯 一直亮着 浪费电
light.glare          | 灯光扰民       | Light pollution              | complaint normal 30 | 灯太亮 晃眼 光污染 灯+刺眼 照进卧室 灯光扰民 霓虹
gas                  | 燃气问题       | Gas                          | repair normal 7   | 燃气+@broken 煤气+@broken 天然气+@broken 燃气表
gas.leak             | 燃气泄漏       | Gas leak                     | repair danger 1   | 燃气味 煤气味 天然气味 瓦斯味 燃气泄漏 煤气泄漏 漏气 燃气+漏 煤气+漏 天然气+漏 煤气+@smelly 燃气+@smelly 天然气+@smelly 臭鸡蛋味 楼气 燃气报警 煤气报警
gas.out              | 停气           | No gas                       | repair urgent 2   | 停气 没气 没燃气 没煤气 没天然气 灶打不着 断气 燃气停 没有燃气 没有天然气
gas.check            | 燃气安检开通   | Gas check or connection      | enquiry normal 30 | 燃气安检 开通燃气 开通+天然气 开通+燃气 通气 天然气开户 点火 燃气改造 燃气公司电话
heat                 | 暖气不热       | Heating not warm             | repair urgent 7   | @radiator+@cold 暖气+@broken 家里冷 屋里冷 屋里+度 室温 不供暖 没暖气 没有暖气 暖器不热 家里才 屋里才 停暖 暖气停
heat.noise           | 暖气有水声     | Noise in the heating         | repair normal 14  | @radiator+水声 @radiator+@noisy @radiator+气泡 放气 地暖管+哗哗 暖气+哗哗+响
heat.time            | 供暖时间       | When heating starts          | enquiry normal 30 | 什么时候供暖 几号供暖 供暖时间 什么时候来暖 何时供暖 什么时候试压 哪天供暖 几号停暖
heat.fee             | 供暖费         | Heating fee                  | enquiry normal 30 | 供暖费 取暖费 采暖费 暖气费 报停 停暖申请
air.exhaust          | 烟道排风问题   | Flue or extractor            | repair normal 30  | 烟道 油烟 排风扇 止逆阀 倒烟 油烟味 串烟 抽油烟 排烟
ac.unit              | 空调外机问题   | Air conditioner unit         | repair normal 30  | 外机+@noisy 空调外机 空调+@noisy 空调支架 外机+晃 空调机位 空调+不制冷
net                  | 网络电视信号   | Network or television        | repair normal 7   | 宽带 网络+@broken 没网 断网 wifi 网线 光纤 有线电视 没有信号 手机信号 信号差 网不好
`
