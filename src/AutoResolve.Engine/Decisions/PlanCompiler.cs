using System.Collections.Frozen;
using AutoResolve.Decisions.Signatures;
using AutoResolve.Decisions.Templates;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Compiles what rules do: templates and actions (AR303x). Reports every problem.</summary>
internal sealed class PlanCompiler
{
    private static readonly FrozenSet<string> AddressNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "url",
        "uri",
        "address",
        "endpoint",
        "webhook",
        "callback"
    );

    private readonly IReadOnlyList<RuleSet> _visible;
    private readonly HostHandlers? _hostHandlers;
    private readonly ICollection<Diagnostic> _diagnostics;
    private readonly TemplateCompiler _templates;

    private PlanCompiler(IReadOnlyList<RuleSet> visible, HostHandlers? hostHandlers, ICollection<Diagnostic> diagnostics)
    {
        _visible = visible;
        _hostHandlers = hostHandlers;
        _diagnostics = diagnostics;
        _templates = new TemplateCompiler(
            _visible.SelectMany(other => other.Facts).Select(fact => fact.Name.Value).ToHashSet(StringComparer.Ordinal),
            ContactsOf(_visible),
            diagnostics
        );
    }

    /// <param name="sets">All sets.</param>
    /// <param name="hostHandlers">The handlers that the host has; null where only the rule files say.</param>
    /// <param name="diagnostics">Takes the problems, set by set.</param>
    /// <param name="threads">How many sets are compiled at once.</param>
    public static RulePlans Compile(
        IReadOnlyList<RuleSet> sets,
        HostHandlers? hostHandlers,
        ICollection<Diagnostic> diagnostics,
        int threads
    )
    {
        var visible = new VisibleSets(sets);
        var questions = new QuestionPlan[sets.Count][];
        var rules = new RulePlan[sets.Count][];
        var problems = new List<Diagnostic>[sets.Count];
        Parallel.For(0, sets.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
        {
            var compiler = new PlanCompiler(visible.From(sets[number]), hostHandlers, problems[number] = []);
            questions[number] = [.. sets[number].Questions.Select(compiler.CompileQuestion)];
            var declared = compiler.Declared();
            rules[number] = [.. sets[number].Rules.Select(rule => compiler.CompileRule(rule, declared))];
        });
        foreach (var problem in problems.SelectMany(found => found))
            diagnostics.Add(problem);

        // By reference: two rules of broken files may be equal.
        var byRule = new Dictionary<Rule, RulePlan>(sets.Sum(set => set.Rules.Count), ReferenceEqualityComparer.Instance);
        var byQuestion = new Dictionary<QuestionDefinition, QuestionPlan>(ReferenceEqualityComparer.Instance);
        for (var number = 0; number < sets.Count; number++)
        {
            foreach (var (rule, plan) in sets[number].Rules.Zip(rules[number]))
                byRule[rule] = plan;
            foreach (var (question, plan) in sets[number].Questions.Zip(questions[number]))
                byQuestion[question] = plan;
        }

        return new RulePlans(byRule, byQuestion);
    }

    // A name that stands twice is reported elsewhere.
    private static Dictionary<string, string> ContactsOf(IEnumerable<RuleSet> sets) =>
        sets.SelectMany(set => set.Contacts)
            .DistinctBy(contact => contact.Name.Value)
            .ToDictionary(contact => contact.Name.Value, contact => contact.Value, StringComparer.Ordinal);

    private RulePlan CompileRule(Rule rule, IReadOnlySet<string> declared)
    {
        var answer = CompileOptional(rule.Then.Answer);
        var answerToAgent = CompileOptional(rule.Then.AnswerToAgent);
        IReadOnlyList<LocalizedTemplate> steps = [.. rule.Then.Steps.Select(step => CompileText(step.Say))];
        IReadOnlyList<LocalizedTemplate?> stepsToAgent = [.. rule.Then.Steps.Select(step => CompileOptional(step.SayToAgent))];
        var mayAct = rule.Status is not (RuleStatus.Draft or RuleStatus.Retired);
        IReadOnlyList<ActionPlan> actions = [.. rule.Then.Actions.Select(action => CompileAction(action, declared, mayAct))];
        return new RulePlan
        {
            Rule = rule,
            Answer = answer,
            AnswerToAgent = answerToAgent,
            Steps = steps,
            StepsToAgent = stepsToAgent,
            Actions = actions,
            MissingHandlers = [.. actions.Select(action => action.Handler).Where(name => _hostHandlers?.Has(name) == false).Distinct()],
            Facts =
            [
                .. steps
                    .Concat(stepsToAgent)
                    .Append(answer)
                    .Append(answerToAgent)
                    .OfType<LocalizedTemplate>()
                    .SelectMany(text => text.Facts),
                .. actions.SelectMany(action => action.Facts),
            ],
        };
    }

    private QuestionPlan CompileQuestion(QuestionDefinition question) =>
        new()
        {
            Say = CompileText(question.Say),
            SayToAgent = CompileOptional(question.SayToAgent),
            Label = CompileOptional(question.Label),
            Choices = [.. question.Choices.Select(choice => (choice.Value.Value, CompileText(choice.Say)))],
        };

    private LocalizedTemplate? CompileOptional(LocalizedText? text) => text is null ? null : CompileText(text);

    private LocalizedTemplate CompileText(LocalizedText text) =>
        new([.. text.Texts.Select(entry => KeyValuePair.Create(entry.Key, _templates.Compile(entry.Value)))]);

    private ActionPlan CompileAction(RuleAction action, IReadOnlySet<string> declared, bool mayAct)
    {
        CheckHandler(action, declared, mayAct);
        var templates = new Dictionary<string, CompiledTemplate>(StringComparer.Ordinal);
        foreach (var template in action.Templates)
        {
            var isAddress = action.Parameters.Any(name => AddressNames.Contains(name.Value) && action.Says(name.Value, template.Value));
            templates.TryAdd(template.Value, _templates.CompileParameter(template, isAddress));
        }

        return new ActionPlan(action.Handler.Value, action.With, templates);
    }

    private void CheckHandler(RuleAction action, IReadOnlySet<string> declared, bool mayAct)
    {
        var name = action.Handler.Value;
        if (_hostHandlers?.Has(name) ?? declared.Contains(name))
        {
            if (_hostHandlers?.Find(name) is { } signature)
                ParameterCheck.Check(action, signature, _diagnostics);
        }
        else if (!declared.Contains(name))
        {
            var suggestion = Spelling.Closest(name, declared.Concat(_hostHandlers?.Names ?? []));
            var cure = _hostHandlers is null
                ? "Declare it under \"handlers\", or correct the name."
                : "The host has not registered it, and no rule file declares it; correct the name, or have it registered.";
            _diagnostics.Add(
                action.Handler.Location.Report(
                    DecisionCodes.UnknownHandler,
                    DiagnosticSeverity.Error,
                    $"There is no handler '{name}'. {cure}{Spelling.DidYouMean(suggestion)}",
                    suggestion
                )
            );
        }
        else if (mayAct)
        {
            _diagnostics.Add(
                action.Handler.Location.Report(
                    DecisionCodes.MissingHandler,
                    DiagnosticSeverity.Warning,
                    $"The host has no handler '{name}', so a person gets what this rule would do. Have it registered (AddHandler), "
                        + "name it in RulebookOptions.Handlers where the host carries it out itself, "
                        + "or leave the rule out with \"status\": \"draft\"."
                )
            );
        }
    }

    private HashSet<string> Declared() => [.. _visible.SelectMany(other => other.Handlers).Select(handler => handler.Name.Value)];
}
