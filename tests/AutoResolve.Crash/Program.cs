using AutoResolve.Crash;

return await CrashCommands.Create().Parse(args).InvokeAsync();
