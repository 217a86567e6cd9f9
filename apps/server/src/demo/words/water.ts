import { calm, even, pressing, rainy, summer } from './matter.ts'
import type { Matter } from './matter.ts'

export const water: readonly Matter[] = [
  {
    kind: 'repair',
    spots: ['dwelling'],
    team: 'engineering',
    weight: 60,
    season: even,
    hours: 'home',
    urgency: pressing,
    workHours: 3,
    visit: [
      '{resident}，{worker}{time}到您家，请先把水表后的总阀关上，地面的水用毛巾挡一下。',
      '已安排{worker}{time}上门，带角阀和软管过去，您家里留人就行。',
      '{resident}您好，{worker}在处理另一户，处理完就到您家，预计{time}到。',
    ],
    waits: [
      {
        reason: 'awaiting-parts',
        days: [1, 4],
        says: ['{resident}，这款阀芯库里没有，已订货，到货后{worker}马上联系您，先把这一路的水关住。'],
      },
      {
        reason: 'awaiting-resident',
        days: [1, 3],
        says: ['{resident}，{worker}上门时家里没人，请告诉我们您方便的时间，我们再来。'],
      },
    ],
    troubles: [
      {
        scene: 'sink',
        said: [
          '厨房水槽下面{漏水|一直滴水}，柜子里{全湿了|已经积水了}，麻烦{尽快|今天}来看一下。',
          '水槽下的软管{鼓了个包|接头渗水}，拿盆接着，{半天就满|不敢出门}。',
        ],
        done: [
          '换了 60 cm 不锈钢软管，开阀试水十分钟不漏，柜子里的水已擦干。',
          '重新缠生料带并拧紧接口，试水正常，提醒业主半年检查一次软管。',
        ],
        notes: ['到场查看，软管老化开裂，带的料够。'],
        back: [
          '今天早上又开始滴水了，柜子里垫的纸全湿了，接口应该没拧紧。',
          '同一个地方又漏，请换个师傅再来看看。',
        ],
      },
      {
        scene: 'drain',
        said: [
          '{主卫|次卫}马桶进水阀关不住，一直流水，{水表转得很快|晚上声音特别大}。',
          '马桶水箱一直哗哗响，{按钮按下去弹不起来|水位一直往上走}。',
        ],
        done: ['更换马桶进水阀，水位调好，水表不再空转，业主在场看过。'],
        notes: ['进水阀浮球卡住，换整套。'],
        back: ['马桶还是半夜自己上水，水表还在走，没有修好。'],
      },
      {
        scene: 'sink',
        said: [
          '洗手盆下面的角阀锈了，一拧就{渗水|往外喷水}，不敢动了，请师傅来换一个。',
          '入户水表后面的阀门关不严，想换水龙头都换不了，请帮忙看看。',
        ],
        done: [
          '更换角阀 1 个，开关二十次不渗；旧件交业主看过。',
          '表后阀换新，能关严了，材料费按公示价，业主签字。',
        ],
        notes: ['材料：角阀 1 个、生料带 1 卷，价格已事先说明。'],
        back: ['角阀底下又有一圈水印，应该还在渗。'],
      },
      {
        scene: 'sink',
        said: ['热水器进水管接口漏水，地上{一摊水|都是水}，我先把阀门关了。'],
        done: ['热水器进水接头换密封圈，通水加热一轮不渗。'],
        back: ['水一热又开始滴，冷的时候不滴。'],
      },
      {
        scene: 'sink',
        said: ['阳台洗衣机水龙头断了，总阀已经关上，现在家里{没法用水|一点水都没有}。'],
        done: ['取出断在墙里的丝头，换铜龙头，恢复供水，试压正常。'],
        notes: ['断丝在墙内，用反丝取出，没有砸墙。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['dwelling'],
    team: 'engineering',
    weight: 34,
    season: rainy,
    hours: 'home',
    urgency: pressing,
    workHours: 10,
    visit: [
      '{resident}，{worker}{time}先到您家，再上楼联系楼上业主一起查漏点。',
      '{worker}{time}带红外测湿仪过去，先请您把附近的插座断电。',
    ],
    troubles: [
      {
        scene: 'ceiling',
        said: [
          '{卫生间|厨房}天花板渗水，应该是楼上漏下来的，吊顶{已经发黄|都鼓起来了}。',
          '楼上漏水到我家{客厅|次卧}，墙皮都泡起来了，跟楼上说了{没人理|没人在家}。',
        ],
        done: [
          '查明是楼上地漏渗水，楼上业主已重做防水，闭水 24 小时不渗，吊顶已恢复。',
          '楼上软管破裂已换，两家协商由楼上承担修补费用，双方签字。',
        ],
        notes: [
          '楼上卫生间地漏与楼板交接处渗漏，楼上业主同意重做，已留书面约定。',
          '楼上家中无人，已电话联系，今晚回来开门。',
        ],
        back: ['楼上说修过了，可是我家天花板还在滴，明显没解决。'],
        waits: [
          {
            reason: 'awaiting-third-party',
            days: [2, 7],
            says: ['{resident}，楼上业主在外地，约好周末开门查漏，我们会盯着，先给您送来接水盆和防水布。'],
          },
          {
            reason: 'ownership-dispute',
            days: [2, 6],
            says: [
              '{resident}，漏点是楼上自用部分还是共用管道还没有定，我们约了双方一起看，这期间的时限照走。',
            ],
          },
        ],
      },
      {
        scene: 'wall',
        said: [
          '飘窗边上渗水，一下雨{墙角就湿一片|窗台就有水}，去年也报过一次。',
          '主卧外墙这面{返潮|发霉}很厉害，是不是外墙防水有问题？',
        ],
        done: ['外墙窗框打胶重新密封，淋水试验半小时不渗，内墙待干透后补腻子。'],
        notes: ['外墙窗框胶条老化，属共用部位，费用不由住户出。'],
        back: ['昨晚下雨又渗了，位置比上次还大，请重新查。', '打胶的地方又开了，墙角又湿了一片。'],
        waits: [
          {
            reason: 'weather',
            days: [2, 5],
            says: ['{resident}，外墙打胶要等墙面干透，天晴第一天就做，时间会提前告诉您。'],
          },
        ],
      },
      {
        scene: 'ceiling',
        said: ['阳台顶上滴水，楼上的地漏好像没做好防水，滴到晾的衣服上。'],
        done: ['疏通阳台雨水管，重新封堵管根，浇水试验正常。'],
        back: ['今天楼上一拖地又滴下来了。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['dwelling', 'shop'],
    team: 'engineering',
    weight: 40,
    season: even,
    hours: 'home',
    urgency: { normal: 55, urgent: 44, danger: 1 },
    workHours: 3,
    visit: [
      '{resident}，{worker}带疏通机{time}到，在这之前请先别用水，楼上我们也通知了。',
      '已通知同一立管的住户暂停排水，{worker}{time}上门疏通。',
    ],
    waits: [
      {
        reason: 'rescheduled',
        days: [1, 3],
        says: ['{resident}，按您说的改到{time}来，{worker}到之前会先打电话。'],
      },
    ],
    troubles: [
      {
        scene: 'drain',
        said: [
          '{厨房|卫生间}下水道堵了，{水都返上来了|水下不去}，味道很大。',
          '厨房油管堵了，应该是几户共用的立管，请带机器来通。',
        ],
        done: [
          '用机器从检修口疏通，掏出{一团油垢|装修残渣}，连续放水十分钟排水顺畅。',
          '立管已疏通，管口装了防臭芯，楼上楼下都试过水。',
        ],
        notes: ['立管油垢堵塞，通知上下住户停用水两小时。'],
        back: ['第二天又堵了，一点没通开。', '水是下去了，但是很慢，臭味还在。'],
      },
      {
        scene: 'drain',
        spots: ['dwelling'],
        said: ['马桶堵了，自己用皮搋子通了半天没用，家里只有一个卫生间，比较急。'],
        done: ['马桶疏通，掏出{一团湿巾|小孩的积木}，冲水三次顺畅，提醒湿巾不要冲马桶。'],
        notes: ['掏出湿巾和头发一团，已拍照给业主看。'],
        back: ['冲两次就满，还是不畅。'],
      },
      {
        scene: 'drain',
        spots: ['dwelling'],
        said: [
          '地漏往上返水，{楼上一冲水就冒|洗个澡水就漫到客厅}。',
          '阳台下水管堵了，洗衣机的水排不走，全流到{地板上|客厅里}。',
        ],
        done: ['疏通横管并更换破损的地漏芯，返水消除，地面已冲洗干净。'],
        back: ['今天楼上放水又冒上来了，味道很大。'],
      },
    ],
  },
  {
    kind: 'repair',
    spots: ['garage', 'stall'],
    team: 'engineering',
    weight: 16,
    season: rainy,
    hours: 'rush',
    urgency: pressing,
    workHours: 5,
    visit: ['{worker}{time}去车库看，先放接水桶和警示桩，{resident}可以先把车挪到旁边空位。'],
    troubles: [
      {
        scene: 'car',
        said: [
          '车位正上方的{管道|喷淋头}滴水，车顶上都是{水渍|白印子}，请处理。',
          '地库顶板漏水，水滴到车上洗不掉，已经第二次说了。',
        ],
        done: [
          '顶板装了不锈钢导流槽，水引到集水井，车位上方不再滴。',
          '喷淋支管法兰更换密封垫，恢复压力观察两小时不滴。',
        ],
        notes: ['伸缩缝渗漏，先装导流槽，雨季后做注浆。'],
        back: ['下雨天还是滴，导流槽装歪了，水从边上流下来。'],
        waits: [
          {
            reason: 'weather',
            days: [2, 6],
            says: ['注浆要等雨停、缝里干透才能做，先用导流槽把水引开，天晴后安排。'],
          },
        ],
      },
      {
        scene: 'ceiling',
        spots: ['garage'],
        said: ['车库{坡道口|B1 东侧}积水，开过去水花溅一身，排水沟是不是堵了。'],
        done: ['清理排水沟并试了集水井的泵，{自动启停正常|浮球已换新}，积水已排干。'],
        notes: ['排水沟被树叶堵住，已清。'],
        back: ['一场雨又积起来了，泵没有自己启动。'],
      },
    ],
  },
  {
    kind: 'enquiry',
    spots: ['nowhere', 'dwelling'],
    team: 'service',
    weight: 16,
    season: summer,
    hours: 'home',
    urgency: calm,
    workHours: 0.6,
    visit: ['{resident}，工程班正在水泵房查看，{time}前告诉您结果。'],
    troubles: [
      {
        said: ['家里水压突然{很小|不稳}，{洗澡都出不来热水|热水器打不着}，是停水还是泵坏了？'],
        done: ['水泵已切换到备用泵，水压恢复到 0.38 MPa，回电告知住户正常。'],
        back: ['晚上水压又没了，热水器还是打不着。'],
      },
      {
        said: ['水有点发黄，能不能喝？是不是刚洗过水箱？'],
        done: ['黄水是恢复供水时管壁铁锈，已在管井末端放水十五分钟，住户家里变清。'],
      },
      {
        said: ['停水通知说到下午五点，现在还没来水，大概几点恢复？'],
        done: ['已说明是市政抢修延时，18 时恢复；恢复后请先放水两分钟再用。'],
        notes: ['自来水公司热线确认：市政管网抢修，预计 18 时恢复。'],
      },
    ],
  },
]
