package br.com.redcheck.platform;

/** Others have taken the memory that this would need. It is nobody's fault, and may succeed at any moment later. */
public final class NoRoomNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoRoomNow() {
        super("no memory to spare");
    }
}
