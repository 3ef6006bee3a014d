// The pages as they will be printed. Pages that changed take the place of the old ones once
// their letters are ready, so that nothing flashes; a page is drawn when it comes near.

import { h } from './dom.js';

const svgNS = 'http://www.w3.org/2000/svg';
const face = /@font-face\{font-family:([^;]+);font-weight:([^;]+);font-style:([^;]+);src:(url\(data:font\/ttf;base64,[A-Za-z0-9+/=]+\))\}/g;
const known = new Set(['svg', 'title', 'g', 'text', 'tspan', 'rect', 'line', 'path', 'polyline', 'polygon', 'circle', 'ellipse', 'image', 'a', 'defs', 'clipPath', 'desc']);

// Paper shows pages in an element. onpick is called with the data-path and data-line of a
// line that was clicked.
export class Paper {
  constructor(root, onpick) {
    this.root = root;
    this.pages = [];
    this.faces = [];
    this.family = '';
    this.picked = '';
    this.near = new IntersectionObserver((entries) => {
      for (const e of entries) if (e.isIntersecting) this.draw(this.pages.find((p) => p.box === e.target));
    }, { root, rootMargin: '100% 0px' });
    root.addEventListener('click', (e) => {
      const line = e.target.closest?.('[data-path]');
      const selected = getSelection();
      if (line && (selected.isCollapsed || !root.contains(selected.anchorNode))) onpick(line.dataset.path, Number(line.dataset.line));
    });
  }

  // clear takes all pages away.
  clear() {
    for (const page of this.pages.splice(0)) page.box.remove();
    for (const f of this.faces.splice(0)) document.fonts.delete(f);
    this.family = '';
  }

  // show puts new pages in the place of the old ones.
  async show(files, fresh) {
    const sources = files.map(unstyled);
    const faces = [...(files[0]?.matchAll(face) ?? [])];
    for (const file of files.slice(1)) if (!faces.length) faces.push(...file.matchAll(face));
    const family = faces[0]?.[1] ?? '';
    let loaded = this.faces;
    if (family !== this.family) {
      loaded = faces.map(([, name, weight, style, src]) => new FontFace(name, src, { weight, style }));
      await Promise.all(loaded.map((f) => f.load()));
      if (!fresh()) return;
      for (const f of loaded) document.fonts.add(f);
    }
    const old = this.faces;
    this.faces = loaded;
    this.family = family;
    const near = this.pages.map((p) => isNear(p.box, this.root)); // all at once: each drawn page is laid out anew
    for (const [i, source] of sources.entries()) {
      if (this.put(i, family ? source.replaceAll(family, '*') : source, near[i] ?? i < 2)) await pause(); // keys between pages
      if (!fresh()) break;
    }
    if (old !== loaded) for (const f of old) document.fonts.delete(f);
    if (!fresh()) return;
    for (const page of this.pages.splice(sources.length)) {
      this.near.unobserve(page.box);
      page.box.remove();
    }
    this.mark(this.picked);
  }

  // put sets page i, near the screen or not, and reports whether it was drawn; one that is as it
  // was only takes over the new letters.
  put(i, source, near) {
    let page = this.pages[i];
    if (!page) {
      page = { box: h('div', { class: 'page' }), source: '', drawn: '' };
      this.pages.push(page);
      this.root.append(page.box);
      this.near.observe(page.box);
    }
    page.source = source;
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(source) ?? [];
    if (width) page.box.style.aspectRatio = `${width} / ${height}`;
    page.box.classList.toggle('wide', Number(width) > Number(height));
    if (page.drawn === source) this.letters(page);
    else if (near) {
      this.draw(page);
      return true;
    } else page.drawn = ''; // its turn comes when it comes near
    return false;
  }

  letters(page) {
    page.box.querySelector('g[font-family]')?.setAttribute('font-family', page.families.replaceAll('*', this.family));
  }

  // draw makes the page out of its source: elements that are known, without style or script.
  draw(page) {
    if (!page || page.drawn === page.source) return;
    const parsed = new DOMParser().parseFromString(page.source, 'image/svg+xml').documentElement;
    if (parsed.namespaceURI !== svgNS) return;
    for (const e of parsed.querySelectorAll('*')) {
      if (!known.has(e.localName)) e.remove();
      else for (const name of e.getAttributeNames()) if (/^on|^style$/.test(name) || /(^|:)href$/.test(name) && !/^(#|data:image\/)/.test(e.getAttribute(name))) e.removeAttribute(name);
    }
    const letters = parsed.querySelector('g[font-family]');
    page.families = letters?.getAttribute('font-family') ?? '';
    letters?.setAttribute('font-family', page.families.replaceAll('*', this.family));
    parsed.setAttribute('role', 'group');
    parsed.setAttribute('aria-label', parsed.querySelector('title')?.textContent ?? '');
    parsed.querySelector('title')?.remove(); // it would show over all the page
    for (const e of page.box.querySelectorAll('.lit')) e.remove();
    if (page.box.firstElementChild) merge(page.box.firstElementChild, document.adoptNode(parsed));
    else page.box.append(document.adoptNode(parsed));
    page.drawn = page.source;
    this.light(page);
  }

  // whole draws the pages that nobody has come near yet: those who print want all of them.
  whole() {
    for (const page of this.pages) this.draw(page);
  }

  // mark lights the lines of a field, and brings the first to the eye.
  mark(path, bring) {
    this.picked = path;
    let first = null;
    for (const page of this.pages) {
      if (bring && page.drawn !== page.source && this.holds(page)) this.draw(page);
      first ??= this.light(page);
    }
    if (bring && first) first.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  }

  // holds reports whether a page that is not drawn yet has a line of the field.
  holds(page) {
    return this.picked !== '' && (page.source.includes(`data-path="${this.picked}"`) || page.source.includes(`data-path="${this.picked}.`)
      || page.source.includes(`data-path="${this.picked}[`));
  }

  light(page) {
    for (const e of page.box.querySelectorAll('.lit')) e.remove();
    if (!this.picked || page.drawn !== page.source) return null;
    let lines = [];
    for (let path = this.picked; path && !lines.length; path = path.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, '')) {
      const p = CSS.escape(path);
      lines = [...page.box.querySelectorAll(`[data-path="${p}"],[data-path^="${p}."],[data-path^="${p}["]`)];
    }
    for (const line of lines) {
      const b = line.getBBox();
      const lit = document.createElementNS(svgNS, 'rect');
      for (const [k, v] of Object.entries({ x: b.x - 2, y: b.y, width: b.width + 4, height: b.height, class: 'lit' })) lit.setAttribute(k, v);
      line.before(lit);
    }
    return lines[0] ?? null;
  }
}

// merge makes an old page the new one, and leaves alone what is as it was: only that is laid
// out anew.
function merge(old, made) {
  for (const name of old.getAttributeNames()) if (!made.hasAttribute(name)) old.removeAttribute(name);
  for (const a of made.attributes) if (old.getAttribute(a.name) !== a.value) old.setAttributeNS(a.namespaceURI, a.name, a.value);
  const was = [...old.childNodes];
  const is = [...made.childNodes];
  is.forEach((node, i) => {
    if (!was[i]) old.append(node);
    else if (was[i].isEqualNode(node)) return;
    else if (node.nodeType === Node.ELEMENT_NODE && was[i].nodeName === node.nodeName) merge(was[i], node);
    else was[i].replaceWith(node);
  });
  for (const node of was.slice(is.length)) node.remove();
}

// unstyled takes the faces out of a page: they are loaded once for all.
function unstyled(file) {
  const from = file.indexOf('<style>');
  const to = file.indexOf('</style>');
  return from < 0 || to < from ? file : file.slice(0, from) + file.slice(to + 8);
}

const pause = () => new Promise((done) => { setTimeout(done); });

function isNear(box, root) {
  const b = box.getBoundingClientRect();
  const r = root.getBoundingClientRect();
  return b.bottom > r.top - r.height && b.top < r.bottom + r.height || r.height === 0;
}
