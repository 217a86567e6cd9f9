import { pino } from 'pino'

export type Logger = ReturnType<typeof makeLog>

/**
 * Structured logs, one JSON object a line. They say what the program did, never whose data it was: no
 * bodies, no addresses of people, no names or phones; fields that could carry some are struck out.
 */
export function makeLog(level: string) {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'phone',
        'name',
        'text',
        'password',
        'code',
        'token',
        'authorization',
        'cookie',
        '*.phone',
        '*.password',
        '*.token',
        'req.headers',
        'err.detail',
        'err.parameters',
        'err.where',
      ],
      censor: '…',
    },
  })
}

/** The shape that parts without a request use: a sentence first, figures after. */
export function plainLog(log: Logger) {
  return {
    info: (message: string, data?: Record<string, unknown>) => log.info(data ?? {}, message),
    warn: (message: string, data?: Record<string, unknown>) => log.warn(data ?? {}, message),
    error: (message: string, data?: Record<string, unknown>) => log.error(data ?? {}, message),
  }
}
