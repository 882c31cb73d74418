using AutoResolve;
using HelpDesk.Desk;
using HelpDesk.Inbox;
using Microsoft.Extensions.Options;

namespace HelpDesk;

/// <summary>A host of AutoResolve that other systems tell what happens by signed webhooks.</summary>
internal static class HelpDeskHost
{
    /// <param name="args">Of the command line.</param>
    /// <param name="configure">Changes what tests change; null for nothing.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        var services = builder.Services;
        services.AddOptions<InboxOptions>().BindConfiguration("Inbox").ValidateOnStart();
        services.AddSingleton<IValidateOptions<InboxOptions>, InboxOptionsValidator>();
        services.AddSingleton<SignedBody>();

        // One for all calls, so that what was sent can be looked at.
        services.AddSingleton<Outbox>().AddSingleton<IAnswerChannel>(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<TicketDesk>().AddSingleton<ITicketSystem>(provider => provider.GetRequiredService<TicketDesk>());
        services
            .AddAutoResolve(builder.Configuration.GetSection("AutoResolve"))
            .AddAnswerChannel<Outbox>()
            .AddTicketSystem<TicketDesk>()
            .UseSqliteJournal(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Journal"] ?? "journal.db"));
        services.AddHealthChecks().AddAutoResolve();

        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.MapInbox();
        return app;
    }
}
