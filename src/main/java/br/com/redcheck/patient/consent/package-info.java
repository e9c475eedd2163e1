/** What patients agree to, one purpose at a time, and when they take it back. */
@NamedInterface("consent")
@NullMarked
package br.com.redcheck.patient.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
