package br.com.redcheck.patient;

import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Spelling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed fingerprints (HMAC-SHA-256) by which sealed patients are found again. The key is a secret of the owner's: what is found for
 * one owner cannot be looked for among the rows of another.
 */
final class Fingerprints {
    /** Fewer letters begin too many names. */
    static final int SHORTEST = 3;

    /** Whoever types more is shown those that begin like this, if they go on as typed. */
    static final int LONGEST = 8;

    /** More words single nobody out any further. */
    private static final int MOST_ASKED = 6;

    /** Some write them, some do not. */
    private static final Set<String> PARTICLES = Set.of("de", "da", "do", "das", "dos", "e");

    private final SecretKeySpec key;

    Fingerprints(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    byte[] cpf(Cpf cpf) {
        return of("cpf", cpf.digits());
    }

    /** Of name, day of birth and mother's name together, however they are spelt; nothing if the mother is not known. */
    Optional<byte[]> person(Identity identity) {
        return identity.mother().map(mother -> person(identity.name(), identity.birthDate(), mother));
    }

    byte[] person(String name, LocalDate birthDate, String mother) {
        return of("person", String.join(" ", words(name)), birthDate.toString(), String.join(" ", words(mother)));
    }

    /** Of how each word of a name begins: the first three letters, four, and so on up to eight. A shorter word is whole. */
    Set<Long> beginnings(String name) {
        return words(name).stream()
                .flatMap(word -> word.length() < SHORTEST
                        ? Stream.of(word)
                        : IntStream.rangeClosed(SHORTEST, Math.min(word.length(), LONGEST))
                                .mapToObj(letters -> word.substring(0, letters)))
                .map(this::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of what was typed to find a name, one for each of some words; all are among the name's beginnings if it is meant. */
    List<Long> asked(String typed) {
        return words(typed).stream()
                .limit(MOST_ASKED)
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .distinct()
                .map(this::word)
                .toList();
    }

    /** The words of a name that tell people apart. */
    static List<String> words(String name) {
        return Spelling.words(name).stream()
                .filter(word -> !PARTICLES.contains(word))
                .toList();
    }

    /** Eight bytes of it are enough: the name that is found is compared in the clear. */
    private long word(String word) {
        return ByteBuffer.wrap(of("word", word)).getLong();
    }

    private byte[] of(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
