/** E-mails as durable work: rendered at once, sent after the commit, to a mail server or into a folder. */
@NullMarked
package br.com.redcheck.platform.mail;

import org.jspecify.annotations.NullMarked;
