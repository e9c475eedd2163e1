package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells browsers what a page may load: only our own scripts and styles; {@code data:} pictures are the icons inside Bootstrap's style
 * sheet. The viewer may also start its workers, and run the decoders of images in them, which are WebAssembly. A worker goes by the
 * policy of its own file, not by that of the page.
 */
public final class ContentSecurityPolicy implements HeaderWriter {
    private static final String HEADER = "Content-Security-Policy";
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    private static final String VIEWER =
            STRICT.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'");
    private static final Pattern OF_VIEWER = Pattern.compile("/exams/[^/]+/viewer|/visit/viewer|/viewer/[^/]+\\.js");

    /** An answer that has a policy of its own, which then is narrower, keeps it. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HEADER)) {
            return;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader(HEADER, OF_VIEWER.matcher(path).matches() ? VIEWER : STRICT);
    }
}
