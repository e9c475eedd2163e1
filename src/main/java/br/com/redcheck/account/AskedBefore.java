package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody asked for before they were asked who they are, by its path alone: it is on this server, whatever the request
 * called that.
 */
public final class AskedBefore extends HttpSessionRequestCache {
    private static final String AFTER_SCHEME = "://";

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = super.getRequest(request, response);
        return saved == null ? null : new SimpleSavedRequest(path(saved.getRedirectUrl()));
    }

    private static String path(String address) {
        int server = address.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
        int path = address.indexOf('/', server);
        return path < 0 ? "/" : address.substring(path);
    }
}
