package br.com.redcheck.platform.overload;

import java.io.IOException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that may not come slower than a pace. */
final class PacedBody implements InputBuffer {
    private final InputBuffer body;
    private final Pace pace;

    PacedBody(InputBuffer body, Pace pace) {
        this.body = body;
        this.pace = pace;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long begin = System.nanoTime();
        int read = body.doRead(handler);
        pace.count(Math.max(read, 0), System.nanoTime() - begin);
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }
}
