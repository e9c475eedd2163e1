package br.com.redcheck.platform;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What has to be told beside a result that stands all the same: the weaker sister of a {@link Refusal}.
 *
 * <p>As a refusal's, its text lives in the message files in every language, and says what is the matter and what to do; the arguments are
 * figures and technical names, so a remark may be kept, logged and shown.
 *
 * @param key of the text in the message files, {@code remark.…}; programs know the remark by it
 * @param arguments what fills the text's places {@code {0}}, {@code {1}}, …
 */
public record Remark(String key, List<String> arguments) {
    public Remark {
        arguments = List.copyOf(arguments);
    }

    /**
     * A remark by the fact that it tells of.
     *
     * @param fact the key's end, such as {@code gap}
     */
    public static Remark of(String fact, Object... arguments) {
        return new Remark(
                "remark." + fact, Stream.of(arguments).map(Objects::toString).toList());
    }
}
