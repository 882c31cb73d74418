using AutoResolve.Decisions.Templates;
using AutoResolve.Rules;
using AutoResolve.Rules.Model;

namespace AutoResolve.Decisions;

/// <summary>Compiles what rules do: templates and actions (AR303x). Reports every problem.</summary>
internal sealed class PlanCompiler
{
    private readonly IReadOnlyList<RuleSet> _sets;
    private readonly IReadOnlyCollection<string>? _hostHandlers;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly TemplateCompiler _templates;

    private PlanCompiler(IReadOnlyList<RuleSet> sets, IReadOnlyCollection<string>? hostHandlers, ICollection<Diagnostic> diagnostics)
    {
        _sets = sets;
        _hostHandlers = hostHandlers;
        _diagnostics = diagnostics;
        _templates = new TemplateCompiler(diagnostics);
    }

    /// <param name="sets">All sets.</param>
    /// <param name="hostHandlers">The handlers that the host has; null where only the rule files say.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    public static RulePlans Compile(IReadOnlyList<RuleSet> sets, IReadOnlyCollection<string>? hostHandlers, ICollection<Diagnostic> diagnostics) =>
        new PlanCompiler(sets, hostHandlers, diagnostics).Compile();

    private RulePlans Compile()
    {
        var rules = new Dictionary<Rule, RulePlan>(ReferenceEqualityComparer.Instance);
        var questions = new Dictionary<QuestionDefinition, LocalizedTemplate>(ReferenceEqualityComparer.Instance);
        foreach (var set in _sets)
        {
            foreach (var question in set.Questions)
                questions[question] = CompileText(question.Say);
            var handlers = HandlersOf(set);
            foreach (var rule in set.Rules)
                rules[rule] = CompileRule(rule, handlers);
        }

        return new RulePlans(rules, questions);
    }

    private RulePlan CompileRule(Rule rule, IReadOnlySet<string> handlers) => new()
    {
        Answer = rule.Then.Answer is null ? null : CompileText(rule.Then.Answer),
        Steps = [.. rule.Then.Steps.Select(step => CompileText(step.Say))],
        Actions = [.. rule.Then.Actions.Select(action => CompileAction(action, handlers))],
        Fingerprint = ThenFingerprint.Of(rule),
    };

    private LocalizedTemplate CompileText(LocalizedText text) =>
        new([.. text.Texts.Select(entry => KeyValuePair.Create(entry.Key, _templates.Compile(entry.Value)))]);

    private ActionPlan CompileAction(RuleAction action, IReadOnlySet<string> handlers)
    {
        if (!handlers.Contains(action.Handler.Value))
        {
            var suggestion = Spelling.Closest(action.Handler.Value, handlers);
            var cure = _hostHandlers is null ? "Declare it under \"handlers\", or correct the name." : "The host has not registered it; correct the name, or have it registered.";
            _diagnostics.Add(action.Handler.Location.Report(
                DecisionCodes.UnknownHandler,
                DiagnosticSeverity.Error,
                $"There is no handler '{action.Handler.Value}'. {cure}{Spelling.DidYouMean(suggestion)}",
                suggestion));
        }

        var templates = new Dictionary<string, CompiledTemplate>(StringComparer.Ordinal);
        foreach (var template in action.Templates)
            templates.TryAdd(template.Value, _templates.Compile(template));
        return new ActionPlan(action.Handler.Value, action.With, templates);
    }

    private HashSet<string> HandlersOf(RuleSet set) => _hostHandlers is not null
        ? [.. _hostHandlers]
        : [.. _sets.Where(other => other == set || other.Shared).SelectMany(other => other.Handlers).Select(handler => handler.Name.Value)];
}
