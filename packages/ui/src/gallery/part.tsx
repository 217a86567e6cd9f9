import { useCallback, type ReactNode } from 'react'
import { useLocale } from '../language.tsx'

/** Sample words for the gallery in the language it is shown in. */
export const useSay = () => {
  const locale = useLocale()
  return useCallback((chinese: string, english: string) => (locale === 'en' ? english : chinese), [locale])
}

/** One state or group of states under its name. */
export const Part = ({ title, bare, children }: { title: string; bare?: boolean; children: ReactNode }) => (
  <section className="gallery-part">
    <h3>{title}</h3>
    <div className={bare ? undefined : 'gallery-sheet'}>{children}</div>
  </section>
)
