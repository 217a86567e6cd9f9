import { useState } from 'react'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import type { CaseView } from '../../data/queries.ts'
import { useAct, useCaseChanged } from '../../data/use-act.ts'
import { Words } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { useTell } from '../../kit/tell.tsx'
import { withVerdictWords } from '../../settings/verdict-words.ts'

const AppealForm = ({ it, onClose }: { it: CaseView; onClose: () => void }) => {
  const t = useT<'resident' | 'verdict'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const [reason, setReason] = useState('')
  const appeal = useAct({
    send: (body: { reason: string; expectedVersion: number }, key) =>
      api.appealCase({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.appeal.done'))
      changed(it.id)
      onClose()
    },
  })
  return (
    <Sheet
      title={t('resident.appeal.title')}
      lead={t('resident.appeal.lead')}
      onClose={onClose}
      bar={
        <Button
          look="primary"
          data-wide
          disabled={reason.trim() === ''}
          busy={appeal.isPending}
          onClick={() => appeal.mutate({ reason: reason.trim(), expectedVersion: it.version })}
        >
          {t('resident.appeal.send')}
        </Button>
      }
    >
      <Words
        label={t('resident.appeal.reason')}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Sheet>
  )
}

/** An appeal against the closing, to the owners' committee: once, and with the reason. */
export const AppealSheet = withVerdictWords(AppealForm)
