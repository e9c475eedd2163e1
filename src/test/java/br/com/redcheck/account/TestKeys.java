package br.com.redcheck.account;

import br.com.redcheck.account.ApiKeyWish.Life;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** API keys for tests. */
public final class TestKeys {
    private TestKeys() {}

    /** Makes a key for the shelf before which a doctor stands. */
    public static String make(ApiKeys keys, Doctor doctor, ApiScope... scopes) {
        return keys.make(
                        doctor.owner(),
                        doctor.account(),
                        new ApiKeyWish(
                                "test", scopes.length == 0 ? Set.of(ApiScope.values()) : Set.of(scopes), Life.YEAR))
                .text();
    }

    /** A request that shows a key. */
    public static RequestPostProcessor shown(String key) {
        return request -> show(request, key);
    }

    private static MockHttpServletRequest show(MockHttpServletRequest request, String key) {
        request.addHeader("Authorization", "Bearer " + key);
        return request;
    }
}
