// The paper at work: its values, all that was done to them, and who wants to know.

import { get, written } from './path.js';

// Work holds one document. Values are never changed in place, so a step back is the value
// that was.
export class Work extends EventTarget {
  constructor({ id, name, document, files = [], samples = {}, doubts = [] }) {
    super();
    Object.assign(this, { id, name, document, files, samples, doubts });
    this.past = [];
    this.future = [];
    this.run = ''; // place that is being typed at: its letters are one step
  }

  get(path) {
    return get(this.document, path);
  }

  // change makes a step. run joins it to the step before, when that was typed at the same place.
  change(document, { path = [], run = '', quiet = false } = {}) {
    if (document === this.document) return;
    if (!run || run !== this.run) this.past.push({ document: this.document, path });
    if (this.past.length > 1000) this.past.shift();
    this.run = run;
    this.future = [];
    this.document = document;
    this.tell(path, quiet);
  }

  // pause ends a run of typing.
  pause() {
    this.run = '';
  }

  undo() {
    this.step(this.past, this.future);
  }

  redo() {
    this.step(this.future, this.past);
  }

  step(from, to) {
    const step = from.pop();
    if (!step) return;
    to.push({ document: this.document, path: step.path });
    this.run = '';
    this.document = step.document;
    this.tell(step.path, false, true);
  }

  // tell says what changed; quiet: the form shows it already.
  tell(path, quiet, stepped = false) {
    this.dispatchEvent(new CustomEvent('change', { detail: { path, quiet, stepped } }));
  }

  // isSample reports whether a field still holds the words of the starting file.
  isSample(path, value) {
    return typeof value === 'string' && this.samples[written(path)] === value;
  }
}

// samplesOf notes the texts of a starting file by their places.
export function samplesOf(value, path = [], out = {}) {
  if (typeof value === 'string') {
    if (path[0] !== 'kind' && path[0] !== 'version' && value !== '') out[written(path)] = value;
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) samplesOf(inner, [...path, Array.isArray(value) ? Number(key) : key], out);
  }
  return out;
}
