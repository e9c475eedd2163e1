/** The application: starts the server, or runs one command and ends. */
@NullMarked
package br.com.redcheck;

import org.jspecify.annotations.NullMarked;
