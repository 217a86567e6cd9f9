import type { ResidentRole } from '@zhanggui/contract'
import { PersonChip, Tag } from '@zhanggui/ui'
import type { ReactNode } from 'react'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'
import { useSay } from './say.tsx'
import { useSession } from './session.tsx'

/** A resident with a masked phone; who may, can show it for a purpose that is recorded. */
export function PersonCard(props: {
  id: string | null
  name: string
  phone: string | null
  role?: ResidentRole | undefined
  more?: ReactNode
}) {
  const say = useSay()
  const { can } = useSession()
  const { id, role } = props
  return (
    <PersonChip
      name={props.name}
      phone={props.phone}
      role={
        <>
          {role && <Tag quiet>{say(`role.${role}`)}</Tag>}
          {props.more}
        </>
      }
      {...(id !== null && can('people.reveal')
        ? {
            onReveal: async (purpose) => {
              const revealed = await api.revealContact({ params: { id }, body: { purpose } })
              void queryClient.invalidateQueries({ queryKey: ['people', 'access', id] })
              return revealed
            },
          }
        : {})}
    />
  )
}
