package br.com.redcheck.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a transaction about an {@link OwnerId} that nobody has been promised yet: its commit need not wait for the disk. A power cut may
 * take it back, with all that was committed after it and nothing before it, and what it did is then done again. The next commit
 * without this takes it along onto the disk. Within another transaction, that one's promise counts.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DurableLater {}
