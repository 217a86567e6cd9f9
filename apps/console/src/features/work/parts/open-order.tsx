import { useQuery } from '@tanstack/react-query'
import type { CaseView, ProcedureOfferView } from '@zhanggui/contract'
import { Button, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { api, newId } from '../../../shared/api.ts'
import { staffQuery } from '../../../shared/queries.ts'
import { type Say, useSay } from '../../../shared/say.tsx'
import { useSession } from '../../../shared/session.tsx'
import { useSpoken } from '../../../shared/spoken.ts'
import { ActTrouble } from '../../../shared/states.tsx'
import { toast } from '../../../shared/toast.tsx'
import { useWorkAct } from '../data.ts'

/** Opens a work order: the procedure that fits best is chosen already, with the reason. */
export function OpenOrder(props: {
  view: CaseView
  offers: readonly ProcedureOfferView[]
  onClose: () => void
}) {
  const { view, offers } = props
  const say = useSay()
  const spoken = useSpoken()
  const { community, can } = useSession()
  const [procedureId, setProcedure] = useState(offers[0]?.procedureId)
  const [assigneeId, setAssignee] = useState(view.assignee?.id)
  const [note, setNote] = useState('')
  const [orderId] = useState(newId)
  const act = useWorkAct(view.id)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers answer a promise here, which must not become the effect's clean-up.
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const staff = useQuery({ ...staffQuery(community.id), enabled: can('case.assign') })
  const chosen = offers.find((it) => it.procedureId === procedureId)
  if (offers.length === 0) return <p className="muted">{say('desk.work.noProcedures')}</p>
  const send = async () => {
    if (procedureId === undefined) return
    const body = {
      id: orderId,
      procedureId,
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }
    const sent = await act.run(JSON.stringify(body), (key) =>
      api.openWorkOrder({ params: { id: view.id }, body, key }),
    )
    if (!sent) return
    toast(say('desk.work.opened'))
    props.onClose()
  }
  return (
    <div className="work-open" ref={form}>
      <label>
        <span>{say('desk.work.procedure')}</span>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={procedureId}
          onChange={setProcedure}
          options={offers.map((it) => ({ value: it.procedureId, label: spoken(it.name) }))}
        />
        {chosen && <span className="muted small">{reasonOf(say, chosen)}</span>}
      </label>
      {can('case.assign') && (
        <label>
          <span>{say('desk.work.assignee')}</span>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={assigneeId}
            onChange={setAssignee}
            options={(staff.data?.items ?? [])
              .filter((it) => it.state === 'active')
              .map((it) => ({ value: it.accountId, label: it.name }))}
          />
        </label>
      )}
      <label>
        <span>{say('desk.work.note')}</span>
        <Input value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
      </label>
      <ActTrouble error={act.error} />
      <div className="work-open-foot">
        <Button onClick={props.onClose}>{say('ui.cancel')}</Button>
        <Button type="primary" loading={act.busy} onClick={() => void send()}>
          {say('desk.work.openNow')}
        </Button>
      </div>
    </div>
  )
}

function reasonOf(say: Say, offer: ProcedureOfferView): string {
  const parts = [
    ...(offer.words.length > 0
      ? [say('desk.work.reasonWords', { words: offer.words.join(say('desk.list.join')) })]
      : []),
    ...(offer.byKind ? [say('desk.work.reasonKind')] : []),
    ...(offer.byPlace ? [say('desk.work.reasonPlace')] : []),
  ]
  const size = say('desk.work.size', { steps: offer.steps, version: offer.version })
  return [size, ...parts].join(say('desk.work.comma'))
}
