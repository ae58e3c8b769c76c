package chat.passerby.e2e.stage;

import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a story what it names as parameters: a `Visitor red` sits at [Machine#RED]; a [Deployment], a [PackagedJar] or
/// its [Wire] where it is about the server. Afterwards everybody leaves, and no browser may have complained.
public final class Stage implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(Stage.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext story) {
        boolean harmless = story.getTestMethod().stream()
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .noneMatch(type -> type == PackagedJar.class || type == Wire.class);
        return harmless || Deployment.isOurs()
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("Needs a server that it may cut off and kill");
    }

    @Override
    public void beforeEach(ExtensionContext story) {
        browsers(story).start(machines(story.getRequiredTestMethod()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return List.of(Visitor.class, Deployment.class, PackagedJar.class, Wire.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Deployment.class) return deployment(story);
        if (type == PackagedJar.class) return packagedJar(story);
        if (type == Wire.class) return packagedJar(story).wire();
        Machine machine = machine(parameter.getParameter());
        var visitor = new Visitor(
                machine, deployment(story), browsers(story).at(machine).newProfile());
        story.getStore(HERE).put(machine, visitor);
        return visitor;
    }

    @Override
    public void afterEach(ExtensionContext story) {
        if (story.getExecutionException().isPresent()) photographFailure(story);
        browsers(story).all().forEach(Chromium::clear);
        List<String> complaints = browsers(story).all().stream()
                .flatMap(browser -> browser.complaints().stream())
                .toList();
        if (!complaints.isEmpty()) throw new AssertionError("A browser complained: " + complaints);
    }

    private static void photographFailure(ExtensionContext story) {
        Method method = story.getRequiredTestMethod();
        for (Machine machine : machines(method)) {
            var visitor = story.getStore(HERE).get(machine, Visitor.class);
            if (visitor != null) Photograph.ofFailure(visitor, method.getName() + "-" + machine);
        }
    }

    private static EnumSet<Machine> machines(Method story) {
        return Arrays.stream(story.getParameters())
                .filter(parameter -> parameter.getType() == Visitor.class)
                .map(Stage::machine)
                .collect(toCollection(() -> EnumSet.noneOf(Machine.class)));
    }

    private static Machine machine(Parameter parameter) {
        return Machine.valueOf(parameter.getName().toUpperCase(Locale.ROOT));
    }

    private static PackagedJar packagedJar(ExtensionContext story) {
        return (PackagedJar) deployment(story);
    }

    private static Deployment deployment(ExtensionContext story) {
        return once(story, Deployment.class, Deployment::underTest);
    }

    private static Browsers browsers(ExtensionContext story) {
        return once(story, Browsers.class, Browsers::new);
    }

    /// Made at the first story that needs it, closed after the last.
    private static <T> T once(ExtensionContext story, Class<T> type, Supplier<T> maker) {
        return Objects.requireNonNull(story.getRoot().getStore(HERE).computeIfAbsent(type, key -> maker.get(), type));
    }
}
