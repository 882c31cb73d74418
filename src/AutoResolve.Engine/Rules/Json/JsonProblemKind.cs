namespace AutoResolve.Rules.Json;

/// <summary>What kind of problem makes a text unreadable.</summary>
internal enum JsonProblemKind
{
    Syntax = 0,
    TooDeep,
}
