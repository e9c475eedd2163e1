// One sending as a person sees it: how far it is, what came of it, what is wrong.

import { fill, timeOfDay } from '../page.js';

const TIME_OF_RATE_MS = 10_000;
const MOST_NOTES = 50;
const SETTLED = ['SEALED', 'DUPLICATE', 'REFUSED', 'ASIDE', 'FAILED', 'WITHDRAWN'];
const STATES = ['WAITING', 'RECEIVING', 'SENT', 'CLEANING', ...SETTLED];
const TOLD = ['DUPLICATE', 'REFUSED', 'ASIDE', 'FAILED'];

const text = document.getElementById('sending-texts').dataset;
const language = document.documentElement.lang;
const count = new Intl.NumberFormat(language);
const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });

const said = (key, ...values) => fill(text[key], ...values);
const key = (group, name) => group + name[0] + name.slice(1).toLowerCase();
const size = bytes => megabytes.format(bytes / 1e6);

function left(seconds) {
    return seconds < 90
        ? said('leftSeconds', count.format(Math.max(1, Math.round(seconds))))
        : said('leftMinutes', count.format(Math.round(seconds / 60)));
}

const speed = rate => (rate < 1e6 ? said('slowRate', count.format(Math.round(rate / 1e3))) : said('rate', size(rate)));

function fillBar(bar, percent) {
    bar.setAttribute('aria-valuenow', percent);
    bar.firstElementChild.style.width = `${percent}%`;
}

export class Card {
    #names = new Map();
    #own = new Map();
    #files = new Map();
    #paths = new Map();
    #history = [];
    #view;
    #actions;
    element;

    /** @param actions {pause(), resume(), cancel(), here(), paused(), online(), exams} */
    constructor(actions) {
        this.#actions = actions;
        this.element = document.getElementById('sending-card').content.firstElementChild.cloneNode(true);
        this.#part('pause').addEventListener('click', () => {
            this.#actions.paused() ? this.#actions.resume() : this.#actions.pause();
            this.render();
        });
        this.#part('cancel').addEventListener('click', () => this.#actions.cancel());
    }

    /** What the person calls the files, by their numbers. */
    name(names) {
        names.forEach((path, number) => this.#names.set(number, path));
        this.#files.forEach(file => this.#learn(file));
    }

    /** Whether a file of this path belongs to it, as far as this page knows. */
    holds(path) {
        return [...this.#names.values()].includes(path);
    }

    /** What this page alone knows about a file. */
    note(number, reason) {
        this.#own.set(number, reason);
        this.render();
    }

    /** News from the server. */
    tell(view) {
        this.#view = view;
        view.changed.forEach(file => this.#learn(file));
        this.#history.push({ at: performance.now(), received: view.received });
        const since = performance.now() - TIME_OF_RATE_MS;
        while (this.#history.length > 2 && this.#history[1].at < since) {
            this.#history.shift();
        }
        this.element.dataset.sending = view.id;
        this.element.dataset.finished = view.finished;
        this.render();
    }

    #learn(file) {
        this.#files.set(file.number, file);
        const path = this.#names.get(file.number);
        if (file.exam && path) {
            this.#paths.set(file.exam, (this.#paths.get(file.exam) ?? new Set()).add(path));
        }
    }

    get exams() {
        return this.#view?.exams ?? [];
    }

    get finished() {
        return this.#view?.finished ?? false;
    }

    get settled() {
        return this.finished && this.exams.every(exam => exam.settled);
    }

    /** Whether files are still to come, from here or from nowhere. */
    get unfinished() {
        return !this.finished && this.#missing > 0;
    }

    get begunAt() {
        return this.#view?.begunAt ?? '';
    }

    get troubled() {
        return this.#own.size > 0 || TOLD.some(state => this.#view.files[state]);
    }

    get #missing() {
        const { WAITING = 0, RECEIVING = 0 } = this.#view?.files ?? {};
        return WAITING + RECEIVING;
    }

    #part(name) {
        return this.element.querySelector(`[data-part=${name}]`);
    }

    render() {
        if (!this.#view) {
            return;
        }
        this.#part('title').textContent = said('title', timeOfDay(this.#view.begunAt));
        this.#part('folder').textContent = this.#folder();
        this.#part('urgent').hidden = !this.#view.urgent;
        this.#renderProgress();
        this.#renderActions();
        this.#renderStates();
        this.#renderExams();
        this.#renderNotes();
    }

    /** The folder or the one file that was chosen, if this page knows. */
    #folder() {
        const roots = new Set([...this.#names.values()].map(path => path.split('/')[0]));
        return roots.size === 1 ? [...roots][0] : '';
    }

    #renderProgress() {
        const { files, bytes, received } = this.#view;
        const all = Object.values(files).reduce((sum, n) => sum + n, 0);
        const done = all - this.#missing;
        fillBar(this.#part('bar'), bytes === 0 ? 100 : Math.floor((100 * received) / bytes));
        this.element.classList.toggle('acknowledged', this.#missing === 0);
        const facts = [said('files', count.format(done), count.format(all)), said('bytes', size(received), size(bytes))];
        const rate = this.#rate();
        if (this.#missing > 0 && rate > 0 && this.#actions.here() && !this.#actions.paused() && this.#actions.online()) {
            facts.push(speed(rate), left((bytes - received) / rate));
        }
        this.#part('facts').textContent = facts.join(' · ');
        this.#part('status').textContent = this.#status();
    }

    #status() {
        if (this.finished) {
            return this.settled ? text.settled : text.finished;
        }
        if (this.#missing === 0) {
            return text.acknowledged;
        }
        if (!this.#actions.here()) {
            return said('chooseAgain', count.format(this.#missing));
        }
        if (this.#actions.paused()) {
            return text.paused;
        }
        return this.#actions.online() ? text.sending : text.offline;
    }

    /** Bytes a second, of late. */
    #rate() {
        const first = this.#history[0];
        const last = this.#history.at(-1);
        return last.at > first.at ? (1000 * (last.received - first.received)) / (last.at - first.at) : 0;
    }

    #renderActions() {
        const sending = this.#missing > 0 && !this.finished;
        this.#part('pause').hidden = !sending || !this.#actions.here();
        this.#part('pause').textContent = this.#actions.paused() ? text.resume : text.pause;
        this.#part('cancel').hidden = !sending;
        this.element.classList.toggle('waiting-for-person', sending && !this.#actions.here());
        this.element.classList.toggle('offline', sending && this.#actions.here() && !this.#actions.online());
    }

    #renderStates() {
        const states = STATES.filter(state => this.#view.files[state]).map(state => {
            const item = document.createElement('li');
            item.className = `file-${state.toLowerCase()}`;
            item.textContent = `${count.format(this.#view.files[state])} ${text[key('state', state)]}`;
            return item;
        });
        this.#part('states').replaceChildren(...states);
    }

    #renderExams() {
        const list = this.#part('exams');
        const known = new Map([...list.children].map(item => [item.dataset.exam, item]));
        const items = this.exams.map(exam => this.#examItem(known.get(exam.id), exam));
        items.forEach((item, i) => list.children[i] !== item && list.insertBefore(item, list.children[i] ?? null));
    }

    #examItem(known, exam) {
        const item = known ?? document.getElementById('sent-exam').content.firstElementChild.cloneNode(true);
        const link = item.querySelector('a');
        item.dataset.exam = exam.id;
        item.dataset.settled = exam.settled;
        link.href = `${this.#actions.exams}/${exam.id}`;
        link.textContent = [text[key('modality', exam.modality)] ?? exam.modality, this.#called(exam.id)].filter(Boolean).join(' · ');
        item.querySelector('.images').textContent = said(exam.images === 1 ? 'image' : 'images', count.format(exam.images));
        const badge = item.querySelector('.badge');
        badge.className = `badge state-${exam.state.toLowerCase()}`;
        badge.textContent = text[key('exam', exam.state)];
        const reading = exam.state === 'READING' && exam.all > 0;
        const bar = item.querySelector('.progress');
        bar.hidden = !reading;
        fillBar(bar, reading ? Math.floor((100 * exam.done) / exam.all) : 0);
        item.querySelector('.left').textContent = reading ? this.#readingLeft(exam) : '';
        return item;
    }

    /** What the sender knows an exam by: the file that holds it, or the folder of its files, if this page knows. */
    #called(exam) {
        const paths = [...(this.#paths.get(exam) ?? [])];
        const folders = new Set(paths.map(path => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
        const name = paths.length === 1 ? paths[0] : folders.size === 1 ? [...folders][0] : '';
        return name.slice(name.lastIndexOf('/') + 1);
    }

    #readingLeft({ done, all, since }) {
        const seconds = (Date.now() - new Date(since)) / 1000;
        const progress = said('read', count.format(done), count.format(all));
        return done > 0 && seconds > 0 ? `${progress} · ${left((seconds / done) * (all - done))}` : progress;
    }

    /** Files of which something is to be said, no more than a person reads. */
    #renderNotes() {
        const notes = [...this.#files.values()].flatMap(file => this.#notesOf(file));
        this.#own.forEach((reason, number) => notes.push({ name: this.#name(number), kind: 'refused', reason }));
        const items = notes.slice(0, MOST_NOTES).map(({ name, kind, reason }) => {
            const item = document.createElement('li');
            item.className = kind;
            const label = document.createElement('strong');
            label.textContent = name;
            item.append(label, ' ', reason);
            return item;
        });
        this.#part('notes').replaceChildren(...items);
        this.#part('more').hidden = notes.length <= MOST_NOTES;
        this.#part('more').textContent = said('more', count.format(notes.length - MOST_NOTES));
        this.#part('problems').hidden = notes.length === 0;
        this.#part('problems-title').textContent = said('problems', count.format(notes.length));
    }

    #notesOf(file) {
        const name = this.#name(file.number);
        if (file.state === 'FAILED') {
            return [{ name, kind: 'failed', reason: text.failed }];
        }
        return file.notes.map(({ path, outcome, reason }) => ({
            name: path ? `${name} › ${path}` : name,
            kind: outcome.toLowerCase(),
            reason: reason ?? text[key('note', outcome)],
        }));
    }

    #name(number) {
        return this.#names.get(number) ?? said('numbered', count.format(number));
    }
}
