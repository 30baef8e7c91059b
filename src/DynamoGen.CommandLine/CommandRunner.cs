using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure;
using DynamoGen.CommandLine.Migrations;
using DynamoGen.CommandLine.Regions;
using DynamoGen.CommandLine.Streams;

namespace DynamoGen.CommandLine;

/// <summary>All verbs, and the way from arguments to an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>The argument that says that a verb follows.</summary>
    public const string Word = "dynamogen";

    /// <summary>The groups of verbs; a new one is added here.</summary>
    private static readonly ICommandGroup[] Groups = [new StreamsGroup(), new MigrateGroup(), new RegionsGroup(), new SchemaGroup()];

    public static async Task<int> RunAsync(CommandSession session, string[] arguments, CancellationToken cancellationToken)
    {
        var root = new Command(Word, "DynamoGen's verbs, run with the services of this application.") { new HelpOption() };
        foreach (var group in Groups)
        {
            root.Subcommands.Add(group.Create(session));
        }

        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is null or ParseErrorAction)
        {
            foreach (var error in parsed.Errors)
            {
                await session.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            }

            await session.Error.WriteLineAsync("--help behind a verb, or behind a part of it, tells what can be asked for.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = session.Output,
            Error = session.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(invocation, cancellationToken).ConfigureAwait(false);
    }
}
