/** Brings a PostgreSQL along, so that the application starts on a bare machine; steps aside when a database is configured. */
@NullMarked
package br.com.redcheck.platform.database;

import org.jspecify.annotations.NullMarked;
