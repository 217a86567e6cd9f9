import { useState } from 'react'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import type { CaseView } from '../../data/queries.ts'
import { useAct, useCaseChanged } from '../../data/use-act.ts'
import { Words } from '../../kit/field.tsx'
import { Sheet } from '../../kit/sheet.tsx'
import { useTell } from '../../kit/tell.tsx'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import { usePhotos } from '../../photos/use-photos.ts'
import { lastQuestion } from '../../progress/steps.ts'

/** Adds words and photos to a report; also the answer to a question of the staff. */
export const AddSheet = ({ it, onClose }: { it: CaseView; onClose: () => void }) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const photos = usePhotos()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useAct({
    send: (body: { text: string; photos: string[] }, key) =>
      api.supplementCase({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.add.done'))
      changed(it.id)
      onClose()
    },
  })
  const send = () => {
    if (text.trim() === '') setMissing(true)
    else add.mutate({ text: text.trim(), photos: photos.fileIds })
  }
  const answering = it.status === 'paused' && it.pausedFor === 'awaiting-resident'
  const question = answering ? lastQuestion(it.timeline) : undefined
  return (
    <Sheet
      title={answering ? t('resident.add.answer') : t('resident.add.title')}
      lead={
        question?.text &&
        t('resident.said', { name: question.actor.name ?? t('resident.someone'), words: question.text })
      }
      onClose={onClose}
      bar={
        <Button look="primary" data-wide busy={add.isPending || photos.sending > 0} onClick={send}>
          {photos.sending > 0 ? t('resident.photos.sending') : t('resident.add.send')}
        </Button>
      }
    >
      <Words
        label={answering ? t('resident.add.reply') : t('resident.add.words')}
        value={text}
        problem={missing && text.trim() === '' ? t('resident.report.needWords') : null}
        onChange={(event) => setText(event.target.value)}
      />
      <PhotoPicker photos={photos} />
    </Sheet>
  )
}
