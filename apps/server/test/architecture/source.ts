import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One file of the program as the architecture sees it. */
export type Source = { path: string; text: string; imports: string[] }

/** Reads and parses every TypeScript file below `folder`; paths are relative to it. */
export function readSources(folder: string): Source[] {
  const found: Source[] = []
  const visit = (directory: string): void => {
    for (const name of readdirSync(directory)) {
      if (name === 'node_modules' || name === 'dist') continue
      const path = join(directory, name)
      if (statSync(path).isDirectory()) visit(path)
      else if (/\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
        found.push(parse(relative(folder, path), readFileSync(path, 'utf8')))
    }
  }
  visit(folder)
  return found
}

export function parse(path: string, text: string): Source {
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports = [
    ...module.staticImports.map((it) => it.moduleRequest.value),
    ...module.staticExports.flatMap((it) => it.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((it) => text.slice(it.moduleRequest.start + 1, it.moduleRequest.end - 1)),
  ]
  return { path, text, imports: [...new Set(imports)] }
}
