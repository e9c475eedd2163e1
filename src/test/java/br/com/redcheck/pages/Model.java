package br.com.redcheck.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * What a page is given, as {@code templates.models} has it. Types are named without their packages; where that says too little, the
 * last part of the package or the type around stands before: {@code consent.Standing}, {@code Phrases.Kept}.
 *
 * @param page the template's name
 * @param values the type of each value by its name
 */
record Model(String page, Map<String, Value> values) {
    /** @param sometimes whether there may be none */
    record Value(Kind kind, boolean sometimes) {}

    /** What a value may be: made by somebody who invents. */
    interface Kind extends Function<Invented, Object> {}

    private static final SpelExpressionParser SPEL = new SpelExpressionParser();
    private static final List<String> CLASSES = classes();

    static List<Model> all() {
        return lines().stream()
                .filter(line -> line.matches("[a-z-]+(/[a-z-]+)?:.*"))
                .map(Model::read)
                .toList();
    }

    /** What holds of every object of a type, which its constructor leaves to those who make it. */
    static Map<Class<?>, String> conditions() {
        return lines().stream()
                .filter(line -> line.matches("[\\w.]+ where .*"))
                .map(line -> line.split(" where ", 2))
                .collect(Collectors.toMap(parts -> named(parts[0]), parts -> parts[1]));
    }

    /** What holds of the values of this page together; nothing if they know nothing of each other. */
    Optional<String> condition() {
        return lines().stream()
                .filter(line -> line.startsWith(page + " where "))
                .map(line -> line.split(" where ", 2)[1])
                .findFirst();
    }

    /** How types are made that are not made at random, see {@link Invented#by}. */
    static Map<Class<?>, List<String>> made() {
        return lines().stream()
                .filter(line -> line.matches("[\\w.]+ made .*"))
                .map(line -> line.split(" made ", 2))
                .collect(Collectors.toMap(parts -> named(parts[0]), parts -> List.of(parts[1].split(" or "))));
    }

    /** The ways that cannot be taken, as the test tells of them. */
    static List<String> never() {
        return lines().stream()
                .filter(line -> line.startsWith("never "))
                .map(line -> line.substring("never ".length()))
                .toList();
    }

    /** What texts may be that choose among messages, by the name of a component or of type and component. */
    static Map<String, List<?>> texts() {
        return lines().stream()
                .filter(line -> line.matches("[\\w.]+ is .*"))
                .map(line -> line.split(" is ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> choices(parts[1])));
    }

    /** Texts in quotes, numbers, {@code true}. */
    private static List<?> choices(String written) {
        return Arrays.stream(written.split("[|&](?=['\\dt])"))
                .map(one -> SPEL.parseExpression(one).getValue())
                .toList();
    }

    private static Model read(String line) {
        String[] parts = line.split(":", 2);
        Map<String, Value> values = new LinkedHashMap<>();
        for (String value : parts[1].strip().split(",(?![^<]*>)\\s*")) {
            if (!value.isBlank()) {
                String[] named = value.strip().split(" ", 2);
                boolean sometimes = named[1].endsWith("?");
                values.put(named[0], new Value(kind(named[1].replaceFirst("\\?$", "")), sometimes));
            }
        }
        return new Model(parts[0], values);
    }

    private static Kind kind(String type) {
        if (type.matches("('|true|\\d).*")) {
            List<?> values = choices(type);
            return by -> by.oneOf(values);
        }
        if (type.startsWith("Map<'")) {
            String[] parts = type.substring(4, type.length() - 1).split(",");
            List<?> keys = choices(parts[0]);
            return by -> parts[0].contains("&") ? by.eachOf(keys) : by.someOf(keys);
        }
        ResolvableType resolved = resolved(type);
        return by -> by.of(resolved);
    }

    private static ResolvableType resolved(String type) {
        if (type.endsWith("[]")) {
            return ResolvableType.forArrayComponent(resolved(type.substring(0, type.length() - 2)));
        }
        int open = type.indexOf('<');
        if (open < 0) {
            return ResolvableType.forClass(named(type));
        }
        ResolvableType[] parts = Arrays.stream(
                        type.substring(open + 1, type.length() - 1).split(","))
                .map(Model::resolved)
                .toArray(ResolvableType[]::new);
        return ResolvableType.forClassWithGenerics(named(type.substring(0, open)), parts);
    }

    private static Class<?> named(String name) {
        for (String home : List.of("java.lang.", "java.util.", "java.time.")) {
            try {
                return Class.forName(home + name);
            } catch (ClassNotFoundException e) {
                // then it is one of ours
            }
        }
        if (name.equals("int")) {
            return int.class;
        }
        if (name.equals("boolean")) {
            return boolean.class;
        }
        List<String> found = CLASSES.stream()
                .filter(one -> one.replace('$', '.').endsWith("." + name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("templates.models: \"" + name + "\" may be any of " + found);
        }
        try {
            return Class.forName(found.get(0));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("templates.models")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> classes() {
        try {
            List<String> names = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:br/com/redcheck/**/*.class")) {
                String path = file.getURL().getPath();
                if (!path.contains("test-classes")) {
                    names.add(path.substring(path.indexOf("br/com/redcheck"), path.length() - 6)
                            .replace('/', '.'));
                }
            }
            return names.stream().sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
