using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace Workers;

/// <summary>A worker: rules, a journal, a queue, and whom to tell. Start as many as are needed.</summary>
internal static class WorkerHost
{
    public static Task RunAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        var configuration = builder.Configuration;
        builder
            .Services.AddAutoResolve(configuration.GetSection("AutoResolve"))
            .AddAnswerChannel<PrintingChannel>()
            .AddTicketSystem<PrintingTickets>()
            .UsePostgresJournal(configuration["ConnectionStrings:Journal"]!)
            .AddRabbitMqWorker(broker: options => options.SetAddress(configuration["ConnectionStrings:Broker"]));
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null)
            builder
                .Services.AddOpenTelemetry()
                .UseOtlpExporter()
                .WithMetrics(metrics => metrics.AddMeter("AutoResolve", "AutoResolve.RabbitMQ"))
                .WithTracing(traces => traces.AddSource("AutoResolve", "AutoResolve.RabbitMQ"));
        return builder.Build().RunAsync();
    }
}
