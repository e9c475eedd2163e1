package br.com.redcheck.exam.worklist;

import java.util.UUID;

/** A word that an owner puts on exams. */
record Label(UUID id, String name, Colour colour) {
    /** Colours that can be told apart, and read, with the style sheet's text on them. */
    enum Colour {
        GRAY,
        RED,
        ORANGE,
        YELLOW,
        GREEN,
        BLUE,
        PURPLE;

        static Colour parse(String text) {
            try {
                return text.isEmpty() ? GRAY : valueOf(text);
            } catch (IllegalArgumentException e) {
                throw new BadFilter("colour");
            }
        }
    }
}
