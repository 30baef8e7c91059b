using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoGen.CommandLine.Commands;
using DynamoGen.CommandLine.Infrastructure.Comparison;
using DynamoGen.CommandLine.Output;
using Spectre.Console;

namespace DynamoGen.CommandLine.Infrastructure;

/// <summary><c>schema diff</c></summary>
internal sealed class DiffVerb : Verb
{
    private readonly ClientOption _client = new();
    private readonly StackOptions _stack = new();
    private readonly Option<string> _against = new("--against")
    {
        Description = "The older template, in JSON, such as that of the stack: aws cloudformation get-template.",
        HelpName = "file",
        Required = true,
    };

    public DiffVerb(CommandSession session)
        : base(session, "diff", "Tells what an update from an older template of CloudFormation does, and ends with 3 where a table would lose its items.")
    {
        Options.Add(_against);
        _client.AddTo(this);
        _stack.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult arguments, VerbOutput output, CancellationToken cancellationToken)
    {
        var template = _stack.Template(_client.Application(Session.Services, arguments), arguments);
        var changes = await CompareAsync(arguments.GetValue(_against)!, template, cancellationToken).ConfigureAwait(false);
        var losses = changes.Where(change => change.Effect is ChangeEffect.Replaces or ChangeEffect.Deletes).ToList();
        foreach (var loss in losses)
        {
            output.WriteLine($"{loss.Effect.ToString().ToUpperInvariant()} {Place(loss)}: {loss.Reason}.", Color.Red);
        }

        await output.WriteAllAsync(
            changes.ToAsyncEnumerable(),
            cancellationToken,
            new("Effect", change => change.Effect.ToString()),
            new("Resource", change => change.Resource),
            new("Property", change => change.Property),
            new("Was", change => change.Old?.ToJsonString()),
            new("Is", change => change.New?.ToJsonString()),
            new("Which means", change => change.Reason)).ConfigureAwait(false);
        if (losses.Count > 0)
        {
            output.WriteLine($"{losses.Count.ToString(CultureInfo.InvariantCulture)} of them would lose items. Do not deploy.", Color.Red);
            return ExitCodes.LosesItems;
        }

        output.WriteLine(changes.Count == 0 ? "Nothing differs." : string.Empty);
        return changes.Any(change => change.Effect == ChangeEffect.SeveralUpdates) ? ExitCodes.SeveralUpdates : ExitCodes.Done;
    }

    private static string Place(StackChange change) => change.Property is null ? change.Resource : $"{change.Resource}.{change.Property}";

    private static async Task<IReadOnlyList<StackChange>> CompareAsync(string file, string template, CancellationToken cancellationToken)
    {
        try
        {
            var old = JsonNode.Parse(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false));
            return StackComparison.Between(old, JsonNode.Parse(template));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new CommandException($"{file} is no template of CloudFormation in JSON: {exception.Message}");
        }
        catch (IOException exception)
        {
            throw new CommandException($"{file} cannot be read: {exception.Message}");
        }
    }
}
