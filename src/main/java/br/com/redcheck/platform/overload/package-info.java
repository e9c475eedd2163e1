/** Sees to it that nobody keeps the web server's threads and connections by being slow or by being many. */
@NullMarked
package br.com.redcheck.platform.overload;

import org.jspecify.annotations.NullMarked;
