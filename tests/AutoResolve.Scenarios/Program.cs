using AutoResolve.Scenarios;

return await ScenarioCommand.Create().Parse(args).InvokeAsync();
