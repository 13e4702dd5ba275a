// SPDX-License-Identifier: Apache-2.0
// Draws each figure of the page from its JSON. Without this script the static pictures and the tables stand alone.
'use strict';
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const fine = matchMedia('(pointer: fine)').matches;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
  const VIRIDIS = ['#440154', '#472d7b', '#3b528b', '#2c728e', '#21918c', '#28ae80', '#5ec962', '#addc30', '#fde725'];
  const DASHES = ['solid', [7, 4], [2, 3], [9, 3, 2, 3]];
  const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect'];
  const SIZES = [9, 11, 10, 8];
  const palette = () => dark.matches
    ? { ink: '#e6eaee', soft: '#a9b4c0', rule: '#2b323a', axis: '#5c6773', paper: '#15191e', shade: '#1c2127', hole: '#1c2127', hatch: '#7b8794',
        series: ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#0072b2', '#8a94a0'] }
    : { ink: '#1f2933', soft: '#52606d', rule: '#e4e7eb', axis: '#9aa5b1', paper: '#ffffff', shade: '#ffffff', hole: '#cbd2d9', hatch: '#7b8794',
        series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#6b7280'] };

  // Numbers and ticks

  const raised = n => String(n).replace(/./g, c => c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[c]);
  function number(v, digits = 4) {
    if (v === null || v === undefined || !isFinite(v)) return '–';
    const size = Math.abs(v);
    if (v === 0 || (Number.isInteger(v) && size < 1e6)) return String(v);
    if (size >= 1e-4 && size < 1e6) return String(Number(v.toPrecision(digits)));
    const [mantissa, exponent] = v.toExponential(digits - 1).split('e');
    return Number(mantissa) + '×10' + raised(Number(exponent));
  }
  const power = (digit, e) => e >= -3 && e <= 4 ? String(Number((digit * 10 ** e).toPrecision(3)))
    : (digit === 1 ? '' : digit + '×') + '10' + raised(e);
  // Log axes are drawn in log10 of the value on an even axis: ECharts' own lose values below 1e-20.
  const scaled = (axis, v) => axis.spacing !== 'log' ? v : v > 0 ? Math.log10(v) : null;
  const unscaled = (axis, v) => axis.spacing === 'log' ? 10 ** v : v;
  function logTicks(from, to) {
    const low = Math.floor(from), high = Math.ceil(to), fineSteps = to - from < 2.2;
    const stride = Math.max(1, Math.ceil((high - low) / 7)), ticks = [];
    for (let e = low; e <= high; e++)
      for (const digit of fineSteps ? [1, 2, 5] : [1]) {
        const at = e + Math.log10(digit);
        if (at >= from - 1e-6 && at <= to + 1e-6 && (fineSteps || e % stride === 0)) ticks.push([at, power(digit, e)]);
      }
    return ticks;
  }

  function linearTicks(from, to) {
    const raw = (to - from) / 6, decade = 10 ** Math.floor(Math.log10(raw) + 1e-9);
    const step = [1, 2, 5, 10].map(m => m * decade).find(s => s >= raw * (1 - 1e-9));
    const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), largest = Math.max(Math.abs(from), Math.abs(to)), ticks = [];
    for (let i = Math.ceil(from / step - 1e-6); i <= Math.floor(to / step + 1e-6); i++) {
      const at = i * step;
      ticks.push([at, i === 0 ? '0' : largest >= 1e6 || largest < 1e-3 ? number(at, 3) : at.toFixed(decimals)]);
    }
    return ticks;
  }
  const ticksOf = (axis, from, to) => axis.spacing === 'log' ? logTicks(from, to) : linearTicks(from, to);

  // Options

  function colourOf(mark, p) {
    return mark.colour === -1 ? p.ink : mark.colour === -2 ? '#ffffff' : p.series[mark.colour];
  }

  // The colour of a value on a map's scale, the same as in the static picture.
  function shade(map, z) {
    const [least, most] = map.range, place = (least < most ? Math.min(1, Math.max(0, (z - least) / (most - least))) : 0.5) * (VIRIDIS.length - 1);
    const stop = Math.min(Math.floor(place), VIRIDIS.length - 2), part = (i, at) => parseInt(VIRIDIS[i].slice(at, at + 2), 16);
    return '#' + [1, 3, 5].map(at => Math.round(part(stop, at) + (place - stop) * (part(stop + 1, at) - part(stop, at))).toString(16).padStart(2, '0')).join('');
  }

  // Slanted lines in a box, in one lattice for the whole picture so that boxes join.
  function hatch(box) {
    const lines = [], right = box.x + box.width, bottom = box.y + box.height;
    for (let k = Math.ceil((box.x + box.y) / 7) * 7; k <= right + bottom; k += 7) {
      const from = Math.max(box.x, k - bottom), to = Math.min(right, k - box.y);
      lines.push([from, k - from, to, k - to]);
    }
    return lines;
  }

  const off = { show: false };
  function axisOption(axis, p, horizontal, under) {
    const place = horizontal ? { align: 'right', verticalAlign: 'top', padding: [28 + under, 0, 0, 0] } : { align: 'left' };
    return {
      type: 'value', min: scaled(axis, axis.from), max: scaled(axis, axis.to), axisLabel: off, axisTick: off, splitLine: off,
      name: axis.title, nameLocation: 'end', nameGap: horizontal ? 0 : 14,
      nameTextStyle: { color: p.soft, fontSize: 12, fontFamily: FONT, ...place },
      axisLine: { show: horizontal, onZero: false, lineStyle: { color: p.axis } },
    };
  }

  // Labels and lines of the axes, computed for whatever part is in view.
  function ticksSeries(figure, p) {
    const text = (label, x, y, align, rotation) => ({ type: 'text', silent: true, x, y, rotation: rotation || 0,
      style: { text: label, fill: p.soft, font: '12px ' + FONT, align, verticalAlign: rotation ? 'top' : 'middle' } });
    const line = (x1, y1, x2, y2, stroke) => ({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 1 } });
    return {
      type: 'custom', id: 'ticks', silent: true, clip: false, z: 0, tooltip: { show: false }, data: [[0, 0]],
      renderItem(params, api) {
        const box = params.coordSys, bottom = box.y + box.height, children = [];
        const [x0, y0] = api.coord([0, 0]), [x1, y1] = api.coord([1, 1]);
        const valueAtX = x => (x - x0) / (x1 - x0), valueAtY = y => (y - y0) / (y1 - y0);
        for (const [at, label] of ticksOf(figure.y, valueAtY(bottom), valueAtY(box.y))) {
          const y = y0 + at * (y1 - y0);
          children.push(line(box.x, y, box.x + box.width, y, p.rule), text(label, box.x - 8, y, 'right'));
        }
        let free = -Infinity;
        for (const [at, label] of figure.places.length ? [] : ticksOf(figure.x, valueAtX(box.x), valueAtX(box.x + box.width))) {
          const x = x0 + at * (x1 - x0), half = label.length * 3.6;
          children.push(line(x, bottom, x, bottom + 5, p.axis));
          if (x - half > free) { children.push(text(label, x, bottom + 15, 'center')); free = x + half + 8; }
        }
        const turned = longestPlace(figure) * 6.8 > Math.abs(x1 - x0), every = Math.ceil(26 / Math.abs(x1 - x0));
        figure.places.forEach((place, i) => {
          if (i % every) return;
          const x = x0 + i * (x1 - x0), shown = place.length > 24 ? place.slice(0, 23) + '…' : place;
          if (x >= box.x && x <= box.x + box.width)
            children.push(text(shown, x, bottom + (turned ? 8 : 15), turned ? 'right' : 'center', turned ? 0.6 : 0));
        });
        return { type: 'group', children };
      },
    };
  }
  const longestPlace = figure => Math.max(0, ...figure.places.map(s => Math.min(24, s.length)));

  function whiskers(figure, mark, colour, shift) {
    const over = figure.marks.some(m => m.kind === 'map'), along = mark.flat ? figure.x : figure.y;
    const ends = i => [mark.flat ? scaled(figure.y, mark.y[i]) : scaled(figure.x, mark.x[i]), scaled(along, mark.low[i]), scaled(along, mark.high[i])];
    return {
      type: 'custom', name: mark.name, silent: true, z: mark.order + 1, clip: true, tooltip: { show: false },
      data: mark.y.map((_, i) => ends(i)),
      encode: mark.flat ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
      renderItem(params, api) {
        if (!isFinite(api.value(1)) || !isFinite(api.value(2))) return null;
        const end = k => api.coord(mark.flat ? [api.value(k), api.value(0)] : [api.value(0), api.value(k)]), a = end(1), b = end(2);
        const x = a[0] + (shift ? shift(api) : 0);
        const style = over ? { stroke: '#ffffff', lineWidth: 1.4, shadowColor: '#000000', shadowBlur: 3 } : { stroke: colour, lineWidth: 1.4 };
        const bar = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
        if (mark.flat)
          return { type: 'group', children: [bar(a[0], a[1], b[0], a[1]), bar(a[0], a[1] - 4, a[0], a[1] + 4), bar(b[0], a[1] - 4, b[0], a[1] + 4)] };
        return { type: 'group', children: [bar(x, a[1], x, b[1]), bar(x - 4, a[1], x + 4, a[1]), bar(x - 4, b[1], x + 4, b[1])] };
      },
    };
  }

  function band(figure, mark, colour) {
    const corner = (i, ys) => [scaled(figure.x, mark.x[i]), scaled(figure.y, ys[i])];
    const border = mark.x.map((_, i) => corner(i, mark.high)).concat(mark.x.map((_, i) => corner(i, mark.low)).reverse())
      .filter(c => c[0] !== null && c[1] !== null);
    return {
      type: 'custom', name: mark.name, silent: true, z: mark.order, clip: true, tooltip: { show: false }, data: [border[0] || [0, 0]],
      renderItem: (params, api) => ({ type: 'polygon', shape: { points: border.map(c => api.coord(c)) }, style: { fill: colour, opacity: 0.16 } }),
    };
  }

  const SERIES = {
    line(figure, mark, p) {
      const colour = colourOf(mark, p);
      const over = mark.colour === -2 ? { shadowColor: '#000000', shadowBlur: 3 } : {};
      const line = {
        type: 'line', name: mark.name, z: mark.order + 1, showSymbol: false, symbol: 'none', clip: true, itemStyle: { color: colour },
        lineStyle: { color: colour, width: 1.8, type: DASHES[mark.dash], ...over }, emphasis: { disabled: true },
        data: mark.x.map((x, i) => [scaled(figure.x, x), scaled(figure.y, mark.y[i])]),
      };
      return mark.low.length ? [line, band(figure, mark, colour)] : [line];
    },
    points(figure, mark, p) {
      const colour = colourOf(mark, p), control = mark.role === 'control';
      const points = {
        type: 'scatter', name: mark.name, z: mark.order + 2, symbol: SYMBOLS[mark.shape], symbolSize: SIZES[mark.shape], clip: false,
        itemStyle: { opacity: 1, color: control ? p.paper : colour, borderColor: control ? colour : p.paper, borderWidth: control ? 1.8 : 1 },
        data: mark.x.map((x, i) => [scaled(figure.x, x), scaled(figure.y, mark.y[i])]),
      };
      return mark.low.length ? [points, whiskers(figure, mark, colour)] : [points];
    },
    bars(figure, mark, p) {
      const names = [...new Set(figure.marks.filter(m => m.kind === 'bars').map(m => m.name))];
      const colour = colourOf(mark, p), control = mark.role === 'control', index = names.indexOf(mark.name);
      const width = api => Math.min(api.size([1, 0])[0] * 0.72 / names.length, 64);
      const bars = {
        type: 'custom', name: mark.name, z: mark.order, clip: true, itemStyle: { color: colour },
        data: mark.x.map((x, i) => [x, scaled(figure.y, mark.y[i])]),
        renderItem(params, api) {
          if (!isFinite(api.value(1))) return null;
          const zero = figure.y.spacing === 'log' ? scaled(figure.y, figure.y.from) : 0;
          const a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(0), zero]), w = width(api);
          const shape = { x: a[0] + (index - names.length / 2) * w + 1, y: Math.min(a[1], b[1]), width: w - 2, height: Math.abs(b[1] - a[1]) };
          const style = control ? { fill: colour + '24', stroke: colour, lineWidth: 1.4, lineDash: [4, 2] } : { fill: colour };
          return { type: 'rect', shape, style };
        },
      };
      const shift = api => (index - names.length / 2 + 0.5) * width(api);
      return mark.low.length ? [bars, whiskers(figure, mark, control ? colour : p.ink, shift)] : [bars];
    },
    probes(figure, mark, p) {
      const map = figure.marks.find(m => m.kind === 'map'), valued = mark.z.length > 0;
      const points = {
        type: 'scatter', name: mark.name, z: mark.order + 2, symbol: SYMBOLS[mark.shape], symbolSize: SIZES[mark.shape] * (valued ? 1.5 : 1), clip: false,
        itemStyle: { opacity: 1, color: colourOf(mark, p), borderColor: map ? '#ffffff' : p.paper, borderWidth: valued ? 1.8 : 1 },
        data: mark.x.map((x, i) => {
          const value = [scaled(figure.x, x), scaled(figure.y, mark.y[i]), valued ? mark.z[i] : null, i];
          return valued ? { value, itemStyle: { color: mark.z[i] === null ? p.paper : shade(map, mark.z[i]), shadowColor: '#000000', shadowBlur: 3 } } : value;
        }),
      };
      const bars = [];
      if (mark.low.length) bars.push(whiskers(figure, mark, colourOf(mark, p)));
      if (mark.left.length) bars.push(whiskers(figure, { ...mark, flat: true, low: mark.left, high: mark.right }, colourOf(mark, p)));
      return [points, ...bars];
    },
    map(figure, mark, p) {
      const columns = mark.x.length, edge = { h: c => scaled(figure.x, mark.columnEdges[c]), v: r => scaled(figure.y, mark.rowEdges[r]) };
      const box = (api, i) => {
        const c = i % columns, r = Math.floor(i / columns), a = api.coord([edge.h(c), edge.v(r)]), b = api.coord([edge.h(c + 1), edge.v(r + 1)]);
        return { x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), width: Math.abs(b[0] - a[0]) + 0.4, height: Math.abs(b[1] - a[1]) + 0.4 };
      };
      const cell = (z, i) => [scaled(figure.x, mark.x[i % columns]), scaled(figure.y, mark.y[Math.floor(i / columns)]), z === null ? '-' : z, i];
      const cells = mark.z.map(cell), base = { type: 'custom', z: mark.order, clip: true, encode: { x: 0, y: 1, value: 2 } };
      const solved = {
        ...base, name: mark.name, id: 'map', data: cells.filter(c => c[2] !== '-'),
        renderItem(params, api) {
          const fill = shade(mark, api.value(2));
          return { type: 'rect', shape: box(api, api.value(3)), style: { fill, stroke: fill, lineWidth: 0.6 } };
        },
      };
      const holes = {
        ...base, name: mark.hole, data: cells.filter(c => c[2] === '-'),
        renderItem(params, api) {
          const b = box(api, api.value(3));
          const line = ([x1, y1, x2, y2]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: p.hatch, lineWidth: 1 } });
          return { type: 'group', children: [{ type: 'rect', shape: b, style: { fill: p.hole } }, ...hatch(b).map(line)] };
        },
      };
      return holes.data.length ? [solved, holes] : [solved];
    },
    raster(figure, mark, p) {
      const rows = Math.max(1, figure.y.to - figure.y.from);
      return [{
        type: 'scatter', name: mark.name, z: mark.order, symbol: 'rect', symbolSize: [1.6, Math.max(1.5, Math.min(14, 210 / rows))], clip: true,
        large: mark.x.length > 5000, itemStyle: { opacity: 1, color: colourOf(mark, p) },
        data: mark.x.map((x, i) => [scaled(figure.x, x), scaled(figure.y, mark.y[i])]),
      }];
    },
  };

  // Hover

  const escaped = text => String(text).replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');
  function valueText(mark, i) {
    const low = mark.low && mark.low.length ? mark.low[i] : null;
    return number(mark.y[i]) + (low === null ? '' : ' [' + number(low) + ', ' + number(mark.high[i]) + ']');
  }
  function hover(figure, chart, p) {
    const row = (mark, text) => '<tr><td style="border:0;padding:0.1em 1em 0.1em 0"><span style="color:' + (mark.colour === -2 ? p.soft : colourOf(mark, p)) + '">■</span> '
      + escaped(mark.name) + '</td><td style="border:0;padding:0.1em 0;text-align:right">' + escaped(text) + '</td></tr>';
    const near = (mark, at) => {
      let best = -1, least = Infinity;
      mark.x.forEach((x, i) => { const d = Math.abs(scaled(figure.x, x) - at); if (d < least && mark.y[i] !== null) { least = d; best = i; } });
      return [best, least];
    };
    return params => {
      const list = Array.isArray(params) ? params : [params];
      if (!list.length) return '';
      const hidden = (chart.getOption().legend[0] || {}).selected || {};
      if (figure.marks.some(m => m.kind === 'map' || m.kind === 'raster')) {
        const v = list[0].value, map = figure.marks.find(m => m.kind === 'map');
        const mark = figure.marks.find(m => m.name === list[0].seriesName) || map, known = v[2] !== '-' && v[2] !== null && v[2] !== undefined;
        const at = known ? mark.name + ' ' + number(v[2]) + (map && map.unit !== '1' ? ' ' + map.unit : '') : mark.kind === 'map' ? mark.hole : mark.name;
        const z = mark.kind === 'map' || mark.kind === 'probes' ? '<br><b>' + escaped(at) + '</b>' : '';
        return escaped(figure.x.title) + ' ' + number(unscaled(figure.x, v[0])) + '<br>' + escaped(figure.y.title) + ' ' + number(unscaled(figure.y, v[1])) + z;
      }
      const at = Number(list[0].axisValue), marks = figure.marks.filter(m => m.x.length && hidden[m.name] !== false);
      const width = scaled(figure.x, figure.x.to) - scaled(figure.x, figure.x.from);
      const found = marks.map(m => [m, ...near(m, at)]).filter(f => f[2] <= width / 60);
      if (!found.length) return '';
      const first = found.reduce((a, b) => b[2] < a[2] ? b : a);
      const place = first[0].x[first[1]], head = figure.places.length ? figure.places[Math.round(place)] : figure.x.title + ' ' + number(place);
      return escaped(head) + '<table style="font:inherit;margin:0.2em 0 0">' + found.map(f => row(f[0], valueText(f[0], f[1]))).join('') + '</table>';
    };
  }

  // Charts

  const ICONS = ['M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z', 'M0 -5L5 0L0 5L-5 0Z', 'M0 -5L5 4H-5Z', 'M-5 -5H5V5H-5Z'];
  function legendItem(m, p) {
    if (m.kind === 'map')
      return { name: m.hole, icon: 'path://M-9 -6H9V6H-9Z M-8 -5V5H8V-5Z M-8 1L-2 -5H0L-8 3Z M-4 5L6 -5H8L-2 5Z M4 5L8 1V3L6 5Z', itemStyle: { opacity: 1, color: p.hatch, borderWidth: 0 } };
    if (m.kind === 'probes' && m.z.length)
      return { name: m.name, icon: 'path://' + ICONS[m.shape], itemStyle: { opacity: 1, color: VIRIDIS[4], borderColor: p.soft, borderWidth: 1 } };
    const colour = m.colour === -2 ? p.soft : colourOf(m, p), control = m.role === 'control';
    if (m.kind === 'line')
      return { name: m.name, itemStyle: { opacity: 0 }, lineStyle: { color: colour, width: 1.8, type: DASHES[m.dash], shadowBlur: 0 } };
    const bar = m.kind === 'bars', fill = !control ? colour : bar ? colour + '24' : p.paper;
    const icon = 'path://' + (bar ? 'M-6 -5H6V5H-6Z' : m.kind === 'raster' ? 'M-1 -5H1V5H-1Z' : ICONS[m.shape]);
    return { name: m.name, icon, itemStyle: { opacity: 1, color: fill, borderColor: colour, borderWidth: control ? 1.6 : 0, borderType: bar ? [4, 2] : 'solid' } };
  }

  function options(figure, chart, p) {
    figure.marks.forEach((m, i) => { m.order = 2 + 3 * i; });
    const map = figure.marks.find(m => m.kind === 'map'), items = figure.marks.some(m => m.kind === 'map' || m.kind === 'raster');
    const named = figure.marks.map(m => [m.kind !== 'map' ? m.name : m.z.includes(null) ? m.hole : '', m]).filter(n => n[0]);
    const names = [...new Set(named.map(n => n[0]))];
    const width = chart.getWidth(), legend = (figure.marks.length > 1 || map) && names.length > 0;
    let rows = 1, used = 0;
    for (const name of names) { const w = 46 + name.length * 6.3; if (used && used + w > width) { rows++; used = 0; } used += w; }
    const longest = longestPlace(figure), yTicks = ticksOf(figure.y, scaled(figure.y, figure.y.from), scaled(figure.y, figure.y.to));
    const labels = Math.max(2, ...yTicks.map(t => t[1].length)) * 7 + 14;
    const slant = longest * 6.8 > (width - labels) / Math.max(1, figure.places.length);
    const bar = map && !map.notice, head = (legend ? rows * 24 : 0) + 34, foot = 50 + (slant ? longest * 3.9 : 0);
    return {
      animation: false, textStyle: { fontFamily: FONT }, aria: { enabled: false },
      legend: {
        show: legend, left: 0, top: 0, itemGap: 16, itemWidth: 24, itemHeight: 10, inactiveColor: p.axis, textStyle: { color: p.soft, fontSize: 12 },
        data: names.map(name => legendItem(named.find(n => n[0] === name)[1], p)),
      },
      grid: { left: labels, right: bar ? 78 : 14, top: head, bottom: foot },
      xAxis: axisOption(figure.x, p, true, slant ? longest * 3.9 : 0),
      yAxis: axisOption(figure.y, p, false, 0),
      series: [ticksSeries(figure, p)].concat(figure.marks.flatMap(m => SERIES[m.kind](figure, m, p))),
      tooltip: {
        trigger: items ? 'item' : 'axis', confine: true, backgroundColor: p.shade, borderColor: p.rule, padding: [8, 12], formatter: hover(figure, chart, p),
        textStyle: { color: p.ink, fontSize: 12 }, axisPointer: { type: 'line', snap: true, lineStyle: { color: p.axis, type: 'dashed' }, label: { show: false } },
      },
      toolbox: { show: true, left: -60, top: -60, itemSize: 1, showTitle: false, feature: { dataZoom: { filterMode: 'none', brushStyle: { color: p.soft, opacity: 0.15 } } } },
      dataZoom: [
        { type: 'inside', xAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false, preventDefaultMouseMove: false },
        { type: 'inside', yAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: false, preventDefaultMouseMove: false },
      ],
      title: map ? [{ text: map.notice || map.title, right: 0, top: head - 30,
        textStyle: { color: p.soft, fontSize: 12, fontWeight: 'normal', fontFamily: FONT } }] : [],
      visualMap: bar ? [{
        type: 'continuous', min: map.range[0], max: map.range[1], dimension: 2, seriesId: 'map', seriesIndex: 1 + seriesBefore(figure, map),
        inRange: { color: VIRIDIS }, calculable: false, right: 0, top: head + 20, itemWidth: 12,
        itemHeight: Math.max(60, chart.getHeight() - head - foot - 64), precision: 3, hoverLink: false,
        formatter: v => number(v, 3), text: [number(map.range[1], 3), number(map.range[0], 3)], textStyle: { color: p.soft },
      }] : [],
    };
  }
  function seriesBefore(figure, map) {
    const p = palette();
    return figure.marks.slice(0, figure.marks.indexOf(map)).flatMap(m => SERIES[m.kind](figure, m, p)).length;
  }

  function save(name, address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
  function picture(figure, box, kind) {
    const frame = document.createElement('div');
    frame.style.cssText = 'position:absolute;left:-9999px;width:' + Math.max(640, box.clientWidth) + 'px;height:' + box.clientHeight + 'px';
    document.body.append(frame);
    const chart = echarts.init(frame, null, { renderer: kind === 'svg' ? 'svg' : 'canvas' });
    chart.setOption(options(figure, chart, palette()));
    save(figure.id + '.' + kind, chart.getDataURL({ type: kind, pixelRatio: 3, backgroundColor: palette().paper }));
    chart.dispose();
    frame.remove();
  }

  function draw(element) {
    const figure = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
    const box = element.querySelector('.live');
    element.classList.add('drawn');
    const chart = echarts.init(box, null, { renderer: 'canvas' });
    const paint = () => {
      chart.setOption(options(figure, chart, palette()), true);
      if (fine) chart.dispatchAction({ type: 'takeGlobalCursor', key: 'dataZoomSelect', dataZoomSelectActive: true });
    };
    const whole = () => [0, 1].forEach(i => chart.dispatchAction({ type: 'dataZoom', dataZoomIndex: i, start: 0, end: 100 }));
    paint();
    box.addEventListener('dblclick', whole);
    dark.addEventListener('change', paint);
    new ResizeObserver(() => { if (box.clientWidth && box.clientWidth !== chart.getWidth()) { chart.resize(); paint(); } }).observe(box);
    const tools = element.querySelector('.tools');
    const tool = (label, act) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', act);
      tools.append(button);
    };
    tool('PNG', () => picture(figure, box, 'png'));
    tool('SVG', () => picture(figure, box, 'svg'));
    tool('Whole view', whole);
    if (fine) tools.append(Object.assign(document.createElement('span'), { textContent: 'drag to zoom' }));
  }

  // One at a time, so that the page answers while its figures are drawn. Where drawing fails the static picture stays.
  const waiting = [...document.querySelectorAll('figure.plot[data-live]')];
  const next = () => {
    if (!waiting.length) return;
    const element = waiting.shift();
    try { draw(element); } catch (error) { element.classList.remove('drawn'); console.error(error); }
    setTimeout(next);
  };
  next();
})();
