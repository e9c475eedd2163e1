// Brings bytes to the server, three files at once, each sending in turn; waits while there is no network, and goes on.

import { Away } from '../session.js';
import { Behind, Lost, Refused, append, offset } from './protocol.js';

const AT_ONCE = 3;
const SMALLEST_PIECE = 256 * 1024;
const PIECE_MS = 2000;
const RETRY_AFTER_MS = [500, 1000, 2000, 4000, 8000];

/** The file has gone or was changed since it was chosen. */
class Unreadable extends Error {}

export class Transfers {
    #jobs = new Map();
    #running = 0;
    #piece = SMALLEST_PIECE;
    #told;

    /** @param told hears {online(boolean), away(reason), refused(sending, number, reason), unreadable(sending, number)} */
    constructor(told) {
        this.#told = told;
    }

    /**
     * Sends files of a sending.
     *
     * @param tasks [{address, number, file, received}]
     * @param chunk the largest piece that the server wants
     */
    add(sending, tasks, chunk) {
        const job = this.#jobs.get(sending) ?? { queue: [], paused: false, stop: new AbortController() };
        job.queue.push(...tasks);
        job.chunk = chunk;
        this.#jobs.set(sending, job);
        this.#hire();
    }

    pause(sending) {
        const job = this.#jobs.get(sending);
        job.paused = true;
        job.stop.abort();
    }

    resume(sending) {
        const job = this.#jobs.get(sending);
        job.paused = job.away = false;
        job.stop = new AbortController();
        this.#hire();
    }

    /** Tries again what only waits for its account to sign in. Answers whether there is any. */
    comeBack() {
        const waiting = [...this.#jobs].filter(([, job]) => job.away);
        waiting.forEach(([sending]) => this.resume(sending));
        return waiting.length > 0;
    }

    /** Forgets a sending. */
    drop(sending) {
        this.#jobs.get(sending)?.stop.abort();
        this.#jobs.delete(sending);
    }

    paused(sending) {
        return this.#jobs.get(sending)?.paused ?? false;
    }

    /** Whether this page has files of the sending that are not wholly sent. */
    has(sending) {
        const job = this.#jobs.get(sending);
        return job !== undefined && job.queue.length + (job.active ?? 0) > 0;
    }

    get busy() {
        return [...this.#jobs.keys()].some(sending => this.has(sending));
    }

    #hire() {
        while (this.#running < AT_ONCE && this.#ready().length > 0) {
            this.#running++;
            this.#work();
        }
    }

    #ready() {
        return [...this.#jobs.values()].filter(job => !job.paused).flatMap(job => job.queue);
    }

    /** The next file of the sending that has waited longest for one. */
    #next() {
        for (const [sending, job] of this.#jobs) {
            if (!job.paused && job.queue.length > 0) {
                this.#jobs.delete(sending);
                this.#jobs.set(sending, job);
                return { sending, job, task: job.queue.shift() };
            }
        }
        return null;
    }

    async #work() {
        for (let next = this.#next(); next; next = this.#next()) {
            const { sending, job, task } = next;
            job.active = (job.active ?? 0) + 1;
            try {
                await this.#send(job, task);
            } catch (failure) {
                this.#ended(sending, job, task, failure);
            } finally {
                job.active--;
            }
        }
        this.#running--;
    }

    #ended(sending, job, task, failure) {
        if (failure instanceof Refused) {
            this.#told.refused(sending, task.number, failure.message);
        } else if (failure instanceof Unreadable) {
            this.#told.unreadable(sending, task.number);
        } else {
            job.queue.unshift({ ...task, received: null });
            if (failure instanceof Away) {
                [...this.#jobs.values()].filter(other => !other.paused).forEach(other => (other.paused = other.away = true));
                this.#told.away(failure.message);
            }
        }
    }

    /** Sends one file to its end. */
    async #send(job, task) {
        const stop = job.stop.signal;
        let at = task.received;
        let tries = 0;
        while (at !== task.file.size) {
            try {
                at ??= await offset(task.address, stop);
                at = await this.#append(job, task, at, stop);
                tries = 0;
                this.#told.online(true);
            } catch (failure) {
                if (stop.aborted || !(failure instanceof Lost || failure instanceof Behind)) {
                    throw failure;
                }
                at = null;
                this.#told.online(failure instanceof Behind);
                await patience(tries++, stop);
            }
        }
    }

    async #append(job, task, at, stop) {
        if (at >= task.file.size) {
            return task.file.size;
        }
        let bytes;
        try {
            bytes = await task.file.slice(at, at + Math.min(this.#piece, job.chunk)).arrayBuffer();
        } catch {
            throw new Unreadable();
        }
        const began = performance.now();
        const then = await append(task.address, at, bytes, stop);
        this.#measure(bytes.byteLength, performance.now() - began);
        return then;
    }

    /** Pieces are as large as the network takes in two seconds: progress is seen, and little is lost when it breaks. */
    #measure(bytes, ms) {
        if (bytes >= this.#piece) {
            const fit = (bytes / Math.max(ms, 1)) * PIECE_MS;
            this.#piece = Math.max(SMALLEST_PIECE, Math.min(fit, this.#piece * 2));
        }
    }
}

/** Waits a while, or until the browser says that there is a network again. */
function patience(tries, stop) {
    return new Promise(resolve => {
        const over = new AbortController();
        const done = () => {
            over.abort();
            clearTimeout(timer);
            resolve();
        };
        const timer = setTimeout(done, RETRY_AFTER_MS[Math.min(tries, RETRY_AFTER_MS.length - 1)]);
        window.addEventListener('online', done, { signal: over.signal });
        stop.addEventListener('abort', done, { signal: over.signal });
    });
}
