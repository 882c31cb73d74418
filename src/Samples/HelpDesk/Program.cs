using HelpDesk;

await HelpDeskHost.Build(args).RunAsync();
