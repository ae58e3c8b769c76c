package chat.passerby.e2e.lab;

import chat.passerby.e2e.stage.Deployment;
import chat.passerby.e2e.stage.Photograph;
import chat.passerby.e2e.stage.Visitor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a story the [Lab], one for all stories. Afterwards everybody leaves, and no browser may have complained.
public final class Laboratory implements ExecutionCondition, AfterEachCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(Laboratory.class);
    private static final Optional<String> MISSING = Network.missing();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext story) {
        if (!Deployment.isOurs()) return ConditionEvaluationResult.disabled("The lab has a server of its own");
        return MISSING.map(ConditionEvaluationResult::disabled).orElseGet(() -> ConditionEvaluationResult.enabled(""));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Lab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
        return lab(story);
    }

    @Override
    public void afterEach(ExtensionContext story) {
        Lab lab = lab(story);
        if (story.getExecutionException().isPresent()) photographFailure(story, lab);
        List<String> complaints = lab.clear();
        if (!complaints.isEmpty()) throw new AssertionError("A browser complained: " + complaints);
    }

    private static void photographFailure(ExtensionContext story, Lab lab) {
        String name = story.getRequiredTestMethod().getName() + story.getDisplayName();
        String title = name.replaceAll("[^A-Za-z0-9]+", "-");
        List<Visitor> visitors = lab.visitors();
        for (int i = 0; i < visitors.size(); i++) Photograph.ofFailure(visitors.get(i), title + i);
    }

    /// Made at the first story that needs it, closed after the last.
    private static Lab lab(ExtensionContext story) {
        return Objects.requireNonNull(
                story.getRoot().getStore(HERE).computeIfAbsent(Lab.class, key -> Lab.open(), Lab.class));
    }
}
