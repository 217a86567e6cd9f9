/** Water: what does not come, what comes where it should not, what does not go away, and how it looks and smells. */
export const water = `
water                | 用水问题       | Water                        | repair normal 7   | 水的问题 用水
water.out            | 停水           | No water                     | repair urgent 2   | 停水 没水 没有水 断水 水停了 无水 不来水 水没了 没自来水 不出水 没出水 挺水 水断了 水还没来 一滴水都没有 不供水
water.planned        | 停水时间       | When water stops or returns  | enquiry normal 2  | 什么时候来水 几点来水 何时来水 停水到几点 停水通知 还要停多久水 会停水吗 要停水吗 几点停水
water.pressure       | 水压低         | Low water pressure           | repair normal 7   | 水压 水流小 水很小 水太小 水小 出水小 水流很小 水流细 没压力
water.quality        | 水质异常       | Odd looking water            | repair urgent 3   | 水黄 水是黄的 黄水 浑水 水浑 水很浑 水质 水发黄 水有味 水里有沙 水发白 红虫 水有异味 铁锈水 自来水+@smelly 水变黄 水锈 水有杂质
water.hot            | 没有热水       | No hot water                 | repair normal 3   | 没热水 没有热水 热水不热 热水器+@broken 热水出不来 不出热水
water.meter          | 水表故障       | Water meter fault            | repair normal 14  | 水表+@broken 水表不走 水表空转 水表倒转 水表走得快 水表读数 水表看不清
water.pump           | 水泵故障       | Pump fault                   | repair urgent 3   | @pump+@broken @pump+@noisy @pump+@leaking @pump+震动
water.tank           | 水箱清洗       | Tank cleaning                | enquiry normal 30 | 水箱清洗 清洗水箱 水箱多久洗 水箱没洗
leak                 | 漏水           | Leak                         | repair normal 14  | @leaking
leak.pipe            | 水管漏水       | Leaking pipe                 | repair urgent 14  | @pipe+@leaking 爆水管+修 暗管漏
leak.burst           | 爆管           | Burst pipe                   | repair danger 2   | 爆管 水管爆 管子爆 @pipe+@burst 水管崩 水喷 喷得到处 水漫金山 家里淹了 淹了 水淹 水漫 自来水喷 爆水管 抱管
leak.tap             | 龙头漏水       | Dripping tap                 | repair normal 14  | @tap+@leaking @tap+@broken @tap+关不紧 @tap+拧不动 @tap+关不死
leak.ceiling         | 楼上或顶部漏水 | Leak from above              | repair urgent 14  | @ceiling+@leaking 楼上+@leaking 从楼上漏 天花板湿 吊顶湿 顶上漏 楼上漏 天花+发霉 楼上+水+流下来 楼上泡 吊顶+滴
leak.roof            | 屋面漏雨       | Roof leak                    | repair urgent 14  | 顶楼+@leaking 屋面+@leaking 楼顶+@leaking 屋顶+漏雨 漏雨 天台+@leaking 雨天漏 下雨就漏 一下雨+@leaking
leak.wall            | 墙面渗水       | Damp wall                    | repair normal 14  | @wall+@leaking 墙发霉 墙面发霉 墙壁发霉 墙湿 墙上+发霉 墙潮 @wall+洇 墙纸+发霉 墙纸+湿 墙+渗
leak.window          | 窗边渗水       | Leak at the window           | repair normal 14  | @window+@leaking 窗台渗 窗缝+水
leak.toilet          | 马桶漏水       | Leaking toilet               | repair normal 14  | @toilet+@leaking 马桶一直流 马桶+流水 水箱一直上水 马桶水箱 马桶底
leak.garage          | 车库漏水积水   | Water in the garage          | repair normal 14  | @garage+@leaking @garage+积水 @garage+有水 @garage+进水 @garage+全是水
leak.ac              | 空调滴水       | Dripping air conditioner     | repair normal 14  | 空调+@leaking 空调水 冷凝水 外机滴 外机+@leaking 空调+滴 冷凝管
leak.heating         | 暖气漏水       | Leaking heating              | repair urgent 7   | @radiator+@leaking @radiator+喷 @radiator+滴 放气阀+@leaking
leak.electric        | 水漏到电上     | Water on electricity         | repair danger 2   | @meterbox+@leaking @meterbox+进水 @socket+@leaking @socket+进水 灯+@leaking 漏到电箱 滴到插座 电箱+水 插座+水
leak.lift            | 电梯井进水     | Water in the lift            | repair urgent 3   | @lift+@leaking @lift+进水 @lift+积水 电梯井+水
drain                | 下水问题       | Drain                        | repair normal 7   | @drain+@broken
drain.blocked        | 下水堵塞       | Blocked drain                | repair urgent 7   | @drain+@blocked 下水堵 下不去水 厨房+@blocked 卫生间+@blocked 厕所+@blocked 阳台+@blocked 地漏+返 下水到 主管堵 水下不去
drain.toilet         | 马桶堵塞       | Blocked toilet               | repair urgent 3   | @toilet+@blocked 马桶堵 厕所堵 马桶冲不下 马桶下水慢 马桶+往上
drain.overflow       | 污水外溢       | Sewage overflow              | repair urgent 3   | 污水+溢 污水+外溢 化粪池+@blocked 化粪池+满 粪水 污水+流 污水井+@blocked 窨井+@blocked 污水横流 污水冒 井盖冒
drain.smell          | 下水道返味     | Drain smell                  | repair normal 14  | @drain+@smelly 卫生间+@smelly 厕所+@smelly 返味 返臭 反味 反臭 地漏返 串味
drain.flood          | 积水           | Standing water               | repair normal 7   | 积水 排水不畅 水坑 一下雨就积 雨水排不 内涝 雨水井 水排不走 没过脚
drain.rainpipe       | 雨水管损坏     | Broken rain pipe             | repair normal 14  | 雨水管 雨落管 落水管 屋檐水 雨水斗
`
