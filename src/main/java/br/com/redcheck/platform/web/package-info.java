/** Sets up the web server: where its folders are, which proxies it believes, and that nobody is told what nobody is left to hear. */
@NullMarked
package br.com.redcheck.platform.web;

import org.jspecify.annotations.NullMarked;
