// Many papers of one paper at work and a list: headings, columns, faults mended at their
// cells, a trial row, then one ZIP.

import { button, h, newID } from './dom.js';
import { json, send } from './api.js';
import { filled, jobOf } from './list.js';
import { Listed } from './listed.js';
import { emit } from './yaml.js';
import { choice, choose } from './store.js';
import { parsed, set } from './path.js';

const types = [['text', 'chữ'], ['date', 'ngày tháng'], ['money', 'số tiền'], ['number', 'số'], ['id', 'số căn cước']];

// Many draws the screen of one work. desk has document(), files(), fields(), isDay(path),
// look(document), give(blob, name), say(title, error) and kind.
export class Many extends Listed {
  constructor(root, desk) {
    super(root, desk);
    Object.assign(this, { bad: 0, running: '', ready: false, sent: '', unused: 'chọn mục mà một cột điền vào, hoặc viết tên cột trong «» ở văn bản' });
    this.formats = new Set(choice('formats') ?? ['pdf']);
    this.draw();
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
    const steps = [this.listPart('1. Danh sách', 'Mỗi dòng của danh sách thành một văn bản. Thả tệp Excel (.xlsx) hoặc .csv vào trang này, hoặc chọn tệp.')];
    if (this.list) steps.push(this.columnsPart(), this.outPart(), this.checkPart());
    this.root.replaceChildren(...steps);
  }

  columnsPart() {
    const fields = this.desk.fields();
    return h('section', { class: 'part' }, h('h2', {}, '2. Các cột'),
      h('p', { class: 'help' }, 'Chọn mục mà cột điền vào. Muốn chèn giữa câu thì quay lại văn bản, viết tên cột trong ngoặc «», như «Họ và tên».'),
      this.columnsTable(['Chứa', 'Điền vào mục', 'Được trống'], (c) => this.columnCells(c, fields, this.inText(c) ? `chỗ viết «${c.heading}»` : 'không dùng')));
  }

  // inText reports whether the paper names a column between words.
  inText(c) {
    return JSON.stringify(this.desk.document()).toLowerCase().includes(`«${c.heading.trim().toLowerCase()}»`);
  }

  columnCells(c, fields, none) {
    const { list } = this;
    const changed = () => {
      choose(`many-${this.desk.kind}`, Object.fromEntries(list.columns.map((o) => [o.heading, { type: o.type, field: o.field, optional: o.optional }])));
      this.reset();
    };
    const order = newID();
    const days = list.days(c) === '' && h('fieldset', { class: 'ask' }, h('legend', {}, `“${this.sample(c)}” viết`),
      [['day', 'ngày trước, tháng sau'], ['month', 'tháng trước, ngày sau']].map(([v, w]) => h('label', {}, h('input', { type: 'radio', name: order, checked: c.order === v, onchange: () => { c.order = v; this.reset(); } }), w)));
    return [
      [h('select', { 'aria-label': `${c.heading} chứa`, onchange: (e) => { c.type = e.target.value; changed(); } }, types.map(([v, w]) => h('option', { value: v, selected: v === c.type }, w))), days],
      h('select', { 'aria-label': `${c.heading} điền vào`, onchange: (e) => { c.field = e.target.value; changed(); } },
        h('option', { value: '' }, none), fields.map(([path, words]) => h('option', { value: path, selected: path === c.field }, words))),
      h('input', { type: 'checkbox', 'aria-label': `${c.heading} được để trống`, checked: c.optional, onchange: (e) => { c.optional = e.target.checked; changed(); } }),
    ];
  }

  formatPart() {
    const format = (f, words) => h('label', {}, h('input', { type: 'checkbox', checked: this.formats.has(f), onchange: (e) => {
      if (e.target.checked) this.formats.add(f);
      else this.formats.delete(f);
      choose('formats', [...this.formats]);
    } }), words);
    return h('div', { class: 'row' }, format('pdf', 'PDF'), format('docx', 'Word'));
  }

  outPart(title = '3. Tệp ra') {
    const id = newID();
    return h('section', { class: 'part' }, h('h2', {}, title), this.formatPart(),
      h('div', { class: 'field' }, h('label', { for: id }, 'Tên tệp lấy theo cột'),
        h('select', { id, onchange: (e) => { this.named = e.target.value; } }, h('option', { value: '' }, 'số dòng'), this.list.columns.map((c) => h('option', { value: c.heading, selected: c.heading === this.named }, c.heading)))));
  }

  checkPart(title = '4. Kiểm tra và soạn') {
    const good = this.list.records().length - this.bad;
    this.state = h('p', { role: 'status', class: 'progress' });
    const wrong = this.findings.filter((f) => f.level === 'error').length;
    return h('section', { class: 'part' }, h('h2', {}, title),
      h('div', { class: 'row' }, button('Xem thử một dòng', () => this.trial()), button('Kiểm tra cả danh sách', () => this.check(), { class: this.ready ? '' : 'main' })),
      this.faultsPart(`${wrong} chỗ sai ở ${this.bad} dòng`, this.sent),
      this.ready && h('div', { class: 'row' },
        good > 0 && button(this.bad ? `Soạn ${good} văn bản, bỏ ${this.bad} dòng sai` : `Soạn ${good} văn bản`, () => this.run(), { class: 'main go' })),
      h('div', { class: 'row' }, this.stop = button('Dừng', () => send(`jobs/${this.running}`, { method: 'DELETE' }).catch(() => {}), { hidden: true })), this.state);
  }

  // made is the job as it stands, with its body; null while a question is open.
  made() {
    const { job, used, sent } = this.job();
    const open = this.list.columns.find((c) => used.some((u) => u.at === c.at) && !c.order && this.list.days(c) === '');
    if (open) {
      this.desk.say('Còn một câu hỏi', `cột “${open.heading}” viết ngày trước hay tháng trước?`);
      return null;
    }
    this.sent = sent.name;
    if (!used.length) {
      this.desk.say('Chưa có cột nào được dùng', this.unused);
      return null;
    }
    const body = new FormData();
    body.append('document', new Blob([emit(job).text]), 'tac-vu.yaml');
    body.append('file', sent.data, sent.name);
    for (const f of this.desk.files()) body.append('file', f.data, f.name);
    return { job, body };
  }

  // job is the job as it stands, with the columns that it uses and the list that is sent.
  job() {
    const sent = this.list.sent();
    return { ...jobOf(this.desk.document(), this.list, sent, { formats: [...this.formats], named: this.named }, (d, path, v) => set(d, parsed(path), v), this.desk.isDay), sent };
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
        if (this.running === id) this.state.textContent = s.total ? `${s.state === 'writing' ? 'Đã soạn' : 'Đã kiểm tra'} ${s.done} trong ${s.total}` : 'Đang kiểm tra…';
      } catch { /* it has not begun */ }
    }, 300);
    try {
      const response = await send(`jobs?id=${id}&skip-bad=true&to=${[...this.formats].join(',')}`, { method: 'POST', body: made.body });
      const zip = await response.blob();
      this.running = ''; // an answer that is still under way says nothing new
      this.desk.give(zip, 'zip');
      clearInterval(look);
      this.state.textContent = `Xong: ${response.headers.get('Vanban-Documents')} văn bản trong một tệp ZIP.`;
    } catch (e) {
      this.running = '';
      clearInterval(look);
      this.state.textContent = 'Chưa có văn bản nào.';
      this.desk.say('Dừng giữa chừng', e);
    }
    this.stop.hidden = true;
    go.disabled = false;
  }
}
