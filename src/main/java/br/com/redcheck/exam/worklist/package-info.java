/** Finds exams again among a hundred thousand: the list in pages, its filters, an owner's labels, and the list as a table for Excel. */
@NullMarked
package br.com.redcheck.exam.worklist;

import org.jspecify.annotations.NullMarked;
