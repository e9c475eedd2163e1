package br.com.redcheck.pages;

import br.com.redcheck.person.Cnpj;
import br.com.redcheck.person.Cpf;
import br.com.redcheck.person.Crm;
import br.com.redcheck.person.EmailAddress;
import br.com.redcheck.person.Orcid;
import br.com.redcheck.person.Phone;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.util.ReflectionUtils;

/**
 * Makes objects of the product's own types, through their own constructors, of every kind that those allow: lists of none, one and
 * several, what may be missing there and not there, each constant of an enum. By chance, but the same again for the same seed.
 */
final class Invented {
    private static final int TRIES = 200;

    /** What the same thing is called by in several places; a page may then find that one is the other. */
    private static final int IDS = 4;

    private static final int DEEPEST = 12;

    private final Random random;
    private final Map<String, List<?>> texts;
    private final Map<Class<?>, String> conditions;
    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();
    private int depth;

    /**
     * @param texts what texts may be that choose among messages, by the name of their component or {@code Type.component}
     * @param conditions what holds of every object of a type, as expressions (SpEL)
     */
    Invented(long seed, Map<String, List<?>> texts, Map<Class<?>, String> conditions) {
        this.texts = texts;
        this.conditions = conditions;
        random = new Random(seed);
        makers.put(UUID.class, () -> new UUID(0, random.nextInt(IDS)));
        makers.put(
                Instant.class,
                () -> Instant.parse("2026-11-30T12:00:00Z").plusSeconds(random.nextInt(10_000_000) - 5_000_000));
        makers.put(LocalDate.class, () -> LocalDate.parse("2026-11-30").plusDays(random.nextInt(400) - 200));
        makers.put(Duration.class, () -> Duration.ofSeconds(random.nextInt(1_000_000)));
        makers.put(Locale.class, () -> one(Locale.ENGLISH, Locale.forLanguageTag("pt-BR")));
        makers.put(Period.class, () -> Period.of(random.nextInt(3), random.nextInt(12), random.nextInt(30)));
        makers.put(char.class, () -> 'a');
        makers.put(BigDecimal.class, () -> BigDecimal.valueOf(random.nextInt(100)));
        makers.put(URI.class, () -> URI.create("https://www.example.org/"));
        makers.put(Object.class, () -> "");
        makers.put(boolean.class, random::nextBoolean);
        makers.put(Boolean.class, random::nextBoolean);
        makers.put(int.class, () -> one(0, 1, 2, 37));
        makers.put(Integer.class, () -> one(0, 1, 2, 37));
        makers.put(long.class, () -> one(0L, 1L, 2L, 12_345_678_901L));
        makers.put(Long.class, () -> one(0L, 1L, 2L, 12_345_678_901L));
        makers.put(double.class, () -> one(0.0, 0.25, 0.913, 1.0));
        makers.put(Double.class, () -> one(0.0, 0.25, 0.913, 1.0));
        makers.put(float.class, () -> one(0f, 0.913f));
        makers.put(OptionalInt.class, () -> one(OptionalInt.empty(), OptionalInt.of(3)));
        makers.put(OptionalLong.class, () -> one(OptionalLong.empty(), OptionalLong.of(3)));
        makers.put(OptionalDouble.class, () -> one(OptionalDouble.empty(), OptionalDouble.of(0.5)));
        makers.put(byte[].class, () -> new byte[] {1, 2, 3});
        makers.put(Cpf.class, () -> Cpf.parse("529.982.247-25"));
        makers.put(Cnpj.class, () -> Cnpj.parse("11.222.333/0001-81"));
        makers.put(Crm.class, () -> Crm.parse("CRM/SP 123456"));
        makers.put(Phone.class, () -> Phone.parse("(19) 3251-0000"));
        makers.put(Orcid.class, () -> Orcid.parse("0000-0002-1825-0097"));
        makers.put(EmailAddress.class, () -> EmailAddress.parse("somebody@example.org"));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    Object oneOf(List<?> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Some of these keys, each with a text. */
    Map<Object, String> someOf(List<?> keys) {
        Map<Object, String> some = new LinkedHashMap<>();
        keys.stream().filter(key -> random.nextBoolean()).forEach(key -> some.put(key, "Ana & Rui"));
        return some;
    }

    Map<Object, String> eachOf(List<?> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> "Ana & Rui"));
    }

    /** Lets a type be made by somebody else. */
    void make(Class<?> type, Supplier<?> maker) {
        makers.put(type, maker);
    }

    /**
     * A value of a type as its name for it has it ({@code ALL}), or read from a text ({@code parse('state=READ')}).
     *
     * @param way a static field, or a static method and its text
     */
    static Object by(String way, Class<?> type) {
        try {
            String[] call = way.split("[('\\)]+", -1);
            if (call.length == 1) {
                Field constant = type.getDeclaredField(way);
                ReflectionUtils.makeAccessible(constant);
                return constant.get(null);
            }
            Method reader = type.getDeclaredMethod(call[0], String.class);
            ReflectionUtils.makeAccessible(reader);
            return reader.invoke(null, call[1]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + type + " by " + way, e);
        }
    }

    boolean chance() {
        return random.nextBoolean();
    }

    /** A value of a type. */
    Object of(ResolvableType type) {
        return of(type, "");
    }

    private Object of(ResolvableType type, String name) {
        Class<?> wanted = type.toClass();
        if (wanted == String.class) {
            return text(name);
        }
        if (wanted == int.class && texts.containsKey(name)) {
            return oneOf(texts.get(name));
        }
        Supplier<?> maker = makers.get(wanted);
        if (maker != null) {
            return maker.get();
        }
        if (wanted.isEnum()) {
            return one(wanted.getEnumConstants());
        }
        if (wanted.isArray()) {
            return array(type);
        }
        if (wanted == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(of(type.getGeneric(0), name));
        }
        if (Map.class.isAssignableFrom(wanted)) {
            return map(type);
        }
        if (Iterable.class.isAssignableFrom(wanted) && wanted.getName().startsWith("java.")) {
            return collection(type, wanted, name);
        }
        if (wanted.isInterface() || Modifier.isAbstract(wanted.getModifiers())) {
            return of(ResolvableType.forClass(one(kindsOf(wanted))), name);
        }
        return made(type, wanted);
    }

    private Object text(String name) {
        String component = name.substring(name.lastIndexOf('.') + 1);
        if (component.toLowerCase(Locale.ROOT).endsWith("sha256")) {
            return "0123456789abcdef".repeat(4);
        }
        return oneOf(texts.getOrDefault(
                name, texts.getOrDefault(component, List.of("Ana Conceição d'Ávila", "", "Á\n\nB", "<b>\"&'"))));
    }

    private Object array(ResolvableType type) {
        Class<?> element = type.getComponentType().toClass();
        if (element.isEnum()) {
            return element.getEnumConstants();
        }
        Object[] made = IntStream.range(0, size())
                .mapToObj(i -> of(type.getComponentType()))
                .toArray();
        Object array = Array.newInstance(element, made.length);
        IntStream.range(0, made.length).forEach(i -> Array.set(array, i, made[i]));
        return array;
    }

    private Object map(ResolvableType type) {
        Map<Object, Object> map =
                SortedMap.class.isAssignableFrom(type.toClass()) ? new TreeMap<>() : new LinkedHashMap<>();
        IntStream.range(0, size()).forEach(i -> map.put(of(type.getGeneric(0)), of(type.getGeneric(1))));
        return map;
    }

    private Object collection(ResolvableType type, Class<?> wanted, String name) {
        Collection<Object> made = Set.class.isAssignableFrom(wanted) ? new LinkedHashSet<>() : new ArrayList<>();
        IntStream.range(0, size()).forEach(i -> made.add(of(type.getGeneric(0), name)));
        return made;
    }

    private int size() {
        return depth > DEEPEST ? 0 : one(0, 1, 2, 3);
    }

    private static Class<?>[] kindsOf(Class<?> wanted) {
        Class<?>[] kinds = wanted.getPermittedSubclasses();
        if (kinds == null) {
            throw new AssertionError("nobody knows how to make a " + wanted);
        }
        return kinds;
    }

    /** By its own constructor; what that does not take is tried otherwise. */
    private Object made(ResolvableType type, Class<?> wanted) {
        Constructor<?> constructor = Arrays.stream(wanted.getDeclaredConstructors())
                .max(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        ReflectionUtils.makeAccessible(constructor);
        Throwable refused = null;
        depth++;
        for (int i = 0; i < TRIES; i++) {
            try {
                Object made = constructor.newInstance(arguments(type, wanted, constructor));
                if (holds(conditions.get(wanted), made)) {
                    depth--;
                    return made;
                }
            } catch (InvocationTargetException e) {
                refused = e.getCause();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("cannot make a " + wanted, e);
            }
        }
        throw new AssertionError("never took what was tried: " + wanted, refused);
    }

    private static boolean holds(@Nullable String condition, Object of) {
        return condition == null
                || Boolean.TRUE.equals(
                        new SpelExpressionParser().parseExpression(condition).getValue(of));
    }

    private @Nullable Object[] arguments(ResolvableType type, Class<?> wanted, Constructor<?> constructor) {
        RecordComponent[] parts = wanted.getRecordComponents();
        return IntStream.range(0, constructor.getParameterCount())
                .mapToObj(i -> {
                    ResolvableType part = parts == null
                            ? ResolvableType.forConstructorParameter(constructor, i)
                            : (type.hasGenerics()
                                    ? ResolvableType.forType(parts[i].getGenericType(), type)
                                    : ResolvableType.forType(parts[i].getGenericType()));
                    AnnotatedElement annotated = parts == null
                            ? constructor.getParameters()[i].getAnnotatedType()
                            : parts[i].getAnnotatedType();
                    boolean missing = annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean();
                    String name = parts == null ? constructor.getParameters()[i].getName() : parts[i].getName();
                    return missing ? null : of(part, wanted.getSimpleName() + "." + name);
                })
                .toArray();
    }
}
