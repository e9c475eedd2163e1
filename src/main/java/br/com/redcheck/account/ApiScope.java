package br.com.redcheck.account;

import java.util.Arrays;

/** One thing that an API key lets a program do. */
public enum ApiScope {
    /** Send images and see what became of them. */
    EXAMS_SEND("exams:send"),
    /** See which exams there are, and what they hold. */
    EXAMS_READ("exams:read"),
    /** See what the networks said. */
    RESULTS_READ("results:read");

    private final String word;

    ApiScope(String word) {
        this.word = word;
    }

    /** As programs and the database write it, such as {@code exams:send}. */
    public String word() {
        return word;
    }

    static ApiScope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** What a client of this scope is granted. */
    String authority() {
        return "SCOPE_" + word;
    }
}
