package br.com.redcheck.patient.rights;

import java.time.Period;

/**
 * What a patient may ask for (LGPD, art. 18). The whole declaration is due within fifteen days (art. 19, II); for what has no term of
 * its own in the law we take the same.
 */
public enum RequestKind {
    /** Whether, and which, data of theirs are kept (art. 18, I and II); in short at once, in full within fifteen days (art. 19). */
    ACCESS,
    COPY,
    /** Art. 18, III. */
    CORRECTION,
    /** Art. 18, IV. */
    ANONYMISATION,
    /** Art. 18, VI. */
    DELETION,
    /** Art. 18, V. */
    PORTABILITY,
    /** Art. 18, VII. */
    WHO_HAD_ACCESS;

    static final Period TERM = Period.ofDays(15);
}
