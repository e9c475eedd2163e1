package br.com.redcheck;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a program with a fault may send it: of a right body each part in turn is missing, null, or something else. */
public final class JsonShapes {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ANYTHING = List.of("null", "-1", "1e400", "\"\\u0000\"", "{}", "[null]");

    private JsonShapes() {}

    /** A body that fits a type, or would if its words were the right ones. */
    public static JsonNode sample(Type type) {
        if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            return JSON.createArrayNode().add(sample(list.getActualTypeArguments()[0]));
        }
        Class<?> one = (Class<?>) type;
        if (one.isRecord()) {
            ObjectNode object = JSON.createObjectNode();
            for (RecordComponent part : one.getRecordComponents()) {
                object.set(part.getName(), sample(part.getGenericType()));
            }
            return object;
        }
        return JSON.valueToTree(one.isEnum() ? one.getEnumConstants()[0] : plain(one));
    }

    private static Object plain(Class<?> type) {
        Object sample = Map.<Class<?>, Object>of(
                        String.class,
                        "0".repeat(64),
                        UUID.class,
                        UUID.randomUUID(),
                        Boolean.class,
                        true,
                        Integer.class,
                        1,
                        Long.class,
                        1L,
                        Double.class,
                        1.5)
                .get(ClassUtils.resolvePrimitiveIfNecessary(type));
        if (sample == null) {
            throw new IllegalArgumentException("no sample of " + type);
        }
        return sample;
    }

    /** What is not even JSON, and whole bodies of the wrong kind; then the sample with each of its parts changed. */
    public static Stream<String> around(JsonNode sample) {
        List<String> bodies = new ArrayList<>(List.of("", "{", "[".repeat(100_000), sample.toString()));
        bodies.addAll(ANYTHING);
        change(sample, sample, bodies);
        return bodies.stream();
    }

    private static void change(JsonNode whole, JsonNode part, List<String> bodies) {
        if (part instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode right = object.get(name);
                for (String wrong : ANYTHING) {
                    object.set(name, JSON.readTree(wrong));
                    bodies.add(whole.toString());
                }
                object.remove(name);
                bodies.add(whole.toString());
                object.set(name, right);
                change(whole, right, bodies);
            }
        } else if (part instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode right = array.get(0);
            for (String wrong : ANYTHING) {
                array.set(0, JSON.readTree(wrong));
                bodies.add(whole.toString());
            }
            array.set(0, right);
            array.add(right);
            bodies.add(whole.toString());
            array.remove(1);
            change(whole, right, bodies);
        }
    }
}
