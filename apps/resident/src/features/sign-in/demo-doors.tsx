import { Button, useT } from '@zhanggui/ui'
import { api } from '../../data/api.ts'
import type { Me } from '../../data/queries.ts'
import { useAct } from '../../data/use-act.ts'

/** The server writes `true` into the page where the demo community lives. */
const isDemo = () => document.querySelector<HTMLMetaElement>('meta[name="zhanggui-demo"]')?.content === 'true'

/** One-click ways into the demo community; absent everywhere else. */
export const DemoDoors = ({ enter }: { enter: (me: Me) => void }) => {
  const t = useT<'resident' | 'entrance'>()
  const signIn = useAct({
    send: (role: 'resident' | 'tenant') => api.demoSignIn({ body: { role } }),
    done: enter,
  })
  if (!isDemo()) return null
  const door = (role: 'resident' | 'tenant') => (
    <Button busy={signIn.isPending && signIn.variables === role} onClick={() => signIn.mutate(role)}>
      {t(`resident.demo.${role}`)}
    </Button>
  )
  return (
    <section className="r-card r-demo">
      <h2>{t('resident.demo.title')}</h2>
      <p className="r-quiet">{t('resident.demo.lead')}</p>
      <div className="r-doors">
        {door('resident')}
        {door('tenant')}
      </div>
    </section>
  )
}
