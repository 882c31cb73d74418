using AutoResolve;
using HelpDesk.Api;
using HelpDesk.Approvals;
using HelpDesk.Desk;
using HelpDesk.Inbox;
using HelpDesk.Orders;
using HelpDesk.Pages;
using HelpDesk.Trial;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HelpDesk;

/// <summary>A host of AutoResolve: an API, an inbox of signed webhooks, and pages for authors and approvers.</summary>
internal static class HelpDeskHost
{
    /// <param name="args">Of the command line.</param>
    /// <param name="configure">Changes what tests change; null for nothing.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        AddDesk(builder);
        AddTelemetry(builder);
        builder.Services.AddProblemDetails();
        builder.Services.AddRazorComponents();

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UsePageHeaders();
        app.UseStaticFiles();
        app.UseAntiforgery();
        app.MapHealthChecks("/health");
        app.MapApi();
        app.MapInbox();
        app.MapTrial();
        app.MapApprovals();
        return app;
    }

    private static void AddDesk(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<InboxOptions>().BindConfiguration("Inbox").ValidateOnStart();
        services.AddSingleton<IValidateOptions<InboxOptions>, InboxOptionsValidator>();
        services.AddSingleton<SignedBody>();
        services.AddSingleton<OrderBook>().AddSingleton<CaseFile>().AddSingleton<WaitingApprovals>().AddSingleton<Delivery>();

        // One for all calls, so that what was sent can be looked at.
        services.AddSingleton<Outbox>().AddSingleton<IAnswerChannel>(provider => provider.GetRequiredService<Outbox>());
        services.AddSingleton<TicketDesk>().AddSingleton<ITicketSystem>(provider => provider.GetRequiredService<TicketDesk>());
        services
            .AddAutoResolve(builder.Configuration.GetSection("AutoResolve"))
            .AddHandler<CancelOrder>()
            .AddAnswerChannel<Outbox>()
            .AddTicketSystem<TicketDesk>()
            .UseSqliteJournal(Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Journal"] ?? "journal.db"));
        services.AddHealthChecks().AddAutoResolve();
    }

    // To the collector that the variables of OpenTelemetry name; without one, nobody counts.
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        builder
            .Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("AutoResolve").AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter("AutoResolve"))
            .UseOtlpExporter();
    }
}
