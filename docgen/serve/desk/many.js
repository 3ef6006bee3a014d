// Many papers of one paper at work and a list: headings, columns, faults mended at their
// cells, a trial row, then one ZIP.

import { button, h, newID } from './dom.js';
import { json, send } from './api.js';
import { filled, jobOf, List } from './list.js';
import { emit } from './yaml.js';
import { choice, choose } from './store.js';
import { parsed, set } from './path.js';

const types = [['text', 'chữ'], ['date', 'ngày tháng'], ['money', 'số tiền'], ['number', 'số'], ['id', 'số căn cước']];

// Many draws the screen of one work. desk has document(), files(), fields(), isDay(path),
// look(document), give(blob, name), say(title, error) and kind.
export class Many {
  constructor(root, desk) {
    Object.assign(this, { root, desk, list: null, findings: [], bad: 0, running: '', ready: false });
    this.formats = new Set(choice('formats') ?? ['pdf']);
    this.draw();
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

  head(number) {
    this.list.head(number, choice(`many-${this.desk.kind}`) ?? {});
    this.named = this.list.columns.find((c) => /họ.*tên|^tên/i.test(c.heading))?.heading ?? '';
    this.reset();
  }

  // reset forgets what the last check said.
  reset() {
    Object.assign(this, { findings: [], ready: false, bad: 0 });
    this.draw();
  }

  draw() {
    const file = h('input', { type: 'file', hidden: true, accept: '.xlsx,.csv', onchange: () => file.files[0] && this.open(file.files[0]) });
    const steps = [h('section', { class: 'part' }, h('h2', {}, '1. Danh sách'),
      h('p', { class: 'help' }, 'Mỗi dòng của danh sách thành một văn bản. Thả tệp Excel (.xlsx) hoặc .csv vào trang này, hoặc chọn tệp.'),
      h('div', { class: 'row' }, button('Chọn danh sách…', () => file.click(), { class: this.list ? '' : 'main' }), file, this.list && h('span', {}, this.list.file.name)),
      this.list && this.sheetPart())];
    if (this.list) steps.push(this.columnsPart(), this.outPart(), this.checkPart());
    this.root.replaceChildren(...steps);
  }

  sheetPart() {
    const { list } = this;
    const sheet = newID();
    const head = newID();
    return h('div', { class: 'group' },
      list.sheets.length > 1 && h('div', { class: 'field' }, h('label', { for: sheet }, 'Trang tính'),
        h('select', { id: sheet, onchange: (e) => this.open(list.file, e.target.value) }, list.sheets.map((s) => h('option', { value: s, selected: s === list.sheet }, s)))),
      h('div', { class: 'field' }, h('label', { for: head }, 'Dòng tên cột'),
        h('select', { id: head, onchange: (e) => this.head(Number(e.target.value)) }, list.rows.slice(0, 30).map((r) => h('option', { value: r.number, selected: r.number === list.heading },
          `Dòng ${r.number}: ${r.cells.map((c) => c.text).filter(Boolean).join(' | ').slice(0, 70)}`)))),
      h('p', { role: 'status' }, `${list.records().length} dòng dưới dòng tên cột.`));
  }

  columnsPart() {
    const { list } = this;
    const fields = this.desk.fields();
    return h('section', { class: 'part' }, h('h2', {}, '2. Các cột'),
      h('p', { class: 'help' }, 'Chọn mục mà cột điền vào. Muốn chèn giữa câu thì quay lại văn bản, viết tên cột trong ngoặc «», như «Họ và tên».'),
      h('div', { class: 'grid' }, h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Các cột' }, h('table', {},
        h('thead', {}, h('tr', {}, ['Cột', 'Thí dụ', 'Chứa', 'Điền vào mục', 'Được trống'].map((t) => h('th', { scope: 'col' }, t)))),
        h('tbody', {}, list.columns.map((c) => this.columnRow(c, fields)))))));
  }

  columnRow(c, fields) {
    const { list } = this;
    const changed = () => {
      choose(`many-${this.desk.kind}`, Object.fromEntries(list.columns.map((o) => [o.heading, { type: o.type, field: o.field, optional: o.optional }])));
      this.reset();
    };
    const first = list.records().find((r) => list.text(r, c.at));
    const unsure = list.days(c) === '';
    const order = newID();
    return h('tr', {}, h('th', { scope: 'row' }, c.heading), h('td', { class: 'shown' }, first ? list.text(first, c.at).slice(0, 40) : ''),
      h('td', {}, h('select', { 'aria-label': `${c.heading} chứa`, onchange: (e) => { c.type = e.target.value; changed(); } }, types.map(([v, w]) => h('option', { value: v, selected: v === c.type }, w))),
        unsure && h('fieldset', { class: 'ask' }, h('legend', {}, `“${first ? list.text(first, c.at) : ''}” viết`),
          [['day', 'ngày trước, tháng sau'], ['month', 'tháng trước, ngày sau']].map(([v, w]) => h('label', {}, h('input', { type: 'radio', name: order, checked: c.order === v, onchange: () => { c.order = v; this.reset(); } }), w)))),
      h('td', {}, h('select', { 'aria-label': `${c.heading} điền vào mục`, onchange: (e) => { c.field = e.target.value; changed(); } },
        h('option', { value: '' }, 'không điền cả mục'), fields.map(([path, words]) => h('option', { value: path, selected: path === c.field }, words)))),
      h('td', {}, h('input', { type: 'checkbox', 'aria-label': `${c.heading} được để trống`, checked: c.optional, onchange: (e) => { c.optional = e.target.checked; changed(); } })));
  }

  outPart() {
    const id = newID();
    const format = (f, words) => h('label', {}, h('input', { type: 'checkbox', checked: this.formats.has(f), onchange: (e) => {
      if (e.target.checked) this.formats.add(f);
      else this.formats.delete(f);
      choose('formats', [...this.formats]);
    } }), words);
    return h('section', { class: 'part' }, h('h2', {}, '3. Tệp ra'), h('div', { class: 'row' }, format('pdf', 'PDF'), format('docx', 'Word')),
      h('div', { class: 'field' }, h('label', { for: id }, 'Tên tệp lấy theo cột'),
        h('select', { id, onchange: (e) => { this.named = e.target.value; } }, h('option', { value: '' }, 'số dòng'), this.list.columns.map((c) => h('option', { value: c.heading, selected: c.heading === this.named }, c.heading)))));
  }

  checkPart() {
    const good = this.list.records().length - this.bad;
    this.state = h('p', { role: 'status', class: 'progress' });
    const cells = this.findings.filter((f) => f.level === 'error');
    const hidden = cells.some((f) => f.rule === 'batch.hidden');
    const id = newID();
    return h('section', { class: 'part' }, h('h2', {}, '4. Kiểm tra và soạn'),
      h('div', { class: 'row' }, button('Xem thử một dòng', () => this.trial()), button('Kiểm tra cả danh sách', () => this.check(), { class: this.ready ? '' : 'main' })),
      hidden && h('div', { class: 'field' }, h('label', { for: id }, 'Dòng, cột bị ẩn trong bảng tính'),
        h('select', { id, onchange: (e) => { this.list.hidden = e.target.value; this.check(); } }, [['', 'hỏi'], ['take', 'lấy cả'], ['skip', 'bỏ dòng ẩn']].map(([v, w]) => h('option', { value: v, selected: v === this.list.hidden }, w)))),
      cells.length > 0 && h('div', {}, h('h3', { tabindex: '-1', class: 'faults' }, `${cells.length} chỗ sai ở ${this.bad} dòng`),
        h('p', { class: 'help' }, 'Sửa ngay tại đây rồi kiểm tra lại. Tệp danh sách của bạn không bị thay đổi.'),
        h('ol', { class: 'cells' }, cells.slice(0, 200).map((f) => this.fault(f)))),
      this.ready && h('div', { class: 'row' },
        good > 0 && button(this.bad ? `Soạn ${good} văn bản, bỏ ${this.bad} dòng sai` : `Soạn ${good} văn bản`, () => this.run(), { class: 'main go' })),
      h('div', { class: 'row' }, this.stop = button('Dừng', () => send(`jobs/${this.running}`, { method: 'DELETE' }).catch(() => {}), { hidden: true })), this.state);
  }

  // fault is a finding at its cell, which can be mended there.
  fault(f) {
    const row = this.list.rows.find((r) => r.number === f.line);
    const words = [f.message.replace(/^ô \S+ \(/, '('), f.fix].filter(Boolean).join('; ');
    if (!row || !f.column || f.line <= this.list.heading) return h('li', {}, words);
    const id = newID();
    return h('li', {}, h('label', { for: id }, `${f.cell || `Dòng ${f.line}`}: `), h('span', {}, words),
      h('input', { id, type: 'text', autocomplete: 'off', value: this.list.text(row, f.column - 1), oninput: (e) => this.list.mended.set(`${f.line}:${f.column}`, e.target.value) }));
  }

  // made is the job as it stands, with its body; null while a question is open.
  made() {
    const open = this.list.columns.find((c) => !c.order && this.list.days(c) === '');
    if (open) {
      this.desk.say('Còn một câu hỏi', `cột “${open.heading}” viết ngày trước hay tháng trước?`);
      return null;
    }
    const sent = this.list.sent();
    const { job, used } = jobOf(this.desk.document(), this.list, sent, { formats: [...this.formats], named: this.named }, (d, path, v) => set(d, parsed(path), v), this.desk.isDay);
    if (!used.length) {
      this.desk.say('Chưa có cột nào được dùng', 'chọn mục mà một cột điền vào, hoặc viết tên cột trong «» ở văn bản');
      return null;
    }
    const body = new FormData();
    body.append('document', new Blob([emit(job).text]), 'tac-vu.yaml');
    body.append('file', sent.data, sent.name);
    for (const f of this.desk.files()) body.append('file', f.data, f.name);
    return { job, body };
  }

  async trial() {
    const made = this.made();
    const row = this.list.records()[0];
    if (made && row) this.desk.look(filled(made.job, this.list, row), row.number);
  }

  async check() {
    const made = this.made();
    if (!made) return;
    this.state.textContent = 'Đang kiểm tra…';
    try {
      const got = await json('jobs?dry-run=true&skip-bad=true', { method: 'POST', body: made.body });
      Object.assign(this, { findings: got.findings, bad: got.bad, ready: got.documents > 0 });
      this.draw();
      this.state.textContent = got.bad ? '' : `Cả ${got.documents} dòng đều đúng.`;
      this.root.querySelector('.faults')?.focus();
    } catch (e) {
      Object.assign(this, { findings: e.findings ?? [], ready: false, bad: 0 });
      this.draw();
      if (!this.findings.length) this.desk.say('Chưa kiểm tra được', e);
    }
  }

  async run() {
    const made = this.made();
    if (!made) return;
    const id = this.running = crypto.randomUUID();
    this.stop.hidden = false;
    const go = this.root.querySelector('.go');
    go.disabled = true;
    const look = setInterval(async () => {
      try {
        const s = await json(`jobs/${id}`);
        this.state.textContent = s.total ? `${s.state === 'writing' ? 'Đã soạn' : 'Đã kiểm tra'} ${s.done} trong ${s.total}` : 'Đang kiểm tra…';
      } catch { /* it has not begun */ }
    }, 300);
    try {
      const response = await send(`jobs?id=${id}&skip-bad=true&to=${[...this.formats].join(',')}`, { method: 'POST', body: made.body });
      const zip = await response.blob();
      this.desk.give(zip, 'zip');
      clearInterval(look);
      this.state.textContent = `Xong: ${response.headers.get('Vanban-Documents')} văn bản trong một tệp ZIP.`;
    } catch (e) {
      clearInterval(look);
      this.state.textContent = 'Chưa có văn bản nào.';
      this.desk.say('Dừng giữa chừng', e);
    }
    this.stop.hidden = true;
    go.disabled = false;
  }
}
