using System.CommandLine;
using AutoResolve.Crash;

// Ctrl-C leaves time to stop servers and to remove what they wrote.
return await CrashCommands
    .Create()
    .Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
