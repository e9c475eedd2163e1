package br.com.redcheck.exam.clinical;

import br.com.redcheck.platform.Refusal;

/** More text than fits. */
final class TooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    private TooLong(String what, Object... arguments) {
        super("refusal.too-long." + what, arguments);
    }

    static TooLong most(int characters) {
        return new TooLong("text", characters);
    }
}
