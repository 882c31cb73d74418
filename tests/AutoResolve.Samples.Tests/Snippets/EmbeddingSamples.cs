using AutoResolve;
using AutoResolve.Sources;
using Microsoft.Extensions.DependencyInjection;
using DeskAnswers = AutoResolve.Testing.FakeAnswerChannel;
using DeskTickets = AutoResolve.Testing.FakeTicketSystem;

namespace Snippets;

/// <summary>The code of the guide to embedding and of the packages' pages, compiled.</summary>
internal static class EmbeddingSamples
{
    public static async Task Decide()
    {
        var rulebook = await Rulebook.LoadAsync(RuleSource.Folder("rules"));
        var decision = rulebook.Evaluate(new Issue { Id = "1", Text = "error 002, it signs me out right away" }).Decide();
        Console.WriteLine(decision.Resolution.Summary);
    }

    public static async Task Process(IServiceCollection services, Issue issue)
    {
        services
            .AddAutoResolve(options => options.RulesFolder = "rules")
            .AddAnswerChannel<DeskAnswers>()
            .AddTicketSystem<DeskTickets>()
            .UseInMemoryJournal();
        await using var provider = services.BuildServiceProvider();
        var disposition = await provider.GetRequiredService<IIssueProcessor>().ProcessAsync(issue);
        Console.WriteLine(disposition.Summary);
    }

    internal sealed class Suggestions(IIssueResolver resolver)
    {
        public async Task<string> SuggestAsync(string id, string text, CancellationToken cancellationToken)
        {
            var resolution = await resolver.ResolveAsync(new Issue { Id = id, Text = text }, cancellationToken);
            return resolution.Outcome switch
            {
                Outcome.Answered => TextOf(resolution.Answer!),
                Outcome.Routed => $"For {resolution.Team}: {resolution.Summary}",
                _ => resolution.Summary,
            };
        }

        // A rule may have only steps.
        private static string TextOf(Answer answer) =>
            string.Join('\n', answer.Steps.Select(step => step.Text).Prepend(answer.Text)).Trim();
    }
}
