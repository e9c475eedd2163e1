// The viewer: brings the page's controls, the images and the server together.

import { init as initCore, RenderingEngine } from '@cornerstonejs/core';
import { init as initTooling } from '@cornerstonejs/tools';
import { Cine } from './cine.js';
import { Crosshair } from './crosshair.js';
import { askEarly, imageIdsOf, initImages, partsOf } from './images.js';
import { listenToKeys } from './keys.js';
import { Measures } from './measures.js';
import { ask, moment, one, text } from './page.js';
import { firstOf, Pane } from './pane.js';
import { offerNetworks, readingsAbout, readingsOf, showLegend, showResult, showWeights } from './result.js';
import { Thumbnails } from './thumbnails.js';
import { initTools, SHAPES, take } from './tools.js';
import { PRESETS } from './windows.js';

const CALM_MS = 300;
const FINGERS = matchMedia('(pointer: coarse)');

class Workbench {
    tool = null;
    #outlines = new Map();
    #readings = new Map();
    #crosshairs = new Map();
    #saying = null;
    #network = null;

    constructor(outline) {
        this.exam = outline.id;
        this.#outlines.set(outline.id, outline);
        this.engine = new RenderingEngine('viewer');
        this.main = new Pane(this.engine, one('#pane-main'), (pane, index) => this.#moved(pane, index));
        this.other = null;
        this.active = this.main;
        this.measures = new Measures(one('#measures'), imageId => this.#jump(imageId), () => this.#render());
        this.thumbnails = new Thumbnails(one('#series'), series => this.#choose(series));
        this.cine = new Cine(one('#cine'), one('#speed'), () => this.#step());
        this.say = this.say.bind(this);
    }

    /** Shows the first image before anything else is asked for. */
    async open() {
        const outline = await this.#outline(this.exam);
        const drawThumbnails = this.thumbnails.show(outline);
        await this.#show(this.main, outline, largestOf(outline));
        this.#offerComparison(outline);
        await Promise.all([this.#know(this.exam), this.measures.open(this.exam)]).catch(() => this.say(text('trouble')));
        this.#weigh(this.main);
        drawThumbnails();
    }

    async #show(pane, outline, series) {
        this.cine.set(false);
        await pane.show(outline.id, series);
        one('#presets').hidden = series.modality !== 'CT';
        one('#cine').disabled = pane.imageIds.length < 2;
        if (pane === this.main) {
            this.thumbnails.mark(series);
        }
        this.#weigh(pane);
    }

    async #outline(exam) {
        if (!this.#outlines.has(exam)) {
            this.#outlines.set(exam, await ask(exam, 'outline'));
        }
        return this.#outlines.get(exam);
    }

    async #know(exam) {
        this.#readings.set(exam, await readingsOf(exam));
    }

    /** Another series in the pane that was used last; if that shows another exam, in the first one. */
    async #choose(series) {
        const pane = this.active.exam === this.exam ? this.active : this.main;
        await this.#show(pane, await this.#outline(this.exam), series);
    }

    #weigh(pane) {
        const readings = readingsAbout(this.#readings.get(pane.exam) ?? [], pane.imageIds);
        const reading = readings.find(({ network }) => network === this.#network) ?? readings[0];
        pane.heat.set(reading?.maps ?? new Map(), reading?.strongest ?? 0);
        showWeights(one('.weights', pane.root), reading, pane.imageIds, imageId => this.#jump(imageId));
        if (pane === this.main) {
            offerNetworks(one('#result'), readings, reading, network => this.#ask(network));
            showResult(one('#result'), reading, pane.imageIds, imageId => this.#jump(imageId));
            one('#heat').hidden = !reading || reading.maps.size === 0;
        }
        this.#markWeight(pane, pane.index);
    }

    /** Another network's reading, in both panes as far as it has read. */
    #ask(network) {
        this.#network = network;
        this.panes.forEach(pane => this.#weigh(pane));
        this.#render();
    }

    #moved(pane, index) {
        this.#markWeight(pane, index);
        this.#crosshairs.get(pane)?.hide();
        clearTimeout(this.#saying);
        this.#saying = setTimeout(() => this.say(text('slice', index + 1, pane.imageIds.length)), CALM_MS);
    }

    #markWeight(pane, index) {
        one('.weights', pane.root)
            .querySelectorAll('rect')
            .forEach(bar => bar.classList.toggle('current', Number(bar.dataset.index) === index));
        one('.no-map', pane.root).hidden = !pane.heat.isFor(pane.imageIds) || pane.heat.has(pane.imageIds[index]);
    }

    /** To an image, wherever it is: in a pane that has it, or in another series of its exam. */
    async #jump(imageId) {
        const shown = [this.main, this.other].find(pane => pane?.imageIds.includes(imageId));
        if (shown) {
            await shown.go(shown.imageIds.indexOf(imageId));
            return;
        }
        const { exam, image } = partsOf(imageId);
        const outline = await this.#outline(exam);
        const series = outline.series.find(one => one.images.some(candidate => candidate.id === image));
        await this.#show(this.main, outline, series);
        await this.main.go(this.main.imageIds.indexOf(imageId));
    }

    #step() {
        const pane = this.active;
        pane.go((pane.index + 1) % pane.imageIds.length);
    }

    #offerComparison(outline) {
        const select = one('#compare');
        const add = (value, label) => select.add(new Option(label, value));
        if (outline.series.length > 1) {
            outline.series.forEach((series, i) =>
                add(`${outline.id} ${series.id}`, text('thumbnail', i + 1, series.modality, series.images.length)));
        }
        outline.others.forEach(exam => add(exam.id, text('earlier', exam.modality, moment(exam.receivedAt), exam.images)));
        select.disabled = select.options.length < 2;
        select.addEventListener('change', () => this.#compare(select.value).catch(() => this.say(text('trouble'))));
    }

    async #compare(choice) {
        document.body.classList.toggle('compared', choice !== '');
        one('#pane-other').hidden = choice === '';
        this.other ??= choice === '' ? null : this.#secondPane();
        this.engine.resize(true, true);
        this.main.fit();
        if (choice === '') {
            this.#activate(this.main);
            return;
        }
        const [exam, seriesId] = choice.split(' ');
        const outline = await this.#outline(exam);
        const series = outline.series.find(series => series.id === seriesId) ?? outline.series[0];
        await this.#show(this.other, outline, series);
        if (exam !== this.exam) {
            await Promise.all([this.#know(exam), this.measures.open(exam)]);
            this.#weigh(this.other);
        }
    }

    #secondPane() {
        const pane = new Pane(this.engine, one('#pane-other'), (moved, index) => this.#moved(moved, index));
        this.#bindPane(pane);
        Object.assign(pane.heat, this.#heatSettings());
        return pane;
    }

    #activate(pane) {
        this.active = pane;
        this.panes.forEach(one => one.root.classList.toggle('active', one === pane && this.other !== null));
    }

    get panes() {
        return this.other ? [this.main, this.other] : [this.main];
    }

    #render() {
        this.panes.forEach(pane => pane.viewport.render());
    }

    crosshairOf(pane) {
        if (!this.#crosshairs.has(pane)) {
            this.#crosshairs.set(pane, new Crosshair(pane, this.measures));
        }
        return this.#crosshairs.get(pane);
    }

    /** Tells what has happened to whoever does not see it. */
    say(words) {
        one('#said').textContent = words;
    }

    /** Takes a tool in hand. */
    hold(tool) {
        take(tool);
        this.tool = tool;
        document.querySelectorAll('[data-tool]').forEach(button => button.setAttribute('aria-pressed', button.dataset.tool === tool));
        this.panes.forEach(pane => this.#crosshairs.get(pane)?.hide());
        if (SHAPES.includes(tool)) {
            this.say(text('measuring'));
        }
    }

    bind() {
        const on = (selector, deed) => document.querySelectorAll(selector).forEach(button => button.addEventListener('click', () => deed(button)));
        on('[data-tool]', button => this.hold(button.dataset.tool));
        on('[data-preset]', button => this.active.setWindow(PRESETS[button.dataset.preset]));
        on('#rotate', () => this.active.rotate());
        on('#flip-horizontal', () => this.active.flip('flipHorizontal'));
        on('#flip-vertical', () => this.active.flip('flipVertical'));
        on('#invert', () => this.active.invert());
        on('#reset', () => this.active.reset());
        on('#full-screen', () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
        on('#help', () => one('#keys').showModal());
        this.#bindHeat();
        this.#bindPane(this.main);
        listenToKeys(this);
        new ResizeObserver(() => this.engine.resize(true, true)).observe(one('#panes'));
        this.hold(FINGERS.matches ? 'scroll' : 'window');
    }

    #bindPane(pane) {
        const activate = () => this.#activate(pane);
        pane.root.addEventListener('pointerdown', activate);
        pane.root.addEventListener('focusin', activate);
    }

    #heatSettings() {
        return {
            shown: one('#heat-shown').checked,
            opacity: one('#opacity').valueAsNumber / 100,
            threshold: one('#heat-threshold').valueAsNumber / 100,
        };
    }

    #bindHeat() {
        showLegend(one('#legend'), one('#legend-numbers'));
        const apply = () => {
            one('#opacity-text').value = `${one('#opacity').value} %`;
            one('#heat-threshold-text').value = `${one('#heat-threshold').value} %`;
            one('#legend-cut').style.width = `${one('#heat-threshold').value}%`;
            this.panes.forEach(pane => {
                Object.assign(pane.heat, this.#heatSettings());
                pane.heat.draw();
            });
        };
        one('#heat').addEventListener('input', apply);
        apply();
    }
}

const largestOf = ({ series }) => series.reduce((a, b) => (b.images.length > a.images.length ? b : a));

/** The image is on its way while everything is made ready to show it. */
async function start() {
    const outline = await ask(document.body.dataset.exam, 'outline');
    askEarly(firstOf(imageIdsOf(outline.id, largestOf(outline))));
    initCore();
    await initTooling();
    initImages(new URL('.', import.meta.url).href);
    initTools();
    const workbench = new Workbench(outline);
    workbench.bind();
    await workbench.open();
    document.body.dataset.ready = 'true';
}

start().catch(error => {
    one('#broken').hidden = false;
    throw error;
});
