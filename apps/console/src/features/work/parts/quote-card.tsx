import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { CaseView, CaseWorkView, QuoteView } from '@zhanggui/contract'
import { formatMoney } from '@zhanggui/messages'
import { Tag } from '@zhanggui/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../../../shared/api.ts'
import { decimalText, readDecimal } from '../../../shared/decimal.ts'
import { useSay } from '../../../shared/say.tsx'
import { useTimes } from '../../../shared/session.tsx'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useWorkAct } from '../data.ts'

/** What paid work on a case costs, whether the resident agreed, and the next version of it. */
export function QuoteCard({ view, work }: { view: CaseView; work: CaseWorkView }) {
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const newest = work.quotes[0]
  if (!newest && !work.mayQuote) return null
  return (
    <div className="work-line quote">
      {newest && <QuoteLines quote={newest} />}
      {work.quotes.length > 1 && (
        <details className="small">
          <summary>{say('desk.quote.past', { count: work.quotes.length - 1 })}</summary>
          {work.quotes.slice(1).map((it) => (
            <QuoteLines key={it.id} quote={it} />
          ))}
        </details>
      )}
      {work.mayQuote && !editing && (
        <div className="work-new">
          <Button onClick={() => setEditing(true)}>
            {say(newest ? 'desk.quote.change' : 'desk.quote.make')}
          </Button>
        </div>
      )}
      {editing && <QuoteForm view={view} newest={newest} onClose={() => setEditing(false)} />}
    </div>
  )
}

function QuoteLines({ quote }: { quote: QuoteView }) {
  const say = useSay()
  const times = useTimes()
  const { answer } = quote
  const state = quote.lines.length === 0 ? 'withdrawn' : (answer?.answer ?? 'waiting')
  return (
    <div className="quote-version">
      <div className="work-line-head">
        <b>{say('desk.quote.version', { version: quote.version })}</b>
        <Tag quiet={state !== 'waiting'}>{say(`desk.quote.state.${state}`)}</Tag>
        <span className="muted small">
          {quote.madeBy} · {times.when(quote.madeAt)}
        </span>
      </div>
      {quote.lines.length > 0 && (
        <table className="quote-table">
          <thead>
            <tr>
              <th>{say('desk.quote.item')}</th>
              <th>{say('desk.work.quantity')}</th>
              <th>{say('desk.quote.price')}</th>
              <th>{say('desk.quote.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {quote.lines.map((line, index) => (
              <tr key={index}>
                <td>
                  {line.item}
                  {line.basis !== '' && <span className="muted small"> {line.basis}</span>}
                </td>
                <td>
                  {decimalText(line.quantity)} {line.unit}
                </td>
                <td>{formatMoney(line.unitPrice)}</td>
                <td>{formatMoney(line.amount)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>{say('desk.quote.total')}</td>
              <td>{formatMoney(quote.total)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {answer && (
        <p className="small">
          {say(`desk.quote.said.${answer.answer}`, { name: answer.name, when: times.when(answer.at) })}
          {answer.reason && ` ${answer.reason}`}
        </p>
      )}
    </div>
  )
}

type Draft = { item: string; quantity: string; unit: string; price: string; basis: string }
const noLine: Draft = { item: '', quantity: '1', unit: '', price: '', basis: '' }

/** 分 from what somebody wrote in 元; undefined when it is no amount with at most two decimals. */
const readFen = (text: string): number | undefined => {
  const value = readDecimal(text)
  return value === undefined || value < 0 || value % 10 !== 0 ? undefined : value / 10
}

function QuoteForm(props: { view: CaseView; newest: QuoteView | undefined; onClose: () => void }) {
  const { view, newest } = props
  const say = useSay()
  const act = useWorkAct(view.id)
  const [lines, setLines] = useState<Draft[]>(
    newest && newest.lines.length > 0
      ? newest.lines.map((it) => ({
          item: it.item,
          quantity: decimalText(it.quantity),
          unit: it.unit,
          price: decimalText(it.unitPrice * 10),
          basis: it.basis,
        }))
      : [noLine],
  )
  const read = lines.flatMap((it) => {
    const [quantity, unitPrice] = [readDecimal(it.quantity), readFen(it.price)]
    if (it.item.trim() === '' || it.unit.trim() === '' || !quantity || quantity < 0) return []
    if (unitPrice === undefined) return []
    return [{ item: it.item.trim(), quantity, unit: it.unit.trim(), unitPrice, basis: it.basis.trim() }]
  })
  const whole = read.length === lines.length
  const send = async (withdrawn: boolean) => {
    const body = { lines: withdrawn ? [] : read, expectedVersion: newest?.version ?? 0 }
    const sent = await act.run(JSON.stringify(body), (key) =>
      api.makeQuote({ params: { id: view.id }, body, key }),
    )
    if (!sent) return
    toast(say(withdrawn ? 'desk.quote.withdrawn' : 'desk.quote.sent'))
    props.onClose()
  }
  const field = (index: number, name: keyof Draft, label: string, decimal = false) => (
    <Input
      aria-label={`${label} ${index + 1}`}
      placeholder={label}
      {...(decimal ? { inputMode: 'decimal' as const } : {})}
      maxLength={name === 'unit' ? 12 : 60}
      value={lines[index]?.[name] ?? ''}
      onChange={(event) =>
        setLines(lines.map((it, at) => (at === index ? { ...it, [name]: event.target.value } : it)))
      }
    />
  )
  return (
    <div className="work-open">
      {view.place !== null && view.place.kind !== 'home' && (
        <p className="form-warn">{say('desk.quote.commonPart')}</p>
      )}
      {lines.map((_, index) => (
        <div key={index} className="quote-edit">
          {field(index, 'item', say('desk.quote.item'))}
          {field(index, 'quantity', say('desk.work.quantity'), true)}
          {field(index, 'unit', say('desk.work.unit'))}
          {field(index, 'price', say('desk.quote.price'), true)}
          {field(index, 'basis', say('desk.quote.basis'))}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say('desk.work.removeLine')} ${index + 1}`}
            disabled={lines.length === 1}
            onClick={() => setLines(lines.filter((__, at) => at !== index))}
          />
        </div>
      ))}
      <div className="work-new">
        <Button icon={<PlusOutlined />} onClick={() => setLines([...lines, noLine])}>
          {say('desk.work.addLine')}
        </Button>
        <span className="muted small">{say('desk.quote.hint')}</span>
      </div>
      <ActTrouble error={act.error} />
      <div className="work-open-foot">
        <Button onClick={props.onClose}>{say('ui.cancel')}</Button>
        {newest && newest.lines.length > 0 && (
          <Button loading={act.busy} onClick={() => void send(true)}>
            {say('desk.quote.withdraw')}
          </Button>
        )}
        <Button type="primary" disabled={!whole} loading={act.busy} onClick={() => void send(false)}>
          {say('desk.quote.send')}
        </Button>
      </div>
    </div>
  )
}
