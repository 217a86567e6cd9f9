import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon, useT } from '@zhanggui/ui'

const watch = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/**
 * Says while there is no network, or a network that brings no answer (`silent`), that what is shown may be old, and
 * briefly that it is back.
 */
export const OfflineBanner = ({ silent }: { silent: boolean }) => {
  const t = useT<'resident'>()
  const connected = useSyncExternalStore(watch, () => navigator.onLine)
  const online = connected && !silent
  const [back, setBack] = useState(false)
  const [wasOff, setWasOff] = useState(false)
  useEffect(() => {
    if (!online) {
      setWasOff(true)
      return
    }
    if (!wasOff) return
    setWasOff(false)
    setBack(true)
    const timer = setTimeout(() => setBack(false), 3000)
    return () => clearTimeout(timer)
    // Only the change of the network counts.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [online])
  return (
    <div aria-live="polite">
      {(!online || back) && (
        <p className="r-offline" data-back={online || undefined}>
          <Icon name={online ? 'check' : 'offline'} />
          <span>{online ? t('resident.online') : t('resident.offline')}</span>
        </p>
      )}
    </div>
  )
}
