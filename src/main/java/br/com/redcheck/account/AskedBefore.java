package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;

/**
 * The page that somebody asked for before they were asked who they are, by its path alone: it is on this server, whatever the request
 * called that. A cookie remembers it, so that a stranger's visit begins no session.
 */
public final class AskedBefore extends CookieRequestCache {
    private static final String AFTER_SCHEME = "://";

    public AskedBefore() {
        setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = super.getRequest(request, response);
        return saved == null ? null : new SimpleSavedRequest(path(saved.getRedirectUrl()));
    }

    /** Forgets the page once it is asked for again. It was only looked at, so that request stays as it is. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = getRequest(request, response);
        if (saved != null && saved.getRedirectUrl().equals(path(UrlUtils.buildFullRequestUrl(request)))) {
            removeRequest(request, response);
        }
        return null;
    }

    private static String path(String address) {
        int server = address.indexOf(AFTER_SCHEME) + AFTER_SCHEME.length();
        int path = address.indexOf('/', server);
        return path < 0 ? "/" : address.substring(path);
    }
}
