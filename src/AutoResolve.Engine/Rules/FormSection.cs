namespace AutoResolve.Rules;

/// <summary>A section of a handover form.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Part">What stands in it.</param>
/// <param name="Field">The field of the issue, where it shows one.</param>
internal sealed record FormSection(string Title, FormPart Part, string? Field = null);
