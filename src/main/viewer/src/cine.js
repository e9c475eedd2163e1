// Plays a stack as a film, round and round.

export class Cine {
    #timer = null;

    /**
     * @param button that starts and stops it
     * @param speed the slider of frames per second
     * @param step what shows the next image
     */
    constructor(button, speed, step) {
        this.button = button;
        this.speed = speed;
        this.step = step;
        button.addEventListener('click', () => this.set(this.#timer === null));
        speed.addEventListener('input', () => this.#timer !== null && this.set(true));
    }

    /** Runs or stops. */
    set(running) {
        clearInterval(this.#timer);
        this.#timer = running ? setInterval(this.step, 1000 / this.speed.valueAsNumber) : null;
        this.button.setAttribute('aria-pressed', running);
    }
}
