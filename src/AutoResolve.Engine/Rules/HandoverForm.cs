using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>The form in which a team takes issues over.</summary>
/// <param name="Title">What the team calls it.</param>
/// <param name="Teams">Whose it is; empty for every team without one of its own.</param>
/// <param name="Sections">Its sections in order.</param>
internal sealed record HandoverForm(string Title, IReadOnlyList<Located<string>> Teams, IReadOnlyList<FormSection> Sections);
