// Many Word files of an office's own template and a list: the template is checked, its fields
// are matched to columns, and what all files share is typed once.

import { button, h, newID } from './dom.js';
import { json, send } from './api.js';
import { Many } from './many.js';
import { listOf } from './list.js';
import { emit } from './yaml.js';
import { choice, choose } from './store.js';
import { fileName, give, reason } from './state.js';
import { plain } from './words.js';

// isTemplate reports whether a work is a Word template and not a paper.
export const isTemplate = (document) => document?.kind === 'job' && Boolean(document.template);

const flat = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const types = { money: 'money', date: 'date', number: 'number' };

// Template draws the screen of a template; desk is that of Many, with template(), the file.
export class Template extends Many {
  constructor(root, desk) {
    super(root, desk);
    Object.assign(this, { fields: null, mistakes: [], shared: {}, unused: 'chọn trường của mẫu mà một cột điền vào' });
    this.formats = new Set(['docx']);
    this.look();
  }

  // look asks what the template's fields are, and what is wrong with it.
  async look() {
    const file = this.desk.template();
    const body = new FormData();
    body.append('document', file.data, file.name);
    try {
      const got = await json('fill', { method: 'POST', body });
      Object.assign(this, { fields: got.findings.some((f) => f.level === 'error') ? null : got.fields, mistakes: got.findings });
    } catch (e) {
      Object.assign(this, { fields: null, mistakes: e.findings ?? [] });
      if (!this.mistakes.length) this.desk.say('Không đọc được mẫu', reason(e));
    }
    this.draw();
  }

  head(number) {
    super.head(number);
    const known = choice(`many-${this.desk.kind}`) ?? {};
    for (const c of this.list.columns) {
      if (known[c.heading]) continue;
      const field = this.fields?.find((f) => flat(f.name) === flat(c.heading));
      if (field) Object.assign(c, { field: field.name, type: types[field.kind] ?? c.type });
    }
    this.shared = choice(`shared-${this.desk.kind}`) ?? {};
    this.draw();
  }

  draw() {
    if (this.mistakes === undefined) return; // the ground draws before its fields are known
    const steps = [this.templatePart()];
    if (this.fields) steps.push(this.listPart('2. Danh sách', 'Mỗi dòng của danh sách thành một tệp Word. Thả tệp Excel (.xlsx) hoặc .csv vào trang này, hoặc chọn tệp.'));
    if (this.fields && this.list) {
      const rest = this.restPart();
      steps.push(this.columnsPart(), rest, this.outPart(`${rest ? 5 : 4}. Tệp ra`), this.checkPart(`${rest ? 6 : 5}. Kiểm tra và soạn`));
    }
    this.root.replaceChildren(...steps.filter(Boolean));
  }

  templatePart() {
    const file = h('input', { type: 'file', hidden: true, accept: '.docx,.dotx', onchange: () => file.files[0] && this.desk.replace(file.files[0]) });
    const words = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Gợi ý' };
    return h('section', { class: 'part' }, h('h2', {}, '1. Mẫu Word'),
      h('div', { class: 'row' }, h('span', {}, this.desk.template().name), button('Chọn mẫu khác…', () => file.click()), file),
      !this.fields && h('p', { role: 'status' }, this.mistakes.length ? 'Mẫu còn lỗi: sửa trong Word rồi chọn lại.' : 'Đang đọc mẫu…'),
      this.mistakes.length > 0 && h('ol', { class: 'cells' }, this.mistakes.map((f) => h('li', { class: f.level }, h('span', { class: 'level' }, `${words[f.level]}: `), [f.message, f.fix].filter(Boolean).join('; ')))),
      this.fields && h('p', { role: 'status' }, this.fields.length ? `${this.fields.length} trường: ${this.fields.map((f) => `«${f.name}»`).join(', ')}.` : 'Mẫu chưa có trường nào: viết {{Họ và tên}} ở chỗ cần điền rồi chọn lại.'));
  }

  columnsPart() {
    return h('section', { class: 'part' }, h('h2', {}, '3. Các cột'),
      h('p', { class: 'help' }, 'Chọn trường của mẫu mà mỗi cột điền vào.'),
      this.columnsTable(['Chứa', 'Điền vào trường', 'Được trống'], (c) => this.columnCells(c, this.fields.map((f) => [f.name, f.name]), 'không dùng')));
  }

  // rest are the fields that no column fills.
  rest() {
    const filled = new Set(this.list.columns.map((c) => c.field));
    return this.fields.filter((f) => !filled.has(f.name) && !/^(STT|Số văn bản)$/.test(f.name) && !/^(list|group)$/.test(f.kind));
  }

  // restPart takes what stands in all files alike.
  restPart() {
    const rest = this.rest();
    const parts = this.fields.filter((f) => f.kind === 'list' || f.kind === 'group');
    if (!rest.length && !parts.length) return null;
    return h('section', { class: 'part' }, h('h2', {}, '4. Giống nhau ở mọi tệp'), h('p', { class: 'help' }, 'Trường không có cột nào điền thì ghi ở đây; để trống là không in gì.'),
      parts.length > 0 && h('p', {}, `Phần ${parts.map((f) => `«${f.name}»`).join(', ')} của mẫu lấy nhiều dòng cho một tệp: trang này chưa làm được; người biết dùng lệnh thì làm bằng vanban batch.`),
      rest.map((f) => {
        const id = newID();
        return h('div', { class: 'field' }, h('label', { for: id }, f.name), h('input', { id, type: 'text', autocomplete: 'off', value: this.shared[f.name] ?? '', oninput: (e) => {
          this.shared[f.name] = e.target.value;
          choose(`shared-${this.desk.kind}`, this.shared);
        } }));
      }));
  }

  formatPart() {
    return null; // a template gives Word files
  }

  // job is the job as it stands; columns are sent under the names of the fields.
  job() {
    const { list } = this;
    const named = list.columns.find((c) => c.heading === this.named);
    for (const c of list.columns) {
      if (c.field) list.mended.set(`${list.heading}:${c.at + 1}`, c.field);
      else list.mended.delete(`${list.heading}:${c.at + 1}`);
    }
    const shared = this.rest().map((f, i) => ({ heading: f.name, name: `chung_${i + 1}`, text: this.shared[f.name] ?? '' }));
    const sent = list.sent(shared);
    const used = list.columns.filter((c) => c.field || c === named);
    const columns = [
      ...used.map((c) => ({ heading: c.field || c.heading, name: c.name, type: c.type, ...(c.optional ? { optional: true } : {}) })),
      ...shared.map((s) => ({ heading: s.heading, name: s.name, type: 'text', optional: true })),
    ];
    const job = { kind: 'job', version: '1', list: listOf(list, sent), columns, names: named ? `{{.row}}-{{slug .${named.name}}}` : 'van-ban-{{.row}}', formats: ['docx'], template: this.desk.template().name };
    return { job, used, sent };
  }

  // trial shows the first row as it is printed, where the filled template is a paper that can be
  // recognised; else it brings the Word file, and says why.
  async trial() {
    const made = this.made();
    if (!made) return;
    this.state.textContent = 'Đang điền thử…';
    let file;
    try {
      file = firstOf(await (await send(`jobs?limit=1&to=docx`, { method: 'POST', body: made.body })).arrayBuffer(), '.docx');
    } catch (e) {
      this.state.textContent = '';
      return this.desk.say('Dòng đầu chưa điền được', reason(e));
    }
    const bring = () => give(file, fileName('docx', 'xem-thu'));
    try {
      const pages = await this.desk.look(file);
      this.state.replaceChildren(`Trang in của dòng đầu: ${pages} trang. `, button('Tải tệp Word của dòng đầu', bring, { class: 'quiet' }));
    } catch (e) {
      bring();
      const why = e.findings?.find((f) => f.level === 'error')?.message ?? e.message;
      this.state.textContent = `Đã tải tệp Word của dòng đầu: mở ra xem thử. Không hiện được trang in ở đây, vì chưa nhận ra đây là văn bản theo mẫu chung: ${plain(why)}.`;
    }
  }
}

// firstOf takes the first file with an ending out of an archive whose files stand as they are.
export function firstOf(archive, ending) {
  const view = new DataView(archive);
  let at = archive.byteLength - 22;
  while (at > 0 && view.getUint32(at, true) !== 0x06054b50) at--;
  for (let entry = view.getUint32(at + 16, true); view.getUint32(entry, true) === 0x02014b50;) {
    const [name, extra, note] = [28, 30, 32].map((i) => view.getUint16(entry + i, true));
    if (new TextDecoder().decode(new Uint8Array(archive, entry + 46, name)).endsWith(ending)) {
      const local = view.getUint32(entry + 42, true);
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return new Blob([new Uint8Array(archive, from, view.getUint32(entry + 20, true))]);
    }
    entry += 46 + name + extra + note;
  }
  throw new Error('máy chủ không gửi tệp nào');
}
