// What every script of ours needs from its page.

/** A text with its places {0}, {1}, … filled. */
export const fill = (text, ...values) => values.reduce((t, value, i) => t.replaceAll(`{${i}}`, value), text);

const { lang, dataset } = document.documentElement;
const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', timeZone: dataset.zone });

/** Hour and minute of a moment in the zone of the whole site, wherever the browser is. */
export const timeOfDay = moment => clock.format(new Date(moment));
