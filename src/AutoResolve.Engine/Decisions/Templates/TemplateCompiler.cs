using System.Globalization;
using System.Text.RegularExpressions;
using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Rules;
using Fluid;
using Fluid.Parser;

namespace AutoResolve.Decisions.Templates;

/// <summary>
/// Reads Liquid templates with Fluid when rules are loaded, and refuses what could fail or run long when an answer is due.
/// </summary>
/// <remarks>Allowed are placeholders, filters that only shape text, and if, unless and case: no loops, no inclusion, no clock.</remarks>
internal sealed class TemplateCompiler(
    IReadOnlySet<string> facts,
    IReadOnlyDictionary<string, string> contacts,
    ICollection<Diagnostic> diagnostics
)
{
    private static readonly FluidParser Parser = CreateParser();

    private static readonly Regex Place = new(
        @" at \((?<line>\d+):(?<column>\d+)\)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private static readonly IReadOnlyList<string> AllNames =
    [
        .. TemplateValues.IssueNames.Select(name => "issue." + name),
        .. TemplateValues.RuleNames.Select(name => "rule." + name),
    ];

    // What every template is tried out with when it is loaded.
    private static readonly RuleReference SampleRule = new()
    {
        Id = "a",
        Version = 1,
        Title = "A",
        Type = "a",
        Owner = "a",
        Status = RuleStatus.Active,
    };

    /// <summary>Compiles a parameter of an action, and tells where the issue would say whom it calls.</summary>
    /// <param name="located">The parameter.</param>
    /// <param name="isAddress">Whether it is an address by its name.</param>
    public CompiledTemplate CompileParameter(Located<string> located, bool isAddress)
    {
        var compiled = Compile(located);
        if (
            compiled.Placeholders.Count > 0
            && Parser.TryParse(located.Value, out var template)
            && AddressSurvey.Find(((FluidTemplate)template).Statements, contacts, isAddress) is { } placeholder
        )
        {
            diagnostics.Add(
                located
                    .At(new TemplateSource(located.Value).Find(placeholder))
                    .Report(
                        DecisionCodes.HostOfIssue,
                        DiagnosticSeverity.Warning,
                        $"'{placeholder}' says whom this calls, so whoever writes an issue decides that. Write scheme and host out, "
                            + "or take "
                            + "them from a contact or from a fact that the host knows."
                    )
            );
        }

        return compiled;
    }

    /// <returns>The template; an empty one where it is refused, which is then reported.</returns>
    public CompiledTemplate Compile(Located<string> located)
    {
        var source = new TemplateSource(located.Value);
        if (source.Excess() is { } excess)
            return Refuse(located.Location, DecisionCodes.LongTemplate, excess);
        if (source.IsPlain)
            return new CompiledTemplate(null, source.Text);
        if (!Parser.TryParse(source.Text, out var template, out var error))
        {
            var (index, message) = Locate(source.Text, error);
            return Refuse(
                located.At(index),
                DecisionCodes.BadTemplate,
                $"This template cannot be read: {message}. A placeholder is written {{{{ issue.fields.name }}}}, "
                    + $"a condition {{% if … %}} … {{% endif %}}."
            );
        }

        var survey = new TemplateSurvey(((FluidTemplate)template).Statements);
        var before = diagnostics.Count;
        Check(located, source, survey);
        if (diagnostics.Count > before)
            return CompiledTemplate.Empty;
        var compiled = new CompiledTemplate(PlaceholderBinder.Bind(template, survey, contacts), source.Text)
        {
            Placeholders = [.. survey.Placeholders.Distinct()],
            Facts = [.. survey.Placeholders.Select(TemplateValues.FactOf).OfType<string>()],
        };
        if (!Works(compiled))
            return Refuse(
                located.Location,
                DecisionCodes.BadTemplate,
                "This template cannot be carried out: a filter cannot work with what stands behind its colon. "
                    + "Correct that, or leave the filter out."
            );
        return survey.Placeholders.All(name => TemplateValues.ContactOf(name) is not null) ? Constant(compiled) : compiled;
    }

    // What prints nothing but contacts says the same of every issue.
    private static CompiledTemplate Constant(CompiledTemplate template) =>
        new(null, template.Render(new TemplateValues(new Issue { Id = "" }, SampleRule, FactValues.None)));

    private void Check(Located<string> located, TemplateSource source, TemplateSurvey survey)
    {
        if (survey.TooDeep)
            Refuse(
                located.Location,
                DecisionCodes.LongTemplate,
                "A condition or a chain of filters in this text has too many parts. Split it."
            );
        foreach (var tag in survey.OtherTags.Distinct())
            Refuse(
                located.At(source.Find(tag)),
                DecisionCodes.ForbiddenTag,
                $"'{tag}' is not allowed in answers. Allowed are placeholders, filters, and if, unless and case."
            );
        foreach (var filter in survey.Filters.Distinct().Except(TemplateFilters.Allowed))
        {
            var suggestion = Spelling.Closest(filter, TemplateFilters.Allowed);
            Refuse(
                located.At(source.Find(filter)),
                DecisionCodes.UnknownFilter,
                $"There is no filter '{filter}' for answers.{Spelling.DidYouMean(suggestion)} There are "
                    + $"{string.Join(", ", TemplateFilters.Allowed)}.",
                suggestion
            );
        }

        foreach (var filter in survey.BadArguments.Distinct().Intersect(TemplateFilters.Allowed))
            Refuse(
                located.At(source.Find(filter)),
                DecisionCodes.BadTemplate,
                $"The filter '{filter}' takes "
                    + $"{(TemplateFilters.TakingValues.Contains(filter) ? "values," : "only")} numbers and fixed "
                    + $"texts of at most {TemplateFilters.MaxArgumentLength} characters."
            );
        foreach (
            var placeholder in survey.Placeholders.Distinct().Where(placeholder => !TemplateValues.IsKnown(placeholder, facts, contacts))
        )
        {
            var suggestion = ClosestTo(placeholder);
            Refuse(
                located.At(source.Find(placeholder)),
                DecisionCodes.UnknownPlaceholder,
                $"There is no value '{placeholder}'.{Spelling.DidYouMean(suggestion)} There are "
                    + $"issue.{string.Join(", issue.", TemplateValues.IssueNames)}, issue.fields.<name>, "
                    + $"facts.<name>, contacts.<name>, rule.{string.Join(", rule.", TemplateValues.RuleNames)}.",
                suggestion
            );
        }
    }

    private string? ClosestTo(string placeholder) =>
        placeholder.Split('.') switch
        {
            // What is none of the issue's own is most likely a field.
            ["issue", var name] when name is not ("fields" or TemplateSurvey.Computed) => Spelling.Closest(name, TemplateValues.IssueNames)
                is { } own
                ? $"issue.{own}"
                : $"issue.fields.{name}",
            ["facts", var name] => Spelling.Closest(name, facts) is { } fact ? $"facts.{fact}" : null,
            ["contacts", var name] => Spelling.Closest(name, contacts.Keys) is { } contact ? $"contacts.{contact}" : null,
            [var root, var name] => Spelling.Closest($"{root}.{name}", AllNames),
            [var root, var fields, var name] when Spelling.Closest($"{root}.{fields}", ["issue.fields"]) is not null =>
                $"issue.fields.{name}",
            [var name] => Spelling.Closest(
                $"issue.{name}",
                AllNames.Where(known => known.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase))
            ),
            _ => null,
        };

    // Tags inside a "liquid" tag nest without being counted.
    private static FluidParser CreateParser()
    {
        var parser = new FluidParser();
        parser.RegisteredTags.Remove("liquid");
        return parser;
    }

    private bool Works(CompiledTemplate template)
    {
        try
        {
            template.Render(new TemplateValues(new Issue { Id = "" }, SampleRule, FactValues.None));
            template.Render(
                new TemplateValues(
                    new Issue
                    {
                        Id = "1",
                        Title = "a",
                        Channel = "a",
                        Product = "a",
                        Locale = "en",
                        Tenant = "a",
                        Requester = "a",
                    },
                    SampleRule,
                    new FactValues(facts.ToDictionary(fact => fact, _ => (string?)"a", StringComparer.Ordinal))
                )
            );
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    // "End of tag '}}' was expected at (1:12)", then the source.
    private static (int Index, string Message) Locate(string source, string error)
    {
        var message = error.Split('\n')[0].TrimEnd();
        if (Place.Match(message) is not { Success: true } place)
            return (0, message.TrimEnd('.'));
        var index = 0;
        for (var line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture); line > 1; line--)
            index = source.IndexOf('\n', index) + 1;
        for (var column = int.Parse(place.Groups["column"].ValueSpan, CultureInfo.InvariantCulture); column > 1; column--)
        {
            // The parser counts no column for a carriage return.
            if (source.AsSpan(index) is ['\r', ..])
                index++;
            index++;
        }

        return (Math.Clamp(index, 0, source.Length - 1), char.ToLowerInvariant(message[0]) + message[1..place.Index].TrimEnd('.'));
    }

    private CompiledTemplate Refuse(SourceLocation location, string code, string message, string? suggestion = null)
    {
        diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message, suggestion));
        return CompiledTemplate.Empty;
    }
}
