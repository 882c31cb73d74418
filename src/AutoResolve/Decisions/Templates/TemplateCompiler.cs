using System.Globalization;
using System.Text.RegularExpressions;
using AutoResolve.Rules;
using Fluid;
using Fluid.Parser;

namespace AutoResolve.Decisions.Templates;

/// <summary>Reads Liquid templates with Fluid when rules are loaded, and refuses what could fail or run long when an answer is due.</summary>
/// <remarks>Allowed are placeholders, filters that only shape text, and if, unless and case: no loops, no inclusion, no clock.</remarks>
internal sealed class TemplateCompiler(ICollection<Diagnostic> diagnostics)
{
    private const int LongestTemplate = 10_000;

    private static readonly FluidParser Parser = new();

    private static readonly Regex Place = new(@" at \((?<line>\d+):(?<column>\d+)\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] AllowedFilters =
    [
        "append", "capitalize", "ceil", "default", "divided_by", "downcase", "floor", "lstrip", "minus", "plus", "prepend", "remove",
        "remove_first", "replace", "replace_first", "round", "rstrip", "size", "slice", "strip", "strip_newlines", "times", "truncate",
        "truncatewords", "upcase", "url_encode",
    ];

    /// <returns>The template; an empty one where it is refused, which is then reported.</returns>
    public CompiledTemplate Compile(Located<string> source)
    {
        if (source.Value.Length > LongestTemplate)
        {
            Report(source.Location, DecisionCodes.LongTemplate, $"This text has {source.Value.Length} characters; at most {LongestTemplate} are allowed. Shorten it, or link to a page.");
            return CompiledTemplate.Empty;
        }

        if (!source.Value.Contains("{{", StringComparison.Ordinal) && !source.Value.Contains("{%", StringComparison.Ordinal))
            return new CompiledTemplate(null, source.Value, []);
        if (!Parser.TryParse(source.Value, out var template, out var error))
        {
            var (index, message) = Locate(source.Value, error);
            Report(source.At(index), DecisionCodes.BadTemplate, $"This template cannot be read: {message}. A placeholder is written {{{{ issue.fields.name }}}}, a condition {{% if … %}} … {{% endif %}}.");
            return CompiledTemplate.Empty;
        }

        var survey = new TemplateSurvey(((FluidTemplate)template).Statements);
        Check(source, survey);
        return new CompiledTemplate(template, source.Value, survey.Required);
    }

    private void Check(Located<string> source, TemplateSurvey survey)
    {
        foreach (var tag in survey.OtherTags.Distinct())
            Report(source.At(IndexOf(source.Value, tag)), DecisionCodes.ForbiddenTag, $"'{tag}' is not allowed in answers. Allowed are placeholders, filters, and if, unless and case.");
        foreach (var filter in survey.Filters.Distinct().Except(AllowedFilters))
        {
            var suggestion = Spelling.Closest(filter, AllowedFilters);
            Report(source.At(IndexOf(source.Value, filter)), DecisionCodes.UnknownFilter, $"There is no filter '{filter}' for answers.{Spelling.DidYouMean(suggestion)} There are {string.Join(", ", AllowedFilters)}.", suggestion);
        }

        foreach (var placeholder in survey.Placeholders.Distinct())
            CheckPlaceholder(source, placeholder);
    }

    private void CheckPlaceholder(Located<string> source, string placeholder)
    {
        var names = placeholder.Split('.');
        var known = names switch
        {
            ["issue", TemplateValues.Fields, var field] => field != "[…]",
            ["issue", var name] => name != TemplateValues.Fields && TemplateValues.IssueNames.Contains(name),
            ["rule", var name] => TemplateValues.RuleNames.Contains(name),
            _ => false,
        };
        if (known)
            return;
        var all = TemplateValues.IssueNames.Where(name => name != TemplateValues.Fields).Select(name => "issue." + name)
            .Concat(TemplateValues.RuleNames.Select(name => "rule." + name));
        var suggestion = Spelling.Closest(placeholder, all);
        Report(
            source.At(IndexOf(source.Value, names[0])),
            DecisionCodes.UnknownPlaceholder,
            $"There is no value '{placeholder}' to print.{Spelling.DidYouMean(suggestion)} There are issue.{string.Join(", issue.", TemplateValues.IssueNames.SkipLast(1))}, issue.fields.<name>, rule.{string.Join(", rule.", TemplateValues.RuleNames)}.",
            suggestion);
    }

    private static int IndexOf(string source, string name) => Math.Max(0, source.IndexOf(name, StringComparison.Ordinal));

    // "End of tag '}}' was expected at (1:12)", then the source.
    private static (int Index, string Message) Locate(string source, string error)
    {
        var message = error.Split('\n')[0].TrimEnd();
        if (Place.Match(message) is not { Success: true } place)
            return (0, message.TrimEnd('.'));
        var index = 0;
        for (var line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture); line > 1; line--)
            index = source.IndexOf('\n', index) + 1;
        index += int.Parse(place.Groups["column"].ValueSpan, CultureInfo.InvariantCulture) - 1;
        return (Math.Clamp(index, 0, source.Length - 1), message[..place.Index]);
    }

    private void Report(SourceLocation location, string code, string message, string? suggestion = null) =>
        diagnostics.Add(location.Report(code, DiagnosticSeverity.Error, message, suggestion));
}
