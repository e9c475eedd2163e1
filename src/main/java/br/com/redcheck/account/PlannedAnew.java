package br.com.redcheck.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On transactions about an {@link OwnerId} whose questions are planned each time for what is asked: one owner has ten exams, another a
 * hundred thousand, one label is rare and another on everything, and no plan is good for all. Planning takes the database half a
 * millisecond; elsewhere it keeps the plan of a statement that comes back.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlannedAnew {}
