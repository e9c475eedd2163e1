/** Asks for more than a password: codes of an authenticator app, passkeys, and recovery codes for the day both are lost. */
@NullMarked
package br.com.redcheck.account.secondfactor;

import org.jspecify.annotations.NullMarked;
