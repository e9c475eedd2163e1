// Saves what is typed a moment after it was typed, and tries again until the server has it. Until then it is also kept in the tab.

import { fill, timeOfDay } from './page.js';
import { ask, reasonOf, typedText } from './session.js';

const PAUSE = 900;
const AGAIN = 4_000;
const CONFLICT = 409;

export class Autosave {
    /** Whether something was typed that the server does not have. */
    unsaved = false;
    #line;
    #texts;
    #draft;
    #timer;
    /** Another window has saved: nothing more is sent from here. */
    #stopped = false;
    #sending = Promise.resolve();

    /**
     * @param line where it is told how far saving is
     * @param texts saved with a time {0}, saving, unsaved
     * @param draft {address, request() what is sent, typed() what is kept in the tab, restore(typed), saved(answer), conflict(reason)}, the
     *     last one only where two windows may not write over each other
     */
    constructor(line, texts, draft) {
        this.#line = line;
        this.#texts = texts;
        this.#draft = draft;
        const goOn = () => this.unsaved && this.#later(0);
        window.addEventListener('online', goOn);
        window.addEventListener('focus', goOn);
        window.addEventListener('beforeunload', event => this.unsaved && event.preventDefault());
    }

    /** Brings back what was typed here before a reload and did not reach the server. */
    restore() {
        const typed = typedText.find();
        if (typed) {
            this.#draft.restore(typed);
            this.typed();
        }
    }

    typed() {
        this.unsaved = true;
        typedText.keep(this.#draft.typed());
        this.#later(PAUSE);
    }

    /** Sends at once what was not sent yet; true if the server has everything then. */
    async flush() {
        clearTimeout(this.#timer);
        this.#sending = this.#sending.then(() => this.#save());
        await this.#sending;
        return !this.unsaved && !this.#stopped;
    }

    /** Gives up what the server does not have. */
    drop() {
        this.unsaved = false;
        typedText.drop();
    }

    say(text, waiting = false) {
        this.#line.textContent = text;
        this.#line.classList.toggle('waiting', waiting);
    }

    #later(pause) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.flush(), pause);
    }

    async #save() {
        if (this.#stopped || !this.unsaved) {
            return;
        }
        this.unsaved = false;
        this.say(this.#texts.saving);
        const reason = await this.#send().catch(failure => reasonOf(failure, this.#texts.unsaved));
        if (reason !== null) {
            this.unsaved = true;
            this.say(reason, true);
            this.#later(AGAIN);
        }
    }

    /** Answers why it was not saved, or nothing. */
    async #send() {
        const answer = await ask(this.#draft.address, this.#draft.request());
        const said = await answer.json().catch(() => ({}));
        if (answer.ok) {
            this.say(fill(this.#texts.saved, timeOfDay(said.at)));
            if (!this.unsaved) {
                typedText.drop();
            }
            await this.#draft.saved(said);
            return null;
        }
        if (answer.status === CONFLICT && this.#draft.conflict) {
            this.#stopped = true;
            this.#draft.conflict(said.detail);
        }
        return said.detail ?? this.#texts.unsaved;
    }
}
