using System.Globalization;
using AutoResolve.Journaling;
using AutoResolve.Rules.Model;

namespace AutoResolve;

/// <summary>Fills the form in which a team takes issues over.</summary>
internal sealed class FormWriter(Redaction redaction)
{
    private const string NotKnown = "not known";
    private const string Nothing = "none";

    /// <returns>Its sections in order; empty where the team has no form.</returns>
    public IReadOnlyList<HandoverSection> Write(Desk? desk, Issue issue, Resolution resolution) =>
        desk?.FormOf(resolution.Team ?? resolution.Rule?.Owner) is { } form
            ? [.. form.Sections.Select(section => new HandoverSection(section.Title, Show(section, issue, resolution)))]
            : [];

    private string Show(FormSection section, Issue issue, Resolution resolution) => section.Part switch
    {
        FormPart.Text => Masked(issue.Text),
        FormPart.Title => Masked(issue.Title),
        FormPart.Summary => Masked(resolution.Summary),
        FormPart.Received => issue.ReceivedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? NotKnown,
        FormPart.Channel => Masked(issue.Channel),
        FormPart.Product => Masked(issue.Product),
        FormPart.Locale => Masked(issue.Locale),
        FormPart.Type => resolution.Rule?.Type ?? NotKnown,
        FormPart.Rule => resolution.Rule is { } rule ? $"{rule.Id} ({rule.Title})" : Nothing,
        FormPart.Considered => Lines(resolution.Explanation.RunnersUp.Select(runnerUp => runnerUp.Match).Prepend(resolution.Explanation.Winner).OfType<RuleEvidence>().Select(match => $"{match.Rule.Id} ({match.Rule.Title})")),
        FormPart.Tried => Lines(resolution.Tried.Concat(issue.Tried).Distinct(StringComparer.OrdinalIgnoreCase).Select(Masked)),
        FormPart.Questions => Lines(resolution.Questions.Select(question => question.Text)),
        FormPart.Facts => Lines(resolution.Lookups.Select(fact => $"{fact.Name}: {(fact.Value is null ? NotKnown : Masked(fact.Value))}")),
        FormPart.Field => issue.Fields.GetValueOrDefault(section.Field!) is { } value ? Masked(value) : NotKnown,
        _ => throw new ArgumentOutOfRangeException(nameof(section), section.Part, null),
    };

    private string Masked(string? text) => string.IsNullOrWhiteSpace(text) ? NotKnown : redaction.Text(text.Trim());

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : Nothing;
}
