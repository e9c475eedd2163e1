package br.com.redcheck.pages;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.util.ClassUtils;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.engine.TemplateModel;
import org.thymeleaf.extras.springsecurity6.dialect.SpringSecurityDialect;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagProcessor;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.spring6.expression.SPELVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.expression.VariableExpression;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EvaluationUtils;

/**
 * The ways through templates: those that their sources offer, and those that were taken while pages were rendered. An element that is
 * shown on a condition offers two, a loop three (none, one, several), and a conditional expression two.
 *
 * <p>It listens between Thymeleaf and its own processors, which do all the work. Not for several threads.
 */
final class Branches {
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "case", "authorize");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern CONDITION = Pattern.compile("(\\$\\{(?:[^{}]|\\{[^{}]*})*})\\s*\\?");

    /** Loops over what is written in the template itself, or over numbers, always go round. */
    private static final Pattern FIXED_LOOP = Pattern.compile("\\$\\{\\s*(\\{|#numbers\\.sequence)");

    private static final SpelExpressionParser SPEL = new SpelExpressionParser();

    private final IStandardVariableExpressionEvaluator spring = SPELVariableExpressionEvaluator.INSTANCE;
    private final Set<String> offered = new TreeSet<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> rendered = new TreeSet<>();
    private final Set<String> loopsOverAll = new TreeSet<>();
    private final Map<String, SpelNode> read = new HashMap<>();
    private @Nullable IProcessableElementTag current;
    private @Nullable ITemplateContext context;

    SpringStandardDialect standard() {
        return new SpringStandardDialect() {
            @Override
            public Set<IProcessor> getProcessors(String prefix) {
                return listeningTo(super.getProcessors(prefix));
            }

            @Override
            public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
                return Branches.this::evaluate;
            }
        };
    }

    SpringSecurityDialect security() {
        return new SpringSecurityDialect() {
            @Override
            public Set<IProcessor> getProcessors(String prefix) {
                return listeningTo(super.getProcessors(prefix));
            }
        };
    }

    void forgetTemplates() {
        rendered.clear();
    }

    /** The templates of which something was rendered since they were last forgotten. */
    Set<String> templates() {
        return new TreeSet<>(rendered);
    }

    /** What these templates offer and was never taken. */
    Set<String> missed(Collection<String> templates) {
        if (offered.isEmpty()) {
            ITemplateContext any = Objects.requireNonNull(context, "nothing was rendered yet");
            TemplateManager reader = any.getConfiguration().getTemplateManager();
            templates.forEach(template ->
                    offer(reader.parseStandalone(any, template, null, TemplateMode.HTML, false, true), offered));
        }
        Set<String> missed = new TreeSet<>(offered);
        missed.removeAll(taken);
        missed.removeIf(way -> loopsOverAll.contains(way.substring(0, way.lastIndexOf(' '))));
        return missed;
    }

    private static void offer(TemplateModel template, Set<String> offered) {
        Deque<String> guards = new ArrayDeque<>();
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i) instanceof IProcessableElementTag tag) {
                String guard = guards.isEmpty() ? "" : guards.peek();
                for (String condition : CONDITIONS) {
                    guard += Objects.requireNonNullElse(tag.getAttributeValue("th:" + condition), "");
                }
                offer(tag, guard, offered);
                if (tag instanceof IOpenElementTag) {
                    guards.push(guard);
                }
            } else if (template.get(i) instanceof ICloseElementTag tag && !tag.isUnmatched()) {
                guards.pop();
            }
        }
    }

    /** @param guard the conditions on which the element is there at all */
    private static void offer(IProcessableElementTag tag, String guard, Set<String> offered) {
        offered.add(tag.getTemplateName() + " is rendered");
        for (IAttribute attribute : tag.getAllAttributes()) {
            String[] name = attribute.getAttributeCompleteName().split(":");
            String value = attribute.getValue();
            if (name.length == 2 && value != null) {
                if (CONDITIONS.contains(name[1])) {
                    offered.add(way(tag, name[1], "true"));
                    offered.add(way(tag, name[1], "false"));
                } else if (name[1].equals("each")) {
                    offerLoop(tag, value, guard, offered);
                }
                for (String condition : conditions(value)) {
                    offered.add(way(tag, condition, "true"));
                    offered.add(way(tag, condition, "false"));
                }
            }
        }
    }

    private static void offerLoop(IProcessableElementTag tag, String value, String guard, Set<String> offered) {
        offered.add(way(tag, "each", "several"));
        if (FIXED_LOOP.matcher(value).find()) {
            return;
        }
        offered.add(way(tag, "each", "one"));
        String iterated = value.substring(value.indexOf("${") + 2, value.lastIndexOf('}'));
        if (!guard.contains(iterated)) { // else whoever wrote the condition has seen to "none"
            offered.add(way(tag, "each", "none"));
        }
    }

    /** The conditions of all conditional expressions in an attribute's value. */
    private static Set<String> conditions(String value) {
        Set<String> found = new LinkedHashSet<>();
        Matcher outer = CONDITION.matcher(value);
        while (outer.find()) {
            found.add(spel(outer.group(1)).toStringAST());
        }
        Matcher expression = EXPRESSION.matcher(value);
        while (expression.find()) {
            ternaries(spel(expression.group()), found);
        }
        return found;
    }

    private static SpelNode spel(String expression) {
        String bare = expression.substring(2, expression.length() - 1);
        return ((SpelExpression) SPEL.parseExpression(bare)).getAST();
    }

    private static void ternaries(SpelNode node, Set<String> found) {
        if (node instanceof Ternary) {
            found.add(node.getChild(0).toStringAST());
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            ternaries(node.getChild(i), found);
        }
    }

    private static String way(IProcessableElementTag tag, String what, String which) {
        return tag.getTemplateName() + ":" + tag.getLine() + ":" + tag.getCol() + " " + what + " " + which;
    }

    private Set<IProcessor> listeningTo(Set<IProcessor> processors) {
        return processors.stream()
                .map(processor -> processor instanceof IElementTagProcessor tags ? listeningTo(tags) : processor)
                .collect(Collectors.toSet());
    }

    private IProcessor listeningTo(IElementTagProcessor processor) {
        return (IProcessor) Proxy.newProxyInstance(
                getClass().getClassLoader(), ClassUtils.getAllInterfaces(processor), (proxy, method, arguments) -> {
                    if (!method.getName().equals("process")) {
                        return answered(() -> method.invoke(processor, arguments));
                    }
                    IProcessableElementTag before = current;
                    context = (ITemplateContext) arguments[0];
                    current = (IProcessableElementTag) arguments[1];
                    rendered.add(current.getTemplateName());
                    taken.add(current.getTemplateName() + " is rendered");
                    try {
                        arguments[2] = listeningTo(arguments[2], current, attributeOf(processor));
                        return answered(() -> method.invoke(processor, arguments));
                    } finally {
                        current = before;
                    }
                });
    }

    private static String attributeOf(IElementTagProcessor processor) {
        return processor.getMatchingAttributeName() == null
                        || processor.getMatchingAttributeName().getMatchingAttributeName() == null
                ? ""
                : processor
                        .getMatchingAttributeName()
                        .getMatchingAttributeName()
                        .getAttributeName();
    }

    /** Hears what a processor decides about its element. */
    private Object listeningTo(Object handler, IProcessableElementTag tag, String attribute) {
        if (!CONDITIONS.contains(attribute) && !attribute.equals("each")) {
            return handler;
        }
        String shown = way(tag, attribute, "true");
        boolean condition = CONDITIONS.contains(attribute);
        boolean before = taken.contains(shown);
        if (condition) {
            taken.add(shown); // unless it is removed
        }
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), ClassUtils.getAllInterfaces(handler), (proxy, method, arguments) -> {
                    if (condition && method.getName().equals("removeElement")) {
                        taken.add(way(tag, attribute, "false"));
                        if (!before) {
                            taken.remove(shown);
                        }
                    } else if (method.getName().equals("iterateElement")) {
                        hearLoop(tag, attribute, arguments[2]);
                    }
                    return answered(() -> method.invoke(handler, arguments));
                });
    }

    private void hearLoop(IProcessableElementTag tag, String attribute, @Nullable Object iterated) {
        int rounds = size(iterated);
        taken.add(way(tag, attribute, rounds == 0 ? "none" : (rounds == 1 ? "one" : "several")));
        if (iterated instanceof Object[] all
                && all.getClass().getComponentType().isEnum()) {
            String loop = way(tag, attribute, "");
            loopsOverAll.add(loop.substring(0, loop.length() - 1));
            taken.add(way(tag, attribute, "several"));
        }
    }

    private static int size(@Nullable Object iterated) {
        if (iterated instanceof Collection<?> collection) {
            return collection.size();
        }
        if (iterated instanceof Map<?, ?> map) {
            return map.size();
        }
        if (iterated instanceof Object[] array) {
            return array.length;
        }
        return iterated == null ? 0 : 2;
    }

    private @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext how) {
        Object value = spring.evaluate(context, expression, how);
        if (current != null) {
            SpelNode node = read.computeIfAbsent(
                    expression.getExpression(), text -> ((SpelExpression) SPEL.parseExpression(text)).getAST());
            // Only where a condition is offered does it count.
            taken.add(way(current, node.toStringAST(), String.valueOf(EvaluationUtils.evaluateAsBoolean(value))));
            hearTernaries(context, node, how);
        }
        return value;
    }

    private void hearTernaries(IExpressionContext context, SpelNode node, StandardExpressionExecutionContext how) {
        if (node instanceof Ternary) {
            SpelNode condition = node.getChild(0);
            boolean holds = EvaluationUtils.evaluateAsBoolean(
                    spring.evaluate(context, new VariableExpression(condition.toStringAST()), how));
            taken.add(way(Objects.requireNonNull(current), condition.toStringAST(), String.valueOf(holds)));
            hearTernaries(context, condition, how);
            hearTernaries(context, node.getChild(holds ? 1 : 2), how);
            return;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            hearTernaries(context, node.getChild(i), how);
        }
    }

    private interface Call {
        @Nullable
        Object answer() throws Exception;
    }

    private static @Nullable Object answered(Call call) throws Throwable {
        try {
            return call.answer();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
