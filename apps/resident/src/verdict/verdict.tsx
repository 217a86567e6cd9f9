import { Suspense, lazy, useState } from 'react'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../data/api.ts'
import { useAct, useCaseChanged } from '../data/use-act.ts'
import { useTell } from '../kit/tell.tsx'
import './verdict.css'

// Writing and photos come when somebody wants them: most confirm.
const SendBackSheet = lazy(async () => ({ default: (await import('./send-back-sheet.tsx')).SendBackSheet }))

type VerdictProps = {
  it: { id: string; version: number }
  /** Called after a confirmation, for instance to ask for a rating. */
  onConfirmed?: () => void
}

/**
 * The reporter's word on what was done. Both answers look alike: neither is pre-chosen nor dressed up.
 * Confirming asks no further question, because it can be taken back by sending the case back.
 */
export const Verdict = ({ it, onConfirmed }: VerdictProps) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const [sendingBack, setSendingBack] = useState(false)
  const confirm = useAct({
    send: (body: { expectedVersion: number }, key) => api.confirmCase({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.verdict.confirmed'))
      onConfirmed?.()
      changed(it.id)
    },
  })
  return (
    <>
      <div className="r-verdict" role="group" aria-label={t('resident.verdict.question')}>
        <Button
          icon="check"
          busy={confirm.isPending}
          onClick={() => confirm.mutate({ expectedVersion: it.version })}
        >
          {t('resident.verdict.solved')}
        </Button>
        <Button icon="undo" onClick={() => setSendingBack(true)}>
          {t('resident.verdict.notSolved')}
        </Button>
      </div>
      {sendingBack && (
        <Suspense>
          <SendBackSheet it={it} onClose={() => setSendingBack(false)} />
        </Suspense>
      )}
    </>
  )
}
