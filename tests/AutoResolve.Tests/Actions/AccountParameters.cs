namespace AutoResolve.Tests.Actions;

internal sealed record AccountParameters(string Account = "none", int Minutes = 30);
