using System.CommandLine;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary>The option that tells whose repositories and handlers a verb is about.</summary>
internal sealed class ClientOption
{
    private readonly Option<string> _client = new("--client")
    {
        Description = "The name of the client whose repositories and handlers are meant, as AddDynamoGen has it; without it, the client that has no name.",
        HelpName = "name",
    };

    public void AddTo(Command verb) => verb.Options.Add(_client);

    /// <summary>What the application has registered on the client.</summary>
    /// <exception cref="Commands.CommandException">It has no such client.</exception>
    public DeclaredApplication Application(IServiceProvider services, ParseResult arguments) => new(services, arguments.GetValue(_client));
}
