using System.Globalization;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Fills the form in which a team takes issues over.</summary>
/// <param name="mask">Masks personal data.</param>
internal sealed class HandoverFormBuilder(Func<string, string> mask)
{
    private const string NotKnown = "not known";
    private const string Nothing = "none";

    /// <returns>Its sections in order; empty where the team has no form.</returns>
    public IReadOnlyList<HandoverSection> Write(
        SupportDesk? desk,
        Issue issue,
        Resolution resolution,
        IReadOnlyList<RuleEvidence> considered
    ) =>
        desk?.FormOf(resolution.Team ?? resolution.Rule?.Owner) is { } form
            ? [.. form.Sections.Select(section => new HandoverSection(section.Title, Show(section, desk, issue, resolution, considered)))]
            : [];

    private string Show(
        FormSection section,
        SupportDesk desk,
        Issue issue,
        Resolution resolution,
        IReadOnlyList<RuleEvidence> considered
    ) =>
        section.Part switch
        {
            FormPart.Text => Masked(issue.Text),
            FormPart.Title => Masked(issue.Title),
            FormPart.Summary => Masked(resolution.Summary),
            FormPart.Received => issue.ReceivedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? NotKnown,
            FormPart.Channel => Masked(issue.Channel),
            FormPart.Product => Masked(issue.Product),
            FormPart.Locale => Masked(issue.Locale),
            FormPart.Type => resolution.Rule?.Type ?? NotKnown,
            FormPart.Team => resolution.Team is { } team ? desk.TeamOf(team)?.ToString() ?? team : Nothing,
            FormPart.Rule => resolution.Rule is { } rule ? Named(rule) : Nothing,
            FormPart.Considered => Lines(considered.Select(match => Named(match.Rule))),
            FormPart.Tried => Lines(resolution.Tried.Concat(issue.Tried).Distinct(StringComparer.OrdinalIgnoreCase).Select(Masked)),
            FormPart.Questions => Lines(resolution.OpenQuestions.Select(question => question.Text)),
            FormPart.Facts => Lines(resolution.Facts.Select(fact => $"{fact.Name}: {Masked(fact.Value)}")),
            FormPart.Field => issue.Fields.GetValueOrDefault(section.Field!) is { } value ? Masked(value) : NotKnown,
            _ => throw new ArgumentOutOfRangeException(nameof(section), section.Part, null),
        };

    private static string Named(RuleReference rule) => $"{rule.Id} ({rule.Title})";

    private string Masked(string? text) => string.IsNullOrWhiteSpace(text) ? NotKnown : mask(text.Trim());

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : Nothing;
}
