namespace AutoResolve.Tests.Actions.BuiltIn;

/// <summary>A request as it came in.</summary>
internal sealed record HookRequest(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body);
