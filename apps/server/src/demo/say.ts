import type { Chance } from './chance.ts'

/** What is filled into words when they are said. */
export type Slots = { resident?: string; worker?: string; time?: string }

/** Says words: chooses among `{a|b}` and fills in names and times. A slot that nobody filled is a mistake. */
export function say(luck: Chance, words: string, slots: Slots = {}): string {
  const said = words.replaceAll(/\{([^{}]+)\}/g, (_, inside: string) => {
    if (inside.includes('|')) return luck.pick(inside.split('|'))
    const value = slots[inside as keyof Slots]
    if (value === undefined) throw new Error(`nothing said for {${inside}} in: ${words}`)
    return value
  })
  // A clock time stands apart from the characters that follow it.
  return said.replaceAll(/(\d:\d\d)(?=[\u4e00-\u9fff])/g, '$1 ')
}
