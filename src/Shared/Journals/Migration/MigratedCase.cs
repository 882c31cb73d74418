namespace AutoResolve.Shared.Journals.Migration;

/// <summary>A case of the first schema.</summary>
/// <param name="Row">Its row.</param>
/// <param name="IsLapsed">Whether nobody works on it though it is unfinished, so that a host takes it up: it gets a lease that has
/// lapsed.</param>
internal sealed record MigratedCase(CaseRow Row, bool IsLapsed);
