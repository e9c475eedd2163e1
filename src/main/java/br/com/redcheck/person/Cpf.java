package br.com.redcheck.person;

import java.util.stream.IntStream;

/**
 * A Brazilian taxpayer's number: nine digits, and the two that vouch for them.
 *
 * @param digits all eleven, without punctuation
 */
public record Cpf(String digits) {
    /** @throws InvalidCpf if these are not eleven digits, are all the same, or the last two do not follow from the others */
    public Cpf {
        if (!digits.matches("(?!(.)\\1{10})[0-9]{11}") || !vouched(digits, 9) || !vouched(digits, 10)) {
            throw new InvalidCpf();
        }
    }

    /**
     * Reads a CPF as people write it, {@code 529.982.247-25} or {@code 52998224725}.
     *
     * @throws InvalidCpf if it is none
     */
    public static Cpf parse(String text) {
        return new Cpf(Pasted.plain(text).replaceAll("[.\\-\\s]", ""));
    }

    /** As it stands on paper, {@code 529.982.247-25}: for the pages of those who must compare it, never for a log. */
    public String written() {
        return digits.replaceFirst("(...)(...)(...)(..)", "$1.$2.$3-$4");
    }

    private static boolean vouched(String digits, int at) {
        int sum = IntStream.range(0, at)
                .map(i -> (at + 1 - i) * (digits.charAt(i) - '0'))
                .sum();
        return digits.charAt(at) - '0' == sum * 10 % 11 % 10;
    }

    @Override
    public String toString() {
        return "***.***.***-" + digits.substring(9); // safe to log
    }
}
