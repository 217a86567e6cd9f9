import { useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Icon, useT } from '@zhanggui/ui'
import type { MyHome } from '../../data/queries.ts'
import { Choice } from '../../kit/choice.tsx'
import { Sheet } from '../../kit/sheet.tsx'

type PlaceRowProps = {
  homes: UseQueryResult<MyHome[]>
  place: MyHome['home'] | null
  choose: (id: string) => void
}

/** Where it is: my home unless said otherwise, with the common places near it to choose from. */
export const PlaceRow = ({ homes, place, choose }: PlaceRowProps) => {
  const t = useT<'resident' | 'reporting'>()
  const [choosing, setChoosing] = useState(false)
  if (!place) {
    if (!homes.error) return null
    return <p className="r-quiet r-place-unknown">{t('resident.place.unknown')}</p>
  }
  const take = (id: string) => {
    choose(id)
    setChoosing(false)
  }
  return (
    <>
      <button type="button" className="r-card r-row r-place" onClick={() => setChoosing(true)}>
        <Icon name="place" />
        <span className="r-row-words">
          <span className="r-quiet">{t('resident.place.label')}</span>
          <strong>{place.label}</strong>
        </span>
        <span className="r-row-value">{t('resident.place.change')}</span>
        <Icon name="right" />
      </button>
      {choosing && (
        <Sheet title={t('resident.place.title')} onClose={() => setChoosing(false)}>
          <section className="r-places">
            <h3>{t('resident.place.home')}</h3>
            <Choice
              look="list"
              label={t('resident.place.home')}
              value={place.id}
              options={(homes.data ?? []).map((it) => ({ value: it.home.id, label: it.home.label }))}
              onChoose={take}
            />
          </section>
          {(homes.data ?? [])
            .filter((it) => it.nearby.length > 0)
            .map((it) => (
              <section key={it.home.id} className="r-places">
                <h3>{t('resident.place.nearby', { home: it.home.label })}</h3>
                <Choice
                  look="list"
                  label={t('resident.place.nearby', { home: it.home.label })}
                  value={place.id}
                  options={it.nearby.map((near) => ({ value: near.id, label: near.label }))}
                  onChoose={take}
                />
              </section>
            ))}
        </Sheet>
      )}
    </>
  )
}
