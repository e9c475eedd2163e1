package br.com.redcheck.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The family of a browser and of its system, enough for its owner to know it again in a list.
 *
 * @param words such as {@code Firefox, Windows}; empty if it is none of the usual
 */
record Browser(String words) {
    /** What tells a family, the more particular first: Edge calls itself Chrome as well, and Chrome Safari. */
    private static final List<Family> FAMILIES = List.of(
            new Family("Edg", "Edge"),
            new Family("OPR/", "Opera"),
            new Family("SamsungBrowser", "Samsung Internet"),
            new Family("Firefox", "Firefox"),
            new Family("Chrome", "Chrome"),
            new Family("Safari", "Safari"));

    private static final List<Family> SYSTEMS = List.of(
            new Family("Android", "Android"),
            new Family("iPhone", "iPhone"),
            new Family("iPad", "iPad"),
            new Family("Windows", "Windows"),
            new Family("Mac OS X", "Mac"),
            new Family("Linux", "Linux"));

    static Browser of(HttpServletRequest request) {
        String agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return new Browser(String.join(
                ", ",
                List.of(name(FAMILIES, agent), name(SYSTEMS, agent)).stream()
                        .filter(word -> !word.isEmpty())
                        .toList()));
    }

    private static String name(List<Family> families, String agent) {
        return families.stream()
                .filter(family -> agent.contains(family.sign()))
                .map(Family::name)
                .findFirst()
                .orElse("");
    }

    private record Family(String sign, String name) {}
}
