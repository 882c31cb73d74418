using AutoResolve;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The hosts of the README that share a journal, compiled.</summary>
internal static class ReadmeSharing
{
    public static void Add<MailChannel, DeskTickets>(IServiceCollection services, IConfiguration configuration)
        where MailChannel : class, IAnswerChannel
        where DeskTickets : class, ITicketSystem
    {
        services
            .AddAutoResolve(options => options.RulesFolder = "rules")
            .AddAnswerChannel<MailChannel>()
            .AddTicketSystem<DeskTickets>()
            .UsePostgresJournal(configuration.GetConnectionString("Journal")!, options =>
                options.Secrets.Add(new() { Id = "1", Value = configuration["JournalSecret"]! })
            );
    }
}
