import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer])

export type ChartRow = { name: string; received: number; percent: number | null }

/**
 * Cases received as bars and one figure as a line, for the eye; the table below it says the same in words. Bars carry
 * a pattern and points a shape and a number, so that nothing rests on colour alone.
 */
export function Chart(props: {
  rows: readonly ChartRow[]
  label: string
  receivedLabel: string
  metricLabel: string
  dark: boolean
}) {
  const { rows, label, receivedLabel, metricLabel, dark } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    const css = getComputedStyle(document.documentElement)
    const token = (name: string) => css.getPropertyValue(`--zg-${name}`).trim()
    const axis = {
      axisLabel: { color: token('ink-muted') },
      axisLine: { lineStyle: { color: token('line-strong') } },
      splitLine: { lineStyle: { color: token('line') } },
    }
    const chart = init(box.current)
    chart.setOption({
      aria: { enabled: true, decal: { show: true }, label: { description: label } },
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemGap: 18, textStyle: { color: token('ink-soft') } },
      tooltip: {
        trigger: 'axis',
        backgroundColor: token('raised'),
        borderColor: token('line'),
        textStyle: { color: token('ink') },
      },
      xAxis: { type: 'category', data: rows.map((it) => it.name), ...axis, splitLine: { show: false } },
      yAxis: [
        { type: 'value', minInterval: 1, ...axis },
        {
          type: 'value',
          min: 0,
          max: 100,
          ...axis,
          splitLine: { show: false },
          axisLabel: { formatter: '{value}%', color: token('ink-muted') },
        },
      ],
      series: [
        {
          name: receivedLabel,
          type: 'bar',
          barMaxWidth: 28,
          data: rows.map((it) => it.received),
          itemStyle: { color: token('primary-line'), borderColor: token('primary'), borderWidth: 1 },
        },
        {
          name: metricLabel,
          type: 'line',
          yAxisIndex: 1,
          symbol: 'diamond',
          labelLayout: { hideOverlap: true },
          symbolSize: 8,
          connectNulls: false,
          data: rows.map((it) => it.percent),
          lineStyle: { width: 2, color: token('danger') },
          itemStyle: { color: token('danger') },
          label: {
            show: rows.length <= 14,
            formatter: '{c}%',
            color: token('ink-soft'),
            fontSize: 11,
          },
        },
      ],
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [rows, label, receivedLabel, metricLabel, dark])
  return <div ref={box} className="board-chart" role="img" aria-label={label} />
}
