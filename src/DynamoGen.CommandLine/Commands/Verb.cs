using System.CommandLine;
using Amazon.Runtime;
using DynamoGen.CommandLine.Output;
using Microsoft.Extensions.Options;

namespace DynamoGen.CommandLine.Commands;

/// <summary>
/// A verb: it adds its options in its constructor and does its work in <see cref="RunAsync"/>. Each whose result is records has <c>--json</c>, and no
/// failure of one shows a stack trace.
/// </summary>
internal abstract class Verb : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Writes JSON: one document, or one a line where there are many." };

    /// <param name="session">What it runs with.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="hasJson">Whether it has <c>--json</c>; one whose result is a text has not.</param>
    protected Verb(CommandSession session, string name, string description, bool hasJson = true)
        : base(name, description)
    {
        Session = session;
        if (hasJson)
        {
            Options.Add(_json);
        }

        SetAction(InvokeAsync);
    }

    /// <summary>What it runs with.</summary>
    protected CommandSession Session { get; }

    /// <summary>Does the work.</summary>
    /// <param name="arguments">The values of the options.</param>
    /// <param name="output">Takes the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="CommandException">It cannot be done.</exception>
    protected abstract Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken);

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            var output = new VerbOutput(arguments.GetValue(_json) ? Session.Output : null, Session.Console, Session.IsTerminal);
            return await RunAsync(arguments, output, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Session.Error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (Exception exception)
        {
            await Session.Error.WriteLineAsync(MessageOf(exception)).ConfigureAwait(false);
            return ExitCodes.Failed;
        }
    }

    /// <summary>What is known to speak for itself does; anything else is named by its type.</summary>
    private static string MessageOf(Exception exception) => exception switch
    {
        CommandException or DynamoGenException or OptionsValidationException => exception.Message,
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => $"{code}: {exception.Message}",
        _ => $"{exception.GetType().FullName}: {exception.Message}",
    };
}
