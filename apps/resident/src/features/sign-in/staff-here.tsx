import { useQueryClient } from '@tanstack/react-query'
import { Button, StatePanel, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import { meQuery, type Me } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'
import { withEntranceWords } from '../../settings/entrance-words.ts'

/** A member of staff has come to the residents' page with the desk's session. */
const StaffHereScreen = ({ me }: { me: Me }) => {
  const t = useT<'resident' | 'entrance'>()
  const client = useQueryClient()
  const leave = useAct({
    send: () => api.signOut({}),
    done: () => client.setQueryData(meQuery.queryKey, null),
  })
  return (
    <StatePanel
      state="forbidden"
      title={t('resident.staff.title', { name: me.account.name })}
      text={t('resident.staff.text')}
      action={
        <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate(undefined)}>
          {t('resident.staff.leave')}
        </Button>
      }
    />
  )
}

export const StaffHere = withEntranceWords(StaffHereScreen)
