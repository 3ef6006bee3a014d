// The nominees of a season out of a list: which column holds what, faults at their cells.

import { button, h } from './dom.js';
import { json } from './api.js';
import { Listed } from './listed.js';
import { choice, choose } from './store.js';

// Nominees draws the list step of a season.
export class Nominees extends Listed {
  constructor(season) {
    super(season.root, season.desk);
    Object.assign(this, { season, changes: null, sent: '' });
  }

  // head sets the row of headings: at first the one with the most that are known.
  head(number) {
    if (number === this.list.heading && !this.list.columns.length) {
      const known = (r) => r.cells.filter((c) => c.heading).length;
      const best = this.list.rows.slice(0, 30).reduce((a, r) => (known(r) > known(a) ? r : a), this.list.rows[0]);
      if (best && known(best)) number = best.number;
    }
    this.list.head(number);
    const row = this.list.rows.find((r) => r.number === number);
    const chosen = choice('nominees') ?? {};
    for (const c of this.list.columns) {
      c.known = row.cells[c.at].heading ?? '';
      c.means = chosen[c.heading] ?? c.known;
      this.rename(c);
    }
    Object.assign(this, { findings: [], changes: null });
    this.draw();
  }

  // rename lets the list that is sent name a column as the program knows it.
  rename(c) {
    const key = `${this.list.heading}:${c.at + 1}`;
    if (c.means === c.known) this.list.mended.delete(key);
    else this.list.mended.set(key, c.means || 'Ghi chú');
  }

  draw() {
    const { list } = this;
    if (this.season.step !== 'list') return;
    const count = this.season.work.document.nominees?.length ?? 0;
    const steps = [this.listPart('Danh sách đề nghị', 'Mỗi dòng là một tập thể, cá nhân hoặc hộ gia đình. Thả tệp Excel (.xlsx) hoặc .csv vào trang này. Đưa vào nhiều lần được: ai đã có thì chỉ bổ sung chỗ còn thiếu.'),
      h('p', { role: 'status', class: 'progress' }, this.changes ? this.taken() : count ? `Đợt đang có ${count} đề nghị.` : 'Đợt chưa có đề nghị nào.')];
    if (list) steps.push(this.columnsPart(), this.takePart());
    this.root.replaceChildren(...steps);
  }

  taken() {
    const added = this.changes.filter((c) => c.startsWith('thêm ')).length;
    if (!this.changes.length) return 'Không có gì mới trong danh sách này.';
    return [added && `Đã thêm ${added} đề nghị`, this.changes.length > added && `bổ sung ${this.changes.length - added} đề nghị đã có`].filter(Boolean).join(', ') + '.';
  }

  columnsPart() {
    const { year } = this.season.work.document;
    const known = this.list.known.map((k) => k.replace('<năm>', year ?? ''));
    const choices = (c) => [...new Set([...known, c.known, c.means])].filter((k) => k && k !== 'STT');
    return h('section', { class: 'part' }, h('h2', {}, 'Các cột'),
      h('p', { class: 'help' }, 'Cột mà chương trình chưa biết thì chọn nội dung của cột, hoặc để bỏ qua.'),
      this.columnsTable(['Nội dung'], (c) => [h('select', { 'aria-label': `${c.heading} là`, onchange: (e) => {
        c.means = e.target.value;
        this.rename(c);
        choose('nominees', { ...choice('nominees'), [c.heading]: c.means });
      } }, h('option', { value: '' }, 'bỏ qua'), c.known === 'STT' && h('option', { value: 'STT', selected: c.means === 'STT' }, 'số thứ tự'),
      choices(c).map((k) => h('option', { value: k, selected: k === c.means }, k)))]));
  }

  takePart() {
    const wrong = this.findings.filter((f) => f.level === 'error');
    const rows = new Set(wrong.map((f) => f.line)).size;
    const notes = this.findings.filter((f) => f.level !== 'error');
    return h('section', { class: 'part' }, h('h2', {}, 'Đưa vào đợt'),
      h('div', { class: 'row' }, button('Kiểm tra và đưa vào đợt', () => this.check(), { class: this.changes ? '' : 'main' }),
        this.changes?.length > 0 && button('Sang kết quả xét', () => this.season.go('results'), { class: 'main' })),
      this.faultsPart(`${wrong.length} chỗ sai ở ${rows} dòng; chưa đưa vào ai`, this.sent),
      notes.length > 0 && h('ul', { class: 'notes' }, notes.map((f) => h('li', {}, [f.cell, f.message].filter(Boolean).join(': ')))));
  }

  // check takes the list into the season; with a fault nothing is taken.
  async check() {
    const sent = this.list.sent();
    this.sent = sent.name;
    const { list } = this;
    const query = [`heading=${list.heading}`, list.hidden && `hidden=${list.hidden}`, /\.xlsx$/i.test(sent.name) && list.sheet && `sheet=${encodeURIComponent(list.sheet)}`].filter(Boolean).join('&');
    const body = this.season.body(sent);
    try {
      const got = await json(`award/import?${query}`, body);
      Object.assign(this, { findings: got.findings.filter((f) => f.file === this.sent), changes: got.changes });
      if (got.changes.length) this.season.put(await this.desk.values(got.yaml));
    } catch (e) {
      if (!e.findings?.length) return this.desk.say('Chưa đưa vào được', e);
      Object.assign(this, { findings: e.findings, changes: null });
    }
    this.draw();
    (this.root.querySelector('.faults') ?? this.root.querySelector('.progress'))?.focus();
  }
}
