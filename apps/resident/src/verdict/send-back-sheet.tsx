import { useState } from 'react'
import { Button, useT } from '@zhanggui/ui'
import { api } from '../data/api.ts'
import { useAct, useCaseChanged } from '../data/use-act.ts'
import { Words } from '../kit/field.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { useTell } from '../kit/tell.tsx'
import { PhotoPicker } from '../photos/photo-picker.tsx'
import { usePhotos } from '../photos/use-photos.ts'

/** Not solved: asks what is still wrong, in words that those who come again will read, with photos if wanted. */
export const SendBackSheet = ({
  it,
  onClose,
}: {
  it: { id: string; version: number }
  onClose: () => void
}) => {
  const t = useT<'resident'>()
  const tell = useTell()
  const changed = useCaseChanged()
  const photos = usePhotos()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const reject = useAct({
    send: (body: { reason: string; photos: string[]; expectedVersion: number }, key) =>
      api.rejectCase({ params: { id: it.id }, body, key }),
    done: () => {
      tell(t('resident.sendBack.done'))
      changed(it.id)
      onClose()
    },
  })
  const send = () => {
    if (reason.trim() === '') {
      setMissing(true)
      return
    }
    reject.mutate({ reason: reason.trim(), photos: photos.fileIds, expectedVersion: it.version })
  }
  return (
    <Sheet
      title={t('resident.sendBack.title')}
      lead={t('resident.sendBack.lead')}
      onClose={onClose}
      bar={
        <Button look="primary" data-wide busy={reject.isPending || photos.sending > 0} onClick={send}>
          {photos.sending > 0 ? t('resident.photos.sending') : t('resident.sendBack.send')}
        </Button>
      }
    >
      <Words
        label={t('resident.sendBack.reason')}
        placeholder={t('resident.sendBack.example')}
        value={reason}
        problem={missing && reason.trim() === '' ? t('resident.sendBack.needReason') : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <PhotoPicker photos={photos} />
    </Sheet>
  )
}
