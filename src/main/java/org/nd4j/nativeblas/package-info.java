/** One class that DL4J looks for and its authors moved; nothing of ours belongs here. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
