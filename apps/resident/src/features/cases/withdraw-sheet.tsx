import { useState } from 'react'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import type { CaseView } from '../../data/queries.ts'
import { useAct, useCaseChanged } from '../../data/use-act.ts'
import { Words } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { useTell } from '../../kit/tell.tsx'

/** Asks once more before a report is withdrawn, because that can not be taken back. */
export const WithdrawSheet = ({ it, onClose }: { it: CaseView; onClose: () => void }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const [reason, setReason] = useState('')
  const withdraw = useAct({
    send: (body: { reason?: string; expectedVersion: number }, key) =>
      api.cancelCase({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.withdraw.done'))
      changed(it.id)
      onClose()
    },
  })
  return (
    <Sheet
      title={t('resident.withdraw.title')}
      lead={t('resident.withdraw.lead')}
      onClose={onClose}
      bar={
        <>
          <Button data-wide onClick={onClose}>
            {t('resident.withdraw.keep')}
          </Button>
          <Button
            look="danger"
            data-wide
            busy={withdraw.isPending}
            onClick={() =>
              withdraw.mutate({
                expectedVersion: it.version,
                ...(reason.trim() ? { reason: reason.trim() } : {}),
              })
            }
          >
            {t('resident.withdraw.send')}
          </Button>
        </>
      }
    >
      <Words
        label={t('resident.withdraw.reason')}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  )
}
