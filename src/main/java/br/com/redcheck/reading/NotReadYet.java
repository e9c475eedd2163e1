package br.com.redcheck.reading;

import br.com.redcheck.platform.Refusal;

/** A further network was asked for while the exam is still on its way to its first result, or is held. */
final class NotReadYet extends Refusal {
    private static final long serialVersionUID = 1L;

    NotReadYet() {
        super("refusal.not-read-yet");
    }
}
