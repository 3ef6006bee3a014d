// A list of records from a spreadsheet: its headings, what its columns hold, and what of it
// was mended here.

// List is a worksheet as the server read it.
export class List {
  constructor(file, read) {
    Object.assign(this, { file, sheets: read.sheets, sheet: read.sheet, rows: read.rows, more: read.more, known: read.known });
    this.mended = new Map(); // by "row:column", both from 1
    this.heading = read.heading || this.rows[0]?.number || 1;
    this.columns = [];
    this.hidden = '';
  }

  // head sets the row of the headings, and with it the columns; known are choices of before.
  head(number, known = {}) {
    for (const key of [...this.mended.keys()]) if (key.startsWith(`${this.heading}:`)) this.mended.delete(key);
    this.heading = number;
    const row = this.rows.find((r) => r.number === number);
    const names = new Set();
    this.columns = (row?.cells ?? []).flatMap((c, i) => {
      if (!c.text) return [];
      let name = c.text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
      if (!/^[a-z]/.test(name)) name = `cot_${i + 1}`;
      while (names.has(name)) name += '_2';
      names.add(name);
      return [{ at: i, heading: c.text, name, type: this.type(i, c.text), optional: this.records().some((r) => !this.text(r, i)), field: '', order: '', ...known[c.text] }];
    });
  }

  records() {
    return this.rows.filter((r) => r.number > this.heading);
  }

  // text is what a cell holds, as it was mended.
  text(row, at) {
    return this.mended.get(`${row.number}:${at + 1}`) ?? row.cells[at]?.text ?? '';
  }

  // type guesses what a column holds.
  type(at, heading) {
    const cells = this.records().map((r) => r.cells[at]).filter((c) => c?.text);
    const most = (test) => cells.length > 0 && cells.filter(test).length > cells.length * 0.7;
    if (most((c) => c.date || day.test(c.text))) return 'date';
    if (/tiền|thưởng|kinh phí|lương/i.test(heading) && most((c) => /^[\d.,\s]+(đ|đồng)?$/.test(c.text))) return 'money';
    return 'text';
  }

  // days says how the days of a column are written: "day" first for certain, or not known.
  days(column) {
    if (column.type !== 'date') return 'day';
    let first = false;
    let any = false;
    for (const r of this.records()) {
      const m = !r.cells[column.at]?.date && day.exec(this.text(r, column.at));
      if (!m) continue;
      any = true;
      first ||= Number(m[1]) > 12;
    }
    return first || !any ? 'day' : '';
  }

  // sent is the file that is sent: as it was brought, or a CSV of what it shows when something
  // was mended here. more are columns behind the others, each with one text for all records.
  sent(more = []) {
    const turned = new Set(this.columns.filter((c) => c.order === 'month').map((c) => c.at));
    if (!this.mended.size && !turned.size && !more.length) return { name: this.file.name, data: this.file };
    const numbers = new Set(this.columns.filter((c) => c.type === 'money' || c.type === 'number').map((c) => c.at));
    const lines = [];
    const width = Math.max(...this.rows.map((r) => r.cells.length));
    for (const r of this.rows) {
      if (r.hidden && this.hidden === 'skip') continue;
      while (lines.length < r.number - 1) lines.push('');
      lines.push(r.cells.map((c, i) => {
        const mended = this.mended.get(`${r.number}:${i + 1}`);
        if (mended !== undefined) return quoted(mended);
        const m = turned.has(i) && !c.date && r.number > this.heading && day.exec(c.text);
        if (m) return quoted(`${m[2]}/${m[1]}/${m[3]}`);
        return quoted(numbers.has(i) && c.value ? c.value.replace('.', ',') : c.text);
      }).concat(more.length && r.number >= this.heading ? [...Array(width - r.cells.length).fill('""'), ...more.map((m) => quoted(r.number === this.heading ? m.heading : m.text))] : []).join(','));
    }
    return { name: `${this.file.name.replace(/\.[^.]+$/, '')}-da-sua.csv`, data: new Blob([lines.join('\r\n') + '\r\n']) };
  }
}

const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const quoted = (s) => `"${s.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll('"', '""')}"`;

// listOf says to a job which part of the file is the list.
export const listOf = (list, sent) => ({
  file: sent.name, heading: String(list.heading), ...(/\.xls/i.test(sent.name) && list.sheet ? { sheet: list.sheet } : {}), ...(list.hidden ? { hidden: list.hidden } : {}),
});

// jobOf makes the job: the paper with the columns in it, and the list that was sent.
export function jobOf(document, list, sent, { formats, named }, put, isDay) {
  const marks = new Map(list.columns.map((c) => [c.heading.trim().toLowerCase(), c]));
  const used = new Set();
  const fill = (v) => {
    if (typeof v === 'string') {
      return v.replace(/«([^«»]+)»/g, (all, words) => {
        const c = marks.get(words.trim().toLowerCase());
        if (!c) return all;
        used.add(c);
        return `{{.${c.name}}}`;
      });
    }
    if (Array.isArray(v)) return v.map(fill);
    if (v && typeof v === 'object') return Object.fromEntries(Object.entries(v).map(([k, inner]) => [k, fill(inner)]));
    return v;
  };
  let made = fill(document);
  for (const c of list.columns) {
    if (!c.field) continue;
    used.add(c);
    made = put(made, c.field, isDay(c.field) && c.type === 'date' ? `{{iso .${c.name}}}` : `{{.${c.name}}}`);
  }
  const name = list.columns.find((c) => c.heading === named);
  if (name) used.add(name);
  const job = {
    kind: 'job', version: '1',
    list: listOf(list, sent),
    columns: [...used].map((c) => ({ heading: c.heading, name: c.name, type: c.type, ...(c.optional ? { optional: true } : {}) })),
    names: name ? `{{.row}}-{{slug .${name.name}}}` : 'van-ban-{{.row}}',
    formats, document: made,
  };
  return { job, used: [...used] };
}

// filled is the paper of one row, for a look at it.
export function filled(job, list, row) {
  const byName = new Map(list.columns.map((c) => [c.name, c]));
  const fill = (v) => {
    if (typeof v === 'string') return v.replace(/\{\{(?:iso )?\.(\w+)\}\}/g, (all, name) => (byName.has(name) ? list.text(row, byName.get(name).at) : all));
    if (Array.isArray(v)) return v.map(fill);
    if (v && typeof v === 'object') return Object.fromEntries(Object.entries(v).map(([k, inner]) => [k, fill(inner)]));
    return v;
  };
  return fill(job.document);
}
