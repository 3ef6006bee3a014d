// A list that a person brings, as the screen shows it: its file, worksheet and row of
// headings, and faults at their cells, where they can be mended.

import { button, h, newID } from './dom.js';
import { json } from './api.js';
import { List } from './list.js';

export const isList = (name) => /\.(xlsx|csv)$/i.test(name);

// Listed is the ground of a screen that works on a list. desk has say(title, error); what is
// built on it has head(number), draw() and check().
export class Listed {
  constructor(root, desk) {
    Object.assign(this, { root, desk, list: null, findings: [] });
  }

  // open reads a spreadsheet.
  async open(file, sheet = '') {
    try {
      const rows = (await json('limits')).find((l) => l.name === 'rows')?.value ?? 1000;
      const body = new FormData();
      body.append('document', file, file.name);
      this.list = new List(file, await json(`desk/list?rows=${rows}${sheet ? `&sheet=${encodeURIComponent(sheet)}` : ''}`, { method: 'POST', body }));
      this.head(this.list.heading);
    } catch (e) {
      this.desk.say(`Không đọc được ${file.name}`, e.findings?.length ? e.findings.map((f) => [f.message, f.fix].filter(Boolean).join('; ')).join('. ') : e);
    }
  }

  // listPart is where the list is chosen, and what of it holds the headings.
  listPart(title, help) {
    const { list } = this;
    const file = h('input', { type: 'file', hidden: true, accept: '.xlsx,.csv', onchange: () => file.files[0] && this.open(file.files[0]) });
    const sheet = newID();
    const head = newID();
    return h('section', { class: 'part' }, h('h2', {}, title), h('p', { class: 'help' }, help),
      h('div', { class: 'row' }, button('Chọn danh sách…', () => file.click(), { class: list ? '' : 'main' }), file, list && h('span', {}, list.file.name)),
      list && h('div', { class: 'group' },
        list.sheets.length > 1 && h('div', { class: 'field' }, h('label', { for: sheet }, 'Trang tính'),
          h('select', { id: sheet, onchange: (e) => this.open(list.file, e.target.value) }, list.sheets.map((s) => h('option', { value: s, selected: s === list.sheet }, s)))),
        h('div', { class: 'field' }, h('label', { for: head }, 'Dòng tên cột'),
          h('select', { id: head, onchange: (e) => this.head(Number(e.target.value)) }, list.rows.slice(0, 30).map((r) => h('option', { value: r.number, selected: r.number === list.heading },
            `Dòng ${r.number}: ${r.cells.map((c) => c.text).filter(Boolean).join(' | ').slice(0, 70)}`)))),
        h('p', { role: 'status' }, `${list.records().length} dòng dưới dòng tên cột.`)));
  }

  // columnsTable shows the columns with an example of each; cells are further columns.
  columnsTable(heads, cells) {
    const { list } = this;
    return h('div', { class: 'grid' }, h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Các cột' }, h('table', { class: 'stack' },
      h('thead', {}, h('tr', {}, ['Cột, thí dụ', ...heads].map((t) => h('th', { scope: 'col' }, t)))),
      h('tbody', {}, list.columns.map((c) => h('tr', {}, h('th', { scope: 'row' }, c.heading, h('span', { class: 'shown' }, this.sample(c).slice(0, 40))),
        cells(c).map((cell, i) => h('td', { 'data-head': heads[i] }, cell))))))));
  }

  // sample is the first text of a column.
  sample(c) {
    const row = this.list.records().find((r) => this.list.text(r, c.at));
    return row ? this.list.text(row, c.at) : '';
  }

  // faultsPart shows what is wrong with the list; file is the name under which it was sent.
  faultsPart(head, file) {
    const cells = this.findings.filter((f) => f.level === 'error');
    const id = newID();
    if (!cells.length) return null;
    return h('div', { class: 'group' }, h('h3', { tabindex: '-1', class: 'faults' }, head),
      cells.some((f) => f.rule === 'batch.hidden') && h('div', { class: 'field' }, h('label', { for: id }, 'Dòng, cột bị ẩn trong bảng tính'),
        h('select', { id, onchange: (e) => { this.list.hidden = e.target.value; this.check(); } }, [['', 'hỏi'], ['take', 'lấy cả'], ['skip', 'bỏ dòng ẩn']].map(([v, w]) => h('option', { value: v, selected: v === this.list.hidden }, w)))),
      h('p', { class: 'help' }, 'Sửa ngay tại đây rồi kiểm tra lại. Tệp danh sách của bạn không bị thay đổi.'),
      h('ol', { class: 'cells' }, cells.slice(0, 200).map((f) => this.fault(f, file))),
      cells.length > 200 && h('p', {}, `Đây là 200 chỗ đầu trong ${cells.length}: sửa rồi kiểm tra lại thì hiện tiếp.`));
  }

  // fault is a finding at its cell.
  fault(f, file) {
    const row = f.file === file && this.list.rows.find((r) => r.number === f.line);
    const words = [f.message.replace(/^ô \S+ \(/, '('), f.fix].filter(Boolean).join('; ');
    if (!row || !f.column || f.line <= this.list.heading) return h('li', {}, words);
    const id = newID();
    return h('li', {}, h('label', { for: id }, `${f.cell || `Dòng ${f.line}`}: `), h('span', {}, words),
      h('input', { id, type: 'text', autocomplete: 'off', value: this.list.text(row, f.column - 1), oninput: (e) => this.list.mended.set(`${f.line}:${f.column}`, e.target.value) }));
  }
}
