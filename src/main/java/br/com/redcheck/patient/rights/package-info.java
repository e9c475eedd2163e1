/** What patients may ask for by law: requests and their clock, copies of all that is kept of them, and deletion. */
@NamedInterface("rights")
@NullMarked
package br.com.redcheck.patient.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
