package br.com.redcheck.account.secondfactor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A browser's tab: sends the cookies, and keeps the newest that come back. */
final class Tab implements RequestPostProcessor, ResultHandler {
    private final Map<String, Cookie> cookies = new HashMap<>();

    private Tab() {}

    /** One with a session of its own, in which nobody is signed in. */
    static Tab open(MockMvc server) throws Exception {
        Tab tab = new Tab();
        server.perform(post("/sign-in/passkey/options").with(csrf())).andDo(tab);
        return tab;
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.setCookies(cookies.values().toArray(Cookie[]::new));
        return request;
    }

    @Override
    public void handle(MvcResult result) {
        for (Cookie newest : result.getResponse().getCookies()) {
            cookies.put(newest.getName(), newest);
        }
    }

    String id() {
        return Objects.requireNonNull(cookies.get("SESSION")).getValue();
    }
}
