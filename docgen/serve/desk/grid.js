// The rows of a table as cells to type into; cells copied in a spreadsheet can be pasted.

import { button, h, upperFirst } from './dom.js';
import { insert, set, written } from './path.js';

const atOnce = 50;

const title = (column, i) => (typeof column === 'string' ? column : column?.title) || `Cột ${i + 1}`;
const text = (cell) => (cell && typeof cell === 'object' ? cell.text ?? '' : cell ?? '');

// grid draws the rows at a path; their columns stand beside them.
export function grid(form, path) {
  const work = form.work;
  return form.box(path, () => {
    const rows = work.get(path) ?? [];
    const columns = work.get([...path.slice(0, -1), 'columns']) ?? [];
    const key = written(path);
    const from = Math.min(form.slices.get(key) ?? 0, Math.max(0, Math.floor((rows.length - 1) / atOnce) * atOnce));
    const row = (r, n) => {
      const cells = Array.isArray(r) ? [...path, n] : [...path, n, 'cells'];
      const list = work.get(cells) ?? [];
      return h('tr', {}, h('th', { scope: 'row' }, String(n + 1)),
        Array.from({ length: Math.max(columns.length, list.length) }, (_, i) => h('td', {}, cellOf(form, [...cells, i], list[i], `${title(columns[i], i)}, dòng ${n + 1}`, cells))),
        h('td', {}, button('Bỏ', () => form.put(path, set(work.document, [...path, n], undefined)), { class: 'take', 'aria-label': `Bỏ dòng ${n + 1}` })));
    };
    const add = () => {
      form.put(path, insert(work.document, path, rows.length, columns.map(() => '')));
      form.show(written([...path, rows.length, 0]));
    };
    const go = (to) => {
      form.slices.set(key, to);
      form.boxes.get(key).redraw();
    };
    return h('div', { class: 'grid' },
      rows.length > atOnce && h('nav', { class: 'pager', 'aria-label': 'Các dòng của bảng' },
        button('Trước', () => go(from - atOnce), { disabled: from === 0, class: 'quiet' }),
        h('span', { role: 'status' }, `Dòng ${from + 1} đến ${Math.min(from + atOnce, rows.length)} trong ${rows.length}`),
        button('Sau', () => go(from + atOnce), { disabled: from + atOnce >= rows.length, class: 'quiet' })),
      h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Các dòng của bảng' },
        h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Dòng'), columns.map((c, i) => h('th', { scope: 'col' }, upperFirst(title(c, i)))), h('td', {}))),
          h('tbody', {}, rows.slice(from, from + atOnce).map((r, i) => row(r, from + i))))),
      button('Thêm dòng', add, { class: 'quiet' }),
      h('p', { class: 'help' }, 'Chép các ô từ Excel rồi dán vào một ô: các ô được điền tiếp sang phải và xuống dưới.'));
  });
}

function cellOf(form, path, cell, label, cells) {
  const work = form.work;
  const at = cell && typeof cell === 'object' ? [...path, 'text'] : path;
  const key = written(path);
  const commit = () => {
    form.touched.add(key);
    let document = work.document;
    const have = work.get(cells)?.length ?? 0;
    for (let i = have; i < path.at(-1); i++) document = set(document, [...cells, i], '');
    work.change(set(document, at, control.value), { path, run: key, quiet: true });
  };
  const control = h('input', { type: 'text', value: text(cell), autocomplete: 'off', 'aria-label': label });
  const box = h('div', { class: 'field cell', 'data-field': key }, control);
  control.addEventListener('input', (e) => { if (!e.isComposing) commit(); });
  control.addEventListener('compositionend', commit);
  control.addEventListener('blur', () => work.pause());
  control.addEventListener('paste', (e) => {
    const given = e.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
    if (!/[\t\n]/.test(given)) return;
    e.preventDefault();
    paste(form, path, given.split(/\r?\n/).map((line) => line.split('\t')));
  });
  form.fields.set(key, { box, control, sync: (v) => { control.value = text(v); } });
  return box;
}

// paste fills cells from one on, and adds rows where there are too few.
function paste(form, path, lines) {
  const work = form.work;
  const inCells = path.at(-2) === 'cells';
  const rows = path.slice(0, inCells ? -3 : -2);
  const first = inCells ? path.at(-3) : path.at(-2);
  const list = [...(work.get(rows) ?? [])];
  lines.forEach((line, i) => {
    const old = list[first + i] ?? [];
    const cells = [...(Array.isArray(old) ? old : old.cells ?? [])];
    line.forEach((words, j) => {
      const at = path.at(-1) + j;
      while (cells.length < at) cells.push('');
      cells[at] = cells[at] && typeof cells[at] === 'object' ? { ...cells[at], text: words } : words;
    });
    list[first + i] = Array.isArray(old) ? cells : { ...old, cells };
  });
  form.put(rows, set(work.document, rows, list));
}
