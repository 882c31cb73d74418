using System.CommandLine;
using AutoResolve.Cli.Running;
using AutoResolve.RabbitMQ;

namespace AutoResolve.Cli.Options;

/// <summary>The options that say where the broker is, and what its queue is called.</summary>
internal sealed class BrokerArguments
{
    private readonly Option<string> _rabbitMq = new("--rabbitmq")
    {
        Description =
            "The name of the environment variable that holds the address of the RabbitMQ broker, "
            + "amqps://user:password@host:5671/virtual-host; command lines are no place for passwords.",
        HelpName = "VARIABLE",
        Required = true,
    };

    private readonly Option<string> _queue = new("--queue")
    {
        Description = "The queue.",
        HelpName = "NAME",
        DefaultValueFactory = _ => new RabbitMqOptions().Queue,
    };

    public void AddTo(Command command)
    {
        command.Add(_rabbitMq);
        command.Add(_queue);
    }

    /// <exception cref="CommandFailure">There is no such variable, or it holds no address.</exception>
    public Action<RabbitMqOptions> Read(ParseResult parsed)
    {
        var variable = parsed.GetValue(_rabbitMq)!;
        var queue = parsed.GetValue(_queue)!;
        var value = SecretVariable.Read(_rabbitMq.Name, variable, "the broker's address");
        try
        {
            var address = new Uri(value);
            new RabbitMqOptions().SetAddress(address);
            return options =>
            {
                options.SetAddress(address);
                (options.Queue, options.Source) = (queue, "/autoresolve-tool");
            };
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            // It may hold a password, so it is not told.
            throw CommandFailure.Environment(
                $"The environment variable '{SafeText.Line(variable)}' holds no address of a broker: "
                    + "amqps://user:password@host:5671/virtual-host, in which what is no letter or digit of user and password is escaped."
            );
        }
    }
}
