package br.com.redcheck.exam;

import br.com.redcheck.platform.Refusal;

/** An exam holds as many annotations as it may. */
public final class TooManyAnnotations extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyAnnotations(int most) {
        super("refusal.too-many-annotations", most);
    }
}
