/** Runs a decoder that others wrote in a process of its own, which may crash, hang or swallow memory without harm to ours. */
@NullMarked
package br.com.redcheck.dicom.decoder;

import org.jspecify.annotations.NullMarked;
