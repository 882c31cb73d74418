namespace AutoResolve.Crash.Hosting;

/// <summary>A host as a program: it takes an order a line, and answers a line, until there are no more.</summary>
internal static class HostProgram
{
    public const string Recovering = "recovering";
    public const string Ready = "ready";

    public static async Task RunAsync(HostSettings settings, TextReader told, TextWriter said, CancellationToken cancellationToken)
    {
        var output = TextWriter.Synchronized(said);
        await using var host = CrashHost.Of(settings);
        await output.WriteLineAsync(Recovering);
        await host.StartAsync(cancellationToken);
        await output.WriteLineAsync(Ready);
        List<Task> handling = [];
        while (await told.ReadLineAsync(cancellationToken) is { } line)
        {
            var order = Lines.Read<Order>(line);
            handling.RemoveAll(task => task.IsCompleted);
            handling.Add(
                Task.Run(
                    async () => await output.WriteLineAsync(Lines.Write(await host.HandleAsync(order, cancellationToken))),
                    cancellationToken
                )
            );
        }

        await Task.WhenAll(handling);
    }
}
