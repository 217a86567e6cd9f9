import { useState } from 'react'
import { Icon, useT } from '@zhanggui/ui'
import type { MyHome } from '../../data/queries.ts'
import { Choice } from '../../kit/choice.tsx'
import { Sheet } from '../../kit/sheet.tsx'

type HomeNameProps = {
  homes: readonly MyHome[]
  chosen: MyHome | undefined
  choose: (id: string) => void
  /** Said in the place of a home while none is known. */
  name: string
}

/** My home as the community writes it; with several homes, the way to switch. */
export const HomeName = ({ homes, chosen, choose, name }: HomeNameProps) => {
  const t = useT<'resident'>()
  const [choosing, setChoosing] = useState(false)
  if (!chosen) return name
  if (homes.length < 2) return chosen.home.label
  return (
    <>
      <button type="button" className="r-home-name" onClick={() => setChoosing(true)}>
        <span>{chosen.home.label}</span>
        <Icon name="down" label={t('resident.home.switch')} />
      </button>
      {choosing && (
        <Sheet title={t('resident.home.switch')} onClose={() => setChoosing(false)}>
          <Choice
            look="list"
            label={t('resident.home.switch')}
            value={chosen.home.id}
            options={homes.map((it) => ({
              value: it.home.id,
              label: t('resident.home.option', {
                home: it.home.label,
                community: it.communityName,
                role: t(`role.${it.role}`),
              }),
            }))}
            onChoose={(id) => {
              choose(id)
              setChoosing(false)
            }}
          />
        </Sheet>
      )}
    </>
  )
}
