using AutoResolve.Rules;

namespace AutoResolve.Decisions.Signatures;

/// <summary>Checks the parameters of an action against what its handler takes.</summary>
internal static class ParameterCheck
{
    public static void Check(RuleAction action, ActionSignature signature, ICollection<Diagnostic> diagnostics)
    {
        var templates = action
            .Templates.Where(template =>
                template.Value.Contains("{{", StringComparison.Ordinal) || template.Value.Contains("{%", StringComparison.Ordinal)
            )
            .Select(template => template.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in action.Parameters)
        {
            if (!signature.Parameters.Knows(name.Value))
            {
                var known = signature.Parameters.Parameters.Select(parameter => parameter.JsonName).ToList();
                var suggestion = Spelling.Closest(name.Value, known);
                var all = known.Count == 0 ? "It takes none." : $"There are {string.Join(", ", known)}.";
                diagnostics.Add(
                    name.Location.Report(
                        DecisionCodes.UnknownParameter,
                        DiagnosticSeverity.Error,
                        $"The handler '{signature.Name}' has no parameter '{name.Value}'.{Spelling.DidYouMean(suggestion)} {all}",
                        suggestion
                    )
                );
            }
            else if (
                action.With[name.Value] is { } value
                && signature.Parameters.Problem(name.Value, value, value.ToString() is var text && templates.Contains(text)) is { } problem
            )
            {
                diagnostics.Add(
                    name.Location.Report(
                        DecisionCodes.BadParameter,
                        DiagnosticSeverity.Error,
                        $"The parameter '{name.Value}' of the handler '{signature.Name}' {problem}."
                    )
                );
            }
        }

        foreach (var missing in signature.Parameters.Parameters.Where(parameter => parameter.IsRequired))
        {
            if (!action.Parameters.Any(name => name.Value.Equals(missing.JsonName, StringComparison.OrdinalIgnoreCase)))
            {
                diagnostics.Add(
                    action.Handler.Location.Report(
                        DecisionCodes.MissingParameter,
                        DiagnosticSeverity.Error,
                        $"The handler '{signature.Name}' needs the parameter '{missing.JsonName}' ({missing.Kind}): add it under 'with'."
                    )
                );
            }
        }
    }
}
