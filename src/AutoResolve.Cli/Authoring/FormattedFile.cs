using AutoResolve.Rules.Formatting;

namespace AutoResolve.Cli.Authoring;

/// <summary>A rule file and its canonical form.</summary>
/// <param name="Path">Where it is, as a person would type it.</param>
/// <param name="Formatted">Its canonical text.</param>
/// <param name="FirstChange">The first line that differs, from 1; null where none does.</param>
/// <param name="Rewordings">What was written in words of an earlier format.</param>
internal sealed record FormattedFile(string Path, string Formatted, int? FirstChange, IReadOnlyList<Rewording> Rewordings);
