package br.com.redcheck.account.secondfactor;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A browser's tab: sends the session's cookie, and keeps the newest that comes back. */
final class Tab implements RequestPostProcessor, ResultHandler {
    private Cookie session = new Cookie("SESSION", "");

    private Tab() {}

    /** One with a session of its own, in which nobody is signed in. */
    static Tab open(MockMvc server) throws Exception {
        Tab tab = new Tab();
        server.perform(get("/sign-in")).andDo(tab);
        return tab;
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.setCookies(session);
        return request;
    }

    @Override
    public void handle(MvcResult result) {
        Optional.ofNullable(result.getResponse().getCookie("SESSION")).ifPresent(newest -> session = newest);
    }

    String id() {
        return session.getValue();
    }
}
