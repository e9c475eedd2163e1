package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;

/** A day that cannot be meant. */
final class ImplausibleDay extends Refusal {
    private static final long serialVersionUID = 1L;

    private ImplausibleDay(String what, Object... arguments) {
        super("refusal.implausible-day." + what, arguments);
    }

    static ImplausibleDay unreadable() {
        return new ImplausibleDay("unreadable");
    }

    static ImplausibleDay future() {
        return new ImplausibleDay("future");
    }

    static ImplausibleDay beforeFirstCases() {
        return new ImplausibleDay("before-first-cases");
    }

    static ImplausibleDay beforeBirth() {
        return new ImplausibleDay("before-birth");
    }

    static ImplausibleDay tooLongAgo() {
        return new ImplausibleDay("too-long-ago");
    }
}
