namespace AutoResolve.Cli.Tests.Journaling;

public sealed record NoParameters;
