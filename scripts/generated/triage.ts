import {
  classReport,
  labelledReports,
  lexicon,
  readReport,
  sameMatter,
  suggest,
  train,
} from '@zhanggui/rules/triage'
import type { ClassReport } from '@zhanggui/rules/triage'
import { madeBy, table } from './table.ts'

/** How well the rules and a classifier read the labelled reports: figures per class, as they come out today. */
export function triagePage(): string {
  const known = labelledReports.filter((_, at) => at % 2 === 0)
  const unseen = labelledReports.filter((_, at) => at % 2 === 1)
  const models = {
    kind: train(known.map((it) => ({ text: it.text, label: it.kind }))),
    urgency: train(known.map((it) => ({ text: it.text, label: it.urgency }))),
  }
  const taught = (text: string) => suggest(text, readReport(text), models)
  const sure = (text: string) => suggest(text, readReport(text))
  const matters = unseen.map((it) => ({ main: readReport(it.text).main, meant: it.concept }))
  const right = matters.filter((it) => it.main !== undefined && sameMatter(it.main, it.meant)).length
  const concepts = lexicon().concepts.length
  return [
    `${madeBy}\n`,
    '# Reading reports: the figures\n',
    `Made from the code. ${concepts} concepts, ${lexicon().words.length} words, ${labelledReports.length} made-up reports`,
    `with what an agent would make of each. One author wrote lexicon and reports; the lexicon grew on every other report,`,
    `and these figures are of the ${unseen.length} that were never looked at. Believable is not real: judge by your own desk's figures.\n`,
    '## Kind, by the rules alone\n',
    figures(classReport(unseen.map((it) => ({ truth: it.kind, told: readReport(it.text).kind })))),
    '\n## Kind, as suggested: unsure ones are left to a person\n',
    figures(classReport(unseen.map((it) => ({ truth: it.kind, told: sure(it.text).kind })))),
    '\n## Kind, with a classifier that learned from the other half\n',
    figures(classReport(unseen.map((it) => ({ truth: it.kind, told: taught(it.text).kind })))),
    '\n## Urgency, by the rules alone\n',
    figures(classReport(unseen.map((it) => ({ truth: it.urgency, told: readReport(it.text).urgency })))),
    '\n## Urgency, with the classifier: it may raise, never lower\n',
    figures(classReport(unseen.map((it) => ({ truth: it.urgency, told: taught(it.text).urgency })))),
    `\n## Matter\n\nThe main concept is the one meant, or its wider or finer word, in ${right} of ${matters.length} reports.\n`,
  ].join('\n')
}

const share = (it: number | undefined): string => (it === undefined ? 'none' : it.toFixed(2))

function figures(report: ClassReport): string {
  return `${table(
    ['class', 'precision', 'recall', 'support'],
    report.classes.map((it) => [it.label, share(it.precision), share(it.recall), String(it.support)]),
  )}\n\nRight: ${report.right} of ${report.all}.`
}
