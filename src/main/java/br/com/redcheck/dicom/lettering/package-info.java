/** Finds lines of letters that are drawn into a gray picture; knows pictures only, not where they come from. */
@NullMarked
package br.com.redcheck.dicom.lettering;

import org.jspecify.annotations.NullMarked;
