package br.com.redcheck.platform.overload;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.util.unit.DataSize;

/**
 * Cuts off bodies that come slower than anybody sends them who means well. What is left of a body after the answer is drained up to a
 * limit, so that a browser which is still sending hears the answer; beyond it the connection is closed.
 *
 * <p>Forms are read by Tomcat itself, beneath every filter, hence this lies beneath it.
 */
final class SlowBodies extends ValveBase {
    /** More than a page sends in one piece. */
    private static final long MOST_DRAINED = 64L << 20;

    /** So many at once; who finds no place is cut off at once. */
    private static final int DRAINED_AT_ONCE = 16;

    /** Who means well and is still sending is at it: bytes come at once, and many. */
    private static final DataSize DRAINED_PER_SECOND = DataSize.ofKilobytes(64);

    private static final Duration DRAINING_GRACE = Duration.ofSeconds(2);

    private final OverloadSettings settings;
    private final Semaphore drains = new Semaphore(DRAINED_AT_ONCE);

    SlowBodies(OverloadSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InputBuffer body = request.getCoyoteRequest().getInputBuffer();
        Pace pace = new Pace(settings.slowest(), settings.grace());
        PacedBody paced = new PacedBody(body, pace);
        request.getCoyoteRequest().setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync()) {
                end(request, response, body, pace);
            }
        } finally {
            request.getCoyoteRequest().setInputBuffer(body);
        }
    }

    /** Who waits to be asked for the body (100-continue) and was not asked sends none: there is nothing to drain. */
    private void end(Request request, Response response, InputBuffer body, Pace pace) throws IOException {
        response.finishResponse();
        org.apache.coyote.Request wire = request.getCoyoteRequest();
        boolean whole = wire.isFinished() || !wire.hasExpectation() && drained(body);
        if (pace.tooSlow() || !whole) {
            wire.action(ActionCode.CLOSE_NOW, null);
        }
    }

    /** Reads the rest; answers whether that was all. */
    private boolean drained(InputBuffer rest) {
        if (!drains.tryAcquire()) {
            return false;
        }
        try {
            return readToEnd(new PacedBody(rest, new Pace(DRAINED_PER_SECOND, DRAINING_GRACE)));
        } finally {
            drains.release();
        }
    }

    private static boolean readToEnd(InputBuffer body) {
        Sink sink = new Sink();
        try {
            long left = MOST_DRAINED;
            for (int read = body.doRead(sink); read >= 0 && left > 0; read = body.doRead(sink)) {
                left -= read;
            }
            return left > 0;
        } catch (IOException brokenOrTooSlow) {
            return false;
        }
    }

    /** Where bytes go that nobody wants. */
    private static final class Sink implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // the buffer is Tomcat's own
        }
    }
}
