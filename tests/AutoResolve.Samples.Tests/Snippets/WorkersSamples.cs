using AutoResolve;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using DeskTickets = AutoResolve.Testing.FakeTicketSystem;
using MailChannel = AutoResolve.Testing.FakeAnswerChannel;

namespace Snippets;

/// <summary>The code of the guide to workers, compiled.</summary>
internal static class WorkersSamples
{
    public static void Work(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddAutoResolve(options => options.RulesFolder = "rules")
            .AddAnswerChannel<MailChannel>()
            .AddTicketSystem<DeskTickets>()
            .UsePostgresJournal(configuration.GetConnectionString("Journal")!, options =>
                options.Secrets.Add(new() { Id = "1", Value = configuration["JournalSecret"]! })
            )
            .AddRabbitMqWorker(broker: options => options.SetAddress(configuration.GetConnectionString("Broker")));
    }

    public static void Send(IServiceCollection services, IConfiguration configuration)
    {
        services.AddRabbitMqPublisher(options => options.SetAddress(configuration.GetConnectionString("Broker")));
    }

    public static async Task Publish(IIssuePublisher publisher)
    {
        await publisher.PublishAsync(new Issue { Id = "1017", Text = "The form does not open" });
        await publisher.PublishTurnAsync(new CaseReference(null, "1017"), new Turn { Id = "m2", Text = "It is a phone" });
    }
}
