// An award season on the desk: its steps, how it is judged, and the paper that is shown.

import { button, byID, h } from './dom.js';
import { bytesOf, documentBody, json, Problem } from './api.js';
import { Nominees } from './nominees.js';
import { drawPapers, wordsOf } from './papers.js';
import { drawResults } from './results.js';
import { emit } from './yaml.js';
import { set } from './path.js';

const steps = [['form', '1. Đợt, kế hoạch'], ['list', '2. Danh sách'], ['results', '3. Kết quả xét'], ['papers', '4. Văn bản']];

export const isSeason = (document) => document?.kind === 'season';

// Season is the season at work. desk has work, say(title, error), give(blob, name), show(path),
// values(yaml), preview(), attach(files) and add(key).
export class Season {
  constructor(desk) {
    Object.assign(this, { desk, work: desk.work, root: byID('season'), step: 'form', judged: null, papers: [], leftOut: [], shown: null, draft: false, filter: '', chosen: new Set() });
    this.nominees = new Nominees(this);
    this.root.onkeydown = (e) => { // Enter in a text presses the button behind it
      if (e.key !== 'Enter' || e.isComposing || !e.target.matches('input[type="text"]')) return;
      [...e.target.closest('.saying, .numbers')?.querySelectorAll('button') ?? []].at(-1)?.click();
    };
    byID('steps').replaceChildren(...steps.map(([id, words]) => button(words, () => this.go(id), { 'data-step': id })));
    byID('steps').hidden = false;
    this.go('form');
  }

  end() {
    byID('steps').hidden = true;
    this.root.hidden = true;
    this.root.replaceChildren();
    byID('form').hidden = false;
  }

  // go shows a step.
  go(step) {
    this.step = step;
    for (const b of byID('steps').children) b.setAttribute('aria-pressed', String(b.dataset.step === step));
    byID('form').hidden = step !== 'form';
    this.root.hidden = false;
    this.draw();
    byID('left').scrollTop = 0;
  }

  draw() {
    switch (this.step) {
      case 'form': return this.root.replaceChildren(this.planPart());
      case 'list': return this.nominees.draw();
      case 'results': return drawResults(this);
      default: return drawPapers(this);
    }
  }

  // body is the season as a request brings it, with the files that it names and more.
  body(...more) {
    const { text, places } = emit(this.work.document);
    const name = `${this.work.name}.yaml`;
    return { ...documentBody(name, text, [...this.work.files, ...more]), places, name };
  }

  // look judges the season and gives the pages of the paper that is shown, with its findings.
  async look(signal) {
    const body = { ...this.body(), signal };
    this.judged = await json('award/check', body);
    const findings = this.judged.findings.map((f) => (f.file && f.file !== body.name && f.file !== '-' ? { ...f, line: 0, message: `${f.file}, dòng ${f.line}: ${f.message}` } : f));
    try {
      if (!this.work.document.nominees?.length) throw Object.assign(new Problem({ title: 'đưa danh sách đề nghị vào ở bước 2' }), { findings: findings.filter((f) => f.pointer !== '/nominees'), plain: true });
      if (findings.some((f) => f.level === 'error')) throw Object.assign(new Problem({ title: 'đợt còn lỗi' }), { findings });
      const all = await json(`award/issue?dry-run=true&draft=${this.draft}`, body);
      Object.assign(this, { papers: all.papers, leftOut: all.left_out });
    } catch (e) {
      if (e instanceof Problem) Object.assign(this, { papers: [], leftOut: [] });
      throw e;
    } finally {
      this.refresh();
    }
    const paper = this.papers.find((p) => p.title && p.name === this.shown) ?? this.papers.find((p) => p.stage === 'quyet-dinh' && p.title) ?? this.papers.find((p) => p.title);
    if (!paper) throw Object.assign(new Problem({ title: 'điền tiếp các mục ở bước 4' }), { findings, plain: true });
    const made = await json(`award/issue?to=svg&stage=${paper.stage}&name=${encodeURIComponent(paper.name)}&draft=${this.draft}`, body);
    const svg = made.files.map((f) => ours(new TextDecoder().decode(bytesOf(f.file)), body.places));
    return { svg, findings, places: body.places, pages: svg.length, words: wordsOf(paper) };
  }

  // refresh draws a step anew that shows what was judged; where somebody types, once they leave.
  refresh() {
    if (this.step !== 'results' && this.step !== 'papers') return;
    const active = document.activeElement;
    if (this.root.contains(active) && active.matches('input[type="text"]')) {
      active.addEventListener('blur', () => setTimeout(() => this.refresh()), { once: true });
      return;
    }
    const at = active?.dataset?.key ?? (active === document.body ? this.at : '');
    this.at = '';
    this.draw();
    if (at) this.root.querySelector(`[data-key="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
  }

  // put makes a step of the season; all that it changes is undone at once.
  put(values, path = ['nominees']) {
    this.at = document.activeElement?.dataset?.key; // which has the focus again once it is judged
    document.activeElement?.blur();
    this.work.change(values, { path });
  }

  // planPart is where the plan or the criteria come from that nominees name.
  planPart() {
    const { criteria } = this.work.document;
    const file = h('input', { type: 'file', hidden: true, accept: '.yaml,.yml', onchange: () => file.files[0] && this.plan(file.files[0]) });
    const there = criteria && this.work.files.some((f) => f.name === criteria);
    return h('section', { class: 'part' }, h('h2', {}, 'Kế hoạch phát động, tiêu chuẩn'),
      h('p', { class: 'help' }, 'Danh sách dẫn mã tiêu chuẩn nào thì thêm tệp kế hoạch (hoặc bộ tiêu chuẩn) có mã ấy. Không dẫn mã thì bỏ qua.'),
      h('div', { class: 'row' }, button('Chọn tệp kế hoạch (YAML)…', () => file.click()), file,
        h('span', {}, there ? criteria : criteria ? `Chưa có tệp ${criteria}: chọn tệp ấy` : 'Chưa dùng kế hoạch nào'),
        criteria && button('Bỏ', () => { this.put(set(this.work.document, ['criteria'], undefined), []); this.draw(); }, { class: 'take', 'aria-label': `Bỏ ${criteria}` })));
  }

  // plan takes the file of a plan, or of criteria, that the season is judged by.
  plan(file) {
    this.desk.attach([file]);
    this.put(set(this.work.document, ['criteria'], file.name), []);
    if (this.step === 'form') this.draw();
  }
}

// ours makes the places of a paper's page those of the season.
const ours = (page, places) => page.replace(/data-path="[^"]*" data-line="(\d+)"/g, (all, line) => {
  const path = places[line - 1]?.path;
  return path ? `data-path="${path}" data-line="${line}"` : '';
});
