import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Answer } from '@zhanggui/client'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { useAct } from '../../data/use-act.ts'
import { Words } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { useTell } from '../../kit/tell.tsx'
import '../../verdict/verdict.css'

type AnsweringProps = { secret: string; actions: Answer<'readPublicCase'>['actions'] }

/** What the holder of the link may do: add, say that it is solved, or send it back. */
export const Answering = ({ secret, actions }: AnsweringProps) => {
  const t = useT<'resident' | 'visitor'>()
  const tell = useTell()
  const client = useQueryClient()
  const [open, setOpen] = useState<'add' | 'sendBack' | null>(null)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const done = (said: string) => {
    tell(said)
    setOpen(null)
    setWords('')
    void client.invalidateQueries({ queryKey: ['public-case', secret] })
  }
  const add = useAct({
    send: (text: string, key) => api.supplementPublicCase({ body: { id: key, secret, text }, key }),
    done: () => done(t('resident.add.done')),
  })
  const answer = useAct({
    send: (body: { answer: 'confirm' | 'reject'; reason?: string }, key) =>
      api.answerPublicCase({ body: { id: key, secret, ...body }, key }),
    done: (_, { answer: said }) =>
      done(said === 'confirm' ? t('resident.verdict.confirmed') : t('resident.sendBack.done')),
  })
  const send = () => {
    const text = words.trim()
    if (text === '') setMissing(true)
    else if (open === 'add') add.mutate(text)
    else answer.mutate({ answer: 'reject', reason: text })
  }
  return (
    <>
      {(actions.includes('confirm') || actions.includes('reject')) && (
        <div className="r-verdict" role="group" aria-label={t('resident.verdict.question')}>
          {actions.includes('confirm') && (
            <Button icon="check" busy={answer.isPending} onClick={() => answer.mutate({ answer: 'confirm' })}>
              {t('resident.verdict.solved')}
            </Button>
          )}
          {actions.includes('reject') && (
            <Button icon="undo" onClick={() => setOpen('sendBack')}>
              {t('resident.verdict.notSolved')}
            </Button>
          )}
        </div>
      )}
      {actions.includes('supplement') && (
        <Button icon="add" onClick={() => setOpen('add')}>
          {t('resident.case.add')}
        </Button>
      )}
      {open && (
        <Sheet
          title={open === 'add' ? t('resident.add.title') : t('resident.sendBack.title')}
          lead={open === 'add' ? undefined : t('resident.sendBack.lead')}
          onClose={() => setOpen(null)}
          bar={
            <Button look="primary" data-wide busy={add.isPending || answer.isPending} onClick={send}>
              {open === 'add' ? t('resident.add.send') : t('resident.sendBack.send')}
            </Button>
          }
        >
          <Words
            label={open === 'add' ? t('resident.add.words') : t('resident.sendBack.reason')}
            value={words}
            problem={missing && words.trim() === '' ? t('resident.report.needWords') : null}
            onChange={(event) => setWords(event.target.value)}
          />
        </Sheet>
      )}
    </>
  )
}
