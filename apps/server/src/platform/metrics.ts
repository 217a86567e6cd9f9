import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus. Labels are route patterns and task names, never anything a person typed. */
export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

const requests = new Histogram({
  name: 'zhanggui_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
})
const jobs = new Counter({
  name: 'zhanggui_jobs_total',
  help: 'Jobs finished',
  labelNames: ['task', 'outcome'],
  registers: [metrics],
})
export const livePages = new Gauge({
  name: 'zhanggui_live_pages',
  help: 'Open pages listening for news',
  registers: [metrics],
})
export const outboxLag = new Gauge({
  name: 'zhanggui_outbox_rows',
  help: 'Outbox rows found by the last look',
  registers: [metrics],
})

export function countRequest(method: string, route: string, status: number, seconds: number): void {
  requests.observe({ method, route, status: String(status) }, seconds)
}

export function countJob(task: string, outcome: 'done' | 'failed'): void {
  jobs.inc({ task, outcome })
}
