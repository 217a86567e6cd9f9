import { Button } from '../button/button.tsx'
import { HowComputed } from '../figure/how-computed.tsx'
import { Money } from '../money/money.tsx'
import { PersonChip } from '../person/person-chip.tsx'
import { Skeleton } from '../state/skeleton.tsx'
import { StatePanel, panelStates } from '../state/state-panel.tsx'
import { useT } from '../language.tsx'
import { Tag } from '../tag/tag.tsx'
import { Part, useSay } from './part.tsx'

export const MoneyPage = () => {
  const say = useSay()
  const lines: [string, bigint][] = [
    [say('物业服务费', 'Property service'), 21_002n],
    [say('公摊电费（楼内）', 'Shared electricity'), 4618n],
    [say('自来水（代收）', 'Water, collected for the utility'), 6242n],
    [say('上月多收退回', 'Refund of last month'), -1840n],
    [say('维修资金余额', 'Maintenance fund balance'), 1_234_567_890_12n],
  ]
  return (
    <>
      <Part title={say('一笔钱', 'One amount')}>
        <Money fen={31_862n} large />
      </Part>
      <Part title={say('一列钱，数字对齐', 'A column of amounts, digits aligned')}>
        <ul className="gallery-lines" style={{ maxWidth: 420 }}>
          {lines.map(([label, fen]) => (
            <li key={label}>
              {label} <Money fen={fen} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={say('与上月相比', 'Against last month')}>
        <div className="gallery-row">
          <Money fen={1840} signed />
          <Money fen={-235} signed />
          <Money fen={0} signed />
        </div>
      </Part>
    </>
  )
}

export const PersonPage = () => {
  const say = useSay()
  const t = useT()
  const name = say('王女士', 'Ms Wang')
  const role = <Tag tone="info">{t('role.owner')}</Tag>
  return (
    <>
      <Part title={say('号码先遮住，说明用途才显示', 'Masked until a purpose is given')}>
        <PersonChip
          name={name}
          phone="138****6207"
          role={role}
          onReveal={async () => ({ phone: '13800006207', hideAfterSeconds: 30 })}
        />
      </Part>
      <Part title={say('没能取到', 'Could not be fetched')}>
        <PersonChip
          name={name}
          phone="138****6207"
          role={role}
          onReveal={() => Promise.reject(new Error('sample'))}
        />
      </Part>
      <Part title={say('没有权限', 'Without permission')}>
        <PersonChip
          name={say('陈先生', 'Mr Chen')}
          phone="139****0218"
          role={<Tag tone="info">{t('role.tenant')}</Tag>}
        />
      </Part>
      <Part title={say('没有登记电话', 'No phone on record')}>
        <PersonChip
          name={say('欧阳晓静', 'Ouyang Xiaojing')}
          phone={null}
          role={<Tag tone="info">{t('role.family')}</Tag>}
        />
      </Part>
    </>
  )
}

export const FigurePage = () => {
  const say = useSay()
  return (
    <>
      <Part title={say('点开数字看算法', 'Press a figure to see how it was computed')}>
        <div className="gallery-row" style={{ fontSize: 'var(--zg-text-xl)', fontWeight: 600 }}>
          <HowComputed
            label={say('11 月按时办结率', 'Resolved in time, November')}
            formula={say('按时办结 ÷ 到期应办结', 'resolved in time ÷ due to be resolved')}
            terms={[
              { label: say('按时办结', 'Resolved in time'), value: 253 },
              { label: say('到期应办结', 'Due to be resolved'), value: 268, part: 'denominator' },
              { label: say('已合并、不予受理', 'Merged or declined'), value: 11, part: 'excluded' },
            ]}
            basis={say('物业服务合同第 12 条', 'service contract, article 12')}
            asOf={say('今天 16:00', '16:00 today')}
            rows={{ count: 268, onOpen: () => undefined }}
          >
            94.4%
          </HowComputed>
          <HowComputed
            label={say('守诺率', 'Promises kept')}
            formula={say('按时兑现 ÷ 到期承诺', 'kept in time ÷ promises due')}
            terms={[
              { label: say('按时兑现', 'Kept in time'), value: 0 },
              { label: say('到期承诺', 'Promises due'), value: 0, part: 'denominator' },
            ]}
          >
            {say('暂无可算', 'nothing due yet')}
          </HowComputed>
        </div>
      </Part>
    </>
  )
}

const retry = () => undefined

export const StatesPage = () => {
  const say = useSay()
  return (
    <>
      <Part title={say('代替内容出现的', 'In place of content')} bare>
        <div className="gallery-grid">
          {panelStates.map((state) => (
            <div key={state} className="gallery-sheet">
              <StatePanel
                state={state}
                {...(state === 'failed' || state === 'offline' ? { onRetry: retry } : {})}
              />
            </div>
          ))}
          <div className="gallery-sheet">
            <StatePanel
              state="empty"
              small
              title={say('没有待您处理的工单', 'No case waits for you')}
              text={say('本组还有 31 件，可以帮一把。', 'Your team has 31 more; you could lend a hand.')}
              action={<Button small>{say('看本组', 'See the team’s')}</Button>}
            />
          </div>
        </div>
      </Part>
      <Part title={say('正在加载', 'Loading')} bare>
        <div className="gallery-grid">
          <div className="gallery-sheet">
            <Skeleton />
          </div>
          <Skeleton shape="card" />
          <div className="gallery-sheet">
            <Skeleton shape="text" rows={3} />
          </div>
        </div>
      </Part>
    </>
  )
}
