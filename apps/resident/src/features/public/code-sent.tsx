import { useEffect } from 'react'
import type { Answer } from '@zhanggui/client'
import { Button, Icon, useT } from '@zhanggui/ui'
import { useTell } from '../../kit/tell.tsx'
import { copyText } from './copy-text.ts'

type CodeSentProps = {
  receipt: Answer<'openPublicCase'>
  place: Answer<'readPlaceCode'>
  another: () => void
}

/** The number and the one link by which this report can be followed. */
export const CodeSent = ({ receipt, place, another }: CodeSentProps) => {
  const t = useT<'resident' | 'reporting' | 'visitor'>()
  const tell = useTell()
  const link = `${location.origin}/f/${receipt.secret}`
  useEffect(() => {
    // Newer browsers answer a promise here, which must not become the effect's clean-up.
    scrollTo(0, 0)
  }, [])
  const copy = async () => {
    if (await copyText(link)) tell(t('resident.code.copied'))
    else tell(t('resident.code.notCopied'), 'bad')
  }
  const share = () => {
    // Closing the phone's share sheet without choosing is not a failure.
    navigator
      .share({ title: t('resident.code.shareTitle', { number: receipt.number }), url: link })
      .catch(() => undefined)
  }
  return (
    <main className="r-public-form r-code-sent">
      <section className="r-card r-sent" aria-live="polite">
        <span className="r-sent-mark">
          <Icon name="check" />
        </span>
        <h1 className="r-sent-title">{t('resident.sent.received')}</h1>
        <p className="r-quiet">{t('resident.sent.number')}</p>
        <p className="r-sent-number zg-figures">{receipt.number}</p>
        <p className="r-quiet">{t('resident.code.at', { community: place.community, place: place.place })}</p>
      </section>
      <section className="r-card">
        <h2>{t('resident.code.link')}</h2>
        <p className="r-quiet">{t('resident.code.linkText')}</p>
        <p className="r-code-link">{link}</p>
        <div className="r-doors">
          <Button icon="copy" onClick={() => void copy()}>
            {t('resident.code.copy')}
          </Button>
          {typeof navigator.share === 'function' && (
            <Button icon="send" onClick={share}>
              {t('resident.code.share')}
            </Button>
          )}
        </div>
      </section>
      <a href={`/f/${receipt.secret}`} className="zg-button" data-look="primary" data-wide>
        {t('resident.sent.follow')}
      </a>
      <Button data-wide onClick={another}>
        {t('resident.sent.another')}
      </Button>
    </main>
  )
}
