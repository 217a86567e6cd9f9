import { Suspense, lazy, useEffect, useState } from 'react'
import { ApiProblem, newId, type Answer, type Body } from '@zhanggui/client'
import { caseKinds } from '@zhanggui/contract/words'
import { Button, Icon, kindIcons, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { problemText } from '../../data/problem.ts'
import { useAct } from '../../data/use-act.ts'
import { Choice } from '../../kit/choice.tsx'
import { Field, Words } from '../../kit/field.tsx'
import { dropDraft, keepDraft, readDraft } from '../../outbox/draft.ts'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import { forgetPhotos } from '../../photos/photo-store.ts'
import { usePhotos } from '../../photos/use-photos.ts'
import { keepFollowed, type Followed } from './followed.ts'

const Danger = lazy(async () => ({ default: (await import('../../danger/danger.tsx')).Danger }))

type CodeFormProps = {
  token: string
  place: Answer<'readPlaceCode'>
  /** What was reported from this phone before. */
  before: readonly Followed[]
  onSent: (receipt: Answer<'openPublicCase'>) => void
}

/** The report itself; name and phone only if the person wants to be called. */
export const CodeForm = ({ token, place, before, onSent }: CodeFormProps) => {
  const t = useT<'resident' | 'reporting' | 'visitor'>()
  const [kept] = useState(() => readDraft(token))
  const [id, setId] = useState(kept.id)
  const [kind, setKind] = useState(kept.kind)
  const [text, setText] = useState(kept.text)
  const [name, setName] = useState(kept.name ?? '')
  const [phone, setPhone] = useState(kept.phone ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const photos = usePhotos({ start: kept.photos, token })
  useEffect(() => {
    keepDraft(token, { id, kind, text, name, phone, placeId: null, photos: photos.notes })
  }, [token, id, kind, text, name, phone, photos.notes])
  useEffect(() => {
    document.title = `${t('resident.report.title')} · ${place.place}`
  }, [t, place.place])

  const report = useAct({
    // The id is the key: the same report sent again after a lost answer is the same case.
    send: (body: Body<'openPublicCase'>) => api.openPublicCase({ body, key: body.id }),
    tellFailure: false,
    done: (receipt) => {
      dropDraft(token)
      void forgetPhotos(photos.notes.map((it) => it.key))
      keepFollowed({ ...receipt, place: place.place, at: new Date().toISOString() })
      onSent(receipt)
    },
  })
  const send = () => {
    if (text.trim() === '') {
      setProblem(t('resident.report.needWords'))
      return
    }
    if (photos.photos.some((it) => it.state === 'refused')) {
      setProblem(t('resident.report.badPhoto'))
      return
    }
    setProblem(null)
    report.mutate(
      {
        id,
        token,
        kind,
        text: text.trim(),
        photos: photos.fileIds,
        ...(name.trim() ? { name: name.trim() } : {}),
        ...(phone.trim() ? { phone: phone.trim() } : {}),
      },
      {
        onError: (failure) => {
          setProblem(problemText(failure, t))
          // A refusal took nothing; what is sent next is another act. Without an answer it stays the same one.
          if (failure instanceof ApiProblem && failure.status >= 400 && failure.status < 500) setId(newId())
        },
      },
    )
  }
  return (
    <main className="r-public-form">
      <header className="r-public-top">
        <p>{place.community}</p>
        <h1>{place.place}</h1>
        <p>{t('resident.code.lead')}</p>
      </header>
      {text.trim().length > 1 && (
        <Suspense fallback={null}>
          <Danger text={text} kind={kind} phones={place.phones} />
        </Suspense>
      )}
      {before.length > 0 && (
        <ul className="r-card r-rows">
          {before.slice(0, 3).map((it) => (
            <li key={it.secret}>
              <a href={`/f/${it.secret}`} className="r-row">
                <Icon name="case" />
                <span className="r-row-words">
                  <span>{t('resident.code.before', { number: it.number })}</span>
                  <span className="r-quiet">{it.place}</span>
                </span>
                <Icon name="right" />
              </a>
            </li>
          ))}
        </ul>
      )}
      <Choice
        look="chips"
        label={t('resident.report.kind')}
        value={kind}
        options={caseKinds.map((it) => ({
          value: it,
          label: t(`case.kind.${it}`),
          icon: <Icon name={kindIcons[it]} />,
        }))}
        onChoose={setKind}
      />
      <section className="r-card">
        <Words
          label={t(`resident.report.words.${kind}`)}
          placeholder={t(`resident.report.example.${kind}`)}
          value={text}
          hint={
            <span className="r-hint">
              <Icon name="mic" />
              {t('resident.report.voice')}
            </span>
          }
          onChange={(event) => setText(event.target.value)}
        />
        <PhotoPicker photos={photos} />
      </section>
      <section className="r-card">
        <h2>{t('resident.code.contact')}</h2>
        <p className="r-quiet">{t('resident.code.contactText')}</p>
        <Field
          label={t('resident.code.name')}
          autoComplete="name"
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t('resident.code.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={40}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </section>
      {problem && (
        <p className="r-wrong" role="alert">
          {problem}
        </p>
      )}
      <Button look="primary" data-wide busy={report.isPending || photos.sending > 0} onClick={send}>
        {photos.sending > 0 ? t('resident.photos.sending') : t('resident.report.send')}
      </Button>
      {kind === 'repair' && <p className="r-quiet r-code-danger">{t('resident.report.danger')}</p>}
    </main>
  )
}
